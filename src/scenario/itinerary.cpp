// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/itinerary.h"

#include <stdexcept>

#include "access/service_access.h"
#include "routing/many_routes.h"

namespace michinori::scenario {
namespace {

using network::Snapped;

/// A journey whose route is known.
Itinerary itinerary(const Snapped& home, const access::Journey& journey, const std::string& service,
                    const std::optional<routing::Route>& route, const Region& region, const Snapped& site) {
    if (!route || saturating_add(saturating_add(route->time, home.access_time), site.access_time) != journey.time) {
        throw std::logic_error("the route and the access time of a point disagree");
    }
    const auto& facility = region.inputs().facilities.facilities[journey.facility.index()];
    Itinerary result{service, facility.id, facility.name, journey.time, {}, home.distance, site.distance, {}, {}};
    result.stretches = stretches_of(region.model(), *route);
    result.length = length_of(result.stretches);
    result.line = line_of(region.network(), *route);
    return result;
}

const Snapped& site_of(FacilityId facility, const Analysis& analysis) {
    return std::get<Snapped>(analysis.result.facility_snaps[facility.index()]);
}

}  // namespace

std::vector<ItineraryResult> itineraries_from(geo::Point from, const std::string& service, const Region& region,
                                              const routing::Engine& engine, const Analysis& analysis) {
    if (!service.empty()) {
        static_cast<void>(service_named(service, analysis.services));  // or a fault
    }
    const auto home = region.snapper().snap(from);
    std::vector<ItineraryResult> results;
    for (const auto& one : analysis.services) {
        if (!service.empty() && one.id != service) {
            continue;
        }
        const auto outcome =
            access::ServiceAccess(engine, region.components(), one, analysis.result.facility_snaps).from(home);
        if (const auto* reason = std::get_if<network::Reason>(&outcome)) {
            results.emplace_back(NoItinerary{one.id, *reason});
            continue;
        }
        const auto& journey = std::get<access::Reached>(outcome).nearest;
        const auto& start = std::get<Snapped>(home);
        const auto& site = site_of(journey.facility, analysis);
        const auto route = engine.find_route(start.position, site.position);
        results.emplace_back(itinerary(start, journey, one.id, route, region, site));
    }
    return results;
}

std::vector<ItineraryResult> itineraries_of(std::span<const DemandId> demand, const Region& region,
                                            const routing::Engine& engine, const Analysis& analysis) {
    const auto service_count = analysis.services.size();
    std::vector<network::Position> goals(analysis.result.facility_snaps.size());
    std::vector<routing::RouteRequest> requests;
    std::vector<std::size_t> place;  // of each request among the results
    std::vector<ItineraryResult> results(demand.size() * service_count);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto d = demand[i / service_count].index();
        const auto& outcome = analysis.result.outcomes[i % service_count][d];
        if (const auto* reason = std::get_if<network::Reason>(&outcome)) {
            results[i] = NoItinerary{analysis.services[i % service_count].id, *reason};
            continue;
        }
        const auto facility = std::get<access::Reached>(outcome).nearest.facility;
        goals[facility.index()] = site_of(facility, analysis).position;
        requests.push_back({std::get<Snapped>(analysis.result.demand_snaps[d]).position, facility.raw()});
        place.push_back(i);
    }
    routing::find_routes(engine, goals, requests, [&](std::size_t r, const std::optional<routing::Route>& route) {
        const auto i = place[r];
        const auto d = demand[i / service_count].index();
        const auto& journey = std::get<access::Reached>(analysis.result.outcomes[i % service_count][d]).nearest;
        results[i] =
            itinerary(std::get<Snapped>(analysis.result.demand_snaps[d]), journey,
                      analysis.services[i % service_count].id, route, region, site_of(journey.facility, analysis));
    });
    return results;
}

}  // namespace michinori::scenario
