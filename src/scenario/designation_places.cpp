// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/designation_places.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "scenario/analysis.h"
#include "scenario/designation_numbers.h"
#include "scenario/engine.h"
#include "scenario/fault_collector.h"
#include "scenario/geography_areas.h"

namespace michinori::scenario {
namespace {

/// What the tables of a study hold: as much of a scenario's inputs as straight lines need.
struct TableInputs {
    Inputs inputs;
    std::map<std::string, AreaNumbers> numbers;
    GeographyInputs given;
    std::vector<FacilityId> hospitals;
};

void find_hospitals(const DesignationStudy& study, TableInputs& tables) {
    const auto& emergency = study.tables->emergency;
    tables.hospitals = access::select(tables.inputs.facilities, emergency.all_of, emergency.any_of, {});
    if (tables.hospitals.empty()) {
        throw InputError({FindingCode::service_without_facility, {study.shown, {}, {}}, {"emergency"}});
    }
}

TableInputs read_tables(const DesignationStudy& study, io::InputLog& log) {
    const auto& wanted = *study.tables;
    TableInputs tables;
    FaultCollector faults;
    auto& level = tables.inputs.levels.emplace_back();
    level.id = study.rurality.unit;
    level.file = wanted.areas.shown;
    faults.attempt([&] { level.areas = io::read_areas(wanted.areas, wanted.options, "areas", log); });
    std::ranges::sort(level.areas, {}, &access::AreaLevel::Area::code);
    faults.attempt([&] { tables.numbers = read_area_numbers(wanted.numbers, log); });
    for (const auto& demand : wanted.demand) {
        faults.attempt([&] { io::read_demand(demand.file, demand.options, tables.inputs.demand, log); });
    }
    for (const auto& source : wanted.facilities) {
        faults.attempt([&] { io::read_facilities(source.file, source.options, tables.inputs.facilities, log); });
    }
    faults.attempt([&] { tables.given = read_geography_inputs(wanted.geography, wanted.snow, tables.inputs, log); });
    faults.stop_if_any();
    find_hospitals(study, tables);
    return tables;
}

/// The areas of the polygons with their numbers; each polygon must have them, and a centre.
std::vector<PlacedArea> describe(const DesignationStudy& study, const TableInputs& tables, Findings& findings) {
    const auto& level = tables.inputs.levels.front();
    const auto hospitals = positions_of(tables.inputs.facilities, tables.hospitals);
    const auto without = without_hospital(tables.given, positions_of(tables.inputs.demand), hospitals);
    const bool has_people = tables.inputs.demand.size() > 0;
    const auto area_of =
        has_people ? access::assign_by_polygon(level, tables.inputs.demand, findings) : access::AreaOfDemand{};
    const auto described =
        describe_areas(study.tables->geography, tables.given, tables.inputs, {area_of}, {0}, without);
    FaultCollector faults;
    std::vector<PlacedArea> areas;
    for (std::size_t a = 0; a < level.areas.size(); ++a) {
        const auto& polygon = level.areas[a];
        const auto numbers = tables.numbers.find(polygon.code);
        if (numbers == tables.numbers.end()) {
            faults.add(
                {FindingCode::area_unknown, {level.file, {}, {}}, {polygon.code, study.tables->numbers.file.shown}});
            continue;
        }
        if (described[a].centres.empty()) {
            faults.add({FindingCode::geometry_missing, {level.file, {}, {}}, {polygon.code}});
            continue;
        }
        PlacedArea area;
        area.code = polygon.code;
        area.name = polygon.name;
        area.shape = polygon.shape;
        area.population = numbers->second.population;
        area.km2 = numbers->second.km2;
        area.centre_kind = described[a].centres.front().kind;
        area.centre = described[a].centres.front().place;
        area.island_without_hospital = described[a].island_without_hospital();
        area.snow_without_hospital = described[a].snow_without_hospital();
        areas.push_back(std::move(area));
    }
    faults.stop_if_any();
    return areas;
}

std::vector<geo::Point> centres_of(const std::vector<PlacedArea>& areas) {
    std::vector<geo::Point> centres;
    for (const auto& area : areas) {
        centres.push_back(area.centre);
    }
    return centres;
}

/// Without people by place, an area is on an island or in snow where its centre is.
void flag_by_centre(const GeographyInputs& given, const std::vector<geo::Point>& hospitals,
                    std::vector<PlacedArea>& areas) {
    const auto without = without_hospital(given, centres_of(areas), hospitals);
    for (std::size_t a = 0; a < areas.size(); ++a) {
        areas[a].island_without_hospital = without.island[a] != 0;
        areas[a].snow_without_hospital = without.snow[a] != 0;
    }
}

void measure_straight(const TableInputs& tables, std::vector<PlacedArea>& areas) {
    const auto nearest =
        policy::nearest_places(centres_of(areas), positions_of(tables.inputs.facilities, tables.hospitals));
    for (std::size_t a = 0; a < areas.size(); ++a) {
        const auto& hospital = tables.inputs.facilities.facilities[tables.hospitals[nearest[a]->place].index()];
        areas[a].hospital_id = hospital.id;
        areas[a].hospital_name = hospital.name;
        areas[a].straight_km = nearest[a]->distance.value() / 1000;
    }
}

StudyPlaces places_of_tables(const DesignationStudy& study, io::InputLog& log) {
    const auto tables = read_tables(study, log);
    StudyPlaces places;
    places.hospitals = tables.hospitals.size();
    places.areas = describe(study, tables, log.findings);
    if (tables.inputs.demand.size() == 0) {
        flag_by_centre(tables.given, positions_of(tables.inputs.facilities, tables.hospitals), places.areas);
    }
    measure_straight(tables, places.areas);
    if (study.approximate()) {
        log.findings.add({FindingCode::polygons_approximate, {study.tables->areas.shown, {}, {}}, {}});
    }
    return places;
}

/// An area of a scenario, in which people live. Nothing when it has no land or no centre.
std::optional<PlacedArea> placed(const AreaGeography& measured, const Region& region, const GeographyStudy& geography,
                                 double covered_at_least) {
    const auto& level = region.inputs().levels[measured.level];
    const auto& named = level.areas[measured.area];
    if (!measured.km2 || measured.centres.empty()) {
        return std::nullopt;
    }
    const auto& centre = measured.centres.front();
    PlacedArea area;
    area.code = named.code;
    area.name = named.name;
    area.shape = named.shape;
    area.population = measured.people;
    area.km2 = *measured.km2;
    area.island_without_hospital = measured.island_without_hospital();
    area.snow_without_hospital = measured.snow_without_hospital();
    area.centre_kind = centre.kind;
    area.centre = centre.place;
    if (centre.hospital.nearest_straight) {
        const auto& hospital = region.inputs().facilities.facilities[centre.hospital.nearest_straight->index()];
        area.hospital_id = hospital.id;
        area.hospital_name = hospital.name;
        area.straight_km = centre.hospital.straight.value() / 1000;
    }
    area.on_roads = measured.on_roads.value() >= covered_at_least * measured.people.value();
    for (std::size_t m = 0; m < geography.metrics.size(); ++m) {
        area.by_road.push_back(area.on_roads ? value_by(centre.hospital, m, geography.metrics) : std::nullopt);
    }
    return area;
}

StudyPlaces places_of_scenario(const Scenario& scenario, const DesignationStudy::Roads& roads,
                               const std::filesystem::path& orders, io::InputLog& log, Progress& progress) {
    Region region(scenario, progress);
    const auto engine = make_engine(scenario, region, orders, progress);
    const auto analysis = analyse(scenario, region, *engine, progress);
    const auto geography = *study_geography(scenario, region, analysis, *engine, progress);
    StudyPlaces places;
    places.metrics = geography.metrics;
    places.hospitals = geography.lines.front().facilities.size();
    std::vector<std::string> nowhere;
    for (const auto& area : geography.areas) {
        const auto& level = region.inputs().levels[area.level];
        if (level.id != roads.level || area.people.is_zero()) {
            continue;  // an area without people is another prefecture's, and told as area_without_people
        }
        if (auto one = placed(area, region, geography, roads.covered_at_least)) {
            places.areas.push_back(std::move(*one));
        } else {
            nowhere.push_back(level.areas[area.area].code);
        }
    }
    if (!nowhere.empty()) {
        throw InputError({FindingCode::centre_unknown,
                          {scenario.shown, {}, {}},
                          {"people or polygon", std::to_string(nowhere.size()), listed(nowhere)}});
    }
    keep_log(std::move(region.log()), log);
    return places;
}

/// The value of each of the wanted metrics; nothing where a scenario did not measure it.
std::vector<std::optional<double>> in_order(const PlacedArea& area, const std::vector<GeographyMetric>& measured,
                                            const std::vector<GeographyMetric>& wanted) {
    std::vector<std::optional<double>> values;
    for (const auto& metric : wanted) {
        const auto found = std::ranges::find(measured, metric.id, &GeographyMetric::id);
        values.push_back(found == measured.end() ? std::nullopt
                                                 : area.by_road[static_cast<std::size_t>(found - measured.begin())]);
    }
    return values;
}

/// Scenarios as one set of areas, with the metrics of the first.
StudyPlaces places_of_roads(const DesignationStudy& study, const std::filesystem::path& orders, io::InputLog& log,
                            Progress& progress) {
    StudyPlaces all;
    FaultCollector faults;
    std::map<std::string, std::string> scenario_of;
    for (const auto& scenario : study.roads->scenarios) {
        auto places = places_of_scenario(scenario, *study.roads, orders, log, progress);
        if (all.metrics.empty()) {
            all.metrics = places.metrics;
        }
        all.hospitals += places.hospitals;
        for (auto& area : places.areas) {
            const auto [known, fresh] = scenario_of.emplace(area.code, scenario.shown);
            if (!fresh) {
                faults.add({FindingCode::duplicate_id, {scenario.shown, {}, {}}, {area.code, known->second}});
            }
            area.by_road = in_order(area, places.metrics, all.metrics);
            all.areas.push_back(std::move(area));
        }
    }
    faults.stop_if_any();
    std::ranges::sort(all.areas, {}, &PlacedArea::code);
    return all;
}

/// Measures by road for the areas of the tables that a scenario has under the same code and name.
void add_roads(const StudyPlaces& roads, StudyPlaces& into) {
    into.metrics = roads.metrics;
    for (auto& area : into.areas) {
        const auto found = std::ranges::find(roads.areas, area.code, &PlacedArea::code);
        const bool same = found != roads.areas.end() && found->name == area.name;
        area.on_roads = same && found->on_roads;
        area.by_road = same ? found->by_road : std::vector<std::optional<double>>(roads.metrics.size());
    }
}

void report_partly_on_roads(const DesignationStudy& study, const StudyPlaces& places, Findings& findings) {
    std::vector<std::string> off;
    for (const auto& area : places.areas) {
        if (!area.on_roads) {
            off.push_back(area.code + " " + area.name);
        }
    }
    if (!places.metrics.empty() && !off.empty()) {
        findings.add({FindingCode::areas_partly_on_network,
                      {study.shown, {}, {}},
                      {std::to_string(places.areas.size() - off.size()), std::to_string(off.size()), listed(off, 10)}});
    }
}

}  // namespace

void keep_log(io::InputLog from, io::InputLog& into) {
    std::ranges::move(from.inputs, std::back_inserter(into.inputs));
    std::ranges::move(from.refused, std::back_inserter(into.refused));
    into.findings.merge(std::move(from.findings));
}

StudyPlaces place_areas(const DesignationStudy& study, const std::filesystem::path& orders, io::InputLog& log,
                        Progress& progress) {
    StudyPlaces places;
    if (study.tables) {
        progress.begin("areas");
        places = places_of_tables(study, log);
        progress.end(fmt::format("{} areas, {} hospitals", places.areas.size(), places.hospitals));
    }
    if (study.roads) {
        auto roads = places_of_roads(study, orders, log, progress);
        if (study.tables) {
            add_roads(roads, places);
        } else {
            places = std::move(roads);
        }
    }
    report_partly_on_roads(study, places, log.findings);
    return places;
}

}  // namespace michinori::scenario
