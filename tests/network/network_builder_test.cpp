// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "network/road_network.h"
#include "support/ascii_map.h"

namespace {

using namespace michinori;
using network::Direction;
using network::RoadAttributes;
using network::RoadClass;
using network::RoadNetwork;
using test::AsciiMap;

/// A row of nodes 0 - 1 - 2 ... joined by sections whose attributes are given.
network::RawRoads row(const std::vector<RoadAttributes>& kinds) {
    network::RawRoads roads;
    auto last = roads.add_node({139.0, 36.0});
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto next = roads.add_node({139.0 + 0.001 * static_cast<double>(i + 1), 36.0});
        auto& section = roads.add_section(
            last, next, {roads.nodes[last.index()].position, roads.nodes[next.index()].position}, kinds[i]);
        section.source_id = static_cast<std::int64_t>(i + 1);
        last = next;
    }
    return roads;
}

}  // namespace

TEST_CASE("a chain of degree two becomes one segment that keeps its parts") {
    const auto net = RoadNetwork::build(row({{.name = "a"}, {.name = "a"}, {.name = "b"}}));
    CHECK(net.junction_count() == 2);
    REQUIRE(net.segment_count() == 1);
    CHECK(net.arc_count() == 2);
    const auto parts = net.parts(SegmentId{0});
    REQUIRE(parts.size() == 3);
    CHECK(net.attributes(parts[2].attributes).name == "b");
    CHECK(net.length(SegmentId{0}).value() == Approx(3 * 90.16).epsilon(0.001));
}

TEST_CASE("a chain ends where a profile could close one side of it") {
    SECTION("class") {
        CHECK(RoadNetwork::build(row({{.road_class = RoadClass::track}, {.road_class = RoadClass::trunk}}))
                  .segment_count() == 2);
    }
    SECTION("toll") {
        CHECK(RoadNetwork::build(row({{.toll = true}, {}})).segment_count() == 2);
    }
    SECTION("winter") {
        CHECK(RoadNetwork::build(row({{.closed_in_winter = true}, {}})).segment_count() == 2);
    }
    SECTION("what only changes the speed does not end it") {
        CHECK(RoadNetwork::build(row({{.dense = true}, {.maxspeed_forward = 40}, {.bridge = true}})).segment_count() ==
              1);
    }
}

TEST_CASE("a one-way piece in a two-way road stays apart") {
    auto roads = row({{}, {}, {}});
    roads.sections[1].backward = false;
    const auto net = RoadNetwork::build(roads);
    CHECK(net.segment_count() == 3);
    CHECK(net.arc_count() == 5);
}

TEST_CASE("opposed one-way pieces do not make a through road") {
    auto roads = row({{}, {}});
    roads.sections[0].backward = false;
    roads.sections[1].forward = false;
    CHECK(RoadNetwork::build(roads).segment_count() == 2);
}

TEST_CASE("a piece drawn against the chain has its signed limits turned round") {
    auto roads = row({{}, {.maxspeed_forward = 30, .maxspeed_backward = 50}});
    std::swap(roads.sections[1].from, roads.sections[1].to);
    std::swap(roads.points[2], roads.points[3]);
    const auto net = RoadNetwork::build(roads);
    REQUIRE(net.segment_count() == 1);
    const auto& turned = net.attributes(net.parts(SegmentId{0})[1].attributes);
    CHECK(turned.maxspeed_forward == 50);
    CHECK(turned.maxspeed_backward == 30);
}

TEST_CASE("no car passes a bollard, but both roads reach it") {
    auto roads = row({{}, {}});
    roads.nodes[1].blocked = true;
    const auto net = RoadNetwork::build(roads);
    CHECK(net.segment_count() == 2);
    CHECK(net.junction_count() == 4);
}

TEST_CASE("lights for one direction are met by that direction only") {
    auto roads = row({{}, {}});
    roads.nodes[1].signal = true;
    roads.nodes[1].signal_forward_only = true;
    const auto parts_of = [](const RoadNetwork& net) { return net.parts(SegmentId{0}); };
    const auto net = RoadNetwork::build(roads);
    CHECK(parts_of(net)[0].signals_at_end == 1);
    CHECK(parts_of(net)[1].signals_at_start == 0);
    roads.nodes[1].signal_forward_only = false;
    const auto both = RoadNetwork::build(roads);
    CHECK(parts_of(both)[1].signals_at_start == 1);
}

TEST_CASE("a ring without a junction is kept") {
    AsciiMap map({"A-B", "| |", "D-C"});
    const auto net = RoadNetwork::build(map.roads());
    REQUIRE(net.segment_count() == 1);
    CHECK(net.segment(SegmentId{0}).from == net.segment(SegmentId{0}).to);
    CHECK(net.total_length().value() == 800);
}

TEST_CASE("a ferry is boarded from land, not from the next ferry") {
    AsciiMap map({"A-B~C~D-E"});
    const auto net = RoadNetwork::build(map.roads());
    REQUIRE(net.segment_count() == 4);
    std::size_t boardings = 0;
    for (const auto& segment : net.segments()) {
        boardings += (segment.boards_at_from ? 1U : 0U) + (segment.boards_at_to ? 1U : 0U);
    }
    CHECK(boardings == 2);
}

TEST_CASE("a restriction adds one copy of its junction and is used, one whose roads do not meet is not") {
    AsciiMap map({"  B  ", "  |  ", "A-E-C", "  |  ", "  D  "});
    auto& roads = map.roads();
    roads.restrictions.push_back({map.road('A', 'E'), map.node('E'), map.road('B', 'E'), false});
    roads.restrictions.push_back({map.road('A', 'E'), map.node('E'), 999, false});
    const auto net = RoadNetwork::build(roads);
    CHECK(net.used_restrictions() == 1);
    CHECK(net.unused_restrictions() == 1);
    CHECK(net.junction_count() == 5);
    CHECK(net.vertex_count() == 6);
    CHECK(net.arc_count() == 8 + 3);
}

TEST_CASE("sections that may be driven in no direction are left out") {
    auto roads = row({{}, {}});
    roads.sections[1].forward = roads.sections[1].backward = false;
    CHECK(RoadNetwork::build(roads).segment_count() == 1);
}

TEST_CASE("no roads make an empty network") {
    const auto net = RoadNetwork::build(network::RawRoads{});
    CHECK(net.vertex_count() == 0);
    CHECK(net.arc_count() == 0);
}
