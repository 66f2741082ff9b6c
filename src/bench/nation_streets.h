// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "bench/nation_neighbours.h"
#include "bench/nation_places.h"
#include "bench/nation_terrain.h"

namespace michinori::bench {

/// A street between two junctions; without the needed ones the nation would fall apart.
struct Street {
    Pair ends;
    bool needed = false;
};

/// Joins all places: of the pairs of near neighbours a spanning tree that avoids borders, links where
/// that leaves pieces apart (straits among them), and of the other pairs as many as make 1.37 streets a
/// place, few of them over coarse borders. O(n log n), parallel in part.
[[nodiscard]] std::vector<Street> lay_streets(const Terrain& terrain, const Places& places, std::uint64_t seed);

}  // namespace michinori::bench
