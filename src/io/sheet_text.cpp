// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/sheet_text.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace michinori::io {
namespace {

constexpr std::size_t longest_cell = 32767;
constexpr std::size_t longest_page_text = 55;  // two of them, each sign doubled, and their marks: 255
constexpr std::string_view cut = "...";

struct Length {
    std::size_t bytes;
    std::size_t units;
};

/// Of the character that a lead byte begins.
Length length_of(unsigned char lead) {
    return lead < 0x80 ? Length{1, 1} : lead < 0xE0 ? Length{2, 1} : lead < 0xF0 ? Length{3, 1} : Length{4, 2};
}

/// "_x0041_": an escape of a character in a workbook.
bool is_escape(std::string_view text) {
    constexpr std::size_t length = 7;
    return text.size() >= length && text.starts_with("_x") && text[length - 1] == '_' &&
           std::ranges::all_of(text.substr(2, 4), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

/// U+FFFE and U+FFFF are no characters, and XML cannot hold them.
std::string without_non_characters(std::string text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    for (const std::string_view bad : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (auto at = text.find(bad); at != std::string::npos; at = text.find(bad, at)) {
            text.replace(at, bad.size(), replacement);
        }
    }
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (; !text.empty(); text.remove_prefix(1)) {
        out += is_escape(text) ? "_x005F_" : text.substr(0, 1);
    }
    return out;
}

}  // namespace

std::string_view first_units(std::string_view text, std::size_t most) {
    std::size_t bytes = 0;
    for (std::size_t units = 0; bytes < text.size();) {
        const auto next = length_of(static_cast<unsigned char>(text[bytes]));
        units += next.units;
        if (units > most) {
            break;
        }
        bytes += next.bytes;
    }
    return text.substr(0, bytes);
}

std::string cell_text(std::string_view text) {
    auto clean = without_non_characters(printable(text));
    if (first_units(clean, longest_cell).size() < clean.size()) {
        clean = std::string(first_units(clean, longest_cell - cut.size())) + std::string(cut);
    }
    return clean.find("_x") == std::string::npos ? clean : escaped(clean);
}

std::string page_text(std::string_view text) {
    std::string out;
    const auto clean = without_non_characters(printable(text));
    for (const char c : first_units(clean, longest_page_text)) {
        out += c == '&' ? "&&" : std::string(1, c);
    }
    return out;
}

}  // namespace michinori::io
