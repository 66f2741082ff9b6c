// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/inputs.h"

#include <fmt/core.h>

#include <algorithm>
#include <ranges>
#include <set>

#include "io/facility_table.h"
#include "io/speed_profile_file.h"
#include "network/annotate.h"
#include "scenario/fault_collector.h"
#include "scenario/member_areas.h"
#include "scenario/zone_shapes.h"

namespace michinori::scenario {
namespace {

void read_road_files(const Scenario::Roads& roads, Inputs& inputs, Progress& progress) {
    switch (roads.format) {
        case Scenario::RoadFormat::n13: io::read_n13(roads.files, roads.n13, inputs.roads, inputs.log, progress); break;
        case Scenario::RoadFormat::osm:
            for (const auto& file : roads.files) {
                io::read_osm_roads(file, roads.osm, inputs.roads, inputs.log, progress);
            }
            break;
        case Scenario::RoadFormat::lines:
            io::read_lines(roads.files, roads.lines, inputs.roads, inputs.log, progress);
            break;
        case Scenario::RoadFormat::links:
            progress.begin("road links");
            for (const auto& file : roads.files) {
                io::read_links(file, roads.links, inputs.roads, inputs.log);
            }
            progress.end(fmt::format("{} sections", inputs.roads.sections.size()));
            break;
    }
    for (const auto& layer : roads.ferry_layers) {
        io::read_ferry_layer(layer.file, layer.options, roads.ferries, inputs.roads, inputs.log);
    }
}

void read_facility_files(const Scenario& scenario, Inputs& inputs, FaultCollector& faults) {
    std::size_t read = 0;
    for (const auto& facilities : scenario.facilities) {
        faults.attempt([&] {
            io::read_facilities(facilities.file, facilities.options, inputs.facilities, inputs.log);
            ++read;
        });
    }
    if (read < scenario.facilities.size()) {
        return;  // ids of facilities that are missing would be called unknown
    }
    for (const auto& wanted : scenario.facility_tables) {
        faults.attempt([&] {
            io::join_facility_table(wanted.file, {wanted.table, wanted.id, wanted.skip_unknown}, inputs.facilities,
                                    inputs.log);
        });
    }
}

network::SnowZone snow_zone(const Scenario::ZoneFile& file, const std::string& value) {
    const auto is_one_of = [&](const std::vector<std::string>& values) {
        return std::ranges::find(values, value) != values.end();
    };
    return is_one_of(file.special_values) ? network::SnowZone::special_heavy
           : is_one_of(file.heavy_values) ? network::SnowZone::heavy
                                          : network::SnowZone::none;
}

network::RoadZones read_road_zones(const Scenario::Speed& speed, io::InputLog& log) {
    network::RoadZones zones;
    zones.closure_match = speed.closure_match;
    if (speed.dense) {
        zones.dense = read_zone_shapes(speed.dense->file, speed.dense->format, "dense areas", log);
    }
    if (speed.snow) {
        for (auto& zone :
             io::read_zones(speed.snow->file, speed.snow->format, speed.snow->value_column, "snow areas", log)) {
            const auto kind = snow_zone(*speed.snow, zone.value);
            if (kind != network::SnowZone::none) {
                zones.snow.emplace_back(std::move(zone.shape), kind);
            }
        }
    }
    if (speed.winter_closures) {
        for (auto& closure : io::read_closure_lines(speed.winter_closures->file, speed.winter_closures->format,
                                                    "winter closures", log)) {
            zones.winter_closures.push_back(std::move(closure.line));
        }
    }
    return zones;
}

void read_area_level(const Scenario::Areas& wanted, Inputs& inputs) {
    access::AreaLevel level;
    level.id = wanted.level;
    level.title_en = wanted.title_en;
    level.title_ja = wanted.title_ja;
    level.file = wanted.file.shown;
    level.snap_limit = wanted.snap_limit;
    const auto role = fmt::format("areas:{}", wanted.level);
    inputs.levels.push_back(std::move(level));
    inputs.members.emplace_back();
    if (wanted.source == Scenario::Areas::Source::members) {
        read_members_of_level(wanted.file, wanted.members, inputs.levels.size() - 1, wanted.lower_level, inputs);
    } else {
        auto& areas = inputs.levels.back().areas;
        areas = io::read_areas(wanted.file, wanted.polygons, role, inputs.log);
        std::ranges::sort(areas, {}, &access::AreaLevel::Area::code);
    }
}

}  // namespace

void read_members_of_level(const io::InputFile& file, const io::MemberOptions& options, std::size_t l,
                           const std::string& lower_level, Inputs& inputs) {
    auto& level = inputs.levels[l];
    level.file = file.shown;
    auto members = io::read_members(file, options, fmt::format("areas:{}", level.id), inputs.log);
    level.areas = areas_of_members(members);
    const auto lower = std::ranges::find(inputs.levels, lower_level, &access::AreaLevel::id);
    if (lower != inputs.levels.end()) {
        borrow_shapes(level, *lower, members);
    }
    inputs.members[l] = std::move(members);
}

Inputs load_inputs(const Scenario& scenario, Progress& progress) {
    Inputs inputs;
    FaultCollector faults;
    network::RoadZones zones;
    if (!scenario.straight_line) {
        faults.attempt([&] { inputs.profile = io::read_speed_profile(scenario.speed.profile, inputs.log); });
        faults.attempt([&] { read_road_files(scenario.roads, inputs, progress); });
        faults.attempt([&] { zones = read_road_zones(scenario.speed, inputs.log); });
    }
    progress.begin("people");
    for (const auto& demand : scenario.demand) {
        faults.attempt([&] { io::read_demand(demand.file, demand.options, inputs.demand, inputs.log); });
    }
    progress.end(fmt::format("{} points", inputs.demand.size()));
    progress.begin("facilities");
    read_facility_files(scenario, inputs, faults);
    progress.end(fmt::format("{} facilities", inputs.facilities.size()));
    progress.begin("areas");
    for (const auto& areas : scenario.areas) {
        faults.attempt([&] { read_area_level(areas, inputs); });
    }
    progress.end(fmt::format("{} levels", inputs.levels.size()));
    faults.stop_if_any();
    network::annotate(inputs.roads, zones);
    return inputs;
}

}  // namespace michinori::scenario
