// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "report/care_parts.h"

namespace michinori::report {

// The parts of care_text(), each of one network; empty where there is nothing to say.

/// How many areas a table names, and how many rows of a ranking it shows.
inline constexpr std::size_t named_areas = 8;
inline constexpr std::size_t shown_new_sites = 5;

/// Need, who is served, floating catchments.
[[nodiscard]] std::string need_text(const CareOutputs& outputs, const scenario::CareNetwork& network);
[[nodiscard]] std::string new_sites_text(const CareOutputs& outputs, const scenario::CareNetwork& network);
[[nodiscard]] std::string hubs_text(const CareOutputs& outputs, const scenario::CareNetwork& network);
[[nodiscard]] std::string concentration_text(const CareOutputs& outputs, const scenario::CareNetwork& network);
[[nodiscard]] std::string specialties_text(const CareOutputs& outputs, const scenario::CareNetwork& network);

/// "A, B, C and 4 more"; control characters made harmless.
[[nodiscard]] std::string names(const std::vector<std::string>& all, Language language);
/// Name of an area, or its code.
[[nodiscard]] std::string area_name(const access::AreaLevel::Area& area);
/// "12.3"; "-" where there is none.
[[nodiscard]] std::string one_decimal(const std::optional<double>& value);
/// "60 min"; "-" where there is none.
[[nodiscard]] std::string limit_words(const std::optional<TravelTime>& limit);
/// "1,234"; "12.3" for small numbers of cases a year.
[[nodiscard]] std::string cases(double number);

}  // namespace michinori::report
