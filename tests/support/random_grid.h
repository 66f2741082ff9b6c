// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include "network/road_network.h"

namespace michinori::test {

inline constexpr int grid_side = 5;

/// A grid with random one-ways and lengths; some roads are missing, so that not every place is reached.
inline network::RawRoads random_grid() {
    network::RawRoads roads;
    for (int n = 0; n < grid_side * grid_side; ++n) {
        roads.add_node({139 + 0.001 * (n % grid_side), 36 + 0.001 * (n / grid_side)});
    }
    const auto join = [&](int a, int b) {
        if (*rc::gen::inRange(0, 5) == 0) {
            return;
        }
        auto& section = roads.add_section(NodeId(a), NodeId(b), {roads.nodes[a].position, roads.nodes[b].position}, {});
        section.stated_length_m = *rc::gen::inRange(0, 3) == 0 ? 0.001 : *rc::gen::inRange(1, 300);
        section.backward = *rc::gen::inRange(0, 3) > 0;
    };
    for (int n = 0; n < grid_side * grid_side; ++n) {
        if (n % grid_side + 1 < grid_side) {
            join(n, n + 1);
        }
        if (n + grid_side < grid_side * grid_side) {
            join(n, n + grid_side);
        }
    }
    return roads;
}

inline network::Position random_position(const network::RoadNetwork& net) {
    const SegmentId segment{*rc::gen::inRange<std::size_t>(0, net.segment_count())};
    const auto parts = net.segment(segment).part_count;
    return {segment, *rc::gen::inRange<std::uint32_t>(0, parts), *rc::gen::inRange(0, 5) / 4.0};
}

}  // namespace michinori::test
