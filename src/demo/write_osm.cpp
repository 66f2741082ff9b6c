// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <array>

#include "demo/writers.h"
#include "io/demo_osm.h"

namespace michinori::demo {
namespace {

using Tags = std::vector<std::pair<std::string, std::string>>;

/// highway values by N13_003, as the reader of the national data maps the classes.
constexpr std::array<const char*, 7> highway_of_class{"",         "trunk",   "secondary", "unclassified",
                                                      "motorway", "service", "road"};
/// A width inside each class of N13_006, metres.
constexpr std::array<const char*, 7> width_of_class{"", "2.5", "4", "6.5", "15", "22", ""};

void add_highway(const RoadFacts& facts, Tags& tags) {
    const std::string value = highway_of_class[static_cast<std::size_t>(facts.road_class)];
    if (facts.kind == 2 || facts.kind == 3) {
        tags.emplace_back("highway", facts.kind == 2 ? "path" : "footway");
    } else if (facts.kind == 4) {
        tags.emplace_back("highway", "steps");
    } else if (facts.state == 5) {
        tags.emplace_back("highway", "construction");
        tags.emplace_back("construction", value);
    } else {
        tags.emplace_back("highway", value);
    }
    if (facts.road_class == 4) {
        tags.emplace_back("oneway", "no");  // the national data draw one line for both ways
    }
}

void add_structure(const RoadFacts& facts, Tags& tags) {
    if (facts.state == 2) {
        tags.emplace_back("bridge", "yes");
    } else if (facts.state == 3) {
        tags.emplace_back("tunnel", "yes");
    } else if (facts.state == 4) {
        tags.emplace_back("covered", "yes");
    }
    if (facts.level != 0) {
        tags.emplace_back("layer", std::to_string(facts.level));
    }
}

Tags tags_of(const RoadFacts& facts) {
    Tags tags;
    add_highway(facts, tags);
    add_structure(facts, tags);
    if (const std::string width = width_of_class[static_cast<std::size_t>(facts.width)]; !width.empty()) {
        tags.emplace_back("width", width);
    }
    if (facts.toll) {
        tags.emplace_back("toll", "yes");
    }
    if (facts.winter_closed) {
        tags.emplace_back("motor_vehicle:conditional", "no @ (Nov 15-Apr 20)");
    }
    if (facts.road_class == 4) {
        tags.emplace_back("name", "海野自動車道");
    } else if (facts.route > 0) {
        tags.emplace_back("name", fmt::format("{}道{}号", facts.road_class == 1 ? "国" : "県", facts.route));
        tags.emplace_back("ref", std::to_string(facts.route));
    }
    return tags;
}

Tags tags_of(const Roads::Ferry& ferry) {
    return {{"route", "ferry"},
            {"name", ferry.name},
            {"motor_vehicle", ferry.cars ? "yes" : "no"},
            {"foot", "yes"},
            {"duration", fmt::format("{:02}:{:02}", ferry.minutes / 60, ferry.minutes % 60)}};
}

class OsmForm {
public:
    explicit OsmForm(const Roads& roads) : nodes(roads.nodes) {}

    void add(std::uint32_t from, std::uint32_t to, const std::vector<geo::Point>& line, Tags tags) {
        io::OsmWay way{{std::int64_t{from} + 1}, std::move(tags)};
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            nodes.push_back(line[i]);
            way.nodes.push_back(static_cast<std::int64_t>(nodes.size()));
        }
        way.nodes.push_back(std::int64_t{to} + 1);
        ways.push_back(std::move(way));
    }

    std::vector<geo::Point> nodes;
    std::vector<io::OsmWay> ways;
};

}  // namespace

void write_osm(const Prefecture& made, io::OutputFolder& out) {
    OsmForm form(made.roads);
    for (const auto& section : made.roads.sections) {
        form.add(section.from, section.to, section.line, tags_of(section.facts));
    }
    for (const auto& ferry : made.roads.ferries) {
        form.add(ferry.from, ferry.to, ferry.line, tags_of(ferry));
    }
    io::write_osm_pbf(out.stage("roads/demo.osm.pbf"), form.nodes, form.ways);
}

}  // namespace michinori::demo
