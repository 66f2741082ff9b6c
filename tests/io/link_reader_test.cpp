// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <map>

#include "../support/faults.h"
#include "../support/geodata.h"
#include "../support/geojson.h"
#include "../support/temp_folder.h"
#include "io/link_rows.h"
#include "io/road_readers.h"

using namespace michinori;
using Catch::Matchers::Contains;
using network::RoadClass;

namespace {

constexpr auto nodes_csv = "id,lon,lat\n1,141.30,43.0\n2,141.31,43.0\n3,141.32,43.0\n";

struct Read {
    network::RawRoads roads;
    io::InputLog log;
};

/// Reads a link table beside a node table.
Read read_table(const std::string& links, io::LinkOptions options = {}, const std::string& nodes = nodes_csv) {
    const test::TempFolder folder;
    options.nodes = io::InputFile{folder.write("nodes.csv", nodes), "nodes.csv"};
    Read result;
    io::read_links({folder.write("links.csv", links), "links.csv"}, options, result.roads, result.log);
    return result;
}

Read read_layer(const std::vector<test::JsonLine>& lines, const io::LinkOptions& options) {
    const test::TempFolder folder;
    Read result;
    io::read_links({folder.write("links.geojson", test::geojson(lines)), "links.geojson"}, options, result.roads,
                   result.log);
    return result;
}

std::map<std::string, std::string> facts(const io::InputRecord& record) {
    return {record.facts.begin(), record.facts.end()};
}

const network::RoadAttributes& attributes_of(const Read& read, std::size_t section) {
    return read.roads.attributes[read.roads.sections[section].attributes.index()];
}

}  // namespace

TEST_CASE("node ids are whole numbers or texts") {
    CHECK(io::node_id("1234567890.000") == "1234567890");
    CHECK(io::node_id(" 1234567890 ") == "1234567890");
    CHECK(io::node_id("1.2e+10") == "12000000000");
    CHECK(io::node_id("A12") == "A12");
    CHECK(io::node_id("0012") == "0012");
    CHECK_FALSE(io::node_id("12.5").has_value());
    CHECK_FALSE(io::node_id(" ").has_value());
}

TEST_CASE("a link table with a node table becomes roads") {
    io::LinkOptions options;
    options.length_column = "m";
    options.columns.road_class = "class";
    options.columns.oneway = "ow";
    const auto result =
        read_table("u,v,m,class,ow\n1,2,900,trunk,F\n2,3,,residential,B\n1,3,2000.5,service,T\n", options);
    REQUIRE(result.roads.sections.size() == 3);
    CHECK(result.roads.nodes.size() == 3);
    CHECK(result.roads.sections[0].stated_length_m == 900);
    CHECK(result.roads.sections[1].stated_length_m == 0);
    CHECK_FALSE(result.roads.sections[0].backward);
    CHECK(result.roads.sections[1].backward);
    CHECK_FALSE(result.roads.sections[2].forward);
    CHECK(attributes_of(result, 0).road_class == RoadClass::trunk);
    CHECK(result.roads.sections[2].source_id == 3);
    REQUIRE(result.log.inputs.size() == 2);
    CHECK(result.log.inputs[0].role == "road nodes");
    CHECK(result.log.inputs[1].rows_used == 3);
}

TEST_CASE("bad links are named with their row") {
    io::LinkOptions options;
    options.length_column = "m";
    const auto lines =
        test::fault_lines([&] { read_table("u,v,m\n1,2,5\n1,9,5\n1,2,-4\n,2,5\n1,,5\n2,2.5,5\n2,3,far\n", options); });
    REQUIRE(lines.size() == 7);
    const auto all =
        test::fault_line([&] { read_table("u,v,m\n1,2,5\n1,9,5\n1,2,-4\n,2,5\n1,,5\n2,2.5,5\n2,3,far\n", options); });
    CHECK_THAT(all, Contains("bad_link: links.csv row 2: the link is unusable: node 9 is not in the node table"));
    CHECK_THAT(all, Contains("bad_link: links.csv row 3: the link is unusable: its length -4 is below zero"));
    CHECK_THAT(all, Contains("bad_link: links.csv row 4: the link is unusable: column u (a node id) is empty"));
    CHECK_THAT(all, Contains("bad_link: links.csv row 5: the link is unusable: column v (a node id) is empty"));
    CHECK_THAT(
        all,
        Contains("bad_link: links.csv row 6: the link is unusable: node id 2.5 in column v is not a whole number"));
    CHECK_THAT(all, Contains("bad_number: links.csv row 7: \"far\" in column m is not a number"));
    CHECK_THAT(all, Contains("too_many_rows_refused: links.csv: 6 of 7 rows are wrong"));
}

TEST_CASE("tolerated bad links are refused and counted") {
    io::LinkOptions options;
    options.tolerance = {0.5};
    const auto result = read_table("u,v\n1,2\n1,9\n", options);
    CHECK(result.roads.sections.size() == 1);
    CHECK(result.log.inputs.back().rows_refused == 1);
    CHECK(result.log.refused.size() == 1);
}

TEST_CASE("faults of the tables around the links") {
    CHECK_THAT(test::fault_line([] { read_table("a,b\n1,2\n"); }),
               Contains("has no column \"u\"") && Contains("has no column \"v\""));
    CHECK_THAT(test::fault_line(
                   [] { read_table("u,v\n1,2\n", {}, "id,lon,lat\n1,141,43\n1,142,43\n2,141.1,north\n3,141,143\n"); }),
               Contains("duplicate_id: nodes.csv row 2: the id \"1\" stands already in row 1") &&
                   Contains("bad_number: nodes.csv row 3: \"north\" in column lat") &&
                   Contains("bad_coordinate: nodes.csv row 4"));
    const test::TempFolder folder;
    CHECK_THAT(test::fault_line([&] {
                   Read result;
                   io::read_links({folder.write("links.csv", "u,v\n1,2\n"), "links.csv"}, {}, result.roads, result.log);
               }),
               Contains("missing_key: links.csv: a link table without geometry needs the key \"nodes\""));
}

TEST_CASE("a row per direction becomes one road where the two agree") {
    io::LinkOptions options;
    options.directed = true;
    options.columns.road_class = "highway";
    options.columns.maxspeed = "maxspeed";
    const auto result = read_layer(
        {{"[141.30,43.0],[141.305,43.001],[141.31,43.0]", R"("u":11.0,"v":12.0,"highway":"primary","maxspeed":"50")"},
         {"[141.31,43.0],[141.305,43.001],[141.30,43.0]", R"("u":12.0,"v":11.0,"highway":"primary","maxspeed":"40")"},
         {"[141.31,43.0],[141.32,43.0]", R"("u":12.0,"v":13.0,"highway":"path,residential","maxspeed":null)"},
         {"[141.31,43.0],[141.305,42.999],[141.30,43.0]", R"("u":12.0,"v":11.0,"highway":"primary","maxspeed":"50")"}},
        options);
    REQUIRE(result.roads.sections.size() == 3);
    CHECK(result.roads.nodes.size() == 3);
    CHECK(result.roads.sections[0].forward);
    CHECK(result.roads.sections[0].backward);
    CHECK(attributes_of(result, 0).maxspeed_forward == 50);
    CHECK(attributes_of(result, 0).maxspeed_backward == 40);
    CHECK_FALSE(result.roads.sections[1].backward);
    CHECK(attributes_of(result, 1).road_class == RoadClass::residential);
    CHECK_FALSE(result.roads.sections[2].backward);
    CHECK(facts(result.log.inputs.at(0)).at("rows merged with their opposite direction") == "1");
}

TEST_CASE("directions that do not agree stay two roads") {
    io::LinkOptions options;
    options.directed = true;
    options.columns.road_class = "class";
    options.length_column = "m";
    const auto result =
        read_table("u,v,m,class\n1,2,900,trunk\n2,1,900,primary\n2,3,800,trunk\n3,2,810,trunk\n", options);
    CHECK(result.roads.sections.size() == 4);
}

TEST_CASE("a line that does not end at its node, or in pieces, is a bad link") {
    io::LinkOptions options;
    const auto line = test::fault_line([&] {
        read_layer({{"[141.30,43.0],[141.31,43.0]", R"("u":1,"v":2)"},
                    {"[141.31,43.0],[141.32,43.0]", R"("u":2,"v":3)"},
                    {"[141.312,43.0],[141.31,43.1]", R"("u":2,"v":4)"}},
                   options);
    });
    CHECK_THAT(line, Contains("bad_link: links.geojson row 3: the link is unusable: its line ends 163.1 m from node 2, "
                              "where other links put it"));
}

TEST_CASE("Ube's directed streets [needs-data]", "[needs-data]") {
    const auto file = test::geodata_or_skip() / "ube/ube_roads.zip";
    io::LinkOptions options;
    options.directed = true;
    options.length_column = "length";
    options.columns.road_class = "highway";
    options.columns.name = "name";
    options.columns.maxspeed = "maxspeed";
    options.columns.bridge = "bridge";
    options.columns.tunnel = "tunnel";
    options.columns.width_m = "width";
    options.tolerance = {0.01};
    Read result;
    CHECK_THAT(test::fault_line([&] {
                   io::read_links({file, "ube"}, options, result.roads, result.log);
               }),
               Contains("unmapped_class: ube: road class \"footway\" (6396 roads) has no meaning"));

    for (const auto* walking : {"footway", "path", "steps", "pedestrian", "busway", "corridor"}) {
        options.columns.class_values[walking] = RoadClass::track;
    }
    result = {};
    const auto fault = test::fault_line([&] { io::read_links({file, "ube"}, options, result.roads, result.log); });
    REQUIRE(fault == "");
    const auto& input = result.log.inputs.at(0);
    CHECK(input.rows_read == 30750);
    CHECK(input.rows_read == input.rows_used + input.rows_refused);
    std::size_t both = 0;
    for (const auto& section : result.roads.sections) {
        both += section.forward && section.backward ? 1 : 0;
    }
    // ten lines fall in pieces, the others end short of a node: they are clipped at the city's border
    CHECK(input.rows_refused == 36);
    CHECK(result.roads.sections.size() == 15362);
    CHECK(both == 15352);
    CHECK(result.roads.nodes.size() == 10399);
    CHECK(facts(input).at("rows merged with their opposite direction") == "15352");
}
