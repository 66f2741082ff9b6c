// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "routing/customise.h"

namespace michinori::routing {

/// One direction of the edges of a hierarchy that searches need, by lower rank.
struct RankArcs {
    struct Arc {
        std::uint32_t head = 0;  ///< the higher rank
        std::uint32_t time = 0;  ///< ms
    };
    std::vector<std::uint32_t> first{0};  ///< by rank, one more than ranks
    std::vector<Arc> arcs;

    [[nodiscard]] std::span<const Arc> of(std::uint32_t rank) const {
        return {arcs.data() + first[rank], arcs.data() + first[rank + 1]};
    }
};

/// The edges of a customised hierarchy without which some quickest way would be lost: `up` from lower to
/// higher ranks, `down` from higher to lower ones (also listed at the lower rank).
struct UsefulEdges {
    RankArcs up;
    RankArcs down;
};

/// Leaves out every edge that is no better than a way over another higher neighbour of its lower end
/// ("perfect customisation", taken one step further: also where the way is as quick, if its second part
/// takes time). For any x and target t, some edge kept at x still begins, or x itself is the top of, a quickest
/// way; so upward searches over `down` and sweeps over `up` stay exact. O(triangles); TBB-parallel; the same
/// for any number of threads. Source: Dibbelt, Strasser, Wagner 2016, section 7; for the equal case the
/// proof is in this folder's README.
[[nodiscard]] UsefulEdges useful_edges(const Hierarchy& hierarchy, const HierarchyTimes& times);

/// By rank: 1 for the wanted and all that a sweep over `arcs` passes on the way to them. O(n + m).
/// Source: Delling, Goldberg, Werneck, "Faster Batched Shortest Paths in Road Networks" (RPHAST), ATMOS 2011.
[[nodiscard]] std::vector<std::uint8_t> needed_for(const RankArcs& arcs, std::span<const std::uint32_t> wanted);

}  // namespace michinori::routing
