// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation.h"

#include <utility>

#include "bench/nation_places.h"
#include "bench/nation_roads.h"
#include "bench/nation_streets.h"
#include "bench/nation_terrain.h"

namespace michinori::bench {

routing::TimedGraph generate_nation(std::size_t vertices, std::uint64_t seed) {
    const Terrain terrain(vertices, seed);
    auto places = settle(terrain, vertices, seed);
    const auto streets = lay_streets(terrain, places, seed);
    return make_roads(std::move(places), streets, seed);
}

}  // namespace michinori::bench
