// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace michinori::io {

/// What stood before a letter of an address and is no part of a name. People leave all of them out.
enum class Pause : std::uint8_t {
    none,
    space,
    aza,   ///< 字 or 小字
    oaza,  ///< 大字
};

/// An address, or a part of one, in the one spelling in which addresses are compared:
/// - full-width letters, digits and signs are ASCII; every kind of dash is '-', as are ー and の between
///   digits and a space between digits;
/// - kanji numerals directly before 丁, 条, 線, 番 or 号 are digits (二十三丁目: 23丁);
/// - after a digit 丁目 is 丁, and 番地, 番地の and 番 are 番; ヶ, ケ, ガ and が are ヶ;
/// - spaces and 大字, 字, 小字 are pauses, not letters (文字, as in 十文字, is a name).
/// 丁 and 番 stay, so that "中央1番5号" is never taken for "中央1丁目5".
struct AddressText {
    std::u32string letters;
    std::vector<Pause> before;  ///< before[i]: what stood before letters[i]
};

/// Empty for text that is not UTF-8. A pure function.
[[nodiscard]] AddressText address_text(std::string_view utf8);

/// The number part of an address as block and lot numbers are compared: 番, 号 and signs after a number
/// are '-', none at its ends. "16番10号" is "16-10".
[[nodiscard]] std::u32string lot_text(std::u32string_view letters);

[[nodiscard]] bool is_digit(char32_t letter);
[[nodiscard]] std::string utf8_of(std::u32string_view letters);

}  // namespace michinori::io
