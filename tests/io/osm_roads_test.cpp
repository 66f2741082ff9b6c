// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
// Roads out of small files: topology, restrictions, ferries, counts.
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "osm_text.h"

using namespace michinori;
using namespace michinori::test;
using Catch::Contains;

namespace {

const Tags road{{"highway", "residential"}};

Tags with(Tags tags, const std::string& key, const std::string& value) {
    tags[key] = value;
    return tags;
}

void check_counts_add_up(const ReadRoads& read) {
    const auto& record = read.log.inputs.at(0);
    CHECK(record.rows_read == record.rows_used + record.rows_refused + record.rows_not_selected);
    CHECK(static_cast<std::size_t>(record.rows_refused) == read.log.refused.size());
}

}  // namespace

//        4
//        |
//   1--2-3--5      way 10: 1 2 3 5, way 11: 3 4
TEST_CASE("ways are cut where they share a node, and nowhere else") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).node(3, 2, 0).node(4, 2, 1).node(5, 3, 0);
    osm.way(10, {1, 2, 3, 5}, with(road, "name", "本町通")).way(11, {3, 4}, road);
    const auto read = read_roads(osm);
    CHECK(shape(read.roads) == "0-1(3) 1-2(2) 1-3(2)");
    CHECK(read.roads.sections[0].source_id == 10);
    CHECK(read.roads.sections[2].source_id == 11);
    CHECK(read.attributes(0).name == "本町通");
    CHECK(read.node(NodeId{1}).position == geo::Point{139.002, 35.0});
    CHECK(read.fact("nodes, sections") == "4, 3");
    CHECK(read.log.inputs[0].format == "OSM XML");
    CHECK(read.log.inputs[0].rows_used == 2);
    check_counts_add_up(read);
}

//      3
//      |
//   1--|--2      the ways cross on the map without a common node; 5 lies where 2 lies
//      4
TEST_CASE("crossing lines and equal coordinates do not join roads") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 2, 0).node(3, 1, 1).node(4, 1, -1).node(5, 2, 0).node(6, 3, 0);
    osm.way(10, {1, 2}, road).way(11, {3, 4}, with(road, "bridge", "yes")).way(12, {5, 6}, road);
    const auto read = read_roads(osm);
    CHECK(shape(read.roads) == "0-1(2) 2-3(2) 4-5(2)");
    CHECK(read.attributes(1).bridge);
}

TEST_CASE("closed ways and ways that touch themselves") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).node(3, 1, 1).node(4, 0, 1).node(5, 5, 0).node(6, 6, 0).node(7, 7, 0).node(8, 7, 1);
    SECTION("a loop that touches nothing") {
        osm.way(10, {1, 2, 3, 4, 1}, road);
        const auto read = read_roads(osm);
        CHECK(shape(read.roads) == "0-0(5)");
    }
    SECTION("a roundabout with two arms") {
        osm.way(10, {1, 2, 3, 4, 1}, with(road, "junction", "roundabout")).way(11, {2, 5}, road).way(12, {4, 6}, road);
        const auto read = read_roads(osm);
        CHECK(shape(read.roads) == "0>1(2) 1>2(3) 2>0(2) 1-3(2) 2-4(2)");
    }
    SECTION("a lasso: 5 6 7 8 6") {
        osm.way(10, {5, 6, 7, 8, 6}, road);
        const auto read = read_roads(osm);
        CHECK(shape(read.roads) == "0-1(2) 1-1(4)");
    }
    SECTION("a node twice in a row is one node") {
        osm.way(10, {1, 1, 2, 2, 3}, road);
        CHECK(shape(read_roads(osm).roads) == "0-1(3)");
    }
}

TEST_CASE("one-way ways keep their drawn direction") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).node(3, 2, 0);
    osm.way(10, {1, 2}, with(road, "oneway", "yes")).way(11, {2, 3}, with(road, "oneway", "-1"));
    const auto read = read_roads(osm);
    CHECK(shape(read.roads) == "0>1(2) 1<2(2)");
    CHECK(read.fact("one-way ways") == "2");
}

TEST_CASE("lights and barriers stand at nodes of their own") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0, {{"highway", "traffic_signals"}, {"traffic_signals:direction", "backward"}});
    osm.node(3, 2, 0, {{"barrier", "bollard"}}).node(4, 3, 0, {{"barrier", "gate"}}).node(5, 4, 0);
    osm.way(10, {1, 2, 3, 4, 5}, road);
    const auto read = read_roads(osm);
    CHECK(shape(read.roads) == "0-1(2) 1-2(2) 2-3(3)");
    CHECK(read.node(NodeId{1}).signal);
    CHECK(read.node(NodeId{1}).signal_backward_only);
    CHECK_FALSE(read.node(NodeId{1}).signal_forward_only);
    CHECK(read.node(NodeId{2}).blocked);
    CHECK(read.node(NodeId{2}).keep);
    CHECK_FALSE(read.node(NodeId{3}).blocked);
    CHECK(read.fact("traffic lights") == "1");
}

TEST_CASE("nodes that are not in the file cut a way and are counted") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).node(4, 3, 0).node(5, 4, 0).node(6, 9, 9);
    osm.way(10, {1, 2, 3, 4, 5}, road).way(11, {6, 7}, road).way(12, {6}, road);
    const auto read = read_roads(osm);
    CHECK(shape(read.roads) == "0-1(2) 2-3(2)");
    CHECK_THAT(read.lines().at(0),
               Contains("osm_missing_nodes: t.osm: 2 ways refer to nodes that are not in the file"));
    REQUIRE(read.log.refused.size() == 2);
    CHECK_THAT(to_line(read.log.refused[0], Language::english), Contains("osm_missing_nodes: t.osm way 11"));
    CHECK_THAT(to_line(read.log.refused[1], Language::english), Contains("line_zero_length: t.osm way 12"));
    check_counts_add_up(read);
}

TEST_CASE("ways that are not for cars are counted, not dropped") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).node(3, 2, 0);
    osm.way(10, {1, 2}, road).way(11, {2, 3}, {{"highway", "footway"}}).way(12, {2, 3}, with(road, "access", "no"));
    osm.way(13, {1, 2, 3, 1}, {{"building", "yes"}}).way(14, {1, 3}, with(road, "area", "yes"));
    osm.way(15, {1, 3}, with(road, "maxspeed", "fast"));
    const auto read = read_roads(osm);
    const auto& record = read.log.inputs[0];
    CHECK(record.rows_read == 5);
    CHECK(record.rows_used == 2);
    CHECK(record.rows_not_selected == 3);
    CHECK(read.fact("ways not selected") == "area: 1, closed to cars: 1, not a road for cars: 1");
    CHECK(read.fact("ways by class") == "residential: 2");
    CHECK_THAT(read.lines().at(0),
               Contains("note maxspeed_unread: t.osm: 1 maxspeed values could not be read (for example \"fast\")"));
    check_counts_add_up(read);
}

//        3
//        |
//   1----2----4
TEST_CASE("turn restrictions") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).node(3, 1, 1).node(4, 2, 0);
    const std::vector<OsmText::Member> left{{"way", 10, "from"}, {"node", 2, "via"}, {"way", 11, "to"}};
    const auto arms = [&osm] { osm.way(10, {1, 2}, road).way(11, {2, 3}, road).way(12, {2, 4}, road); };
    const auto ignored = [&osm] {
        const auto read = read_roads(osm);
        CHECK(read.roads.restrictions.empty());
        REQUIRE(read.lines().size() == 1);
        return read.lines()[0];
    };
    SECTION("no_left_turn") {
        arms();
        osm.relation(1, left, {{"type", "restriction"}, {"restriction", "no_left_turn"}});
        const auto read = read_roads(osm);
        REQUIRE(read.roads.restrictions.size() == 1);
        const auto& restriction = read.roads.restrictions[0];
        CHECK(restriction.from_source == 10);
        CHECK(restriction.to_source == 11);
        CHECK_FALSE(restriction.only);
        CHECK(read.node(restriction.via).position == geo::Point{139.001, 35.0});
        CHECK(read.node(restriction.via).keep);
        CHECK(read.fact("turn restrictions") == "1 used, 0 not used");
    }
    SECTION("only_straight_on for cars") {
        arms();
        osm.relation(1, {{"way", 10, "from"}, {"node", 2, "via"}, {"way", 12, "to"}},
                     {{"type", "restriction"}, {"restriction:motorcar", "only_straight_on"}});
        const auto read = read_roads(osm);
        REQUIRE(read.roads.restrictions.size() == 1);
        CHECK(read.roads.restrictions[0].only);
    }
    SECTION("no_u_turn names one way twice") {
        arms();
        osm.relation(1, {{"way", 10, "from"}, {"node", 2, "via"}, {"way", 10, "to"}},
                     {{"type", "restriction"}, {"restriction", "no_u_turn"}});
        CHECK(read_roads(osm).roads.restrictions.size() == 1);
    }
    SECTION("via a way") {
        arms();
        osm.relation(1, {{"way", 10, "from"}, {"way", 11, "via"}, {"way", 12, "to"}},
                     {{"type", "restriction"}, {"restriction", "no_u_turn"}});
        CHECK_THAT(ignored(), Contains("restriction_ignored: t.osm: 1 turn restrictions were not used (via a way: 1)"));
    }
    SECTION("except cars, at certain times, for lorries") {
        arms();
        osm.relation(1, left, {{"type", "restriction"}, {"restriction", "no_left_turn"}, {"except", "bus;motorcar"}});
        osm.relation(2, left, {{"type", "restriction"}, {"restriction:conditional", "no_left_turn @ (07:00-09:00)"}});
        osm.relation(3, left, {{"type", "restriction"}, {"restriction:hgv", "no_left_turn"}});
        CHECK_THAT(ignored(), Contains("(at certain times only: 1, not for cars: 2)"));
    }
    SECTION("no_entry, unknown kinds, missing members, unused ways") {
        arms();
        osm.way(13, {2, 3}, {{"highway", "footway"}});
        osm.relation(1, left, {{"type", "restriction"}, {"restriction", "no_entry"}});
        osm.relation(2, left, {{"type", "restriction"}, {"restriction", "no_flying"}});
        osm.relation(3, {{"way", 10, "from"}, {"way", 11, "to"}},
                     {{"type", "restriction"}, {"restriction", "no_left_turn"}});
        osm.relation(4, {{"way", 10, "from"}, {"node", 2, "via"}, {"way", 13, "to"}},
                     {{"type", "restriction"}, {"restriction", "no_left_turn"}});
        osm.relation(5, {{"way", 10, "from"}, {"node", 1, "via"}, {"way", 11, "to"}},
                     {{"type", "restriction"}, {"restriction", "no_left_turn"}});
        CHECK_THAT(ignored(), Contains("(incomplete: 1, its ways are not used: 1, no_entry or no_exit: 1, unknown "
                                       "kind: 1, ways do not meet there: 1)"));
    }
    SECTION("a way that passes through the via node leaves open which half is meant") {
        osm.way(10, {1, 2, 4}, road).way(11, {2, 3}, road);
        osm.relation(1, left, {{"type", "restriction"}, {"restriction", "no_left_turn"}});
        CHECK_THAT(ignored(), Contains("(ambiguous: 1)"));
    }
    SECTION("unless it is one-way") {
        osm.way(10, {1, 2, 4}, with(road, "oneway", "yes")).way(11, {2, 3}, road);
        osm.relation(1, left, {{"type", "restriction"}, {"restriction", "no_left_turn"}});
        CHECK(read_roads(osm).roads.restrictions.size() == 1);
    }
}

TEST_CASE("closed to cars in winter and narrow roads reach the attributes") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).node(3, 2, 0);
    osm.way(10, {1, 2}, with(with(road, "motor_vehicle:conditional", "no @ (Nov-May)"), "width", "2.5"));
    osm.way(11, {2, 3}, with(road, "access", "private"));
    const auto read = read_roads(osm);
    CHECK(read.attributes(0).closed_in_winter);
    CHECK(read.attributes(0).width == network::WidthClass::under_3m);
    CHECK(read.attributes(1).no_through);
    CHECK(read.fact("ways closed in winter") == "1");
}

TEST_CASE("the same roads from .osm, .osm.gz and .osm.bz2") {
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).way(10, {1, 2}, road);
    const TempFolder folder;
    const auto plain = folder.write("t.osm", osm.str());
    REQUIRE(std::system(("gzip -k " + plain.string() + " && bzip2 -k " + plain.string()).c_str()) == 0);
    for (const auto* const name : {"t.osm", "t.osm.gz", "t.osm.bz2"}) {
        INFO(name);
        const auto read = read_roads(folder.path() / name);
        CHECK(shape(read.roads) == "0-1(2)");
        CHECK(read.log.inputs[0].format == "OSM XML");
    }
}

TEST_CASE("what a wrong file gets") {
    const TempFolder folder;
    OsmText osm;
    osm.node(1, 0, 0).node(2, 1, 0).way(10, {1, 2}, road);
    const auto fault = [&folder](const std::string& name, const std::string& content) {
        const auto path = folder.write(name, content);
        return fault_of([&] { (void)read_roads(path); });
    };
    SECTION("missing") {
        CHECK_THAT(fault_of([&] { (void)read_roads(folder.path() / "no.osm.pbf"); }),
                   Contains("error file_missing: no.osm.pbf: the file does not exist; check the path"));
    }
    SECTION("a folder") {
        CHECK_THAT(fault_of([&] { (void)read_roads(folder.path()); }),
                   Contains("error file_unreadable") && Contains("it is not a file"));
    }
    SECTION("empty") {
        CHECK_THAT(fault("t.osm.pbf", ""), Contains("error file_truncated: t.osm.pbf: ends too early"));
    }
    SECTION("another kind of file") {
        CHECK_THAT(fault("t.csv", "a,b"),
                   Contains("error format_unknown: t.csv: is of a kind that is not known: .csv; use one of: .osm.pbf"));
        CHECK_THAT(fault("t.osm.pbf", "this is no PBF file at all"),
                   Contains("error file_unreadable: t.osm.pbf: cannot be read"));
        CHECK_THAT(fault("t.osm", "<html></html>"),
                   Contains("error file_unreadable: t.osm: cannot be read: ") && Contains("html"));
    }
    SECTION("XML that ends early") {
        const auto text = osm.str();
        CHECK_THAT(fault("t.osm", text.substr(0, text.size() / 2)),
                   Contains("error file_truncated: t.osm: ends too early"));
    }
    SECTION("compressed XML that ends early") {
        const auto plain = folder.write("t.osm", osm.str());
        REQUIRE(std::system(("gzip -k " + plain.string() + " && bzip2 -k " + plain.string()).c_str()) == 0);
        for (const auto* const name : {"t.osm.gz", "t.osm.bz2"}) {
            INFO(name);
            const auto path = folder.path() / name;
            std::filesystem::resize_file(path, std::filesystem::file_size(path) * 2 / 3);
            CHECK_THAT(fault_of([&] { (void)read_roads(path); }),
                       Contains("error file_truncated: " + std::string(name)));
        }
    }
    SECTION("no ways") {
        CHECK_THAT(fault("t.osm", OsmText().node(1, 0, 0).str()),
                   Contains("error osm_without_ways: t.osm: holds nodes but no ways"));
    }
    SECTION("no roads") {
        const auto text = OsmText()
                              .node(1, 0, 0)
                              .node(2, 1, 0)
                              .way(1, {1, 2}, {{"highway", "steps"}})
                              .way(2, {1, 2}, {{"building", "yes"}})
                              .str();
        CHECK_THAT(fault("t.osm", text), Contains("error no_roads: t.osm: holds no road a car may use") &&
                                             Contains("of its 2 ways 1 have") && Contains("not a road for cars: 1"));
    }
}
