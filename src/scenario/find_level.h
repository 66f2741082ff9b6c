// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "access/area.h"

namespace michinori::scenario {

/// The place of the level with that id; nothing where there is none.
[[nodiscard]] std::optional<std::size_t> find_level(const std::vector<access::AreaLevel>& levels,
                                                    const std::string& id);

/// The same of a level that must be there: InputError unknown_reference, naming those there are.
[[nodiscard]] std::size_t level_named(const std::vector<access::AreaLevel>& levels, const std::string& id);

}  // namespace michinori::scenario
