// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <optional>
#include <set>

#include "network/road_network.h"
#include "network/speed_profile.h"
#include "support/ascii_map.h"
#include "support/engines.h"
#include "support/located.h"
#include "support/raw_search.h"

namespace {

using namespace michinori;
using network::RoadNetwork;
using network::Season;
using network::TravelModel;
using test::AsciiMap;
using test::RawPlace;

/// Seconds from one lettered place to another on a map, by the engine.
std::optional<double> seconds(AsciiMap& map, char from, char to) {
    const auto net = RoadNetwork::build(map.roads());
    const TravelModel model(net, AsciiMap::profile(), Season::summer);
    const auto start = test::located_at_node(net, map.roads(), map.node(from));
    const auto goal = test::located_at_node(net, map.roads(), map.node(to));
    const test::Engines engines(model);
    const auto found = engines.nearest({{goal, TravelTime{0}}}, 1, start);
    const auto route = engines.find_route(start, goal);
    REQUIRE(found.empty() == !route.has_value());
    if (found.empty()) {
        return std::nullopt;
    }
    CHECK(found[0].time == route->time);
    return found[0].time.count() / 1000.0;
}

}  // namespace

TEST_CASE("a straight road takes its length") {
    AsciiMap map({"A---B"});
    CHECK(seconds(map, 'A', 'B') == 40);
    CHECK(seconds(map, 'B', 'A') == 40);
}

TEST_CASE("one-way roads are driven their way only") {
    AsciiMap map({"A->-B", "|   |", "C---D"});
    CHECK(seconds(map, 'A', 'B') == 40);
    CHECK(seconds(map, 'B', 'A') == 20 + 40 + 20);
}

TEST_CASE("a place that can be left but not entered, and one that can be entered but not left") {
    AsciiMap map({"A>B>C"});
    CHECK(seconds(map, 'A', 'C') == 40);
    CHECK_FALSE(seconds(map, 'C', 'A').has_value());
}

TEST_CASE("a bridge over a road is no junction") {
    AsciiMap map({"  B  ", "  |  ", "A-#-C", "  |  ", "  D  "});
    CHECK(seconds(map, 'A', 'C') == 40);
    CHECK_FALSE(seconds(map, 'A', 'B').has_value());
}

TEST_CASE("a crossing is a junction") {
    AsciiMap map({"  B  ", "  |  ", "A-+-C", "  |  ", "  D  "});
    CHECK(seconds(map, 'A', 'B') == 40);
}

TEST_CASE("a dead end is left the way it was entered") {
    AsciiMap map({"A-B-C", "  |  ", "  D  "});
    CHECK(seconds(map, 'D', 'C') == 40);
}

TEST_CASE("an island is reached by its ferry and not without") {
    AsciiMap with({"A-B~C-D"});
    CHECK(seconds(with, 'A', 'D') == 60);
    AsciiMap without({"A-B C-D"});
    CHECK_FALSE(seconds(without, 'A', 'D').has_value());
}

TEST_CASE("a forbidden left turn is driven round") {
    AsciiMap map({"  B  ", "  |  ", "A-+-C", "  |  ", "  D  "});
    auto& roads = map.roads();
    const auto via = map.node('+');
    const auto id = [&](char end) {
        for (const auto& s : roads.sections) {
            if ((s.from == map.node(end) && s.to == via) || (s.to == map.node(end) && s.from == via)) {
                return s.source_id;
            }
        }
        throw std::logic_error("road");
    };
    roads.restrictions.push_back({id('A'), via, id('B'), false});
    // On to C (or D), turn there, back over the crossing: 20 + 20 + 20 + 20 seconds.
    CHECK(seconds(map, 'A', 'B') == 80);
    CHECK(seconds(map, 'B', 'A') == 40);
    CHECK(seconds(map, 'C', 'B') == 40);
}

TEST_CASE("only one way on is allowed") {
    AsciiMap map({"  B  ", "  |  ", "A-E-C", "  |  ", "  D  "});
    auto& roads = map.roads();
    roads.restrictions.push_back({map.road('A', 'E'), map.node('E'), map.road('E', 'C'), true});
    CHECK(seconds(map, 'A', 'C') == 40);
    CHECK(seconds(map, 'A', 'B') == 80);
    CHECK(seconds(map, 'B', 'D') == 40);
}

TEST_CASE("ties go to the lower site, also over roads of no length") {
    AsciiMap map({"A-B-C"});
    map.roads().sections[1].stated_length_m = 0.001;  // rounds to no time at all
    const auto net = RoadNetwork::build(map.roads());
    const TravelModel model(net, AsciiMap::profile(), Season::summer);
    const auto b = test::located_at_node(net, map.roads(), map.node('B'));
    const auto c = test::located_at_node(net, map.roads(), map.node('C'));
    const auto a = test::located_at_node(net, map.roads(), map.node('A'));
    const auto found = test::Engines(model).nearest({{c, TravelTime{0}}, {b, TravelTime{0}}}, 2, a);
    REQUIRE(found.size() == 2);
    CHECK(found[0].site == SiteId{0});
    CHECK(found[0].time == found[1].time);
}

TEST_CASE("no site, no answer") {
    AsciiMap map({"A-B"});
    const auto net = RoadNetwork::build(map.roads());
    const TravelModel model(net, AsciiMap::profile(), Season::summer);
    CHECK(test::Engines(model).nearest({}, 2, test::located_at_node(net, map.roads(), map.node('A'))).empty());
}

TEST_CASE("on a grid with random one-ways every junction's time equals the independent search") {
    rc::prop("5 x 5", [] {
        network::RawRoads roads;
        constexpr int side = 5;
        for (int n = 0; n < side * side; ++n) {
            roads.add_node({139 + 0.001 * (n % side), 36 + 0.001 * (n / side)});
        }
        const auto join = [&](int a, int b) {
            const NodeId from{static_cast<std::size_t>(a)};
            const NodeId to{static_cast<std::size_t>(b)};
            auto& section =
                roads.add_section(from, to, {roads.nodes[from.index()].position, roads.nodes[to.index()].position}, {});
            section.source_id = static_cast<std::int64_t>(roads.sections.size());
            section.stated_length_m = 10.0 * *rc::gen::inRange(1, 20);
            section.backward = *rc::gen::inRange(0, 4) > 0;
        };
        for (int n = 0; n < side * side; ++n) {
            if (n % side + 1 < side) {
                join(n, n + 1);
            }
            if (n + side < side * side) {
                join(n, n + side);
            }
        }
        const auto net = RoadNetwork::build(roads);
        const TravelModel model(net, AsciiMap::profile(), Season::summer);
        const test::RawSearch oracle(roads, 100);
        const RawPlace goal{0, 0};
        const test::Engines engines(model);
        const std::vector<routing::Site> sites{{test::located(net, roads, 0, 0), TravelTime{0}}};
        for (std::size_t s = 0; s < roads.sections.size(); ++s) {
            const auto found = engines.nearest(sites, 1, test::located(net, roads, s, 0));
            const auto expected = oracle.milliseconds({s, 0}, goal);
            RC_ASSERT(found.empty() == !expected.has_value());
            if (expected) {
                RC_ASSERT(found[0].time.count() == *expected);
            }
        }
    });
}

namespace {

/// A random road map: parallel roads, loops, one-ways, dead ends, isolated pieces, restrictions.
network::RawRoads random_roads() {
    network::RawRoads roads;
    const auto nodes = *rc::gen::inRange(2, 14);
    for (int n = 0; n < nodes; ++n) {
        roads.add_node({139 + 0.001 * n, 36 + 0.0007 * ((n * 7) % 5)});
    }
    const auto node = [&] { return NodeId{static_cast<std::size_t>(*rc::gen::inRange(0, nodes))}; };
    const auto sections = *rc::gen::inRange(1, 24);
    for (int s = 0; s < sections; ++s) {
        const auto from = node();
        const auto to = node();
        const auto line = std::vector{roads.nodes[from.index()].position, geo::Point{139.5, 36.0 + 0.001 * s},
                                      roads.nodes[to.index()].position};
        auto& section = roads.add_section(from, to, line, {.road_class = network::RoadClass::residential});
        section.source_id = s + 1;
        section.stated_length_m = 2.0 * *rc::gen::inRange(0, 400);
        section.stated_length_m = std::max(section.stated_length_m, 2.0);
        const auto ways = *rc::gen::inRange(0, 5);
        section.forward = ways != 1;
        section.backward = ways != 2;
    }
    const auto restrictions = *rc::gen::inRange(0, 6);
    for (int r = 0; r < restrictions; ++r) {
        roads.restrictions.push_back({*rc::gen::inRange(1, sections + 1), node(), *rc::gen::inRange(1, sections + 1),
                                      *rc::gen::arbitrary<bool>()});
    }
    return roads;
}

/// Nodes as read that are no junction of the network (places are all different).
std::set<NodeId> nodes_in_mid_road(const network::RawRoads& roads, const RoadNetwork& net) {
    std::set<geo::Point> junctions;
    for (std::size_t j = 0; j < net.junction_count(); ++j) {
        junctions.insert(net.position(NodeId{j}));
    }
    std::set<NodeId> nodes;
    for (std::size_t n = 0; n < roads.nodes.size(); ++n) {
        if (!junctions.contains(roads.nodes[n].position)) {
            nodes.insert(NodeId{n});
        }
    }
    return nodes;
}

RawPlace random_place(const network::RawRoads& roads) {
    const auto section = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(roads.sections.size())));
    const auto half = *rc::gen::inRange(0, 3);
    return {section, roads.sections[section].stated_length_m / 2 * half};
}

}  // namespace

TEST_CASE("the engines equal an independent search on random roads") {
    rc::prop("nearest two of several sites, from anywhere, and the route's time", [] {
        const auto roads = random_roads();
        const auto net = RoadNetwork::build(roads);
        const TravelModel model(net, AsciiMap::profile(), Season::summer);
        const test::RawSearch oracle(roads, 100, nodes_in_mid_road(roads, net));
        std::vector<RawPlace> places;
        std::vector<routing::Site> sites;
        const auto count = *rc::gen::inRange(1, 5);
        for (int i = 0; i < count; ++i) {
            places.push_back(random_place(roads));
            sites.push_back(
                {test::located(net, roads, places.back().section,
                               places.back().metres / roads.sections[places.back().section].stated_length_m),
                 TravelTime{static_cast<std::uint32_t>(*rc::gen::inRange(0, 3)) * 1000}});
        }
        const test::Engines engines(model);
        const auto home = random_place(roads);
        const auto start =
            test::located(net, roads, home.section, home.metres / roads.sections[home.section].stated_length_m);
        std::vector<routing::Reach> expected;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto drive = oracle.milliseconds(home, places[i]);
            const auto route = engines.find_route(start, sites[i].position);
            RC_ASSERT(drive.has_value() == route.has_value());
            if (drive) {
                RC_ASSERT(*drive == route->time.count());
                expected.push_back({SiteId{i}, TravelTime{static_cast<std::uint32_t>(*drive)} + sites[i].access_time});
            }
        }
        std::ranges::sort(expected, {}, [](const auto& r) { return std::pair(r.time, r.site); });
        expected.resize(std::min<std::size_t>(expected.size(), 2));
        RC_ASSERT(engines.nearest(sites, 2, start) == expected);
    });
}
