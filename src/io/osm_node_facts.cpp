// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_node_facts.h"

#include <algorithm>
#include <array>

#include "io/osm_access.h"

namespace michinori::io {
namespace {

constexpr std::array<std::string_view, 18> passable{
    "gate",       "lift_gate",  "swing_gate",        "sliding_gate", "hampshire_gate", "wicket_gate",
    "bump_gate",  "toll_booth", "cattle_grid",       "entrance",     "border_control", "checkpoint",
    "sally_port", "kerb",       "height_restrictor", "coupure",      "spikes",         "no"};

bool is_limited_to_owner(const OsmTags& tags) {
    for (const auto key : {"motorcar", "motor_vehicle", "vehicle", "access"}) {
        if (osm_access_value(tags[key]) != CarAccess::unsaid) {
            return tags[key] == "private";
        }
    }
    return false;
}

bool blocks_cars(const OsmTags& tags) {
    const auto barrier = tags["barrier"];
    if (barrier.empty()) {
        return false;
    }
    const auto access = osm_car_access(tags);
    const bool passes = std::find(passable.begin(), passable.end(), barrier) != passable.end();
    if (!passes) {
        return access != CarAccess::yes && access != CarAccess::limited;
    }
    const bool open = access == CarAccess::yes || access == CarAccess::limited;
    return access == CarAccess::no || is_limited_to_owner(tags) || (tags.is("locked", "yes") && !open);
}

bool is_signal(const OsmTags& tags) {
    return tags.is("highway", "traffic_signals") ||
           (tags.is("highway", "crossing") &&
            (tags.is("crossing", "traffic_signals") || tags.is("crossing:signals", "yes")));
}

}  // namespace

OsmNodeFacts osm_node_facts(const OsmTags& tags) {
    OsmNodeFacts facts;
    facts.blocked = blocks_cars(tags);
    facts.signal = is_signal(tags);
    if (facts.signal) {
        const auto direction =
            tags.has("traffic_signals:direction") ? tags["traffic_signals:direction"] : tags["direction"];
        facts.signal_forward_only = direction == "forward";
        facts.signal_backward_only = direction == "backward";
    }
    return facts;
}

}  // namespace michinori::io
