// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/toml_reader.h"
#include "policy/designation_adjustment.h"

namespace michinori::scenario {

/// A rule of kind designation_adjustment and the grid of rules over which its firmness is counted.
struct DesignationRule {
    policy::DesignationAdjustment adjustment;
    policy::RuleShares grid;
};

/// Reads the tables of such a rule file (scenarios/rules/README.md explains the keys). Adds faults to the file and goes
/// on; the caller finishes the file.
[[nodiscard]] DesignationRule load_designation_rule(const io::TomlTable& root);

}  // namespace michinori::scenario
