// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace michinori {

/// text with control characters and right-to-left overrides replaced by a visible mark, so that
/// text from an input cannot disturb a terminal or a log line.
[[nodiscard]] std::string printable(std::string_view text);

/// At most `bytes` bytes of UTF-8, cut at a character and marked with "..." when cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Without spaces, tabs, line ends and ideographic spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The candidate with the smallest edit distance to `word`; empty when there is no candidate.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

/// The whole of `text` (trimmed, full-width digits accepted) as a finite number; "1,234" with
/// thousands separators is accepted, "12a", "nan", "inf" and "" are not.
[[nodiscard]] std::optional<double> to_number(std::string_view text);

/// The parts of `list` between the signs, trimmed, empty ones too; none of a list that is empty.
///
///     split_list("48201 ; 48203", ';')  // "48201", "48203"
[[nodiscard]] std::vector<std::string> split_list(std::string_view list, char sign);

/// items joined by ", ", at most `most` of them, then "... (n more)".
[[nodiscard]] std::string listed(const std::vector<std::string>& items, std::size_t most = 20);

}  // namespace michinori
