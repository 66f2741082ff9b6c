// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bench/baselines.h"
#include "bench/nation_places.h"

namespace michinori::bench {

enum class RoadClass : std::uint8_t { local, secondary, trunk, motorway };

/// The roads of a nation while they are made: every street stands in it as two arcs of equal time.
struct RoadGraph {
    SearchGraph graph;
    std::vector<RoadClass> road_class;  ///< by arc
    std::vector<std::uint8_t> needed;   ///< by arc, 1: the nation would fall apart without it
};

/// Raises the quickest way between every two neighbouring settlements of `rank` or above to
/// `road_class`. Neighbours are two between whose surroundings (all that is nearer to it than to
/// another) a street runs. Times stay as they are. One search: O(n log n).
void lay_routes(RoadGraph& roads, std::span<const Places::Settlement> settlements, Rank rank, RoadClass road_class);

}  // namespace michinori::bench
