// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>

#include "routing/graph.h"

namespace michinori::bench {

/// A generated nation to measure on: roads that look like roads to a search, of any size.
///
///     const auto nation = generate_nation(1'800'000, 1);
///
/// What it has: islands in a chain with two bridges over each strait; mountains, rivers and ever
/// smaller obstacles that few roads cross (nation_terrain.h); a capital, cities, towns and villages
/// with Zipf sizes and streets that thin out from their middle, between them scattered farms; streets
/// that join neighbours without crossing, thinned to 2.7 arcs a vertex with dead ends left; quick roads from
/// village to village, town to town and city to city; some one-way streets, and a handful of places
/// that can be entered but not left, or left but not entered. Times are whole ms at 20 to 100 km/h.
/// 33 vertices a square kilometre of the frame: 20 million on 2000 x 300 km, as Japan has them.
///
/// What it is not: a copy of any country. Every road has a vertex at each end only, motorways can be
/// entered anywhere, and turn restrictions are missing.
///
/// Vertices are in Hilbert order. The same arguments give the same graph, with any number of threads.
/// More than 99.9 % of the vertices are in one strongly connected component. O(n log n); about 120
/// bytes a vertex besides the result. Any number of vertices below 2^30 will do, 0 included.
[[nodiscard]] routing::TimedGraph generate_nation(std::size_t vertices, std::uint64_t seed);

}  // namespace michinori::bench
