// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/json_parts.h"

namespace michinori::server {

inline constexpr std::size_t most_changes = 200;
inline constexpr std::size_t most_named = 1000;  ///< facilities and the like, in all changes together

/// The names of speed profiles that may be asked for, and how each is written where the changes go.
using ProfileNames = std::map<std::string, std::string>;

/// Changes as a request gives them in JSON, each as the inline table of TOML that a scenario has (scenarios/README.md).
/// Whether they make sense is judged by the scenario's own reader (scenario/load_changes.h). What names a file is not
/// let through. Throws RequestFault: wrong_type, too_many_changes, change_not_allowed, bad_value.
///
///     [{"close": ["H1"], "services": ["delivery"]}]  ->  {"{ close = [\"H1\"], services = [\"delivery\"] }"}
[[nodiscard]] std::vector<std::string> change_lines(const report::Json& changes, const ProfileNames& profiles);

/// They as the value of a key `change`: the n-th stands on the n-th line.
[[nodiscard]] std::string change_list(const std::vector<std::string>& lines);

}  // namespace michinori::server
