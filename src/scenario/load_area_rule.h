// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/toml_reader.h"
#include "policy/area_tests.h"

namespace michinori::scenario {

/// Reads the tables of a rule file of kind priority_area or shortage_spot, head included (scenarios/rules/README.md
/// explains the keys); another kind is a fault of the file. Adds faults to the file and goes on; the caller finishes
/// the file. A rule with faults must not be applied.
///
///     io::TomlFile file(input);
///     const auto rule = load_area_rule(file.root());
///     file.finish();
[[nodiscard]] policy::AreaRule load_area_rule(const io::TomlTable& root);

/// Whether a text can name a fact: letters a-z, digits and _; it names columns.
[[nodiscard]] bool is_fact_name(std::string_view text);

}  // namespace michinori::scenario
