// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/edge_rows.h"

namespace michinori::routing {

Division divided(const Hierarchy& hierarchy) {
    const auto n = static_cast<std::uint32_t>(hierarchy.vertex_count());
    const auto largest_task = std::max<std::uint32_t>(500, n / 64);
    Division division;
    division.is_top.resize(n, 0);
    for (std::uint32_t x = 0; x < n; ++x) {
        if (x - hierarchy.first_below(x) + 1 > largest_task) {
            division.is_top[x] = 1;
            division.top.push_back(x);
        }
    }
    for (std::uint32_t x = 0; x < n; ++x) {
        const auto up = hierarchy.parent(x);
        if (division.is_top[x] == 0 && (up == Hierarchy::no_parent || division.is_top[up] == 1)) {
            division.subtrees.push_back(x);
        }
    }
    return division;
}

}  // namespace michinori::routing
