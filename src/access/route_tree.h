// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/access: the routes of many journeys to one goal, grown together (route_forest.h).

#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "geo/point.h"
#include "network/road_network.h"
#include "network/speed_profile.h"
#include "routing/route.h"

namespace michinori::access {

/// A journey to the goal, along the network.
struct Drive {
    network::Position from;
    TravelTime time = no_way;  ///< if it is known: saves work
};

/// Node 0 is the goal. Parents come before their children, depth first.
struct RouteTree {
    struct Node {
        geo::Point place;
        std::uint32_t parent = 0;  ///< of node 0: itself
        bool entry = false;        ///< a journey begins here
    };
    std::vector<Node> nodes;
    std::vector<std::uint32_t> start;  ///< by journey
};

/// Every bend of the roads is a node. Journeys that begin at the same place of a road and go the same way share their
/// node; two that go different ways from it, or to the goal by different arcs of no time, do not. Throws
/// std::logic_error when a journey has no way, or none as quick as was said. O(roads used).
[[nodiscard]] RouteTree grow_route_tree(const network::TravelModel& model, network::Position goal,
                                        std::span<const Drive> journeys, routing::TimesToGoal& times);

/// Leaves out nodes that are neither root, entry nor fork where the line stays within the tolerance (Douglas and
/// Peucker between those that stay). O(n log n) on common roads.
[[nodiscard]] RouteTree thinned(const RouteTree& tree, Metres tolerance);

}  // namespace michinori::access
