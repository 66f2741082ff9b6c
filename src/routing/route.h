// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "network/road_network.h"
#include "network/speed_profile.h"

namespace michinori::routing {

/// Routes road by road. Any engine that tells times to a goal can lead one:
///
///     auto route = engine.find_route(home, hospital);                      // engine.h
///     auto route = route_along(model, home, hospital, times_to_hospital);  // what it does
///
/// All give the same legs, because the choice among equally quick ways follows from the times alone:
///
/// 1. Start. The first quickest of these: stay on the road forwards to the goal, stay on it
///    backwards, leave it at its forward end, leave it at its backward end.
/// 2. At a vertex whose time to the goal is d: when the goal's road begins here and the piece of it up
///    to the goal takes exactly d, drive that piece (forwards before backwards), and the route ends.
/// 3. Else take the arc of lowest ArcId, among those that take more than no time, whose time and its
///    head's time to the goal add up to d.
/// 4. Where there is none, the way on begins with arcs that take no time. Breadth first over such
///    arcs between vertices of time d, arcs in ascending ArcId, the first vertex at which 2 or 3
///    applies is gone to, by the arcs that first met it. So no route goes round.

/// One leg of a route along a segment.
struct RouteLeg {
    SegmentId segment;
    network::Direction direction;
    network::Position from;  ///< where the leg enters
    network::Position to;
    friend bool operator==(const RouteLeg&, const RouteLeg&) = default;
};

/// The first leg begins at the start, the last ends at the goal, the legs between are whole segments.
/// `time` is the sum of the legs' times: time_between() of an only leg; else time_to_end() of the first,
/// the arcs' times, time_from_start() of the last.
struct Route {
    TravelTime time{0};  ///< along the network, without the access legs
    std::vector<RouteLeg> legs;
    friend bool operator==(const Route&, const Route&) = default;
};

/// What an engine knows of the way to one goal.
class TimesToGoal {
public:
    virtual ~TimesToGoal() = default;

    /// Driving time from a vertex to the goal's position; no_way if none. Exact: equal to
    /// the least sum of arc times and of the last piece along the goal's road.
    virtual TravelTime at(std::uint32_t vertex) = 0;

    /// The same, but above `limit` any time above `limit` will do: for engines that save work by it.
    virtual TravelTime at_most(std::uint32_t vertex, TravelTime limit);
};

/// The route from a position by the rule above; nothing when there is no way. Asks for the two ends of
/// the start's road and the heads of the arcs out of the route's vertices: O(arcs asked). Throws
/// std::logic_error when the times are not those of the model and goal.
[[nodiscard]] std::optional<Route> route_along(const network::TravelModel& model, network::Position from,
                                               network::Position to, TimesToGoal& times);

}  // namespace michinori::routing
