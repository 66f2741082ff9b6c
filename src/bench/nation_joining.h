// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <vector>

#include "base/disjoint_sets.h"
#include "bench/nation_neighbours.h"
#include "bench/nation_terrain.h"

namespace michinori::bench {

/// Two bridges over each strait, between the points of either half of the coasts that reach out
/// farthest to the other island. O(n).
[[nodiscard]] std::vector<Pair> bridge_straits(const Terrain& terrain, std::span<const Pos> plane);

/// Links between near places of different pieces until everything is one piece; `pieces` says what
/// hangs together already and is brought up to date. O(pieces x search) a round, few rounds.
[[nodiscard]] std::vector<Pair> join_pieces(const PointGrid& grid, std::span<const Pos> plane, DisjointSets& pieces);

}  // namespace michinori::bench
