// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "routing/hierarchy.h"

namespace michinori::routing {

/// Milliseconds along an edge of the hierarchy, no_way where there is none.
struct EdgeTimes {
    std::uint32_t up = no_way.count();    ///< from the lower rank to the higher
    std::uint32_t down = no_way.count();  ///< from the higher rank to the lower
    friend bool operator==(const EdgeTimes&, const EdgeTimes&) = default;
};

/// One speed profile laid on a hierarchy: for every edge the quickest way between its ends that
/// visits no other vertex of the lower end's rank or higher. By edge.
using HierarchyTimes = std::vector<EdgeTimes>;

/// Lays times on all edges, both directions. `arc_times` is by arc of the hierarchy's graph; `times` is
/// overwritten (its memory is used again).
/// O(triangles); TBB-parallel over subtrees; the result does not depend on the number of threads.
/// Source: Dibbelt, Strasser, Wagner 2016, section 6 (lower triangles).
void customise(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times, HierarchyTimes& times);

/// Brings `times` up to date after the times of `changed` arcs became other ones (`arc_times` is
/// the new state of all). Returns the edges whose times changed, ascending. A few arcs (a closed road) cost the
/// triangles of the edges that change, many arcs the triangles of the rows that do. One thread.
std::vector<std::uint32_t> recustomise(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times,
                                       std::span<const ArcId> changed, HierarchyTimes& times);

}  // namespace michinori::routing
