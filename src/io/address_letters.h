// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

namespace michinori::io {

/// Letters of UTF-8 with one sign for each that addresses write in several ways: ASCII for full-width
/// forms, '-' for every dash, ' ' for every blank, ヶ for ケ, ガ and が. Empty when it is not UTF-8.
[[nodiscard]] std::u32string folded_letters(std::string_view utf8);

/// With kanji numerals directly before 丁, 条, 線, 番 and 号 written in digits: "北二十三条" is "北23条".
/// "一二" is 12, "十二" is 12, "百" is 100.
[[nodiscard]] std::u32string with_digits(std::u32string_view letters);

}  // namespace michinori::io
