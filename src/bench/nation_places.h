// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/nation_terrain.h"
#include "geo/point.h"

namespace michinori::bench {

/// What a settlement is; the larger contain the smaller when roads are laid.
enum class Rank : std::uint8_t { city, town, village };

/// Where the junctions of a generated nation stand, in Hilbert order.
struct Places {
    std::vector<Pos> plane;
    std::vector<geo::Point> position;
    struct Settlement {
        std::uint32_t centre = 0;  ///< its middle vertex
        Rank rank = Rank::village;
    };
    std::vector<Settlement> settlements;  ///< largest first
};

/// Three quarters of the vertices in settlements with Zipf sizes, the rest scattered over the land.
/// O(n log n), parallel; the same with any number of threads.
[[nodiscard]] Places settle(const Terrain& terrain, std::size_t vertices, std::uint64_t seed);

}  // namespace michinori::bench
