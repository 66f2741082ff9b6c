// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <vector>

#include "base/units.h"
#include "network/road_network.h"
#include "network/speed_profile.h"
#include "routing/site.h"
#include "routing/vertex_search.h"

namespace michinori::routing {

/// The roads within a time of places, to the very spot on the road where the time runs out:
///
///     const std::vector<Site> home{{position}};
///     auto times = VertexSearch(model, Journey::from_places, home).run(from_minutes(30));
///     auto roads = reachable_roads(model, {Journey::from_places, home, times},
///                                  std::array{from_minutes(15), from_minutes(30)});   // [0]: 15 minutes

/// What a search knows. With several places a time is that of the nearest.
struct TimesAround {
    Journey journey = Journey::from_places;  ///< driven from the places, or to them
    std::span<const Site> places;
    std::span<const TravelTime> at_vertex;  ///< by vertex, access times included; exact up to the last limit
};

/// A stretch of road: both positions on one segment, `from` before `to` in the segment's direction.
struct RoadPiece {
    network::Position from;
    network::Position to;
    friend bool operator==(const RoadPiece&, const RoadPiece&) = default;
};

/// By limit, the pieces of road every position of which has a time of at most the limit: the time that
/// NearestField and find_route give. Off the pieces it is the limit or more. Both directions' pieces are
/// united; pieces of one segment neither touch nor overlap; they are sorted by segment and place. Within
/// a part time grows linearly; delays (signals) at the end of a part count behind it. Single spots (a
/// junction reached with nothing left) are not listed; ferries and roads on which one may not
/// stop are listed like others. O(limits x segments), and O(parts log parts) for segments where the
/// time runs out; safe from several threads.
[[nodiscard]] std::vector<std::vector<RoadPiece>> reachable_roads(const network::TravelModel& model,
                                                                  const TimesAround& times,
                                                                  std::span<const TravelTime> limits);

}  // namespace michinori::routing
