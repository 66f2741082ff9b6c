// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "report/check_report.h"
#include "report/words.h"

namespace michinori::report {

// One function a section of the page; each ends with an empty line.
[[nodiscard]] std::string scenario_section(const CheckResults& results, Language language);
[[nodiscard]] std::string inputs_section(const io::InputLog& log, Language language);
[[nodiscard]] std::string network_section(const CheckResults& results, Language language);
[[nodiscard]] std::string pieces_section(const network::Components& components, Language language);
[[nodiscard]] std::string traps_section(const network::Components& components, Language language);
[[nodiscard]] std::string demand_section(const CheckResults& results, Language language);
[[nodiscard]] std::string facilities_section(const CheckResults& results, Language language);
[[nodiscard]] std::string services_section(const CheckResults& results, Language language);
[[nodiscard]] std::string areas_section(const CheckResults& results, Language language);
[[nodiscard]] std::string refused_section(const io::InputLog& log, Language language);
[[nodiscard]] std::string findings_section(const io::InputLog& log, Language language);

/// "Inputs", underlined as wide as it is.
[[nodiscard]] std::string heading(const std::string& text);
/// "... 12 more"
[[nodiscard]] std::string and_more(std::size_t count, Language language);
/// "lat 43.06210, lon 141.35440"
[[nodiscard]] std::string place_words(geo::Point place, Language language);

}  // namespace michinori::report
