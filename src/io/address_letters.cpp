// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/address_letters.h"

#include <boost/regex/pending/unicode_iterator.hpp>
#include <optional>

#include "base/text.h"

namespace michinori::io {
namespace {

constexpr std::u32string_view dashes = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uFE63";
constexpr std::u32string_view blanks = U" \t\u00A0\u3000";
constexpr std::u32string_view small_ke = U"ケヵガがｹ";  // 松ヶ浦, 松ケ浦, 松が浦
constexpr std::u32string_view kanji_digits = U"〇一二三四五六七八九";
constexpr std::u32string_view kanji_units = U"十百千";
constexpr std::u32string_view counters = U"丁条線番号";

bool is_in(char32_t letter, std::u32string_view letters) {
    return letters.find(letter) != std::u32string_view::npos;
}

char32_t folded(char32_t letter) {
    constexpr char32_t first_full_width = U'！';
    constexpr char32_t last_full_width = U'～';
    if (letter >= first_full_width && letter <= last_full_width) {
        return letter - first_full_width + U'!';
    }
    return is_in(letter, dashes) ? U'-' : is_in(letter, blanks) ? U' ' : is_in(letter, small_ke) ? U'ヶ' : letter;
}

bool is_numeral(char32_t letter) {
    return is_in(letter, kanji_digits) || is_in(letter, kanji_units);
}

/// 二十三 and 二三 are both 23.
std::uint32_t number_in(std::u32string_view numerals) {
    std::uint32_t total = 0;
    std::optional<std::uint32_t> digits;
    for (const char32_t letter : numerals) {
        if (const auto digit = kanji_digits.find(letter); digit != std::u32string_view::npos) {
            digits = 10 * digits.value_or(0) + static_cast<std::uint32_t>(digit);
        } else {
            total += digits.value_or(1) * (letter == U'十' ? 10U : letter == U'百' ? 100U : 1000U);
            digits.reset();
        }
    }
    return total + digits.value_or(0);
}

}  // namespace

std::u32string folded_letters(std::string_view utf8) {
    std::u32string letters;
    if (!is_valid_utf8(utf8)) {
        return letters;
    }
    using Letters = boost::u8_to_u32_iterator<std::string_view::const_iterator>;
    const Letters end(utf8.end(), utf8.begin(), utf8.end());
    for (Letters letter(utf8.begin(), utf8.begin(), utf8.end()); letter != end; ++letter) {
        letters += folded(*letter);
    }
    return letters;
}

std::u32string with_digits(std::u32string_view letters) {
    constexpr std::size_t longest_number = 7;  // 九千九百九十九 is no number of a street
    std::u32string out;
    for (std::size_t i = 0; i < letters.size();) {
        auto end = i;
        while (end < letters.size() && is_numeral(letters[end])) {
            ++end;
        }
        if (end > i && end - i <= longest_number && end < letters.size() && is_in(letters[end], counters)) {
            for (const char digit : std::to_string(number_in(letters.substr(i, end - i)))) {
                out += static_cast<char32_t>(digit);
            }
        } else {
            end = std::max(end, i + 1);
            out += letters.substr(i, end - i);
        }
        i = end;
    }
    return out;
}

}  // namespace michinori::io
