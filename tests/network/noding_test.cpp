// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/noding.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "../support/flat_lines.h"

using namespace michinori;
using network::LineToNode;
using network::node_lines;
using test::degrees_of;
using test::flat_line;
using test::metres_of;

namespace {

constexpr Metres one_metre{1};

/// Node positions in metres that end at least three sections.
std::vector<geo::LocalPlane::Vector> junctions(const network::NodedLines& noded) {
    std::vector<int> degree(noded.nodes.size(), 0);
    for (const auto& section : noded.sections) {
        ++degree[section.from];
        ++degree[section.to];
    }
    std::vector<geo::LocalPlane::Vector> found;
    for (std::size_t i = 0; i < degree.size(); ++i) {
        if (degree[i] >= 3) {
            found.push_back(test::plane().to_plane(noded.nodes[i]));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("two roads that cross are cut at the crossing") {
    const auto noded = node_lines({flat_line({{0, 0}, {100, 0}}), flat_line({{50, -30}, {50, 30}})}, one_metre);
    REQUIRE(noded.sections.size() == 4);
    CHECK(degrees_of(noded) == std::vector<int>{4, 1, 1, 1, 1});
    REQUIRE(junctions(noded).size() == 1);
    CHECK(junctions(noded)[0].x == Approx(50).margin(1e-6));
    CHECK(junctions(noded)[0].y == Approx(0).margin(1e-6));
    CHECK(noded.summary.ends_free == 4);
    CHECK(noded.summary.ends_joined == 0);
}

TEST_CASE("sections keep their line's number and direction") {
    const auto noded = node_lines({flat_line({{0, 0}, {100, 0}}), flat_line({{50, 30}, {50, -30}})}, one_metre);
    REQUIRE(noded.sections.size() == 4);
    CHECK(noded.sections[1].line == 0);
    CHECK(noded.sections[0].to == noded.sections[1].from);
    CHECK(noded.sections[2].line == 1);
    CHECK(noded.sections[2].to == noded.sections[3].from);
    CHECK(test::plane().to_plane(noded.nodes[noded.sections[2].from]).y == Approx(30));
    CHECK(test::plane().to_plane(noded.nodes[noded.sections[3].to]).y == Approx(-30));
}

TEST_CASE("a side road that stops within the tolerance joins the road, which keeps its course") {
    const auto noded = node_lines({flat_line({{0, 0}, {100, 0}}), flat_line({{40, 0.6}, {40, 50}})}, one_metre);
    REQUIRE(noded.sections.size() == 3);
    REQUIRE(junctions(noded).size() == 1);
    CHECK(junctions(noded)[0].y == Approx(0).margin(1e-6));
    CHECK(noded.summary.ends_joined == 1);
    CHECK(noded.summary.ends_free == 3);
    CHECK(metres_of(noded, 0) == Approx(100).margin(1e-3));
    CHECK(metres_of(noded, 1) == Approx(50).margin(1e-3));
}

TEST_CASE("a side road that stops farther off than the tolerance stays apart") {
    const auto noded = node_lines({flat_line({{0, 0}, {100, 0}}), flat_line({{40, 1.4}, {40, 50}})}, one_metre);
    CHECK(noded.sections.size() == 2);
    CHECK(noded.summary.ends_joined == 0);
    CHECK(noded.summary.ends_free == 4);
}

TEST_CASE("an overshoot is trimmed, its bends too") {
    const auto straight = node_lines({flat_line({{0, 0}, {100, 0}}), flat_line({{40, 50}, {40, -0.7}})}, one_metre);
    CHECK(straight.sections.size() == 3);
    CHECK(degrees_of(straight) == std::vector<int>{3, 1, 1, 1});
    CHECK(metres_of(straight, 1) == Approx(50).margin(1e-3));

    const auto bent =
        node_lines({flat_line({{0, 0}, {100, 0}}), flat_line({{40, 50}, {40, -0.3}, {40.3, -0.6}})}, one_metre);
    CHECK(bent.sections.size() == 3);
    CHECK(degrees_of(bent) == std::vector<int>{3, 1, 1, 1});
}

TEST_CASE("an end near a vertex of a road goes to the vertex") {
    const auto noded =
        node_lines({flat_line({{0, 0}, {50, 0}, {100, 20}}), flat_line({{50.4, -0.5}, {50, -40}})}, one_metre);
    REQUIRE(junctions(noded).size() == 1);
    CHECK(junctions(noded)[0].x == Approx(50).margin(1e-6));
    CHECK(junctions(noded)[0].y == Approx(0).margin(1e-6));
    CHECK(noded.sections.size() == 3);
}

TEST_CASE("an end near an uncut crossing goes to the crossing") {
    const auto noded = node_lines(
        {flat_line({{0, 0}, {100, 0}}), flat_line({{50, -40}, {50, 40}}), flat_line({{50.3, 0.3}, {80, 30}})},
        one_metre);
    REQUIRE(junctions(noded).size() == 1);
    CHECK(degrees_of(noded).front() == 5);
    CHECK(noded.sections.size() == 5);
}

TEST_CASE("ends within the tolerance become one node") {
    const auto noded = node_lines(
        {flat_line({{0, 0}, {50, 0}}), flat_line({{50.5, 0.2}, {100, 0}}), flat_line({{50.2, 0.6}, {50, 40}})},
        one_metre);
    CHECK(noded.sections.size() == 3);
    CHECK(degrees_of(noded) == std::vector<int>{3, 1, 1, 1});
    CHECK(noded.summary.ends_joined == 3);
}

TEST_CASE("a chain of lines shorter than the tolerance stays a chain") {
    std::vector<LineToNode> chain;
    for (int i = 0; i < 20; ++i) {
        chain.push_back(flat_line({{0.4 * i, 0}, {0.4 * (i + 1), 0}}));
    }
    const auto noded = node_lines(chain, one_metre);
    CHECK(noded.sections.size() == 20);
    CHECK(noded.summary.became_one_node == 0);
    CHECK(test::metres_of(noded) == Approx(8).margin(1e-3));
}

TEST_CASE("a bridge crosses a road without meeting it, and meets its own road end to end") {
    auto bridge = flat_line({{50, -30}, {50, 30}});
    bridge.level = 1;
    const auto noded =
        node_lines({flat_line({{0, 0}, {100, 0}}), bridge, flat_line({{50, 30.4}, {50, 90}})}, one_metre);
    CHECK(noded.sections.size() == 3);
    CHECK(degrees_of(noded) == std::vector<int>{2, 1, 1, 1, 1});
    CHECK(noded.summary.ends_joined == 2);
}

TEST_CASE("the end of a bridge does not join the inside of a road below it") {
    auto bridge = flat_line({{50, 0.3}, {50, 60}});
    bridge.level = 1;
    CHECK(node_lines({flat_line({{0, 0}, {100, 0}}), bridge}, one_metre).sections.size() == 2);
}

TEST_CASE("a bridge that ends exactly on the inside of a road of another level does not cut it") {
    auto bridge = flat_line({{50, 0}, {50, 60}});
    bridge.level = 1;
    const auto noded =
        node_lines({flat_line({{0, 0}, {50, 0}, {100, 0}}), flat_line({{50, 0}, {50, -60}}), bridge}, one_metre);
    // the road and the level approach meet; the bridge joins the approach's end, and so the junction
    CHECK(noded.sections.size() == 4);
    CHECK(degrees_of(noded).front() == 4);
}

TEST_CASE("parallel roads nearer than the tolerance do not merge") {
    const auto noded = node_lines(
        {flat_line({{0, 0}, {30, 0}, {60, 0}, {100, 0}}), flat_line({{-20, 0.6}, {30, 0.6}, {61, 0.6}, {120, 0.6}})},
        one_metre);
    // only the two ends of the shorter road reach the longer one
    CHECK(noded.sections.size() == 4);
    CHECK(degrees_of(noded) == std::vector<int>{3, 3, 1, 1});
    CHECK(metres_of(noded, 0) == Approx(100).margin(0.05));
    CHECK(metres_of(noded, 1) == Approx(140).margin(1e-3));
}

TEST_CASE("lines that overlap are cut at each other's ends") {
    const auto noded = node_lines({flat_line({{0, 0}, {60, 0}}), flat_line({{40, 0}, {100, 0}})}, one_metre);
    CHECK(noded.sections.size() == 4);
    CHECK(degrees_of(noded) == std::vector<int>{3, 3, 1, 1});
}

TEST_CASE("a line given twice gives two sections between the same nodes") {
    const auto noded = node_lines({flat_line({{0, 0}, {60, 10}}), flat_line({{60, 10}, {0, 0}})}, one_metre);
    CHECK(noded.sections.size() == 2);
    CHECK(noded.nodes.size() == 2);
}

TEST_CASE("a loop closes over a gap, at its end and at its inside") {
    const auto ring = node_lines({flat_line({{0, 0}, {50, 0}, {50, 50}, {0, 50}, {0, 0.5}})}, one_metre);
    REQUIRE(ring.sections.size() == 1);
    CHECK(ring.sections[0].from == ring.sections[0].to);
    CHECK(ring.summary.ends_free == 0);

    const auto six = node_lines({flat_line({{0, 0}, {100, 0}, {100, 50}, {50, 50}, {50, 0.5}})}, one_metre);
    CHECK(six.sections.size() == 2);
    CHECK(degrees_of(six) == std::vector<int>{3, 1});
}

TEST_CASE("a line that crosses itself is cut there") {
    const auto noded = node_lines({flat_line({{0, 0}, {100, 0}, {100, 50}, {50, 50}, {50, -50}})}, one_metre);
    CHECK(noded.sections.size() == 3);
    CHECK(degrees_of(noded) == std::vector<int>{4, 1, 1});
}

TEST_CASE("lines without length are counted, and no line at all is no fault") {
    const auto noded = node_lines({flat_line({{5, 5}, {5, 5}}), flat_line({{0, 0}, {9, 0}})}, one_metre);
    CHECK(noded.summary.without_length == 1);
    CHECK(noded.sections.size() == 1);
    CHECK(noded.sections[0].line == 1);
    CHECK(node_lines({}, one_metre).sections.empty());
}

TEST_CASE("sections start and end at the very places of their nodes") {
    const auto noded = node_lines(
        {flat_line({{0, 0}, {100, 3}}), flat_line({{50, -30}, {51, 30}}), flat_line({{70, 0.1}, {70, 50}})}, one_metre);
    for (const auto& section : noded.sections) {
        CHECK(section.points.front() == noded.nodes[section.from]);
        CHECK(section.points.back() == noded.nodes[section.to]);
    }
}

TEST_CASE("ends of several levels that move to one place meet there") {
    // two stubs on either side of a vertex of the road, and a bridge that starts where one of them ends
    auto bridge = flat_line({{50, 0.7}, {20, 40}});
    bridge.level = 1;
    for (const bool bridge_first : {true, false}) {
        std::vector<LineToNode> lines{flat_line({{0, 0}, {50, 0}, {100, 0}}), flat_line({{50, -0.7}, {50, -40}}),
                                      flat_line({{50, 0.7}, {50, 40}})};
        lines.insert(bridge_first ? lines.begin() : lines.end(), bridge);
        const auto noded = node_lines(lines, one_metre);
        CHECK(noded.sections.size() == 5);
        CHECK(degrees_of(noded).front() == 5);
    }
}
