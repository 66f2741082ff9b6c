// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/toml_reader.h"
#include "policy/remote_districts.h"

namespace michinori::scenario {

/// The rest of a rule file of kind remote_district; scenarios/rules/README.md explains its keys. Adds faults to the
/// file and goes on: missing_key, wrong_type, bad_value (a limit of [near] that is stricter than the rule's).
[[nodiscard]] policy::RemoteRule load_remote_rule(const io::TomlTable& root);

}  // namespace michinori::scenario
