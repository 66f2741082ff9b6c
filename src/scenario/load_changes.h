// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"

namespace michinori::scenario {

/// Changes that stand in no scenario file: a TOML text whose key `change` is a list as that of [[variant]]
/// (scenarios/README.md), read with the same checks against the same scenario. Profiles are looked for as its own.
/// `shown` stands for the text's name in faults. Throws InputError as load_scenario().
///
///     const auto steps = read_changes("change = [{ close = [\"H1\"] }]", "changes", scenario);
///     const auto closed = family.make("today", steps, progress);
[[nodiscard]] std::vector<VariantSettings::Step> read_changes(std::string_view text, const std::string& shown,
                                                              const Scenario& scenario);

}  // namespace michinori::scenario
