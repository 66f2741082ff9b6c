// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "network/road_network.h"
#include "support/ascii_map.h"
#include "support/located.h"

using namespace michinori;
using network::Direction;
using network::Position;
using network::RoadNetwork;

TEST_CASE("each direction has the other for its opposite, and arcs know theirs") {
    for (const auto direction : network::both_directions) {
        CHECK(network::opposite(direction) != direction);
        CHECK(network::opposite(network::opposite(direction)) == direction);
    }
    CHECK(network::Arc{{}, {}, {}, true}.direction() == Direction::forward);
    CHECK(network::Arc{{}, {}, {}, false}.direction() == Direction::backward);
}

TEST_CASE("a segment of several parts has its ends by direction, and lines between positions") {
    test::AsciiMap map({"A-B-C"});
    map.roads().nodes[map.node('B').index()].signal = true;
    map.roads().attributes.push_back({.road_class = network::RoadClass::residential, .name = "another"});
    map.roads().sections[1].attributes = AttributeId{map.roads().attributes.size() - 1};
    const auto net = RoadNetwork::build(map.roads());
    REQUIRE(net.segment_count() == 1);
    const SegmentId road{0};
    REQUIRE(net.parts(road).size() == 2);
    const auto start = net.start_of(road, Direction::forward);
    const auto end = net.end_of(road, Direction::forward);
    CHECK(start == Position{road, 0, 0});
    CHECK(end == Position{road, 1, 1});
    CHECK(net.start_of(road, Direction::backward) == end);
    CHECK(net.end_of(road, Direction::backward) == start);

    const std::vector<geo::Point> whole{map.place('A'), map.place('B'), map.place('C')};
    CHECK(net.line_between(start, end) == whole);
    CHECK(net.line_between(end, start) == std::vector<geo::Point>(whole.rbegin(), whole.rend()));
    CHECK(net.line_between({road, 0, 1}, {road, 1, 0}) == std::vector{map.place('B')});
    const auto middle = net.line_between({road, 0, 0.5}, {road, 1, 0.5});
    REQUIRE(middle.size() == 3);
    CHECK(middle[1] == map.place('B'));
    CHECK(middle[0] == net.point_at({road, 0, 0.5}));
    CHECK(net.line_between({road, 0, 0.75}, {road, 0, 0.25}).size() == 2);
}
