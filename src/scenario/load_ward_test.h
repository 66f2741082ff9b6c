// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/toml_reader.h"
#include "policy/ward_support.h"

namespace michinori::scenario {

/// One [[test]] of a ward rule: id, titles, kind, and the limits of that kind. Faults join the file's.
[[nodiscard]] policy::WardSupport::Test load_ward_test(const io::TomlTable& table);

/// id, title_en, title_ja of a test or a group; the titles are the id where they are not given.
struct WardNames {
    std::string id;
    std::string title_en;
    std::string title_ja;
};
[[nodiscard]] WardNames load_ward_names(const io::TomlTable& table);

}  // namespace michinori::scenario
