// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "io/place_readers.h"
#include "support/faults.h"
#include "support/layer_file.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

const std::string unit = "POLYGON ((140 40, 141 40, 141 41, 140 41, 140 40))";
const std::string next_to_it = "POLYGON ((141 40, 142 40, 142 41, 141 41, 141 40))";
const std::string bow_tie = "POLYGON ((140 40, 142 42, 142 40, 140 42, 140 40))";

struct Fixture {
    test::TempFolder folder;
    InputLog log;
    AreaOptions options;
    test::LayerFile file;

    Fixture() {
        options.code_column = "code";
        options.name_column = "name";
        file.driver = "GPKG";
    }
    InputFile written() {
        file.type = wkbUnknown;
        test::write_layer((folder.path() / "a.gpkg").string(), file);
        return {folder.path() / "a.gpkg", "a.gpkg"};
    }
    auto read() { return read_areas(written(), options, "areas:secondary", log); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "areas come in the order of their codes, several features making one area") {
    file.features = {{next_to_it, {"02", "南"}}, {unit, {"01", "北"}}, {next_to_it, {"01", ""}}};
    const auto areas = read();
    REQUIRE(areas.size() == 2);
    CHECK(areas[0].code == "01");
    CHECK(areas[0].name == "北");
    CHECK(areas[0].shape.parts.size() == 2);
    CHECK(areas[1].name == "南");
    CHECK(log.findings.empty());
    CHECK(log.inputs[0].role == "areas:secondary");
    CHECK(log.inputs[0].rows_read == 3);
    CHECK(log.inputs[0].rows_used == 3);
}

TEST_CASE_METHOD(Fixture, "a polygon that crosses itself is repaired and said so, with its row") {
    file.features = {{unit, {"01", "北"}}, {bow_tie, {"02", "南"}}};
    CHECK(read().size() == 2);
    CHECK(test::lines_of(log.findings.all()) ==
          std::vector<std::string>{"warning polygon_repaired: a.gpkg row 2: the polygon crosses itself "
                                   "(Self-intersection at 141.000000, 41.000000) and "
                                   "was repaired; check that its area is still right"});
}

TEST_CASE_METHOD(Fixture, "every feature that cannot be an area is named") {
    file.features = {{unit, {"", "北"}},
                     {"POINT (140 40)", {"02", "x"}},
                     {"", {"03", "x"}},
                     {"POLYGON ((40 140, 40 141, 41 141, 40 140))", {"04", "x"}}};
    CHECK(test::fault_line([&] { (void)read(); }) ==
          "error empty_value: a.gpkg row 1: column code is empty; fill it in\n"
          "error geometry_wrong_kind: a.gpkg row 2: is a point where a polygon is needed; name the right layer\n"
          "error geometry_missing: a.gpkg row 3: has no geometry; remove or mend the feature\n"
          "error swapped_coordinates: a.gpkg row 4: longitude 40 and latitude 140 look exchanged; exchange the columns "
          "lon and "
          "lat in the scenario");
}

TEST_CASE_METHOD(Fixture, "zones carry the value of their column") {
    file.features = {{unit, {"1", "x"}}, {next_to_it, {"2", "x"}}};
    const auto zones = read_zones(written(), {}, "code", "snow", log);
    REQUIRE(zones.size() == 2);
    CHECK(zones[1].value == "2");
    CHECK(log.inputs[0].facts.at(0) == std::pair<std::string, std::string>{"values", "1: 1, 2: 1"});
    CHECK(read_zones(written(), {}, "", "dense", log)[0].value.empty());
}

TEST_CASE_METHOD(Fixture, "winter closures are lines, each part of its own") {
    file.features = {{"MULTILINESTRING ((140 40, 141 41), (142 42, 143 43))", {"1", "x"}}};
    const auto lines = read_closure_lines(written(), {}, "closures", log);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].line.front() == geo::Point{142, 42});
    file.features = {{unit, {"1", "x"}}};
    CHECK(test::fault_line([&] {
              (void)read_closure_lines(written(), {}, "closures", log);
          }).starts_with("error geometry_wrong_kind: a.gpkg row 1: is a polygon where a line is needed"));
}

TEST_CASE_METHOD(Fixture, "members of areas, out of a table") {
    MemberOptions members;
    members.member_column = "muni";
    members.code_column = "area";
    members.name_column = "area_name";
    const auto good = folder.write("m.csv", "muni,area,area_name\n01101,0104,札幌\n01202,0101,南渡島\n");
    const auto map = read_members({good, "m.csv"}, members, "areas:perinatal", log);
    REQUIRE(map.size() == 2);
    CHECK(map.at("01101").code == "0104");
    CHECK(map.at("01202").name == "南渡島");
    const auto bad = folder.write("b.csv", "muni,area,area_name\n01101,0104,札幌\n01101,0101,南渡島\n,0101,x\n");
    CHECK(test::fault_line([&] {
              (void)read_members({bad, "b.csv"}, members, "areas:perinatal", log);
          }) ==
          "error duplicate_id: b.csv row 2: the id \"01101\" stands already in row 1; give every row its own id\n"
          "error empty_value: b.csv row 3: column muni is empty; fill it in");
}
