// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "routing/customise.h"
#include "routing/hierarchy.h"

namespace michinori::routing {

/// One quickest way from vertex to vertex, arc by arc.
struct VertexPath {
    TravelTime time{0};
    std::vector<ArcId> arcs;
};

/// Quickest ways between pairs of vertices on a customised hierarchy, unpacked to the graph's own arcs.
/// For many single journeys of a large network (which roads do they use?), where a sweep each would cost too much.
/// Among equally quick ways the choice is fixed but is not that of route.h.
///
///     PathQuery query(hierarchy, times, arc_times);
///     if (const auto path = query.find(home, hospital)) use(path->arcs);
///
/// A shortcut is unpacked by the triangle whose two sides add up to it, which is looked for among the lower
/// triangles of its edge when asked for: nothing has to be kept up to date when times change. O(height x edges a
/// rank + arcs of the path x triangles an edge) a question; a workspace: one a thread. Source: elimination tree
/// search of Dibbelt, Strasser, Wagner 2016, section 8.
class PathQuery {
public:
    PathQuery(const Hierarchy& hierarchy, const HierarchyTimes& times, std::span<const TravelTime> arc_times);

    /// Nothing when there is no way. From a vertex to itself: no arcs.
    std::optional<VertexPath> find(std::uint32_t from, std::uint32_t to);

private:
    /// Times along the way from a rank to its root; entry d is the ancestor of depth d + 1.
    struct Climb {
        std::vector<std::uint32_t> rank;
        std::vector<std::uint32_t> time;
        std::vector<std::uint32_t> by_edge;
    };
    void climb(std::uint32_t from, bool forwards, Climb& climb) const;
    void follow(const Climb& climb, std::uint32_t depth, bool forwards, VertexPath& path) const;
    void unpack(std::uint32_t edge, bool upwards, VertexPath& path) const;
    [[nodiscard]] std::uint32_t time_of_edge(std::uint32_t edge, bool upwards) const {
        return upwards ? times_[edge].up : times_[edge].down;
    }

    const Hierarchy& hierarchy_;
    const HierarchyTimes& times_;
    std::span<const TravelTime> arc_times_;
    Climb from_;
    Climb to_;
};

}  // namespace michinori::routing
