// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/text.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace michinori {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// Length in bytes of the UTF-8 character that starts `text`, and its code point; 0 when invalid.
struct Character {
    std::size_t length = 0;
    std::uint32_t code = 0;
};

Character first_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return {1, lead};
    }
    const std::size_t length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead >= 0xF5 || text.size() < length) {
        return {};
    }
    std::uint32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool outside = code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF);
    return overlong || outside ? Character{} : Character{length, code};
}

bool disturbs_a_terminal(std::uint32_t code) {
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool bidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return control || bidi;
}

bool starts_with_blank(std::string_view text, std::size_t& length) {
    const auto character = first_character(text);
    length = character.length;
    return character.code == ' ' || character.code == '\t' || character.code == '\n' || character.code == '\r' ||
           character.code == 0x3000;
}

bool ends_with_blank(std::string_view text, std::size_t& length) {
    if (text.ends_with("\xE3\x80\x80")) {
        length = 3;
        return true;
    }
    length = 1;
    return text.back() == ' ' || text.back() == '\t' || text.back() == '\n' || text.back() == '\r';
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
        }
    }
    return row.back();
}

/// ASCII digits, signs and points in place of their full-width forms; thousands commas removed.
std::string normalised_number(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto character = first_character(text.substr(i));
        if (character.length == 0) {
            return {};
        }
        const bool full_width = character.code >= 0xFF0B && character.code <= 0xFF19;
        const auto code = full_width ? character.code - 0xFEE0 : character.code;
        out += code < 0x80 ? static_cast<char>(code) : '?';
        i += character.length;
    }
    return out;
}

/// "1,234,567.5" -> "1234567.5"; commas elsewhere leave the text as it is (and so not a number).
std::string without_thousands_commas(const std::string& text) {
    const auto point = std::min(text.find('.'), text.size());
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool separator =
            text[i] == ',' && i > 0 && i < point && (point - i) % 4 == 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
        if (!separator) {
            out += text[i];
        }
    }
    return out;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto character = first_character(text);
        const std::size_t length = std::max<std::size_t>(character.length, 1);
        const bool keep = character.length > 0 && !disturbs_a_terminal(character.code);
        out += keep ? text.substr(0, length) : character.length == 1 ? " " : replacement;
        text.remove_prefix(length);
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return std::string(text);
    }
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "...";
}

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto character = first_character(text);
        if (character.length == 0) {
            return false;
        }
        text.remove_prefix(character.length);
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    std::size_t length = 0;
    while (!text.empty() && starts_with_blank(text, length)) {
        text.remove_prefix(length);
    }
    while (!text.empty() && ends_with_blank(text, length)) {
        text.remove_suffix(length);
    }
    return text;
}

std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
    const auto nearest = std::ranges::min_element(
        candidates, {}, [&](const std::string& candidate) { return edit_distance(word, candidate); });
    return nearest == candidates.end() ? std::string{} : *nearest;
}

std::optional<double> to_number(std::string_view text) {
    const std::string plain = without_thousands_commas(normalised_number(trimmed(text)));
    const char* begin = plain.data() + (plain.starts_with('+') ? 1 : 0);
    double value = 0;
    const auto [end, problem] = std::from_chars(begin, plain.data() + plain.size(), value);
    const bool whole = problem == std::errc{} && end == plain.data() + plain.size() && begin != end;
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<std::string> split_list(std::string_view list, char sign) {
    std::vector<std::string> parts;
    if (trimmed(list).empty()) {
        return parts;
    }
    for (std::size_t begin = 0; begin <= list.size();) {
        const auto end = std::min(list.find(sign, begin), list.size());
        parts.emplace_back(trimmed(list.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

std::string listed(const std::vector<std::string>& items, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < std::min(items.size(), most); ++i) {
        out += (i == 0 ? "" : ", ") + items[i];
    }
    if (items.size() > most) {
        out += fmt::format(", ... ({} more)", items.size() - most);
    }
    return out;
}

}  // namespace michinori
