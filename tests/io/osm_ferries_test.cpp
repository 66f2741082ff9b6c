// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "osm_text.h"

using namespace michinori;
using namespace michinori::test;
using Catch::Contains;

namespace {

const Tags road{{"highway", "residential"}};
const Tags ferry{{"route", "ferry"}, {"motor_vehicle", "yes"}, {"name", "島渡し"}};

Tags with(Tags tags, const std::string& key, const std::string& value) {
    tags[key] = value;
    return tags;
}

/// Two roads, 1-2 and 4-5, and the sea between 2 and 4.
OsmText two_shores() {
    OsmText osm;
    osm.node(1, -1, 0).node(2, 0, 0).node(3, 50, 0).node(4, 100, 0).node(5, 101, 0);
    osm.way(10, {1, 2}, road).way(11, {4, 5}, road);
    return osm;
}

io::OsmOptions choice(bool include, bool include_untagged) {
    return {.ferries = {include, include_untagged}};
}

}  // namespace

TEST_CASE("a car ferry with a duration has the speed of its whole line") {
    auto osm = two_shores();
    osm.way(20, {2, 3, 4}, with(ferry, "duration", "00:30"));
    const auto read = read_roads(osm);
    CHECK(shape(read.roads) == "0-1(2) 2-3(2) 1-2(3)");
    CHECK(read.attributes(2).road_class == network::RoadClass::ferry);
    CHECK(read.attributes(2).name == "島渡し");
    // 0.1 degrees of longitude at 35 degrees north are 9.13 km; half an hour.
    CHECK(read.attributes(2).ferry_kmh == Approx(18.26).epsilon(0.001));
    CHECK(read.lines().empty());
    CHECK(read.fact("car ferries") == "島渡し (9.1 km, 30 min)");
}

TEST_CASE("a ferry cut at sea keeps the speed of the whole crossing") {
    auto osm = two_shores();
    osm.node(6, 50, 50)
        .way(20, {2, 3, 4}, with(ferry, "duration", "30"))
        .way(21, {3, 6}, with(ferry, "duration", "PT1H"));
    const auto read = read_roads(osm);
    CHECK(shape(read.roads) == "0-1(2) 2-3(2) 1-4(2) 4-2(2) 4-5(2)");
    CHECK(read.attributes(2).ferry_kmh == Approx(18.26).epsilon(0.001));
    CHECK(read.attributes(3).ferry_kmh == Approx(18.26).epsilon(0.001));
    CHECK(read.attributes(4).ferry_kmh == Approx(5.55).epsilon(0.001));
}

TEST_CASE("a ferry without duration is kept and noted") {
    auto osm = two_shores();
    osm.way(20, {2, 4}, ferry).way(21, {2, 3}, {{"route", "ferry"}, {"motorcar", "yes"}, {"duration", "soon"}});
    const auto read = read_roads(osm);
    CHECK(read.attributes(2).ferry_kmh == 0);
    REQUIRE(read.lines().size() == 2);
    CHECK_THAT(read.lines()[0],
               Contains("note ferry_without_duration: t.osm way 20: ferry \"島渡し\" has no duration; 9.1 km"));
    CHECK_THAT(read.lines()[1], Contains("t.osm way 21: ferry \"way 21\" has no duration; 4.6 km"));
}

TEST_CASE("the notes on ferries without duration are capped, the facts name every ferry") {
    auto osm = two_shores();
    for (int i = 0; i < 25; ++i) {
        osm.node(100 + i, 50, i).way(200 + i, {2, 100 + i}, ferry);
    }
    const auto read = read_roads(osm);
    CHECK(read.lines().size() == 20);
    CHECK_THAT(read.fact("car ferries"), Contains("5 more"));
}

TEST_CASE("ferries that carry no cars are not selected") {
    auto osm = two_shores();
    osm.way(20, {2, 4}, with(ferry, "motor_vehicle", "no"))
        .way(21, {2, 4}, {{"route", "ferry"}, {"access", "no"}, {"foot", "yes"}});
    const auto read = read_roads(osm);
    CHECK(read.roads.sections.size() == 2);
    CHECK(read.roads.excluded_ferries.empty());
    CHECK(
        read.lines().at(0) ==
        "note ferry_not_for_cars: t.osm: 2 ferries carry no cars and were left out of the car network; nothing to do");
    CHECK(read.log.inputs[0].rows_not_selected == 2);
}

TEST_CASE("untagged ferries follow the scenario's choice") {
    auto osm = two_shores();
    osm.way(20, {2, 4}, {{"route", "ferry"}});
    CHECK(read_roads(osm, choice(true, true)).roads.sections.size() == 3);
    const auto without = read_roads(osm, choice(true, false));
    CHECK(without.roads.sections.size() == 2);
    CHECK(without.roads.excluded_ferries.size() == 1);
    CHECK_THAT(without.fact("ways not selected"), Contains("ferry left out by the scenario: 1"));
}

TEST_CASE("a ferry relation speaks for ways that are silent") {
    auto osm = two_shores();
    SECTION("cars or not") {
        osm.way(20, {2, 4}, {{"route", "ferry"}});
        osm.relation(1, {{"way", 20, ""}}, {{"type", "route"}, {"route", "ferry"}, {"motor_vehicle", "no"}});
        CHECK(read_roads(osm).roads.sections.size() == 2);
    }
    SECTION("that they are ferries at all, with the name") {
        osm.way(20, {2, 4}, {{"source", "survey"}}).way(21, {2, 3}, {{"man_made", "pier"}});
        osm.relation(1, {{"way", 20, ""}, {"way", 21, ""}, {"way", 10, ""}},
                     {{"type", "route"}, {"route", "ferry"}, {"motorcar", "yes"}, {"name", "連絡船"}});
        const auto read = read_roads(osm);
        REQUIRE(shape(read.roads) == "0-1(2) 2-3(2) 1-2(2)");
        CHECK(read.attributes(2).name == "連絡船");
        CHECK(read.log.inputs[0].rows_read == 3);
    }
    SECTION("what the way says itself comes first") {
        osm.way(20, {2, 4}, ferry);
        osm.relation(1, {{"way", 20, ""}}, {{"type", "route"}, {"route", "ferry"}, {"motor_vehicle", "no"}});
        CHECK(read_roads(osm).roads.sections.size() == 3);
    }
}

TEST_CASE("excluded ferries stay known as links between the roads they join") {
    SECTION("one way, landing in the middle of a road") {
        OsmText osm;
        osm.node(1, -1, 0).node(2, 0, 0).node(3, 1, 0).node(4, 100, 0).node(5, 101, 0);
        osm.way(10, {1, 2, 3}, road).way(11, {4, 5}, road).way(20, {2, 4}, ferry);
        const auto read = read_roads(osm, choice(false, true));
        CHECK(shape(read.roads) == "0-1(2) 1-2(2) 3-4(2)");
        REQUIRE(read.roads.excluded_ferries.size() == 1);
        const auto link = read.roads.excluded_ferries[0];
        CHECK(link.from == NodeId{1});
        CHECK(link.to == NodeId{3});
        CHECK(read.node(link.from).keep);
        CHECK(read.node(link.to).keep);
    }
    SECTION("ways that meet at sea join all their landings") {
        auto osm = two_shores();
        osm.node(6, 50, 40).node(7, 51, 40).way(12, {6, 7}, road);
        osm.way(20, {2, 3}, ferry).way(21, {3, 4}, ferry).way(22, {6, 3}, ferry);
        const auto read = read_roads(osm, choice(false, true));
        REQUIRE(read.roads.excluded_ferries.size() == 2);
        CHECK(read.roads.excluded_ferries[0].from == NodeId{1});
        CHECK(read.roads.excluded_ferries[0].to == NodeId{2});
        CHECK(read.roads.excluded_ferries[1].from == NodeId{1});
        CHECK(read.roads.excluded_ferries[1].to == NodeId{4});
    }
    SECTION("a ferry that no road meets leaves nothing") {
        auto osm = two_shores();
        osm.node(8, 30, 30).way(20, {8, 3}, ferry);
        const auto read = read_roads(osm, choice(false, true));
        CHECK(read.roads.nodes.size() == 4);
        CHECK(read.roads.excluded_ferries.empty());
    }
}

TEST_CASE("a file of ferries alone has no roads") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).way(10, {1, 2}, ferry);
    CHECK_THAT(fault_of([&] { (void)read_roads(osm); }), Contains("error no_roads: t.osm"));
}
