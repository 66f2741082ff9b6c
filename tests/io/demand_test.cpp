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

struct Fixture {
    test::TempFolder folder;
    access::DemandSet demand;
    InputLog log;
    DemandOptions options;

    Fixture() { options.population_column = "people"; }

    void read(const std::string& name, const std::string& content) {
        read_demand({folder.write(name, content), name}, options, demand, log);
    }
    std::string fault(const std::string& content) {
        return test::fault_line([&] { read("d.csv", content); });
    }
    /// The refusals of a file in which one row in a hundred may be wrong.
    std::vector<std::string> refused(const std::string& content) {
        options.tolerance.share = 1;
        read("d.csv", content);
        return test::lines_of(log.refused);
    }
    void by_coordinates() {
        options.id_column = "id";
        options.lon_column = "lon";
        options.lat_column = "lat";
    }
};

std::int64_t micro(double people) {
    return People::from_double(people).micro();
}

}  // namespace

TEST_CASE_METHOD(Fixture, "a mesh table: codes are ids, centres positions, groups in the order of their names") {
    options.mesh_column = "mesh";
    options.municipality_column = "muni";
    options.groups = {{"women", "f"}, {"births", "b"}};
    read("d.csv", "mesh,muni,people,f,b\n623927494,01331,26,18,0.25\n623927591,01331,\"1,181\",102,0\n");
    REQUIRE(demand.size() == 2);
    CHECK(demand.points[0].id == "623927494");
    CHECK(demand.points[0].municipality == "01331");
    CHECK(demand.points[0].position.lat == Approx(41.539583).margin(5e-7));
    CHECK(demand.groups == std::vector<std::string>{"population", "births", "women"});
    CHECK(demand.people[0][1].micro() == micro(1181));
    CHECK(demand.people[1][0].micro() == micro(0.25));
    CHECK(demand.people[2][1].micro() == micro(102));
    REQUIRE(log.inputs.size() == 1);
    CHECK(log.inputs[0].role == "demand");
    CHECK(log.inputs[0].rows_used == 2);
    CHECK(log.inputs[0].digests.size() == 1);
    CHECK(log.inputs[0].facts[0] == std::pair<std::string, std::string>{"mesh", "500 m (9)"});
    CHECK(log.inputs[0].facts[1] == std::pair<std::string, std::string>{"population", "1207"});
}

TEST_CASE_METHOD(Fixture, "meshes of every size") {
    options.mesh_column = "mesh";
    const std::string code = GENERATE("53394611", "533946111", "5339461113", "53394611134");
    read("d.csv", "mesh,people\n" + code + ",5\n");
    CHECK(demand.points[0].id == code);
}

TEST_CASE_METHOD(Fixture, "a table without header, by column numbers") {
    options.table.header = false;
    options.mesh_column = "#1";
    options.population_column = "#2";
    read("raw.csv", "623927494,26,8,18,8\n");
    CHECK(demand.total(0).micro() == micro(26));
}

TEST_CASE_METHOD(Fixture, "points by coordinates, and without an id column rows are numbered under the file's name") {
    by_coordinates();
    options.id_column.clear();
    read("homes.csv", "lon,lat,people\n141.35,43.06,2\n140.73,41.77,3.5\n");
    CHECK(demand.points[1].id == "homes:2");
    CHECK(demand.points[1].position == geo::Point{140.73, 41.77});
    CHECK(demand.total(0).micro() == micro(5.5));
}

TEST_CASE_METHOD(Fixture, "a second file adds to the set, and its groups must be the same") {
    options.mesh_column = "mesh";
    read("a.csv", "mesh,people,f\n533946111,1,1\n");
    read("b.csv", "mesh,people,f\n533946112,2,1\n");
    CHECK(demand.size() == 2);
    options.tolerance.share = 1;
    read("c.csv", "mesh,people,f\n533946111,2,1\n");
    CHECK(test::lines_of(log.refused)
              .at(0)
              .starts_with("error duplicate_id: c.csv row 1: the id \"533946111\" stands already in row 1 (of all "
                           "demand read before)"));
    options.groups = {{"women", "f"}};
    CHECK(test::fault_line([&] {
              read("d.csv", "mesh,people,f\n533946113,2,1\n");
          }).starts_with("error bad_value: d.csv: groups = population, women: the demand files before had population"));
}

TEST_CASE_METHOD(Fixture, "mesh codes that lost a digit, or never were codes") {
    options.mesh_column = "mesh";
    const auto lines =
        refused("mesh,people\n533946111,1\n533946112,1\n53394611,1\n533946113,1\n533986111,1\n53394611x,1\n,1\n");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] ==
          "error mesh_code_wrong_length: d.csv row 3: mesh code \"53394611\" has 8 digits, which no mesh of this input "
          "has (9); keep the codes as text, so that no digit is lost");
    CHECK(lines[1] ==
          "error bad_mesh_code: d.csv row 5: \"533986111\" is not a mesh code of JIS X 0410; correct the code");
    CHECK(lines[2].starts_with("error bad_mesh_code: d.csv row 6: \"53394611x\""));
    CHECK(lines[3] == "error empty_value: d.csv row 7: column mesh is empty; fill it in");
    CHECK(demand.size() == 3);
}

TEST_CASE_METHOD(Fixture, "a file none of whose codes is a mesh") {
    options.mesh_column = "mesh";
    CHECK(fault("mesh,people\n533946,1\n")
              .starts_with("error mesh_code_wrong_length: d.csv row 1: mesh code \"533946\" has 6 digits, which no "
                           "mesh of this input has "
                           "(8, 9, 10, 11); "));
}

TEST_CASE_METHOD(Fixture, "numbers of people that are none") {
    options.mesh_column = "mesh";
    const auto lines = refused("mesh,people\n533946111,-5\n533946112,NaN\n533946113,*\n533946114,\n533946121,7\n");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "error negative_number: d.csv row 1: -5 in column people is below zero; correct the value");
    CHECK(lines[1] ==
          "error bad_number: d.csv row 2: \"NaN\" in column people is not a number; correct the value, or name "
          "another column");
    CHECK(lines[2].starts_with("error bad_number: d.csv row 3: \"*\""));
    CHECK(lines[3] == "error empty_value: d.csv row 4: column people is empty; fill it in");
    CHECK(log.inputs[0].rows_read == 5);
    CHECK(log.inputs[0].rows_used == 1);
    CHECK(log.inputs[0].rows_refused == 4);
}

TEST_CASE_METHOD(Fixture, "coordinates that are no places") {
    by_coordinates();
    const auto lines = refused(
        "id,lon,lat,people\n"
        "a,141.3,43.0,1\nb,141.4,43.1,1\nc,141.5,43.2,1\nd,141.6,43.3,1\ne,141.7,43.4,1\nf,141.8,43.5,1\ng,141.9,43.6,"
        "1\n"
        "h,0,0,1\ni,0.0,0.0,1\nj,43.0,141.3,1\nk,NaN,43.0,1\nl,,43.0,1\nm,14130,43,1\nn,999,999,1\no,141.3,4x,1\n");
    REQUIRE(lines.size() == 8);
    CHECK(lines[0] ==
          "error zero_coordinate: d.csv row 8: the coordinate is 0, 0, which publishers use for \"unknown\"; fill in "
          "the true coordinate");
    CHECK(lines[1].starts_with("error zero_coordinate: d.csv row 9"));
    CHECK(lines[2] ==
          "error swapped_coordinates: d.csv row 10: longitude 43 and latitude 141.3 look exchanged; exchange the "
          "columns lon and lat in the scenario");
    CHECK(lines[3].starts_with("error bad_number: d.csv row 11: \"NaN\" in column lon"));
    CHECK(lines[4] == "error empty_value: d.csv row 12: column lon is empty; fill it in");
    CHECK(
        lines[5].starts_with("error bad_coordinate: d.csv row 13: the coordinate (14130, 43) is not a place on earth"));
    CHECK(lines[6].starts_with("error bad_coordinate: d.csv row 14: "));
    CHECK(lines[7].starts_with("error bad_number: d.csv row 15: \"4x\" in column lat"));
}

TEST_CASE_METHOD(Fixture, "columns lon and lat exchanged in the whole file: one line, not a thousand") {
    by_coordinates();
    std::string content = "id,lat,lon,people\n";
    for (int i = 0; i < 1000; ++i) {
        content += std::to_string(i) + ",141." + std::to_string(100 + i % 800) + ",43.06,1\n";
    }
    CHECK(fault(content) ==
          "error swapped_coordinates: d.csv: longitude 43.06 and latitude 141.1 look exchanged; exchange the "
          "columns lon and lat in the scenario");
}

TEST_CASE_METHOD(Fixture, "one exchanged row is found even where both orders are places on earth") {
    by_coordinates();
    const auto lines =
        refused("id,lon,lat,people\na,14.5,35.9,1\nb,14.4,35.8,1\nc,14.3,36.0,1\nd,35.9,14.5,1\ne,12.5,41.9,1\n");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("error swapped_coordinates: d.csv row 4: longitude 35.9 and latitude 14.5"));
}

TEST_CASE_METHOD(Fixture, "duplicate and empty ids") {
    by_coordinates();
    const auto lines = refused("id,lon,lat,people\na,141,43,1\nb,141,43,1\na,141,43,2\n,141,43,1\n");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] ==
          "error duplicate_id: d.csv row 3: the id \"a\" stands already in row 1; give every row its own id");
    CHECK(lines[1] == "error empty_value: d.csv row 4: column id is empty; fill it in");
}

TEST_CASE_METHOD(Fixture, "more wrong rows than tolerated stop the run") {
    by_coordinates();
    options.tolerance.share = 0.01;
    CHECK(fault("id,lon,lat,people\na,141,43,1\nb,0,0,1\n") ==
          "error zero_coordinate: d.csv row 2: the coordinate is 0, 0, which publishers use for \"unknown\"; fill in "
          "the true "
          "coordinate\n"
          "error too_many_rows_refused: d.csv: 1 of 2 rows are wrong; the scenario tolerates 0; mend the rows named "
          "above, or "
          "raise refuse_at_most for this input in the scenario");
    CHECK(demand.size() == 0);
}

TEST_CASE_METHOD(Fixture, "columns that are not there") {
    options.mesh_column = "mesh_code";
    CHECK(fault("mesh,people\n533946111,1\n") ==
          "error column_missing: d.csv: has no column \"mesh_code\" (it has: mesh, people); name an existing column in "
          "the "
          "scenario");
    options.mesh_column.clear();
    CHECK(fault("mesh,people\n533946111,1\n")
              .starts_with("error missing_key: d.csv: this demand input needs the key \"mesh"));
}

TEST_CASE_METHOD(Fixture, "points and polygons of a layer, the polygon by a point inside it") {
    options.kind = DemandKind::vector;
    options.id_column = "code";
    options.population_column = "name";
    test::LayerFile layer;
    layer.driver = "GPKG";
    layer.features = {
        {"POINT (141.35 43.06)", {"p", "5"}},
        {"POLYGON ((140 40, 143 40, 143 43, 142 43, 142 41, 141 41, 141 43, 140 43, 140 40))", {"u", "7"}},
        {"LINESTRING (140 40, 141 41)", {"l", "1"}},
        {"", {"n", "1"}}};
    layer.type = wkbUnknown;
    test::write_layer((folder.path() / "d.gpkg").string(), layer);
    options.tolerance.share = 1;
    read_demand({folder.path() / "d.gpkg", "d.gpkg"}, options, demand, log);
    REQUIRE(demand.size() == 2);
    const auto inside = demand.points[1].position;
    CHECK((inside.lat < 41 || inside.lon < 141 || inside.lon > 142));
    const auto lines = test::lines_of(log.refused);
    REQUIRE(lines.size() == 2);
    CHECK(
        lines[0] ==
        "error geometry_wrong_kind: d.gpkg row 3: is a line where a point or polygon is needed; name the right layer");
    CHECK(lines[1] == "error geometry_missing: d.gpkg row 4: has no geometry; remove or mend the feature");
    CHECK(log.inputs[0].crs == "EPSG:6668 (file)");
}
