// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_highway.h"

#include <charconv>

#include "base/text.h"
#include "io/osm_access.h"
#include "io/osm_maxspeed.h"

namespace michinori::io {
namespace {

using network::RoadClass;
using network::WidthClass;

constexpr double widest_road_m = 100;
constexpr double lane_width_m = 3;

bool set_and_not_no(std::string_view value) {
    return !value.empty() && value != "no";
}

std::string_view one_way_value(const OsmTags& tags) {
    for (const auto key : {"oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway"}) {
        if (tags.has(key)) {
            return tags[key];
        }
    }
    return {};
}

bool implies_one_way(const OsmTags& tags) {
    return tags.is("highway", "motorway") || tags.is("highway", "motorway_link") || tags.is("junction", "roundabout");
}

std::optional<double> metres(std::string_view text) {
    text = trimmed(text);
    if (text.ends_with('m')) {
        text = trimmed(text.substr(0, text.size() - 1));
    }
    const bool plain = text.find_first_not_of("0123456789.") == std::string_view::npos;
    const auto value = plain ? to_number(text) : std::nullopt;
    return value && *value > 0 && *value <= widest_road_m ? value : std::nullopt;
}

/// Tracks for tractors (grade3 to grade5) are no roads to hospital, whatever the scenario says.
std::string_view class_left_out(const OsmTags& tags, RoadClass road_class, const OsmOptions& options) {
    if (road_class == RoadClass::ferry) {
        return "not a road for cars";  // highway=ferry means nothing
    }
    if (tags.is("area", "yes")) {
        return "area";
    }
    if (road_class == RoadClass::track) {
        const auto grade = tags["tracktype"];
        const bool firm = grade.empty() || grade == "grade1" || grade == "grade2";
        return !options.tracks ? "track" : firm ? std::string_view{} : "track of grade 3 or worse";
    }
    if (tags.is("service", "emergency_access")) {
        return "emergency access only";
    }
    return osm_winter_only(tags) ? "winter road" : std::string_view{};
}

std::string_view access_left_out(CarAccess access, const OsmOptions& options) {
    if (access == CarAccess::no) {
        return "closed to cars";
    }
    return access == CarAccess::limited && !options.private_roads ? "private" : std::string_view{};
}

int level_of(std::string_view layer) {
    int level = 0;
    const auto [end, fault] = std::from_chars(layer.data(), layer.data() + layer.size(), level);
    const bool whole = fault == std::errc{} && end == layer.data() + layer.size();
    return whole && level >= -10 && level <= 10 ? level : 0;
}

OsmHighway describe(const OsmTags& tags, RoadClass road_class, const OsmYearAccess& year, const OsmMaxspeed& limits) {
    OsmHighway road;
    road.directions = osm_directions(tags);
    auto& attributes = road.attributes;
    osm_common_attributes(tags, attributes);
    attributes.road_class = road_class;
    attributes.width = osm_width(tags, road.directions.forward != road.directions.backward);
    attributes.no_through = year.access == CarAccess::limited;
    attributes.closed_in_winter = year.closed_in_winter;
    attributes.maxspeed_forward = limits.forward;
    attributes.maxspeed_backward = limits.backward;
    return road;
}

}  // namespace

OsmDirections osm_directions(const OsmTags& tags) {
    OsmDirections directions;
    const auto value = one_way_value(tags);
    if (value == "yes" || value == "true" || value == "1") {
        directions = {true, false};
    } else if (value == "-1" || value == "reverse") {
        directions = {false, true};
    } else if (value == "reversible") {
        directions = {false, false};
    } else if (value != "no" && value != "false" && value != "0" && value != "alternating" && implies_one_way(tags)) {
        directions = {true, false};
    }
    directions.forward = directions.forward && !osm_direction_closed(tags, "forward");
    directions.backward = directions.backward && !osm_direction_closed(tags, "backward");
    return directions;
}

WidthClass osm_width(const OsmTags& tags, bool one_way) {
    for (const auto key : {"width", "est_width"}) {
        if (const auto width = metres(tags[key])) {
            return network::width_class(*width);
        }
    }
    const auto lanes = metres(tags["lanes"]);
    if (!lanes || (one_way && *lanes < 2)) {
        return WidthClass::unknown;
    }
    // 3 m would fall on the border of two classes: a single lane for both directions is 3 to 5.5 m.
    return *lanes < 2 ? WidthClass::from_3m : network::width_class(*lanes * lane_width_m);
}

void osm_common_attributes(const OsmTags& tags, network::RoadAttributes& attributes) {
    attributes.toll = tags.is("toll", "yes") || tags.is("toll:motorcar", "yes") || tags.is("toll:motor_vehicle", "yes");
    attributes.bridge = set_and_not_no(tags["bridge"]);
    attributes.tunnel = set_and_not_no(tags["tunnel"]);
    attributes.level = level_of(tags["layer"]);
    attributes.name = tags["name"];
    attributes.ref = tags["ref"];
}

OsmHighwayVerdict osm_highway(const OsmTags& tags, const OsmOptions& options) {
    OsmHighwayVerdict verdict;
    const auto road_class = network::road_class(tags["highway"]);
    if (!road_class) {
        verdict.left_out = "not a road for cars";
        return verdict;
    }
    verdict.left_out = class_left_out(tags, *road_class, options);
    const auto year = osm_year_access(tags);
    if (verdict.left_out.empty()) {
        verdict.left_out = access_left_out(year.access, options);
    }
    if (!verdict.left_out.empty()) {
        return verdict;
    }
    const auto limits = osm_maxspeed(tags);
    auto road = describe(tags, *road_class, year, limits);
    if (!road.directions.forward && !road.directions.backward) {
        verdict.left_out = "no direction open at all times";
        return verdict;
    }
    verdict.maxspeed_unread = limits.unread;
    verdict.conditions_not_seasonal = year.conditions_not_seasonal;
    verdict.road = std::move(road);
    return verdict;
}

}  // namespace michinori::io
