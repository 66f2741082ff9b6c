// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace michinori::scenario {

/// A speed profile that a scenario may name.
struct KnownProfile {
    std::string name;  ///< as a scenario writes it: "legal-speed", or a path from its folder
    io::InputFile file;
    bool shipped = false;  ///< comes with the program, so that every scenario may name it
};

/// Those beside the scenario and those that come with the program, by name; its own first where it names a path.
[[nodiscard]] std::vector<KnownProfile> known_profiles(const Scenario& scenario);

}  // namespace michinori::scenario
