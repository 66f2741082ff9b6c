// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/table_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "io/encoding.h"

namespace michinori::io {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t example_bytes = 60;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// The first line that is not valid in `stated`, read in the encoding that fits.
std::string example_of(std::string_view bytes, const std::string& stated, const std::optional<std::string>& fitting) {
    const auto lines = lines_of(bytes);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_ascii(lines[i]) || (to_utf8(lines[i], stated) && !fitting)) {
            continue;
        }
        const auto readable = fitting ? to_utf8(lines[i], *fitting) : std::nullopt;
        const std::string shown = readable ? std::string(trimmed(*readable)) : escaped(lines[i]);
        return fmt::format("line {}: {}", i + 1, shortened(shown, example_bytes));
    }
    return "its end";
}

[[noreturn]] void wrong_encoding(const Source& source, std::string_view bytes, const std::string& stated) {
    std::optional<std::string> fitting;
    for (const std::string candidate : {"UTF-8", "CP932", "EUC-JP"}) {
        if (!fitting && candidate != stated && to_utf8(bytes, candidate)) {
            fitting = candidate;
        }
    }
    throw InputError({FindingCode::encoding_wrong,
                      {source.shown, {}, {}},
                      {stated, example_of(bytes, stated, fitting), fitting.value_or("CP932")}});
}

/// UTF-8 read as CP932 often passes for valid; but Japanese CP932 never passes for UTF-8.
bool is_plainly_utf8(std::string_view bytes) {
    return is_valid_utf8(bytes) &&
           std::ranges::any_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
}

TableText decoded(const Source& source, std::string_view bytes, const std::string& encoding) {
    auto text = to_utf8(bytes, encoding);
    if (!text || (encoding == "CP932" && is_plainly_utf8(bytes))) {
        wrong_encoding(source, bytes, encoding);
    }
    return {std::move(*text), encoding};
}

TableText detected(const Source& source, std::string_view bytes) {
    if (is_valid_utf8(bytes)) {
        return {std::string(bytes), "UTF-8"};
    }
    if (auto text = to_utf8(bytes, "CP932")) {
        return {std::move(*text), "CP932"};
    }
    wrong_encoding(source, bytes, "UTF-8");
}

/// Excel's own files and other binary ones are no text, whatever their name says.
void must_be_text(const Source& source, std::string_view bytes) {
    const bool zipped = bytes.starts_with("PK\x03\x04");
    const bool old_excel = bytes.starts_with("\xD0\xCF\x11\xE0");
    if (zipped || old_excel) {
        throw InputError({FindingCode::format_unknown,
                          {source.shown, {}, {}},
                          {"an Excel file or other archive", "CSV, TSV, or a .zip that holds one of them"}});
    }
    if (bytes.find('\0') != std::string_view::npos) {
        throw InputError({FindingCode::file_unreadable, {source.shown, {}, {}}, {"it is not a text"}});
    }
}

std::optional<TableText> decoded_by_utf16_mark(const Source& source, std::string_view bytes) {
    for (const auto& [mark, encoding] : {std::pair{"\xFF\xFE", "UTF-16LE"}, std::pair{"\xFE\xFF", "UTF-16BE"}}) {
        if (bytes.starts_with(mark)) {
            return decoded(source, bytes.substr(2), encoding);
        }
    }
    return std::nullopt;
}

std::string known_encoding(const Source& source, const std::string& stated) {
    if (auto known = canonical_encoding(stated)) {
        return *known;
    }
    throw InputError({FindingCode::bad_value,
                      {source.shown, {}, {}},
                      {"encoding", stated, "not the name of an encoding such as UTF-8 or CP932"}});
}

}  // namespace

TableText read_text(const Source& source, const std::string& stated) {
    const auto content = content_of(source);
    std::string_view bytes = content;
    if (auto by_mark = decoded_by_utf16_mark(source, bytes)) {
        return *by_mark;
    }
    must_be_text(source, bytes);
    if (bytes.starts_with(utf8_mark)) {
        return decoded(source, bytes.substr(utf8_mark.size()), "UTF-8");
    }
    return stated.empty() ? detected(source, bytes) : decoded(source, bytes, known_encoding(source, stated));
}

}  // namespace michinori::io
