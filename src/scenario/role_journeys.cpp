// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/role_journeys.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>

#include "access/service_access.h"
#include "routing/many_routes.h"
#include "scenario/drive.h"

namespace michinori::scenario {
namespace {

using network::Snapped;

constexpr std::size_t most_main_roads = 5;

/// The facilities of a service that a traveller can go to.
std::vector<FacilityId> open_to(const Traveller& traveller, const access::Service& service) {
    std::vector<FacilityId> named;
    std::ranges::set_intersection(service.facilities, traveller.accepting, std::back_inserter(named));
    return named.empty() ? service.facilities : named;
}

/// Travellers by the facilities open to them.
using Groups = std::map<std::vector<FacilityId>, std::vector<std::uint32_t>>;

void find_nearest(const Groups::value_type& group, const access::Service& service,
                  std::span<const Traveller> travellers, const Region& region, const routing::Engine& engine,
                  const std::vector<network::SnapResult>& facility_snaps, std::vector<RoleJourney>& journeys) {
    auto narrowed = service;
    narrowed.facilities = group.first;
    const access::ServiceAccess access(engine, region.components(), narrowed, facility_snaps);
    tbb::parallel_for(std::size_t{0}, group.second.size(), [&](std::size_t i) {
        const auto t = group.second[i];
        journeys[t].journey = journey_to(access.from(travellers[t].snap));
    });
}

std::vector<RoleJourney> nearest_of(const access::Service& service, std::span<const Traveller> travellers,
                                    const Region& region, const routing::Engine& engine,
                                    const std::vector<network::SnapResult>& facility_snaps) {
    Groups groups;
    for (std::uint32_t t = 0; t < travellers.size(); ++t) {
        groups[open_to(travellers[t], service)].push_back(t);
    }
    std::vector<const Groups::value_type*> all;
    for (const auto& group : groups) {
        all.push_back(&group);
    }
    std::vector<RoleJourney> journeys(travellers.size());
    tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t g) {
        find_nearest(*all[g], service, travellers, region, engine, facility_snaps, journeys);
    });
    return journeys;
}

/// The longest stretches, in the order of travel.
std::vector<MainRoad> main_roads(const std::vector<RoadStretch>& stretches) {
    std::vector<std::size_t> order(stretches.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return stretches[i].length; });
    order.resize(std::min(order.size(), most_main_roads));
    std::ranges::sort(order);
    std::vector<MainRoad> roads;
    for (const auto i : order) {
        roads.push_back({stretches[i].attributes, stretches[i].length});
    }
    return roads;
}

void tell(const std::optional<routing::Route>& route, const Snapped& home, const Snapped& site, const Region& region,
          RoleJourney& into) {
    auto& trip = std::get<policy::Trip>(into.journey);
    if (!route || saturating_add(saturating_add(route->time, home.access_time), site.access_time) != trip.time) {
        throw std::logic_error("the route and the access time of a home disagree");
    }
    const auto stretches = stretches_of(region.model(), *route);
    trip.distance = home.distance + length_of(stretches) + site.distance;
    into.roads = main_roads(stretches);
}

}  // namespace

policy::JourneyTo journey_to(const access::Outcome& outcome) {
    if (const auto* reason = std::get_if<network::Reason>(&outcome)) {
        return *reason;
    }
    const auto& nearest = std::get<access::Reached>(outcome).nearest;
    return policy::Trip{nearest.facility, nearest.time, {}};
}

void measure_journeys(std::span<const network::SnapResult> homes, std::vector<RoleJourney>& journeys,
                      const Region& region, const routing::Engine& engine,
                      const std::vector<network::SnapResult>& facility_snaps) {
    std::vector<network::Position> goals(facility_snaps.size());
    std::vector<routing::RouteRequest> requests;
    std::vector<std::uint32_t> traveller;  // of each request
    for (std::uint32_t t = 0; t < journeys.size(); ++t) {
        if (const auto* trip = std::get_if<policy::Trip>(&journeys[t].journey)) {
            const auto f = trip->facility.index();
            goals[f] = std::get<Snapped>(facility_snaps[f]).position;
            requests.push_back({std::get<Snapped>(homes[t]).position, trip->facility.raw()});
            traveller.push_back(t);
        }
    }
    routing::find_routes(engine, goals, requests, [&](std::size_t r, const std::optional<routing::Route>& route) {
        auto& journey = journeys[traveller[r]];
        const auto& site = facility_snaps[std::get<policy::Trip>(journey.journey).facility.index()];
        tell(route, std::get<Snapped>(homes[traveller[r]]), std::get<Snapped>(site), region, journey);
    });
}

std::vector<std::vector<RoleJourney>> journeys_of(std::span<const Traveller> travellers,
                                                  std::span<const access::Service> services, const Region& region,
                                                  const routing::Engine& engine,
                                                  const std::vector<network::SnapResult>& facility_snaps) {
    std::vector<network::SnapResult> homes;
    for (const auto& traveller : travellers) {
        homes.push_back(traveller.snap);
    }
    std::vector<std::vector<RoleJourney>> journeys;
    for (const auto& service : services) {
        journeys.push_back(nearest_of(service, travellers, region, engine, facility_snaps));
        measure_journeys(homes, journeys.back(), region, engine, facility_snaps);
    }
    return journeys;
}

std::optional<Metres> distance_between(const Snapped& from, const Snapped& to, const Region& region,
                                       const routing::Engine& engine) {
    const auto route = engine.find_route(from.position, to.position);
    if (!route) {
        return std::nullopt;
    }
    return from.distance + length_of(stretches_of(region.model(), *route)) + to.distance;
}

}  // namespace michinori::scenario
