// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>

#include "bench/nation_places.h"
#include "bench/nation_streets.h"
#include "routing/graph.h"

namespace michinori::bench {

/// Makes streets a graph with times: the quickest ways between neighbouring villages become secondary
/// roads, those between towns trunk roads and those between cities motorways, each laid over the ones
/// before where that is quicker. Some streets that are not needed become one-way, a few dead ends
/// traps. Takes the positions of `places`. Three searches over the graph: O(n log n).
[[nodiscard]] routing::TimedGraph make_roads(Places places, std::span<const Street> streets, std::uint64_t seed);

}  // namespace michinori::bench
