// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "scenario/scenario.h"

namespace michinori::scenario {

/// load_scenario that also tells every key asked for on the way ("demand.columns.mesh"): for a
/// scenario that uses each section and format, the keys there are.
[[nodiscard]] Scenario load_scenario(const std::filesystem::path& file, const std::filesystem::path& data_root,
                                     std::set<std::string>& keys);

/// Languages by the names that scenarios and studies use.
[[nodiscard]] const std::vector<std::pair<std::string, Language>>& language_names();

/// Engines by the names that scenarios and --engine use.
[[nodiscard]] const std::vector<std::pair<std::string, Scenario::EngineKind>>& engine_names();

}  // namespace michinori::scenario
