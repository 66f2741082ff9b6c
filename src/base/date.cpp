// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/date.h"

#include <fmt/core.h>

#include <cmath>

#include "base/text.h"

namespace michinori {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

std::optional<unsigned> whole_number(std::string_view text) {
    const auto number = to_number(text);
    const bool whole = number && *number >= 0 && *number <= 9999 && *number == std::floor(*number);
    return whole ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    text = trimmed(text);
    const char sign = text.find('/') != std::string_view::npos ? '/' : '-';
    const auto first = text.find(sign);
    const auto second = first == std::string_view::npos ? first : text.find(sign, first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    const auto y = whole_number(text.substr(0, first));
    const auto m = whole_number(text.substr(first + 1, second - first - 1));
    const auto d = whole_number(text.substr(second + 1));
    if (!y || !m || !d) {
        return std::nullopt;
    }
    const Date date{year{static_cast<int>(*y)}, month{*m}, day{*d}};
    return date.ok() && *y >= 1900 ? std::optional(date) : std::nullopt;
}

std::string to_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace michinori
