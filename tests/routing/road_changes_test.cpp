// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/road_changes.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "routing/drawn.h"
#include "support/engines.h"
#include "support/raw_search.h"

namespace {

using namespace michinori;
using test::RawPlace;

/// So long that a way over it is none.
constexpr double metres_of_closed = 1e8;
constexpr std::uint32_t ms_per_metre = 100;  // 36 km/h
constexpr std::uint64_t no_way_ms = static_cast<std::uint64_t>(metres_of_closed * ms_per_metre / 8);

/// Roads of some length whose every node stays (where a road is turned on does not depend on what is closed).
network::RawRoads random_roads() {
    auto roads = test::roads_with_ties();
    for (auto& node : roads.nodes) {
        node.keep = true;
    }
    for (auto& section : roads.sections) {
        section.stated_length_m = 8.0 * *rc::gen::inRange(1, 100);
    }
    return roads;
}

/// Closes some roads and slows others down, on the network and, by length, in the roads that the oracle searches.
network::RoadChanges random_changes(const network::RoadNetwork& net, network::RawRoads& roads) {
    network::RoadChanges changes;
    for (auto& section : roads.sections) {
        const auto wish = *rc::gen::inRange(0, 6);
        if (wish == 0) {
            changes.add(net, {.ids = {section.source_id}}, {.kind = network::RoadAction::Kind::close});
            section.stated_length_m = metres_of_closed;
        } else if (wish == 1) {
            changes.add(net, {.ids = {section.source_id}}, {.kind = network::RoadAction::Kind::speed, .factor = 0.5});
            section.stated_length_m *= 2;
        }
    }
    return changes;
}

struct Place {
    std::size_t section = 0;
    double share = 0;
};

Place random_place(const network::RawRoads& roads) {
    return {static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(roads.sections.size()))),
            *rc::gen::element(0.0, 0.25, 0.5, 1.0)};
}

}  // namespace

TEST_CASE("the engines on changed roads equal an independent search on roads altered the same way") {
    rc::prop("from anywhere to anywhere", [] {
        auto roads = random_roads();
        const auto net = network::RoadNetwork::build(roads);
        RC_PRE(net.segment_count() > 0U);
        const auto from = random_place(roads);
        const auto to = random_place(roads);
        const auto start = test::located(net, roads, from.section, from.share);
        const auto goal = test::located(net, roads, to.section, to.share);
        const auto changes = random_changes(net, roads);
        const network::TravelModel model(net, test::AsciiMap::profile(), network::Season::summer, changes);
        const test::RawSearch oracle(roads, ms_per_metre);
        const auto length = [&](Place p) { return p.share * roads.sections[p.section].stated_length_m; };
        auto expected = oracle.milliseconds({from.section, length(from)}, {to.section, length(to)});
        if (expected && *expected >= no_way_ms) {
            expected.reset();
        }
        const auto route = test::find_route(model, start, goal);
        RC_ASSERT(route.has_value() == expected.has_value());
        if (route) {
            RC_ASSERT(route->time.count() == *expected);
        }
    });
}
