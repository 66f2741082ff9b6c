// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "geo/point.h"
#include "network/snapping.h"
#include "routing/engine.h"
#include "scenario/analysis.h"
#include "scenario/drive.h"
#include "scenario/region.h"

namespace michinori::scenario {

/// A journey to the nearest facility of a service, from door to door.
struct Itinerary {
    std::string service;
    std::string facility_id;
    std::string facility_name;
    TravelTime time{0};   ///< access leg + drive + access leg
    Metres length;        ///< of the drive
    Metres start_access;  ///< off the road, at the start
    Metres end_access;
    std::vector<RoadStretch> stretches;
    std::vector<geo::Point> line;  ///< the drive
};

/// Or why there is none.
struct NoItinerary {
    std::string service;
    network::Reason reason;
};
using ItineraryResult = std::variant<Itinerary, NoItinerary>;

/// From a place to the nearest facility of one service (or of each, when `service` is empty).
/// Throws InputError unknown_reference for a service that the scenario does not have.
[[nodiscard]] std::vector<ItineraryResult> itineraries_from(geo::Point from, const std::string& service,
                                                            const Region& region, const routing::Engine& engine,
                                                            const Analysis& analysis);

/// The same for demand points whose outcomes are known: for each, one of each service in their order. Routes to one
/// facility share its search.
[[nodiscard]] std::vector<ItineraryResult> itineraries_of(std::span<const DemandId> demand, const Region& region,
                                                          const routing::Engine& engine, const Analysis& analysis);

}  // namespace michinori::scenario
