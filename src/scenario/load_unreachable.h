// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>

#include "io/toml_reader.h"
#include "network/reason.h"
#include "policy/judgement.h"

namespace michinori::scenario {

/// The table [unreachable] of a rule file: for every reason whether a place that cannot be reached counts as "far"
/// (yes) or is "undecided" (unknown). A reason left out is a missing_key fault.
[[nodiscard]] std::array<policy::Judgement, network::reason_count> load_unreachable(const io::TomlTable& table);

}  // namespace michinori::scenario
