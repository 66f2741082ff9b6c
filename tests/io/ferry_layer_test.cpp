// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "../support/faults.h"
#include "../support/geojson.h"
#include "../support/temp_folder.h"
#include "io/road_readers.h"

using namespace michinori;
using Catch::Matchers::Contains;

namespace {

/// Two quays 0.1 degrees of longitude apart, each with a road of 1 km inland.
network::RawRoads two_shores() {
    network::RawRoads roads;
    const auto road = [&](geo::Point a, geo::Point b) {
        const auto from = roads.add_node(a);
        const auto to = roads.add_node(b);
        roads.add_section(from, to, {a, b}, {});
    };
    road({138.0, 37.0}, {138.01, 37.0});
    road({138.11, 37.0}, {138.12, 37.0});
    return roads;
}

struct Read {
    network::RawRoads roads = two_shores();
    io::InputLog log;
};

io::FerryLayerOptions columns() {
    io::FerryLayerOptions options;
    options.name_column = "name";
    options.minutes_column = "min";
    options.cars_column = "cars";
    return options;
}

Read read(const std::vector<test::JsonLine>& lines, const io::FerryChoice& choice = {}) {
    const test::TempFolder folder;
    Read result;
    io::read_ferry_layer({folder.write("ferries.geojson", test::geojson(lines)), "ferries.geojson"}, columns(), choice,
                         result.roads, result.log);
    return result;
}

const std::string crossing = "[138.0110,37.0005],[138.06,37.02],[138.1095,37.0]";

}  // namespace

TEST_CASE("a ferry joins the nearest road nodes and takes the minutes it says") {
    const auto result = read({{crossing, R"("name":"Sado","min":"30","cars":"yes")"}});
    REQUIRE(result.roads.sections.size() == 3);
    CHECK(result.roads.nodes.size() == 4);
    const auto& ferry = result.roads.sections.back();
    CHECK(ferry.from == NodeId{1});
    CHECK(ferry.to == NodeId{2});
    CHECK(ferry.forward);
    CHECK(ferry.backward);
    CHECK(ferry.point_count == 5);
    CHECK(result.roads.points[ferry.first_point] == geo::Point{138.01, 37.0});
    const auto& attributes = result.roads.attributes[ferry.attributes.index()];
    CHECK(attributes.road_class == network::RoadClass::ferry);
    CHECK(attributes.name == "Sado");
    double km = 0;
    for (std::uint32_t i = ferry.first_point + 1; i < ferry.first_point + ferry.point_count; ++i) {
        km += geo::distance(result.roads.points[i - 1], result.roads.points[i]).value() / 1000;
    }
    CHECK(attributes.ferry_kmh == Approx(2 * km));
    CHECK(result.log.findings.empty());
}

TEST_CASE("a ferry without minutes says so") {
    const auto result = read({{crossing, R"("name":"Sado","min":"","cars":"")"}});
    CHECK(result.roads.attributes.back().ferry_kmh == 0);
    CHECK_THAT(to_line(result.log.findings.all().at(0), Language::english),
               Contains("ferry_without_duration: ferries.geojson row 1: ferry \"Sado\" has no duration; 10.0 km"));
}

TEST_CASE("ferries without cars are left out and are not excluded links") {
    const auto no = GENERATE("no", "0", "false");
    const auto result = read({{crossing, R"("name":"Sado","min":"30","cars":")" + std::string(no) + "\""}});
    CHECK(result.roads.sections.size() == 2);
    CHECK(result.roads.excluded_ferries.empty());
    CHECK(result.log.inputs.at(0).rows_not_selected == 1);
    CHECK_THAT(to_line(result.log.findings.all().at(0), Language::english),
               Contains("ferry_not_for_cars: ferries.geojson: 1 ferries carry no cars"));
}

TEST_CASE("ferries that the scenario leaves out are kept as excluded links") {
    const auto all = read({{crossing, R"("name":"Sado","min":"30","cars":"yes")"}}, {.include = false});
    CHECK(all.roads.sections.size() == 2);
    REQUIRE(all.roads.excluded_ferries.size() == 1);
    CHECK(all.roads.excluded_ferries[0].from == NodeId{1});
    CHECK(all.roads.excluded_ferries[0].to == NodeId{2});

    const auto untagged =
        read({{crossing, R"("name":"Sado","min":"30","cars":null)"}}, {.include = true, .include_untagged = false});
    CHECK(untagged.roads.excluded_ferries.size() == 1);
}

TEST_CASE("faults of a ferry layer") {
    const auto lines = test::fault_lines([] {
        read({{"[138.02,37.0],[138.1095,37.0]", R"("name":"a","min":"30","cars":"yes")"},
              {crossing, R"("name":"b","min":"soon","cars":"yes")"},
              {crossing, R"("name":"c","min":"-3","cars":"yes")"},
              {"[138.0101,37.0],[138.06,37.02],[138.0102,37.0]", R"("name":"d","min":"30","cars":"yes")"}});
    });
    REQUIRE(lines.size() == 4);
    CHECK_THAT(lines[0], Contains("bad_link: ferries.geojson row 1: the link is unusable: no road ends within 300 m of "
                                  "its end at 138.020000, 37.000000"));
    CHECK_THAT(lines[1], Contains("bad_number: ferries.geojson row 2: \"soon\" in column min is not a number"));
    CHECK_THAT(lines[2], Contains("bad_value: ferries.geojson row 3: min = -3"));
    CHECK_THAT(lines[3], Contains("row 4: the link is unusable: both its ends are nearest to the same road node"));
}
