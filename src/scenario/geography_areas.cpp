// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/geography_areas.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <set>

#include "geo/inner_point.h"
#include "geo/surface_area.h"
#include "scenario/islands.h"

namespace michinori::scenario {
namespace {

using Zones = std::vector<std::optional<std::uint32_t>>;

/// The first feature that holds each place.
Zones zones_of(const std::vector<geo::MultiPolygon>& features, const std::vector<geo::Point>& places) {
    const geo::PolygonIndex index(features);
    Zones zones;
    for (const auto place : places) {
        const auto inside = geo::is_on_earth(place) ? index.covering(place) : std::vector<std::size_t>{};
        zones.push_back(inside.empty() ? std::nullopt : std::optional(static_cast<std::uint32_t>(inside.front())));
    }
    return zones;
}

/// Of the first `count` places those in a zone that none of the others is in.
std::vector<char> in_zone_without(const Zones& zone_of, std::size_t count) {
    std::set<std::uint32_t> served;
    for (std::size_t i = count; i < zone_of.size(); ++i) {
        if (zone_of[i]) {
            served.insert(*zone_of[i]);
        }
    }
    std::vector<char> without(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        without[i] = zone_of[i] && !served.contains(*zone_of[i]) ? 1 : 0;
    }
    return without;
}

/// Demand points of each area of a level.
std::vector<std::vector<std::uint32_t>> points_of(const access::AreaOfDemand& area_of, std::size_t areas) {
    std::vector<std::vector<std::uint32_t>> points(areas);
    for (std::size_t d = 0; d < area_of.size(); ++d) {
        if (area_of[d]) {
            points[*area_of[d]].push_back(static_cast<std::uint32_t>(d));
        }
    }
    return points;
}

struct AreaFacts {
    const GeographySettings& settings;
    const GeographyInputs& given;
    const Inputs& inputs;
    const WithoutHospital& without;

    [[nodiscard]] std::optional<geo::Point> centre(CentreKind kind, const access::AreaLevel::Area& area,
                                                   const std::vector<std::uint32_t>& points) const {
        switch (kind) {
            case CentreKind::people: return centre_of_people(inputs.demand, points);
            case CentreKind::polygon: return geo::inner_point(area.shape);
            case CentreKind::office: break;
        }
        const auto office = given.offices.find(area.code);
        return office == given.offices.end() ? std::nullopt : std::optional(office->second);
    }

    void land(const access::AreaLevel::Area& area, AreaGeography& into) const {
        if (const auto found = given.land.find(area.code); found != given.land.end()) {
            into.km2 = found->second.km2;
            into.inhabitable_km2 = found->second.inhabitable_km2;
        } else if (const double km2 = geo::square_kilometres(area.shape); km2 > 0) {
            into.km2 = km2;
        }
    }

    void people(const std::vector<std::uint32_t>& points, AreaGeography& into) const {
        for (const auto d : points) {
            const auto people = inputs.demand.people.front()[d];
            into.people += people;
            into.on_island += without.island[d] != 0 ? people : People{};
            into.in_snow += without.snow[d] != 0 ? people : People{};
        }
    }
};

}  // namespace

WithoutHospital without_hospital(const GeographyInputs& given, const std::vector<geo::Point>& homes,
                                 const std::vector<geo::Point>& hospitals) {
    auto places = homes;
    places.insert(places.end(), hospitals.begin(), hospitals.end());
    const auto count = homes.size();
    WithoutHospital without{std::vector<char>(count, 0), std::vector<char>(count, 0)};
    if (given.islands) {
        without.island = in_zone_without(islands_of(*given.islands, places), count);
    }
    if (given.snow) {
        without.snow = in_zone_without(zones_of(*given.snow, places), count);
    }
    return without;
}

std::vector<AreaGeography> describe_areas(const GeographySettings& settings, const GeographyInputs& given,
                                          const Inputs& inputs, const std::vector<access::AreaOfDemand>& area_of,
                                          const std::vector<std::size_t>& levels, const WithoutHospital& without) {
    const AreaFacts facts{settings, given, inputs, without};
    std::vector<AreaGeography> areas;
    for (const auto l : levels) {
        const auto& level = inputs.levels[l];
        const auto points = points_of(area_of[l], level.areas.size());
        for (std::size_t a = 0; a < level.areas.size(); ++a) {
            AreaGeography area;
            area.level = static_cast<std::uint32_t>(l);
            area.area = static_cast<std::uint32_t>(a);
            facts.people(points[a], area);
            facts.land(level.areas[a], area);
            for (const auto kind : settings.centres) {
                if (const auto place = facts.centre(kind, level.areas[a], points[a])) {
                    area.centres.push_back({kind, *place, {}, {}});
                }
            }
            areas.push_back(std::move(area));
        }
    }
    return areas;
}

std::vector<geo::Point> positions_of(const access::DemandSet& demand) {
    std::vector<geo::Point> positions;
    std::ranges::transform(demand.points, std::back_inserter(positions), &access::DemandSet::Point::position);
    return positions;
}

std::vector<geo::Point> positions_of(const access::FacilitySet& facilities, const std::vector<FacilityId>& some) {
    std::vector<geo::Point> positions;
    for (const auto id : some) {
        positions.push_back(facilities.facilities[id.index()].position);
    }
    return positions;
}

std::optional<geo::Point> centre_of_people(const access::DemandSet& demand, const std::vector<std::uint32_t>& points) {
    double people = 0;
    double lat = 0;
    double turned = 0;
    double lon = 0;
    for (const auto d : points) {
        const auto p = demand.points[d].position;
        if (!geo::is_on_earth(p)) {
            continue;
        }
        const double weight = demand.people.front()[d].value();
        const double shrunk = weight * std::cos(p.lat * std::numbers::pi / 180);
        people += weight;
        lat += weight * p.lat;
        turned += shrunk;
        lon += shrunk * p.lon;
    }
    return people > 0 && turned > 0 ? std::optional(geo::Point{lon / turned, lat / people}) : std::nullopt;
}

std::optional<double> AreaGeography::people_per_km2() const {
    return km2 ? std::optional(people.value() / *km2) : std::nullopt;
}

}  // namespace michinori::scenario
