// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/dbf_texts.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "io/encoding.h"
#include "io/shapefile_check.h"

namespace michinori::io {
namespace {

constexpr std::size_t descriptor_size = 32;
constexpr std::size_t records_in_a_block = 4096;

struct TextField {
    std::size_t offset = 0;
    std::size_t length = 0;
};

struct Layout {
    std::uint64_t records = 0;
    std::uint64_t header_size = 0;
    std::size_t record_size = 0;
    std::vector<TextField> texts;
};

std::size_t byte(const std::string& bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes.at(at));
}

Layout layout_of(const Source& dbf) {
    Layout layout;
    const auto head = bytes_of(dbf.path, 0, 32);
    layout.records = little_endian(head, 4);
    layout.header_size = byte(head, 8) | (byte(head, 9) << 8U);
    layout.record_size = byte(head, 10) | (byte(head, 11) << 8U);
    const auto header = bytes_of(dbf.path, 0, layout.header_size);
    std::size_t offset = 1;  // after the deletion mark
    for (std::size_t at = 32; at + descriptor_size <= header.size() && header[at] != '\r'; at += descriptor_size) {
        const auto length = byte(header, at + 16);
        if (header[at + 11] == 'C' && offset + length <= layout.record_size) {
            layout.texts.push_back({offset, length});
        }
        offset += length;
    }
    return layout;
}

std::string_view without_padding(std::string_view field) {
    field = field.substr(0, std::min(field.find('\0'), field.size()));
    while (field.ends_with(' ')) {
        field.remove_suffix(1);
    }
    return field;
}

bool see_record(std::string_view record, std::int64_t row, const Layout& layout,
                const std::function<bool(const DbfText&)>& see) {
    return std::ranges::all_of(layout.texts, [&](const TextField& text) {
        const auto bytes = without_padding(record.substr(text.offset, text.length));
        return is_ascii(bytes) || see({bytes, row, bytes.size() == text.length});
    });
}

bool see_block(std::string_view block, std::int64_t first_row, const Layout& layout,
               const std::function<bool(const DbfText&)>& see) {
    for (std::int64_t row = first_row; block.size() >= layout.record_size; ++row) {
        if (!see_record(block.substr(0, layout.record_size), row, layout, see)) {
            return false;
        }
        block.remove_prefix(layout.record_size);
    }
    return true;
}

}  // namespace

void for_each_text_beyond_ascii(const Source& dbf, const std::function<bool(const DbfText&)>& see) {
    const auto layout = layout_of(dbf);
    if (layout.texts.empty() || layout.record_size == 0) {
        return;
    }
    for (std::uint64_t first = 0; first < layout.records; first += records_in_a_block) {
        const auto count = std::min<std::uint64_t>(records_in_a_block, layout.records - first);
        const auto block =
            bytes_of(dbf.path, layout.header_size + first * layout.record_size, count * layout.record_size);
        if (!see_block(block, static_cast<std::int64_t>(first) + 1, layout, see)) {
            return;
        }
    }
}

unsigned language_mark(const Source& dbf) {
    const auto header = bytes_of(dbf.path, 0, 32);
    return header.size() < 32 ? 0U : static_cast<unsigned>(byte(header, 29));
}

}  // namespace michinori::io
