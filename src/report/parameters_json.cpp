// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/json_parts.h"

namespace michinori::report {
namespace {

std::string_view name(network::Season season) {
    return season == network::Season::winter ? "winter" : "summer";
}

std::string_view name(network::MaxspeedRule rule) {
    switch (rule) {
        case network::MaxspeedRule::ignore: return "ignore";
        case network::MaxspeedRule::use: return "use";
        case network::MaxspeedRule::cap: return "cap";
    }
    return "ignore";
}

std::string_view name(scenario::Scenario::RoadFormat format) {
    switch (format) {
        case scenario::Scenario::RoadFormat::n13: return "n13";
        case scenario::Scenario::RoadFormat::osm: return "osm";
        case scenario::Scenario::RoadFormat::lines: return "lines";
        case scenario::Scenario::RoadFormat::links: return "links";
    }
    return "n13";
}

Json class_speeds(const network::SpeedProfile& profile) {
    Json speeds = Json::object();
    for (std::size_t c = 0; c < network::road_class_count; ++c) {
        const auto& speed = profile.speeds[c];
        speeds[std::string(network::road_class_names[c])] = {
            {"open", speed.open.value()}, {"dense", speed.dense.value()}, {"assumption", speed.assumption}};
    }
    return speeds;
}

Json width_caps(const network::SpeedProfile& profile) {
    Json caps = Json::object();
    for (std::size_t w = 0; w < network::width_class_count; ++w) {
        if (profile.width_cap[w]) {
            caps[std::string(network::width_class_names[w])] = profile.width_cap[w]->value();
        }
    }
    return caps;
}

Json profile_json(const network::SpeedProfile& profile) {
    return {{"id", profile.id},
            {"title", {{"en", profile.title_en}, {"ja", profile.title_ja}}},
            {"source", profile.source},
            {"speeds_kmh", class_speeds(profile)},
            {"width_cap_kmh", width_caps(profile)},
            {"maxspeed", name(profile.maxspeed)},
            {"maxspeed_factor", profile.maxspeed_factor},
            {"signal_delay_s", profile.signal_delay_s},
            {"junction_delay_s", profile.junction_delay_s},
            {"ferry_boarding_s", profile.ferry_boarding_s},
            {"ferry_waiting_s", profile.ferry_waiting_s},
            {"tolls_used", profile.tolls_used},
            {"winter_heavy_factor", profile.winter_heavy_factor},
            {"winter_special_heavy_factor", profile.winter_special_heavy_factor},
            {"winter_closures", profile.winter_closures}};
}

Json snapping_json(const network::SnapOptions& snapping) {
    return {{"limit_m", snapping.limit.value()},
            {"outside_m", snapping.outside.value()},
            {"access_kmh", snapping.access_speed.value()},
            {"smallest_component_m", snapping.smallest_component.value()}};
}

}  // namespace

Json parameters_json(const scenario::Scenario& scenario, const network::SpeedProfile& profile) {
    return {
        {"roads", name(scenario.roads.format)},
        {"ferries",
         {{"include", scenario.roads.ferries.include}, {"include_untagged", scenario.roads.ferries.include_untagged}}},
        {"season", name(scenario.speed.season)},
        {"closure_match_m", scenario.speed.closure_match.value()},
        {"profile", profile_json(profile)},
        {"snapping", snapping_json(scenario.snapping)}};
}

}  // namespace michinori::report
