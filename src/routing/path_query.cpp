// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/path_query.h"

#include <algorithm>
#include <stdexcept>

#include "routing/edge_rows.h"

namespace michinori::routing {
namespace {

constexpr std::uint32_t no_edge = 0xffffffffU;

}  // namespace

PathQuery::PathQuery(const Hierarchy& hierarchy, const HierarchyTimes& times, std::span<const TravelTime> arc_times)
    : hierarchy_(hierarchy), times_(times), arc_times_(arc_times) {}

void PathQuery::climb(std::uint32_t from, bool forwards, Climb& climb) const {
    const auto depth = hierarchy_.depth(from);
    climb.rank.assign(depth, 0);
    climb.time.assign(depth, no_way.count());
    climb.by_edge.assign(depth, no_edge);
    climb.time[depth - 1] = 0;
    for (auto x = from; x != Hierarchy::no_parent; x = hierarchy_.parent(x)) {
        const auto at = hierarchy_.depth(x) - 1;
        climb.rank[at] = x;
        for (auto edge = hierarchy_.first_up(x); edge < hierarchy_.first_up(x + 1); ++edge) {
            const auto head = hierarchy_.depth(hierarchy_.head(edge)) - 1;
            const auto time = plus(climb.time[at], time_of_edge(edge, forwards));
            if (time < climb.time[head]) {
                climb.time[head] = time;
                climb.by_edge[head] = edge;
            }
        }
    }
}

std::optional<VertexPath> PathQuery::find(std::uint32_t from, std::uint32_t to) {
    climb(hierarchy_.rank(from), true, from_);
    climb(hierarchy_.rank(to), false, to_);
    VertexPath path{no_way, {}};
    std::uint32_t meeting = 0;
    const auto shared = std::min(from_.rank.size(), to_.rank.size());
    for (std::uint32_t d = 0; d < shared && from_.rank[d] == to_.rank[d]; ++d) {
        const TravelTime time{plus(from_.time[d], to_.time[d])};
        if (time < path.time) {
            path.time = time;
            meeting = d;
        }
    }
    if (path.time == no_way) {
        return std::nullopt;
    }
    follow(from_, meeting, true, path);
    follow(to_, meeting, false, path);
    return path;
}

/// Appends the edges by which an ancestor was reached, in the order in which they are driven.
void PathQuery::follow(const Climb& climb, std::uint32_t depth, bool forwards, VertexPath& path) const {
    std::vector<std::uint32_t> edges;
    while (climb.by_edge[depth] != no_edge) {
        edges.push_back(climb.by_edge[depth]);
        depth = hierarchy_.depth(hierarchy_.tail(edges.back())) - 1;
    }
    if (forwards) {
        std::ranges::reverse(edges);
    }
    for (const auto edge : edges) {
        unpack(edge, forwards, path);
    }
}

void PathQuery::unpack(std::uint32_t edge, bool upwards, VertexPath& path) const {
    const auto time = time_of_edge(edge, upwards);
    for (const auto arc : hierarchy_.arcs_in_slot(2 * edge + (upwards ? 0 : 1))) {
        if (arc_times_[arc].count() == time) {
            path.arcs.push_back(ArcId{arc});
            return;
        }
    }
    // First from the lower end's or the higher end's side down to x, then up to the other end.
    std::uint32_t first = no_edge;
    std::uint32_t second = no_edge;
    for_each_lower_triangle(hierarchy_, hierarchy_.tail(edge), hierarchy_.head(edge),
                            [&](std::uint32_t to_tail, std::uint32_t to_head) {
                                const auto down = upwards ? to_tail : to_head;
                                const auto up = upwards ? to_head : to_tail;
                                if (first == no_edge && plus(times_[down].down, times_[up].up) == time) {
                                    first = down;
                                    second = up;
                                }
                            });
    if (first == no_edge) {
        throw std::logic_error("PathQuery: the times of the arcs are not those of the hierarchy");
    }
    unpack(first, false, path);
    unpack(second, true, path);
}

}  // namespace michinori::routing
