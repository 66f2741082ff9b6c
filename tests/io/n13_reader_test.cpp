// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>

#include "../support/faults.h"
#include "../support/geodata.h"
#include "../support/geojson.h"
#include "../support/layer_file.h"
#include "../support/temp_folder.h"
#include "io/line_ids.h"
#include "io/road_readers.h"

using namespace michinori;
using Catch::Matchers::Contains;
using network::RoadClass;
using network::WidthClass;

namespace {

struct Codes {
    std::string kind = "1";
    std::string road_class = "3";
    std::string state = "1";
    std::string level = "0";
    std::string width = "2";
    std::string toll = "1";
};

/// The properties of a record; codes as text or as numbers.
std::string record(const Codes& c, bool text = true) {
    const std::string q = text ? "\"" : "";
    const auto field = [&](const std::string& name, const std::string& value) {
        return "\"" + name + "\":" + q + value + q;
    };
    return field("N13_002", c.kind) + "," + field("N13_003", c.road_class) + "," + field("N13_004", c.state) +
           ",\"N13_005\":" + c.level + "," + field("N13_006", c.width) + "," + field("N13_007", c.toll);
}

struct Read {
    network::RawRoads roads;
    io::InputLog log;
};

Read read(const std::vector<io::InputFile>& files) {
    Read result;
    NoProgress progress;
    io::read_n13(files, {}, result.roads, result.log, progress);
    return result;
}

Read read_one(const test::TempFolder& folder, const std::vector<test::JsonLine>& lines) {
    return read({{folder.write("N13-24_5637.geojson", test::geojson(lines)), "N13-24_5637.geojson"}});
}

std::string fault_of(const std::vector<test::JsonLine>& lines) {
    const test::TempFolder folder;
    return test::fault_line([&] { read_one(folder, lines); });
}

std::map<std::string, std::string> facts(const io::InputRecord& record) {
    return {record.facts.begin(), record.facts.end()};
}

/// Nodes at which more than one end of a section lies.
std::int64_t shared_nodes(const network::RawRoads& roads) {
    std::vector<int> degree(roads.nodes.size(), 0);
    for (const auto& section : roads.sections) {
        ++degree[section.from.index()];
        ++degree[section.to.index()];
    }
    return std::count_if(degree.begin(), degree.end(), [](int d) { return d > 1; });
}

const network::RoadAttributes& attributes_of(const Read& read, std::size_t section) {
    return read.roads.attributes[read.roads.sections[section].attributes.index()];
}

}  // namespace

TEST_CASE("N13 codes become road attributes, written as text or as numbers") {
    const bool text = GENERATE(true, false);
    const test::TempFolder folder;
    const auto result = read_one(folder, {{"[137.1,37.4],[137.2,37.4]", record({"1", "4", "2", "1", "5", "2"}, text)},
                                          {"[137.2,37.4],[137.3,37.4]", record({"1", "1", "3", "-1", "4", "1"}, text)},
                                          {"[137.3,37.4],[137.4,37.4]", record({"1", "2", "4", "0", "3", "1"}, text)},
                                          {"[137.4,37.4],[137.5,37.4]", record({"1", "3", "1", "0", "1", "1"}, text)},
                                          {"[137.5,37.4],[137.6,37.4]", record({"1", "5", "1", "0", "6", "1"}, text)},
                                          {"[137.6,37.4],[137.7,37.4]", record({"5", "6", "7", "0", "6", "1"}, text)}});
    REQUIRE(result.roads.sections.size() == 6);
    CHECK(result.roads.nodes.size() == 7);
    const auto& motorway = attributes_of(result, 0);
    CHECK(motorway.road_class == RoadClass::motorway);
    CHECK(motorway.bridge);
    CHECK(motorway.level == 1);
    CHECK(motorway.toll);
    CHECK(motorway.width == WidthClass::from_19_5m);
    CHECK(attributes_of(result, 1).road_class == RoadClass::trunk);
    CHECK(attributes_of(result, 1).tunnel);
    CHECK(attributes_of(result, 1).level == -1);
    CHECK_FALSE(attributes_of(result, 1).toll);
    CHECK(attributes_of(result, 2).road_class == RoadClass::secondary);
    CHECK(attributes_of(result, 2).width == WidthClass::from_5_5m);
    CHECK(attributes_of(result, 3).road_class == RoadClass::unclassified);
    CHECK(attributes_of(result, 3).width == WidthClass::under_3m);
    CHECK(attributes_of(result, 4).road_class == RoadClass::service);
    CHECK(attributes_of(result, 5).road_class == RoadClass::road);
    CHECK(attributes_of(result, 5).width == WidthClass::unknown);
    CHECK(facts(result.log.inputs.at(0)).at("kind unknown, kept as roads") == "1");
}

TEST_CASE("walking kinds and roads under construction are not selected, and counted") {
    const test::TempFolder folder;
    const auto result = read_one(folder, {{"[137.1,37.4],[137.2,37.4]", record({})},
                                          {"[137.2,37.4],[137.3,37.4]", record({.kind = "2"})},
                                          {"[137.3,37.4],[137.4,37.4]", record({.kind = "3"})},
                                          {"[137.4,37.4],[137.5,37.4]", record({.kind = "3"})},
                                          {"[137.5,37.4],[137.6,37.4]", record({.kind = "4"})},
                                          {"[137.6,37.4],[137.7,37.4]", record({.state = "5"})}});
    CHECK(result.roads.sections.size() == 1);
    CHECK(result.roads.nodes.size() == 2);
    const auto& input = result.log.inputs.at(0);
    CHECK(input.rows_read == 6);
    CHECK(input.rows_used == 1);
    CHECK(input.rows_not_selected == 5);
    CHECK(facts(input).at("left out: footways") == "2");
    CHECK(facts(input).at("left out: steps") == "1");
    CHECK(facts(input).at("left out: garden paths") == "1");
    CHECK(facts(input).at("left out: under construction") == "1");
}

TEST_CASE("only ends are junctions, and they agree at nine decimals") {
    const test::TempFolder folder;
    // the second starts at an inside vertex of the first, the third at its end, 0.04 mm off
    const auto result = read_one(folder, {{"[137.1,37.4],[137.15,37.4],[137.2,37.4]", record({})},
                                          {"[137.15,37.4],[137.15,37.5]", record({})},
                                          {"[137.2000000004,37.4],[137.3,37.4]", record({})}});
    CHECK(result.roads.nodes.size() == 5);
    CHECK(result.roads.sections[2].from == result.roads.sections[0].to);
    CHECK(result.roads.points[result.roads.sections[2].first_point] ==
          result.roads.nodes[result.roads.sections[0].to.index()].position);
}

TEST_CASE("meshes meet at their edge, and a record that stands in both is kept once") {
    const test::TempFolder folder;
    const auto west = test::geojson(
        {{"[137.9,37.4],[138.0,37.4]", record({})}, {"[138.0,37.4],[138.0,37.45],[138.0,37.5]", record({})}});
    const auto east = test::geojson({{"[138.0,37.5],[138.0,37.45],[138.0,37.4]", record({}, false)},
                                     {"[138.0,37.4],[138.1,37.4]", record({}, false)},
                                     {"[138.0,37.4],[138.01,37.45],[138.0,37.5]", record({}, false)}});
    const auto result = read(
        {{folder.write("5637.geojson", west), "5637.geojson"}, {folder.write("5638.geojson", east), "5638.geojson"}});
    CHECK(result.roads.nodes.size() == 4);
    REQUIRE(result.roads.sections.size() == 4);
    CHECK(result.roads.sections[0].to == result.roads.sections[2].from);
    CHECK(result.log.inputs.at(1).rows_not_selected == 1);
    CHECK(result.log.inputs.at(1).rows_used == 2);
    CHECK(facts(result.log.inputs.at(1)).at("left out as duplicates") == "1");
}

TEST_CASE("N13 is read out of a zipped Shapefile") {
    const test::TempFolder folder;
    test::LayerFile file;
    file.columns = {"N13_001", "N13_002", "N13_003", "N13_004", "N13_005", "N13_006", "N13_007", "N13_008"};
    file.features = {{"LINESTRING(137.1 37.4, 137.2 37.4)", {"2020-11-02", "1", "1", "1", "0", "3", "1", "563712"}}};
    const auto shp = folder.path() / "N13-24_5637.shp";
    test::write_layer(shp.string(), file);
    const auto zip = folder.path() / "N13-24_5637_SHP.zip";
    test::write_zip(zip, test::parts_of(shp));
    const auto result = read({{zip, "N13-24_5637_SHP.zip"}});
    REQUIRE(result.roads.sections.size() == 1);
    CHECK(attributes_of(result, 0).road_class == RoadClass::trunk);
}

TEST_CASE("a file without the columns of N13 is refused, each column by name") {
    const auto line =
        fault_of({{"[137.1,37.4],[137.2,37.4]", R"("N13_002":"1","N13_003":"1","N13_005":0,"N13_007":"1")"}});
    CHECK_THAT(line, Contains("error column_missing: N13-24_5637.geojson: has no column \"N13_004\""));
    CHECK_THAT(line, Contains("has no column \"N13_006\""));
}

TEST_CASE("N13 with nothing for cars says so") {
    CHECK_THAT(fault_of({{"[137.1,37.4],[137.2,37.4]", record({.kind = "3"})}}),
               Contains("error no_roads: N13-24_5637.geojson: holds no road a car may use"));
}

TEST_CASE("a line without length is left out and said, a coordinate off the earth stops") {
    const test::TempFolder folder;
    const auto result =
        read_one(folder, {{"[137.1,37.4],[137.2,37.4]", record({})}, {"[137.3,37.4],[137.3,37.4]", record({})}});
    CHECK(result.roads.sections.size() == 1);
    REQUIRE(result.log.refused.size() == 1);
    CHECK_THAT(to_line(result.log.refused[0], Language::english),
               Contains("line_zero_length: N13-24_5637.geojson row 2: the line has no length"));
    CHECK(result.log.inputs.at(0).rows_refused == 1);

    CHECK_THAT(fault_of({{"[137.1,37.4],[137.2,37.4]", record({})}, {"[237.1,37.4],[137.2,37.4]", record({})}}),
               Contains("bad_coordinate: N13-24_5637.geojson row 2"));
}

TEST_CASE("a coordinate that is not a number stops the run and names the row") {
    const test::TempFolder folder;
    test::LayerFile file;
    file.columns = {"N13_002", "N13_003", "N13_004", "N13_005", "N13_006", "N13_007"};
    file.features = {{"LINESTRING(137.1 37.4, 137.2 37.4)", {"1", "1", "1", "0", "3", "1"}}};
    const auto shp = folder.path() / "nan.shp";
    test::write_layer(shp.string(), file);
    constexpr std::streamoff first_x =
        100 + 8 + 4 + 32 + 4 + 4 + 4;  // file and record headers, type, box, counts, part
    const double not_a_number = std::numeric_limits<double>::quiet_NaN();
    std::fstream bytes(shp, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(first_x).write(reinterpret_cast<const char*>(&not_a_number), sizeof not_a_number);
    bytes.close();
    CHECK_THAT(test::fault_line([&] {
                   read({{shp, "nan.shp"}});
               }),
               Contains("bad_coordinate: nan.shp row 1: the coordinate (nan, 37.4)"));
}

TEST_CASE("codes outside the schema are read as unknown and counted") {
    const test::TempFolder folder;
    const auto result = read_one(folder, {{"[137.1,37.4],[137.2,37.4]", record({"1", "9", "1", "0", "x", "1"})}});
    CHECK(attributes_of(result, 0).road_class == RoadClass::road);
    CHECK(facts(result.log.inputs.at(0)).at("records with a code outside the schema, read as unknown") == "1");
}

TEST_CASE("the Suzu sample of N13 [needs-data]", "[needs-data]") {
    const auto file = test::geodata_or_skip() / "suzu/N13-24_5637_suzu_sample.geojson";
    const auto result = read({{file, "suzu"}});
    const auto& input = result.log.inputs.at(0);
    CHECK(input.rows_read == 2678);
    CHECK(input.rows_not_selected == 291);
    CHECK(input.rows_refused == 0);
    CHECK(input.rows_used == 2387);
    CHECK(result.roads.sections.size() == 2387);
    CHECK(result.roads.nodes.size() == 1962);
    CHECK(shared_nodes(result.roads) == 1488);
}

TEST_CASE("all ends of the Suzu sample, walking kinds too [needs-data]", "[needs-data]") {
    io::VectorReader reader({test::geodata_or_skip() / "suzu/N13-24_5637_suzu_sample.geojson", "suzu"}, {});
    network::RawRoads roads;
    io::PlaceNodes nodes(roads);
    for (io::Feature feature; reader.next(feature);) {
        for (const auto& line : feature.lines) {
            const auto from = nodes.at(line.front());
            roads.add_section(from, nodes.at(line.back()), line, {});
        }
    }
    CHECK(roads.sections.size() == 2678);
    CHECK(roads.nodes.size() == 2175);
    CHECK(shared_nodes(roads) == 1659);
}
