// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/toml_reader.h"
#include "policy/ward_support.h"

namespace michinori::scenario {

/// Reads the tables of a rule file of kind ward_support, head included (scenarios/rules/README.md explains the keys).
/// Adds faults to the file and goes on; the caller finishes the file. A rule with faults must not be applied.
[[nodiscard]] policy::WardSupport load_ward_support(const io::TomlTable& root);

}  // namespace michinori::scenario
