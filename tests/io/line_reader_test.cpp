// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>

#include "../support/faults.h"
#include "../support/geodata.h"
#include "../support/geojson.h"
#include "../support/temp_folder.h"
#include "io/line_words.h"
#include "io/road_readers.h"

using namespace michinori;
using Catch::Matchers::Contains;
using network::RoadClass;

namespace {

struct Read {
    network::RawRoads roads;
    io::InputLog log;
};

Read read_files(const std::vector<io::InputFile>& files, const io::LineOptions& options) {
    Read result;
    NoProgress progress;
    io::read_lines(files, options, result.roads, result.log, progress);
    return result;
}

Read read(const std::vector<test::JsonLine>& lines, const io::LineOptions& options = {}) {
    const test::TempFolder folder;
    return read_files({{folder.write("roads.geojson", test::geojson(lines)), "roads.geojson"}}, options);
}

const network::RoadAttributes& attributes_of(const Read& read, std::size_t section) {
    return read.roads.attributes[read.roads.sections[section].attributes.index()];
}

const std::vector<test::JsonLine> cross{{"[141.30,43.0],[141.32,43.0]", R"("name":"east")"},
                                        {"[141.31,42.99],[141.31,43.01]", R"("name":"north")"}};

double length_of(const network::RawRoads& roads, const network::RawSection& section) {
    double sum = 0;
    for (std::uint32_t i = section.first_point + 1; i < section.first_point + section.point_count; ++i) {
        sum += geo::distance(roads.points[i - 1], roads.points[i]).value();
    }
    return sum;
}

/// Length of each connected piece, descending.
std::vector<double> component_lengths(const network::RawRoads& roads) {
    std::vector<std::size_t> name(roads.nodes.size());
    std::iota(name.begin(), name.end(), std::size_t{0});
    const auto find = [&](std::size_t x) {
        while (name[x] != x) {
            x = name[x] = name[name[x]];
        }
        return x;
    };
    for (const auto& s : roads.sections) {
        name[find(s.from.index())] = find(s.to.index());
    }
    std::map<std::size_t, double> sums;
    for (const auto& s : roads.sections) {
        sums[find(s.from.index())] += length_of(roads, s);
    }
    std::vector<double> lengths;
    for (const auto& [root, sum] : sums) {
        lengths.push_back(sum);
    }
    std::sort(lengths.begin(), lengths.end(), std::greater<>());
    return lengths;
}

}  // namespace

TEST_CASE("road lines are noded, and keep their names and row numbers") {
    io::LineOptions options;
    options.columns.name = "name";
    const auto result = read(cross, options);
    REQUIRE(result.roads.sections.size() == 4);
    CHECK(result.roads.nodes.size() == 5);
    CHECK(attributes_of(result, 0).name == "east");
    CHECK(attributes_of(result, 3).name == "north");
    CHECK(result.roads.sections[3].source_id == 2);
    CHECK(attributes_of(result, 0).road_class == RoadClass::unclassified);
    REQUIRE(result.log.findings.all().size() == 1);
    CHECK_THAT(to_line(result.log.findings.all()[0], Language::english),
               Contains("noding_summary: roads.geojson: 2 lines became 4 sections; 0 line ends were joined within 1 m, "
                        "4 ends stay free"));
    CHECK(result.log.inputs.at(0).rows_read == 2);
    CHECK(result.log.inputs.at(0).rows_used == 2);
}

TEST_CASE("without noding lines meet at shared ends only") {
    auto lines = cross;
    lines.push_back({"[141.32,43.0],[141.33,43.0]", ""});
    io::LineOptions options;
    options.noding = false;
    const auto result = read(lines, options);
    CHECK(result.roads.sections.size() == 3);
    CHECK(result.roads.nodes.size() == 5);
    CHECK(result.roads.sections[2].from == result.roads.sections[0].to);
    CHECK(result.log.findings.empty());
}

TEST_CASE("columns of road lines are understood") {
    io::LineOptions options;
    options.noding = false;
    options.columns = {.road_class = "kind",
                       .class_values = {{"国道", RoadClass::trunk}, {"3", RoadClass::tertiary}},
                       .name = "name",
                       .oneway = "ow",
                       .maxspeed = "vmax",
                       .level = "lv",
                       .bridge = "br",
                       .tunnel = "tu",
                       .width_m = "w",
                       .toll = "toll"};
    const auto result = read(
        {{"[141.1,43],[141.2,43]",
          R"("kind":"国道","name":" 五号 ","ow":"F","vmax":50,"lv":null,"br":"yes","tu":"F","w":"6.5","toll":"T")"},
         {"[141.2,43],[141.3,43]",
          R"("kind":"3","name":null,"ow":"-1","vmax":0,"lv":"","br":"F","tu":"T","w":null,"toll":"no")"},
         {"[141.3,43],[141.4,43]",
          R"("kind":"residential","name":"","ow":"B","vmax":null,"lv":"2","br":"T","tu":"F","w":"x","toll":null)"}},
        options);
    REQUIRE(result.roads.sections.size() == 3);
    const auto& first = attributes_of(result, 0);
    CHECK(first.road_class == RoadClass::trunk);
    CHECK(first.name == "五号");
    CHECK(first.maxspeed_forward == 50);
    CHECK(first.maxspeed_backward == 50);
    CHECK(first.bridge);
    CHECK(first.level == 1);
    CHECK(first.toll);
    CHECK(first.width == network::WidthClass::from_5_5m);
    CHECK(result.roads.sections[0].forward);
    CHECK_FALSE(result.roads.sections[0].backward);
    CHECK(attributes_of(result, 1).road_class == RoadClass::tertiary);
    CHECK(attributes_of(result, 1).tunnel);
    CHECK(attributes_of(result, 1).level == -1);
    CHECK_FALSE(attributes_of(result, 1).toll);
    CHECK(result.roads.sections[1].backward);
    CHECK_FALSE(result.roads.sections[1].forward);
    CHECK(attributes_of(result, 2).road_class == RoadClass::residential);
    CHECK(attributes_of(result, 2).level == 2);
    CHECK(attributes_of(result, 2).width == network::WidthClass::unknown);
}

TEST_CASE("a bridge without a level passes over the road below") {
    io::LineOptions options;
    options.columns.bridge = "bridge";
    const auto result =
        read({{"[141.30,43.0],[141.32,43.0]", R"("bridge":"F")"}, {"[141.31,42.99],[141.31,43.01]", R"("bridge":"T")"}},
             options);
    CHECK(result.roads.sections.size() == 2);
}

TEST_CASE("a line that stands twice with the same facts is kept once") {
    auto lines = cross;
    lines.push_back({"[141.32,43.0],[141.30,43.0]", R"("name":"east")"});
    const auto result = read(lines);
    CHECK(result.roads.sections.size() == 4);
    CHECK(result.log.inputs.at(0).rows_not_selected == 1);
    CHECK(result.log.inputs.at(0).rows_used == 2);
}

TEST_CASE("classes without a meaning are listed with their numbers") {
    io::LineOptions options;
    options.columns.road_class = "kind";
    const auto lines = test::fault_lines([&] {
        read({{"[141.1,43],[141.2,43]", R"("kind":"主要")"},
              {"[141.2,43],[141.3,43]", R"("kind":"主要")"},
              {"[141.3,43],[141.4,43]", R"("kind":"X9")"}},
             options);
    });
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[0], Contains("unmapped_class: roads.geojson: road class \"X9\" (1 roads) has no meaning"));
    CHECK_THAT(lines[1], Contains("road class \"主要\" (2 roads)"));
}

TEST_CASE("faults of road lines name file, row and remedy") {
    io::LineOptions options;
    options.columns.oneway = "ow";
    options.columns.level = "lv";
    const auto lines = test::fault_lines([&] {
        read({{"[141.1,43],[141.2,43]", R"("ow":"sideways","lv":"0")"},
              {"[141.2,43],[141.3,43]", R"("ow":"F","lv":"up")"},
              {"", R"("ow":"F","lv":"0")"}},
             options);
    });
    REQUIRE(lines.size() == 3);
    CHECK_THAT(lines[0], Contains("bad_value: roads.geojson row 1: ow = sideways: one-way is written F, yes, 1"));
    CHECK_THAT(lines[1], Contains("bad_integer: roads.geojson row 2: \"up\" in column lv is not a whole number"));
    CHECK_THAT(lines[2], Contains("geometry_missing: roads.geojson row 3"));

    io::LineOptions missing;
    missing.columns.road_class = "kind";
    missing.columns.maxspeed = "vmax";
    const auto columns = test::fault_line([&] { read(cross, missing); });
    CHECK_THAT(columns, Contains("has no column \"kind\""));
    CHECK_THAT(columns, Contains("has no column \"vmax\""));

    CHECK_THAT(test::fault_line([] {
                   read(std::vector<test::JsonLine>{{"[141.1,43],[141.1,43]", R"("a":1)"}});
               }),
               Contains("no_roads: roads.geojson: holds no road a car may use"));
}

TEST_CASE("speed limits that cannot be read are counted") {
    io::LineOptions options;
    options.columns.maxspeed = "vmax";
    const auto result =
        read({{"[141.1,43],[141.2,43]", R"("vmax":"fast")"}, {"[141.2,43],[141.3,43]", R"("vmax":"['40', '50']")"}},
             options);
    CHECK_THAT(to_line(result.log.findings.all().at(0), Language::english),
               Contains("maxspeed_unread: roads.geojson: 1 maxspeed values could not be read (for example \"fast\")"));
    CHECK(attributes_of(result, 1).maxspeed_forward == 40);
}

TEST_CASE("words of road tables") {
    CHECK(io::says_yes(" TRUE "));
    CHECK_FALSE(io::says_yes("viaduct"));
    CHECK(io::does_not_say_no("viaduct"));
    CHECK_FALSE(io::does_not_say_no("False"));
    CHECK(io::oneway("T")->backward);
    CHECK_FALSE(io::oneway("true")->backward);
    CHECK_FALSE(io::oneway("both ways").has_value());
    CHECK(io::list_items("['residential', 'unclassified']") == std::vector<std::string>{"residential", "unclassified"});
    CHECK(io::list_items("") == std::vector<std::string>{""});
    CHECK_FALSE(io::level_number("0.5").has_value());
}

TEST_CASE("Sapporo's authorised road lines [needs-data]", "[needs-data]") {
    const auto folder = test::geodata_or_skip() / "sapporo";
    const auto file = folder / "路線区間オープンデータ.shp";
    const auto result = read_files({{file, "sapporo"}}, {});
    const auto lengths = component_lengths(result.roads);
    const double total = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    CHECK(result.log.inputs.at(0).rows_read == 22212);
    CHECK(result.roads.sections.size() == Approx(83103).margin(50));
    CHECK(result.roads.nodes.size() == Approx(52664).margin(50));
    CHECK(lengths.size() == 68);
    CHECK(lengths[0] / total == Approx(0.9863).margin(0.0005));
    CHECK(total / 1000 == Approx(6374.5).margin(0.5));
}
