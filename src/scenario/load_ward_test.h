// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/toml_reader.h"
#include "policy/ward_support.h"

namespace michinori::scenario {

/// One [[test]] of a ward rule: id, titles, kind, and the limits of that kind. Faults join the file's.
[[nodiscard]] policy::WardSupport::Test load_ward_test(const io::TomlTable& table);

}  // namespace michinori::scenario
