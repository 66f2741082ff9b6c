// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "access/access.h"
#include "base/units.h"
#include "network/snapping.h"
#include "routing/engine.h"

namespace michinori::access {

/// The quickest ways of all demand points to their nearest facility of a service, as trees: a way goes from the
/// demand point's node from parent to parent up to a root.
///
///     const auto forest = route_forest(engine, snaps, facility_snaps, outcomes, Metres{15});
///     for (auto n = forest.start[d]; n != -1; n = forest.parent[n]) draw(forest.lon[n], forest.lat[n]);
///
/// A way begins where the point meets its road and ends where the facility meets its own: the access legs, which are
/// straight, are not in it. Parents come before their children, depth first, facility by facility.
struct RouteForest {
    std::vector<std::int32_t> start;   ///< by demand point; -1: it reaches no facility
    std::vector<std::int32_t> parent;  ///< by node; -1: a root, the place of a facility on its road
    std::vector<std::int32_t> lon;     ///< by node, in 1e-7 degrees
    std::vector<std::int32_t> lat;
    friend bool operator==(const RouteForest&, const RouteForest&) = default;
};

/// `outcomes`: of one service, by demand point (access.h), from the same engine. The ways are the routes of
/// routing/route.h to the facility that the outcome names, so they take the outcome's time. Nodes that are neither
/// an entry of a demand point nor a fork are left out where the line stays within `tolerance` of the road (and the road
/// of it). Throws std::logic_error when outcomes and engine do not belong together.
///
/// Facilities in parallel; the result does not depend on the number of threads. Memory: the roads of
/// the trees under way, and what is returned. Cost: one search for the nearest of
/// these facilities, one more for each to which another is exactly as near somewhere on a way, then O(roads used).
[[nodiscard]] RouteForest route_forest(const routing::Engine& engine,
                                       const std::vector<network::SnapResult>& demand_snaps,
                                       const std::vector<network::SnapResult>& facility_snaps,
                                       const std::vector<Outcome>& outcomes, Metres tolerance = Metres{15});

}  // namespace michinori::access
