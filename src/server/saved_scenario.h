// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <string>

#include "report/column_catalogue.h"
#include "report/json_parts.h"
#include "scenario/scenario.h"

namespace michinori::server {

/// A what-if as a scenario file of its own.
struct SavedScenario {
    std::string text;             ///< of the file
    scenario::Scenario scenario;  ///< what load_scenario() makes of it
};

/// A scenario that stands on `served` and has one variant: these changes, as a request gives them (change_lines.h).
/// `file`: where it is going to stand, since its base and profiles are named from there. Throws RequestFault and
/// InputError as change_lines() and read_changes().
[[nodiscard]] SavedScenario saved_scenario(const scenario::Scenario& served, const std::filesystem::path& file,
                                           const std::string& name, const report::Bilingual& title,
                                           const report::Json& changes);

/// How a file is named from a folder; both may be reached by links.
[[nodiscard]] std::string path_from(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace michinori::server
