// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/geography.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "geo/mesh_code.h"
#include "geo/surface_area.h"
#include "scenario/geography_areas.h"
#include "scenario/geography_rurality.h"

namespace michinori::scenario {
namespace {

using network::Season;

/// What is measured: lengths and times of the scenario's profile, then times of the further ones; both seasons.
struct Measured {
    GeographyMetric metric;
    const network::SpeedProfile* profile;
};

std::vector<Measured> metrics_of(const network::SpeedProfile& own, const std::vector<network::SpeedProfile>& further) {
    std::vector<Measured> all;
    const auto add = [&](std::string id, MetricUnit unit, const network::SpeedProfile& profile, Season season) {
        all.push_back({{std::move(id), unit, profile.id, season}, &profile});
    };
    add("road_km", MetricUnit::kilometres, own, Season::summer);
    add("minutes_summer", MetricUnit::minutes, own, Season::summer);
    add("minutes_winter", MetricUnit::minutes, own, Season::winter);
    for (const auto& profile : further) {
        add(fmt::format("minutes_{}_summer", profile.id), MetricUnit::minutes, profile, Season::summer);
        add(fmt::format("minutes_{}_winter", profile.id), MetricUnit::minutes, profile, Season::winter);
    }
    return all;
}

/// The services of the emergency lines, their limits those of this section, without a cut-off.
std::vector<access::Service> lines_of(const GeographySettings& settings, const Analysis& analysis) {
    std::vector<access::Service> lines;
    for (const auto& id : {settings.second_line, settings.third_line}) {
        if (!id.empty()) {
            lines.push_back(service_named(id, analysis.services));
            lines.back().thresholds_min = settings.limits_min;
            lines.back().cutoff.reset();
        }
    }
    return lines;
}

std::vector<std::size_t> levels_of(const GeographySettings& settings, const Inputs& inputs) {
    std::vector<std::size_t> levels;
    for (std::size_t l = 0; l < inputs.levels.size(); ++l) {
        if (settings.levels.empty() ||
            std::ranges::find(settings.levels, inputs.levels[l].id) != settings.levels.end()) {
            levels.push_back(l);
        }
    }
    return levels;
}

std::vector<CellGeography> describe_cells(const Inputs& inputs, const WithoutHospital& without) {
    std::vector<CellGeography> cells(inputs.demand.size());
    for (std::size_t d = 0; d < cells.size(); ++d) {
        cells[d].island_without_hospital = without.island[d] != 0;
        cells[d].snow_without_hospital = without.snow[d] != 0;
        if (const auto box = geo::mesh_cell(inputs.demand.points[d].id)) {
            const geo::MultiPolygon land{{{{{{box->west, box->south},
                                             {box->east, box->south},
                                             {box->east, box->north},
                                             {box->west, box->north}}}}}};
            cells[d].km2 = geo::square_kilometres(land);
        }
    }
    return cells;
}

/// Every place that is measured from: cells, then the centres of areas.
std::vector<HospitalDistance*> measured_places(GeographyStudy& study) {
    std::vector<HospitalDistance*> places;
    for (auto& cell : study.cells) {
        places.push_back(&cell.hospital);
    }
    for (auto& area : study.areas) {
        for (auto& centre : area.centres) {
            places.push_back(&centre.hospital);
        }
    }
    return places;
}

std::vector<geo::Point> centres_of(const GeographyStudy& study) {
    std::vector<geo::Point> centres;
    for (const auto& area : study.areas) {
        for (const auto& centre : area.centres) {
            centres.push_back(centre.place);
        }
    }
    return centres;
}

void measure_straight(const Inputs& inputs, GeographyStudy& study) {
    auto points = positions_of(inputs.demand);
    std::ranges::copy(centres_of(study), std::back_inserter(points));
    const auto nearest =
        policy::nearest_places(points, positions_of(inputs.facilities, study.lines.front().facilities));
    const auto places = measured_places(study);
    for (std::size_t p = 0; p < places.size(); ++p) {
        if (nearest[p]) {
            places[p]->nearest_straight = study.lines.front().facilities[nearest[p]->place];
            places[p]->straight = nearest[p]->distance;
        }
    }
}

/// Rows of people alone (the first group), by level and for the region.
std::vector<std::vector<access::AreaStatistics>> reach_by_level(const access::AccessResult& result,
                                                                const Inputs& inputs, const Analysis& analysis,
                                                                const GeographyStudy& study) {
    std::vector<std::vector<access::AreaStatistics>> levels;
    for (const auto l : study.levels) {
        levels.push_back(
            access::statistics(result, inputs.demand, study.lines, analysis.area_of[l], inputs.levels[l].areas.size()));
    }
    levels.push_back(access::region_statistics(result, inputs.demand, study.lines));
    for (auto& rows : levels) {
        std::erase_if(rows, [](const access::AreaStatistics& row) { return row.group != 0; });
    }
    return levels;
}

/// The inhabited demand point on the roads, of an area, that is nearest to a place; of equally near ones the first.
std::optional<DemandId> nearest_home(geo::Point place, const AreaGeography& area, const Inputs& inputs,
                                     const Analysis& analysis) {
    std::optional<DemandId> nearest;
    Metres least;
    for (std::size_t d = 0; d < inputs.demand.size(); ++d) {
        const bool here = analysis.area_of[area.level][d] == area.area && !inputs.demand.people.front()[d].is_zero();
        if (!here || !std::holds_alternative<network::Snapped>(analysis.result.demand_snaps[d])) {
            continue;
        }
        const auto away = geo::distance(place, inputs.demand.points[d].position);
        if (!nearest || away < least) {
            nearest = DemandId{d};
            least = away;
        }
    }
    return nearest;
}

void choose_road_starts(const Region& region, const Analysis& analysis, GeographyStudy& study) {
    for (auto& area : study.areas) {
        for (auto& centre : area.centres) {
            if (!std::holds_alternative<network::Snapped>(region.snapper().snap(centre.place))) {
                centre.road_from = nearest_home(centre.place, area, region.inputs(), analysis);
            }
        }
    }
}

/// Where ways by road begin, by centre.
std::vector<geo::Point> road_starts(const Inputs& inputs, const GeographyStudy& study) {
    std::vector<geo::Point> starts;
    for (const auto& area : study.areas) {
        for (const auto& centre : area.centres) {
            starts.push_back(centre.road_from ? inputs.demand.points[centre.road_from->index()].position
                                              : centre.place);
        }
    }
    return starts;
}

void measure_by(const RoadMetric& metric, const Inputs& inputs, const Analysis& analysis, GeographyStudy& study) {
    const auto result = metric.access(inputs, study.lines);
    const auto to_second_line = metric.to(study.lines.front(), result.facility_snaps);
    const auto places = measured_places(study);
    for (std::size_t d = 0; d < inputs.demand.size(); ++d) {
        places[d]->by_road.push_back(result.outcomes.front()[d]);
    }
    const auto snaps = metric.snap(road_starts(inputs, study));
    for (std::size_t c = 0; c < snaps.size(); ++c) {
        places[inputs.demand.size() + c]->by_road.push_back(to_second_line.from(snaps[c]));
    }
    study.reach.push_back(metric.unit() == MetricUnit::minutes ? reach_by_level(result, inputs, analysis, study)
                                                               : std::vector<std::vector<access::AreaStatistics>>{});
}

void count_on_roads(const Inputs& inputs, const Analysis& analysis, GeographyStudy& study) {
    std::size_t first = 0;
    for (const auto l : study.levels) {
        for (std::size_t d = 0; d < inputs.demand.size(); ++d) {
            const auto area = analysis.area_of[l][d];
            if (area && std::holds_alternative<network::Snapped>(analysis.result.demand_snaps[d])) {
                study.areas[first + *area].on_roads += inputs.demand.people.front()[d];
            }
        }
        first += inputs.levels[l].areas.size();
    }
}

void report_missing(const Scenario& scenario, const GeographyInputs& given, const Inputs& inputs,
                    const GeographyStudy& study, Findings& findings) {
    const auto missing = [&](const char* what, const char* source) {
        findings.add({FindingCode::measures_not_given, {scenario.shown, {}, {}}, {what, source}});
    };
    if (!given.islands) {
        missing("islands without an emergency hospital", "geography.islands");
    }
    if (!given.snow) {
        missing("heavy-snow areas without an emergency hospital", "speed.snow_areas");
    }
    if (!given.snow && !scenario.speed.winter_closures) {
        missing("a difference between summer and winter", "speed.snow_areas or speed.winter_closures");
    }
    std::vector<std::string> without_centre;
    for (const auto& area : study.areas) {
        if (area.centres.empty()) {
            without_centre.push_back(inputs.levels[area.level].areas[area.area].code);
        }
    }
    if (!without_centre.empty()) {
        findings.add({FindingCode::land_unknown,
                      {scenario.shown, {}, {}},
                      {std::to_string(without_centre.size()), "centre", listed(without_centre, 10)}});
    }
}

}  // namespace

void check_geography(const Scenario& scenario, Region& region) {
    if (scenario.geography) {
        static_cast<void>(
            read_geography_inputs(*scenario.geography, scenario.speed.snow, region.inputs(), region.log()));
    }
}

std::optional<double> value_by(const HospitalDistance& hospital, std::size_t metric,
                               const std::vector<GeographyMetric>& metrics) {
    const auto* reached = std::get_if<access::Reached>(&hospital.by_road[metric]);
    return reached != nullptr ? std::optional(metric_value(metrics[metric].unit, reached->nearest.time)) : std::nullopt;
}

std::optional<GeographyStudy> study_geography(const Scenario& scenario, Region& region, const Analysis& analysis,
                                              const routing::Engine& engine, Progress& progress) {
    if (!scenario.geography) {
        return std::nullopt;
    }
    progress.begin("geography");
    const auto& settings = *scenario.geography;
    const auto& inputs = region.inputs();
    auto given = read_geography_inputs(settings, scenario.speed.snow, inputs, region.log());
    GeographyStudy study;
    study.lines = lines_of(settings, analysis);
    study.levels = levels_of(settings, inputs);
    const auto without = without_hospital(given, positions_of(inputs.demand),
                                          positions_of(inputs.facilities, study.lines.front().facilities));
    study.cells = describe_cells(inputs, without);
    study.areas = describe_areas(settings, given, inputs, analysis.area_of, study.levels, without);
    count_on_roads(inputs, analysis, study);
    measure_straight(inputs, study);
    choose_road_starts(region, analysis, study);
    for (auto& measured : metrics_of(inputs.profile, given.profiles)) {
        const RoadMetric metric({measured.metric.id, measured.metric.unit, *measured.profile, measured.metric.season},
                                scenario, region, engine);
        measure_by(metric, inputs, analysis, study);
        study.metrics.push_back(std::move(measured.metric));
    }
    study.scales = std::move(given.scales);
    std::ranges::move(scales_of_cells(scenario, inputs, study), std::back_inserter(study.scales));
    report_missing(scenario, given, inputs, study, region.log().findings);
    judge_rurality(scenario, inputs, analysis, study, region.log().findings);
    progress.end(fmt::format("{} areas, {} metrics", study.areas.size(), study.metrics.size()));
    return study;
}

}  // namespace michinori::scenario
