// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "base/text.h"
#include "io/osm_demand.h"
#include "io/osm_objects.h"
#include "io/osm_places.h"
#include "io/osm_spread.h"

namespace michinori::io {
namespace {

constexpr std::array<std::string_view, 15> home_values{
    "apartments", "house", "detached",       "semidetached_house", "residential", "terrace", "bungalow",   "dormitory",
    "farm",       "cabin", "static_caravan", "houseboat",          "hut",         "ger",     "stilt_house"};
constexpr std::array<std::string_view, 21> other_uses{
    "amenity",  "shop",       "office",     "industrial", "tourism",   "leisure",
    "man_made", "healthcare", "historic",   "military",   "power",     "aeroway",
    "railway",  "craft",      "government", "club",       "emergency", "public_transport",
    "religion", "telecom",    "waterway"};
constexpr double most_levels = 200;
constexpr double weights_per_m2 = 10000;  // weights are whole square centimetres of floor

bool is_building(OsmKind kind, const OsmTags& tags) {
    const auto value = tags["building"];
    return kind != OsmKind::node && !value.empty() && value != "no" && value != "entrance";
}

bool is_home(const OsmObject& object) {
    const auto value = object.tag("building");
    if (std::find(home_values.begin(), home_values.end(), value) != home_values.end()) {
        return true;
    }
    return value == "yes" && std::none_of(other_uses.begin(), other_uses.end(),
                                          [&object](std::string_view key) { return !object.tag(key).empty(); });
}

std::vector<OsmObject> read_buildings(const InputFile& file) {
    OsmObjectQuery query;
    query.nodes = false;
    query.wanted = is_building;
    query.keep_tag = [](std::string_view key) {
        return key == "building" || key == "building:levels" ||
               std::find(other_uses.begin(), other_uses.end(), key) != other_uses.end();
    };
    return read_osm_objects(file, query);
}

double levels_of(const OsmObject& object) {
    const auto levels = to_number(object.tag("building:levels"));
    return levels && *levels > 0 && *levels <= most_levels ? *levels : 1.0;
}

struct Home {
    std::string id;
    geo::Point position;
};

/// The homes of a file and what they weigh.
struct Homes {
    std::vector<Home> homes;
    std::vector<std::int64_t> weights;
    double floor_m2 = 0;
    double floor_m2_yes = 0;  ///< of building=yes
    std::int64_t with_levels = 0;

    void add(const OsmObject& object, geo::Point inside, std::int64_t weight) {
        homes.push_back({osm_id(object.kind, object.id), inside});
        weights.push_back(weight);
        const double floor = static_cast<double>(weight) / weights_per_m2;
        floor_m2 += floor;
        floor_m2_yes += object.tag("building") == "yes" ? floor : 0.0;
        with_levels += object.tag("building:levels").empty() ? 0 : 1;
    }
};

/// Ways that are the outline of a building relation, which counts instead of them.
std::unordered_set<std::int64_t> outlines_of_relations(const std::vector<OsmObject>& buildings) {
    std::unordered_set<std::int64_t> ways;
    for (const auto& building : buildings) {
        if (building.kind == OsmKind::relation && !building.outline.outer.empty()) {
            ways.insert(building.outer_ways.begin(), building.outer_ways.end());
        }
    }
    return ways;
}

Homes select_homes(const InputFile& file, const std::vector<OsmObject>& buildings, RowGate& gate) {
    Homes homes;
    const auto outlines = outlines_of_relations(buildings);
    for (const auto& building : buildings) {
        gate.read();
        const bool counted_as_relation = building.kind == OsmKind::way && outlines.contains(building.id);
        if (counted_as_relation || !is_home(building)) {
            gate.not_selected();
            continue;
        }
        const auto weight = std::llround(area_m2(building.outline) * levels_of(building) * weights_per_m2);
        const auto inside = building.position();
        if (weight <= 0 || !inside) {
            gate.refuse({FindingCode::geometry_missing, osm_place(file, building.kind, building.id), {}});
            continue;
        }
        homes.add(building, *inside, weight);
    }
    return homes;
}

void check_total(const InputFile& file, const DemandOptions& options) {
    if (!(options.total_people > 0)) {
        throw InputError({FindingCode::bad_value,
                          {file.shown, std::nullopt, std::nullopt},
                          {"total_people", fmt::format("{:g}", options.total_people),
                           "must be above 0: it is spread over the buildings"}});
    }
}

std::vector<std::pair<std::string, std::string>> facts_of(const Homes& homes) {
    return {
        {"floor area of homes, m2", fmt::format("{:.0f}", homes.floor_m2)},
        {"of it in building=yes (use not mapped)", fmt::format("{:.1f} %", 100 * homes.floor_m2_yes / homes.floor_m2)},
        {"homes with building:levels",
         fmt::format("{} of {} (the others count as one level)", homes.with_levels, homes.homes.size())},
    };
}

}  // namespace

void read_osm_buildings(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log) {
    auto record = osm_record(file, "demand");
    check_population_only(file, options, demand);
    check_total(file, options);
    RowGate gate(file.shown, options.tolerance);
    auto homes = select_homes(file, read_buildings(file), gate);
    gate.close(record, log);
    check_not_empty(file, record);
    const auto people = spread_people(People::from_double(options.total_people), homes.weights);
    for (std::size_t i = 0; i < people.size(); ++i) {
        add_demand_point(demand, std::move(homes.homes[i].id), homes.homes[i].position, people[i]);
    }
    record.facts = facts_of(homes);
    log.inputs.push_back(std::move(record));
}

}  // namespace michinori::io
