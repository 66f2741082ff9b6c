// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "routing/cell_cut.h"

namespace michinori::routing {

/// Takes vertices with at most two neighbours off a cell, joining the two that a taken vertex leaves,
/// until none is left. Of a chain every other vertex goes first, so that long roads do not become deep
/// hierarchies. Such vertices add no edge, so they can be contracted before all others.
struct ThinnedCell {
    std::vector<std::uint32_t> taken;  ///< numbers in the cell, in the order of contraction
    Cell rest;
};
/// O(n + m).
[[nodiscard]] ThinnedCell without_few_neighbours(const Cell& cell);

}  // namespace michinori::routing
