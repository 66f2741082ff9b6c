// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace michinori {

/// A day of the calendar, compared by value.
using Date = std::chrono::year_month_day;

/// "2025-04-01" (also "2025/4/1", full-width digits accepted); nothing when it is no day of the calendar.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// "2025-04-01"
[[nodiscard]] std::string to_text(Date date);

}  // namespace michinori
