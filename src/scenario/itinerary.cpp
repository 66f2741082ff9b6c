// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/itinerary.h"

#include <stdexcept>

#include "access/service_access.h"
#include "routing/route.h"

namespace michinori::scenario {
namespace {

using network::Direction;
using network::Position;
using network::Snapped;

/// The pieces of one leg, part by part in the order of travel, as positions on the segment.
struct PartStretch {
    const network::Part* part;
    Position from;
    Position to;
};

std::vector<PartStretch> parts_of_leg(const network::RoadNetwork& net, const routing::RouteLeg& leg) {
    const auto parts = net.parts(leg.segment);
    const bool forward = leg.direction == Direction::forward;
    const int step = forward ? 1 : -1;
    std::vector<PartStretch> stretches;
    for (int p = static_cast<int>(leg.from.part);; p += step) {
        const auto index = static_cast<std::uint32_t>(p);
        const double begin = index == leg.from.part ? leg.from.share : (forward ? 0.0 : 1.0);
        const double end = index == leg.to.part ? leg.to.share : (forward ? 1.0 : 0.0);
        stretches.push_back({&parts[index], {leg.segment, index, begin}, {leg.segment, index, end}});
        if (index == leg.to.part) {
            return stretches;
        }
    }
}

/// Legs meet at junctions: their common point stands in the line once.
void append_line(const network::RoadNetwork& net, const routing::RouteLeg& leg, std::vector<geo::Point>& line) {
    const auto piece = net.line_between(leg.from, leg.to);
    const bool repeated = !line.empty() && line.back() == piece.front();
    line.insert(line.end(), piece.begin() + (repeated ? 1 : 0), piece.end());
}

/// Boarding a ferry belongs to the stretch where it happens, delays at a junction to the stretch that
/// enters it; `arrives` is set on the last leg, which ends on the road and enters no junction.
TravelTime stretch_time(const network::TravelModel& model, const PartStretch& stretch, Direction direction,
                        bool arrives) {
    const auto segment = stretch.from.segment;
    const bool from_start = stretch.from == model.network().start_of(segment, direction);
    const bool to_end = !arrives && stretch.to == model.network().end_of(segment, direction);
    return to_end       ? model.time_to_end(stretch.from, direction)
           : from_start ? model.time_from_start(stretch.to, direction)
                        : model.time_between(stretch.from, stretch.to, direction);
}

void append_stretch(const network::TravelModel& model, const PartStretch& stretch, Direction direction, bool arrives,
                    std::vector<RoadStretch>& stretches) {
    const auto& road = model.network().attributes(stretch.part->attributes);
    const Metres length{stretch.part->length_m * std::abs(stretch.to.share - stretch.from.share)};
    const auto time = stretch_time(model, stretch, direction, arrives);
    if (stretch.from.share == stretch.to.share) {
        return;  // a home at the very end of its road
    }
    if (!stretches.empty() && stretches.back().name == road.name && stretches.back().ref == road.ref &&
        stretches.back().road_class == road.road_class) {
        stretches.back().length += length;
        stretches.back().time = saturating_add(stretches.back().time, time);
    } else {
        stretches.push_back({road.name, road.ref, road.road_class, length, time});
    }
}

Itinerary itinerary(const Snapped& home, const access::Reached& reached, std::size_t service, const Region& region,
                    const routing::Engine& engine, const Analysis& analysis) {
    const auto& facility = region.inputs().facilities.facilities[reached.nearest.facility.index()];
    const auto& site = std::get<Snapped>(analysis.result.facility_snaps[reached.nearest.facility.index()]);
    const auto route = engine.find_route(home.position, site.position);
    if (!route ||
        saturating_add(saturating_add(route->time, home.access_time), site.access_time) != reached.nearest.time) {
        throw std::logic_error("the route and the access time of a point disagree");
    }
    Itinerary result{analysis.services[service].id,
                     facility.id,
                     facility.name,
                     reached.nearest.time,
                     {},
                     home.distance,
                     site.distance,
                     {},
                     {}};
    for (const auto& leg : route->legs) {
        for (const auto& stretch : parts_of_leg(region.network(), leg)) {
            append_stretch(region.model(), stretch, leg.direction, &leg == &route->legs.back(), result.stretches);
        }
        append_line(region.network(), leg, result.line);
    }
    for (const auto& stretch : result.stretches) {
        result.length += stretch.length;
    }
    return result;
}

ItineraryResult explained(const network::SnapResult& home, const access::Outcome& outcome, std::size_t service,
                          const Region& region, const routing::Engine& engine, const Analysis& analysis) {
    if (const auto* reason = std::get_if<network::Reason>(&outcome)) {
        return NoItinerary{analysis.services[service].id, *reason};
    }
    return itinerary(std::get<Snapped>(home), std::get<access::Reached>(outcome), service, region, engine, analysis);
}

}  // namespace

std::vector<ItineraryResult> itineraries_from(geo::Point from, const std::string& service, const Region& region,
                                              const routing::Engine& engine, const Analysis& analysis) {
    if (!service.empty()) {
        static_cast<void>(service_named(service, analysis.services));  // or a fault
    }
    const auto home = region.snapper().snap(from);
    std::vector<ItineraryResult> results;
    for (std::size_t s = 0; s < analysis.services.size(); ++s) {
        if (service.empty() || analysis.services[s].id == service) {
            const access::ServiceAccess access(engine, region.components(), analysis.services[s],
                                               analysis.result.facility_snaps);
            results.push_back(explained(home, access.from(home), s, region, engine, analysis));
        }
    }
    return results;
}

ItineraryResult itinerary_of(DemandId demand, std::size_t service, const Region& region, const routing::Engine& engine,
                             const Analysis& analysis) {
    return explained(analysis.result.demand_snaps[demand.index()], analysis.result.outcomes[service][demand.index()],
                     service, region, engine, analysis);
}

}  // namespace michinori::scenario
