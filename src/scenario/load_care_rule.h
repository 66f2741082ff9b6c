// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/input_log.h"
#include "io/toml_reader.h"
#include "policy/care_rule.h"

namespace michinori::scenario {

/// The rest of a rule file of kind care_network; scenarios/rules/README.md explains its keys. Adds faults to the file
/// and goes on: missing_key, wrong_type, bad_value, unknown_reference (a tier that the file does not have).
[[nodiscard]] policy::CareRule load_care_rule(const io::TomlTable& root);

/// Reads a file of that kind. Throws InputError with every fault of it.
[[nodiscard]] policy::CareRule read_care_rule(const io::InputFile& file);

}  // namespace michinori::scenario
