// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <string>
#include <vector>

#include "routing/isochrone.h"
#include "scenario/region.h"

namespace michinori::scenario {

/// Where one is within limits of places in a region:
///
///     const auto places = around_service("birth", scenario, region);
///     for (const auto& ring : measured_isochrones(region, places, limits)) { ... ring.area_km2 ... }

/// What the limits are counted from, or to; the access legs of the places count.
struct Places {
    routing::Journey journey = routing::Journey::to_places;
    std::vector<routing::Site> sites;
};

/// Journeys to the facilities of a service. Those that are not on the network are treated as analyse() treats
/// them. Throws InputError: unknown_reference, facility_unsnapped, service_off_network, and as select_services().
[[nodiscard]] Places around_service(const std::string& service, const Scenario& scenario, Region& region);

/// Journeys from one point, or to it. Throws InputError bad_value in the option's name for a point that cannot
/// be put on the network, with the reason.
[[nodiscard]] Places around_point(geo::Point point, routing::Journey journey, const std::string& option,
                                  const Region& region);

struct MeasuredIsochrone {
    routing::Isochrone shape;
    Metres roads;         ///< length of the roads in it; ferries are in the shape, but not counted
    double area_km2 = 0;  ///< of the land
};

/// One for each limit, in their order; limits ascend. Cost: one search as far as the last limit, and isochrones().
[[nodiscard]] std::vector<MeasuredIsochrone> measured_isochrones(const Region& region, const Places& places,
                                                                 std::span<const TravelTime> limits,
                                                                 const geo::BufferOptions& options = {});

/// The road from the one end of a piece to the other.
[[nodiscard]] Metres length_of(const network::RoadNetwork& net, const routing::RoadPiece& piece);

}  // namespace michinori::scenario
