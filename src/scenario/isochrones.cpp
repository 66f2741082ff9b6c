// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/isochrones.h"

#include <fmt/core.h>

#include <utility>
#include <variant>

#include "access/access.h"
#include "geo/surface_area.h"
#include "routing/vertex_search.h"
#include "scenario/analysis.h"

namespace michinori::scenario {
namespace {

using network::Snapped;

MeasuredIsochrone measured(const network::RoadNetwork& net, routing::Isochrone shape) {
    MeasuredIsochrone result{std::move(shape), {}, 0};
    for (const auto& piece : result.shape.roads) {
        result.roads += net.segment(piece.from.segment).ferry ? Metres{} : length_of(net, piece);
    }
    result.area_km2 = geo::square_kilometres(result.shape.area);
    return result;
}

}  // namespace

Places around_service(const std::string& service, const Scenario& scenario, Region& region) {
    const auto& facilities = region.inputs().facilities;
    const auto services = select_services(scenario, region.inputs());
    const auto& wanted = service_named(service, services);
    const auto snaps = access::snap_facilities(region.snapper(), facilities);
    check_placement(scenario, region, {wanted}, snaps);
    Places places;
    for (const auto id : wanted.facilities) {
        if (const auto* at = std::get_if<Snapped>(&snaps[id.index()])) {
            places.sites.push_back({at->position, at->access_time});
        }
    }
    return places;
}

Places around_point(geo::Point point, routing::Journey journey, const std::string& option, const Region& region) {
    const auto snap = region.snapper().snap(point);
    if (const auto* reason = std::get_if<network::Reason>(&snap)) {
        const auto given = fmt::format("{},{}", point.lon, point.lat);
        throw InputError({FindingCode::bad_value, {}, {option, given, why_unsnapped(region, *reason, point)}});
    }
    const auto& at = std::get<Snapped>(snap);
    return {journey, {{at.position, at.access_time}}};
}

std::vector<MeasuredIsochrone> measured_isochrones(const Region& region, const Places& places,
                                                   std::span<const TravelTime> limits,
                                                   const geo::BufferOptions& options) {
    if (limits.empty()) {
        return {};
    }
    const auto times = routing::VertexSearch(region.model(), places.journey, places.sites).run(limits.back());
    auto shapes = routing::isochrones(region.model(), {places.journey, places.sites, times}, limits, options);
    std::vector<MeasuredIsochrone> result;
    for (auto& shape : shapes) {
        result.push_back(measured(region.network(), std::move(shape)));
    }
    return result;
}

Metres length_of(const network::RoadNetwork& net, const routing::RoadPiece& piece) {
    const auto parts = net.parts(piece.from.segment);
    Metres length;
    for (std::uint32_t p = piece.from.part; p <= piece.to.part; ++p) {
        const double begin = p == piece.from.part ? piece.from.share : 0;
        const double end = p == piece.to.part ? piece.to.share : 1;
        length += Metres{parts[p].length_m * (end - begin)};
    }
    return length;
}

}  // namespace michinori::scenario
