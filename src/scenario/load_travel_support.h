// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/toml_reader.h"
#include "policy/travel_support.h"

namespace michinori::scenario {

/// Reads the tables of a rule file of kind travel_support below its head (scenarios/rules/README.md explains the
/// keys). Adds faults to the file and goes on; the caller finishes the file.
[[nodiscard]] policy::TravelSupport load_travel_support(const io::TomlTable& root);

}  // namespace michinori::scenario
