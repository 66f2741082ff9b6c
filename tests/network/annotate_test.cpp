// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/annotate.h"

#include <catch2/catch.hpp>

#include "../support/flat_lines.h"
#include "base/threads.h"

using namespace michinori;
using network::RawRoads;
using network::RoadZones;
using network::SnowZone;

namespace {

geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{{{test::on_earth({{west, south}, {east, south}, {east, north}, {west, north}, {west, south}})}}}};
}

/// A road of 100 m along y = 0 with a vertex every 10 m.
RawRoads one_road(network::RoadAttributes attributes = {}) {
    std::vector<geo::LocalPlane::Vector> metres;
    for (int i = 0; i <= 10; ++i) {
        metres.push_back({10.0 * i, 0});
    }
    RawRoads roads;
    const auto line = test::on_earth(metres);
    const auto from = roads.add_node(line.front());
    const auto to = roads.add_node(line.back());
    auto& section = roads.add_section(from, to, line, attributes);
    section.source_id = 7;
    section.backward = false;
    section.stated_length_m = 200;
    return roads;
}

const network::RoadAttributes& attributes_of(const RawRoads& roads, std::size_t section) {
    return roads.attributes[roads.sections[section].attributes.index()];
}

}  // namespace

TEST_CASE("without zones nothing changes") {
    auto roads = one_road();
    annotate(roads, {});
    CHECK(roads.sections.size() == 1);
    CHECK(roads.attributes.size() == 1);
}

TEST_CASE("a road is cut where it enters a dense district") {
    auto roads = one_road();
    RoadZones zones;
    zones.dense.push_back(box(42, -50, 500, 50));
    annotate(roads, zones);
    REQUIRE(roads.sections.size() == 2);
    // the piece from 40 to 50 has its middle at 45, inside
    CHECK_FALSE(attributes_of(roads, 0).dense);
    CHECK(attributes_of(roads, 1).dense);
    CHECK(roads.sections[0].point_count == 5);
    CHECK(roads.sections[1].point_count == 7);
    CHECK(roads.sections[0].to == roads.sections[1].from);
    CHECK(roads.nodes[roads.sections[0].to.index()].position == roads.points[roads.sections[1].first_point]);
    CHECK(roads.sections[1].to == NodeId{1});
    CHECK(roads.sections[1].source_id == 7);
    CHECK_FALSE(roads.sections[1].backward);
    CHECK(roads.sections[0].stated_length_m == Approx(80).margin(0.01));
    CHECK(roads.sections[1].stated_length_m == Approx(120).margin(0.01));
}

TEST_CASE("the harsher snow zone wins where two overlap") {
    auto roads = one_road();
    RoadZones zones;
    zones.snow.emplace_back(box(-10, -50, 60, 50), SnowZone::special_heavy);
    zones.snow.emplace_back(box(30, -50, 500, 50), SnowZone::heavy);
    annotate(roads, zones);
    REQUIRE(roads.sections.size() == 2);
    CHECK(attributes_of(roads, 0).snow == SnowZone::special_heavy);
    CHECK(attributes_of(roads, 1).snow == SnowZone::heavy);
    CHECK(test::plane().to_plane(roads.nodes[roads.sections[0].to.index()].position).x == Approx(60).margin(1e-6));
}

TEST_CASE("a road that runs along a closure line closes, one that only crosses it does not") {
    auto roads = one_road();
    const auto cross = test::on_earth({{50, -200}, {50, 0}, {50, 200}});
    const auto from = roads.add_node(cross.front());
    roads.add_section(from, roads.add_node(cross.back()), cross, {});
    RoadZones zones;
    zones.winter_closures.push_back(test::on_earth({{-20, 12}, {50, 8}, {130, 15}}));
    annotate(roads, zones);
    REQUIRE(roads.sections.size() == 2);
    CHECK(attributes_of(roads, 0).closed_in_winter);
    CHECK_FALSE(attributes_of(roads, 1).closed_in_winter);
}

TEST_CASE("a short side road of a closed pass stays open") {
    auto roads = one_road();
    const auto side = test::on_earth({{50, 0}, {50, 12}, {52, 24}});
    roads.add_section(roads.add_node(side.front()), roads.add_node(side.back()), side, {});
    RoadZones zones;
    zones.winter_closures.push_back(test::on_earth({{-20, 2}, {130, -2}}));
    annotate(roads, zones);
    REQUIRE(roads.sections.size() == 2);
    CHECK(attributes_of(roads, 0).closed_in_winter);
    CHECK_FALSE(attributes_of(roads, 1).closed_in_winter);
}

TEST_CASE("a road that leaves the closure line before its end stays open") {
    auto roads = one_road();
    RoadZones zones;
    zones.winter_closures.push_back(test::on_earth({{-20, 12}, {60, 8}}));
    annotate(roads, zones);
    CHECK_FALSE(attributes_of(roads, 0).closed_in_winter);
}

TEST_CASE("two closure lines do not close a road between them") {
    auto roads = one_road();
    RoadZones zones;
    zones.closure_match = Metres{20};
    zones.winter_closures.push_back(test::on_earth({{-20, 0}, {55, 0}}));
    zones.winter_closures.push_back(test::on_earth({{45, 0}, {130, 0}}));
    annotate(roads, zones);
    CHECK_FALSE(attributes_of(roads, 0).closed_in_winter);
}

TEST_CASE("ferries are in no zone") {
    auto roads = one_road({.road_class = network::RoadClass::ferry});
    RoadZones zones;
    zones.dense.push_back(box(42, -50, 500, 50));
    zones.snow.emplace_back(box(-10, -50, 500, 50), SnowZone::heavy);
    annotate(roads, zones);
    REQUIRE(roads.sections.size() == 1);
    CHECK(attributes_of(roads, 0).snow == SnowZone::none);
    CHECK_FALSE(attributes_of(roads, 0).dense);
}

TEST_CASE("annotation does not depend on the number of threads") {
    const auto run = [](std::size_t threads) {
        const ThreadLimit limit(threads);
        RawRoads roads;
        for (int i = 0; i < 3000; ++i) {
            const auto line = test::on_earth({{10.0 * i, 0}, {10.0 * i + 3, 5}, {10.0 * i + 6, -5}, {10.0 * i + 9, 0}});
            const auto from = roads.add_node(line.front());
            roads.add_section(from, roads.add_node(line.back()), line, {});
        }
        RoadZones zones;
        for (int i = 0; i < 100; ++i) {
            zones.dense.push_back(box(300.0 * i + 4, -50, 300.0 * i + 124, 50));
        }
        annotate(roads, zones);
        return roads;
    };
    const auto one = run(1);
    const auto two = run(2);
    REQUIRE(one.sections.size() == two.sections.size());
    CHECK(one.sections.size() > 3000);
    for (std::size_t i = 0; i < one.sections.size(); ++i) {
        CHECK(one.sections[i].from == two.sections[i].from);
        CHECK(one.sections[i].attributes == two.sections[i].attributes);
    }
}
