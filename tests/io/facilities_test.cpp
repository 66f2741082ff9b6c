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
    access::FacilitySet set;
    InputLog log;
    FacilityOptions options;

    Fixture() {
        options.id_column = "id";
        options.name_column = "name";
        options.lon_column = "lon";
        options.lat_column = "lat";
    }
    void read(const std::string& name, const std::string& content) {
        read_facilities({folder.write(name, content), name}, options, set, log);
    }
    std::string fault(const std::string& content) {
        return test::fault_line([&] { read("f.csv", content); });
    }
};

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Fixture, "facilities keep every column, and where they came from") {
    read("f.csv", "id,name,lon,lat,beds\n1,市立病院,141.35,43.06,300\n2,\"A, B\",140.73,41.77,\n");
    REQUIRE(set.size() == 2);
    CHECK(set.columns == Row{"id", "name", "lon", "lat", "beds"});
    CHECK(set.facilities[0].id == "1");
    CHECK(set.facilities[0].name == "市立病院");
    CHECK(set.facilities[0].position == geo::Point{141.35, 43.06});
    CHECK(set.facilities[0].fields[4] == "300");
    CHECK(set.facilities[1].file == "f.csv");
    CHECK(set.facilities[1].row == 2);
}

TEST_CASE_METHOD(Fixture, "several files feed one set, and columns that one lacks are empty there") {
    read("a.csv", "id,name,lon,lat,beds\n1,a,141,43,300\n");
    read("b.csv", "lat,lon,id,name,tier\n43,141,2,b,second\n");
    CHECK(set.columns == Row{"id", "name", "lon", "lat", "beds", "tier"});
    CHECK(set.facilities[0].fields == Row{"1", "a", "141", "43", "300", ""});
    CHECK(set.facilities[1].fields == Row{"2", "b", "141", "43", "", "second"});
    CHECK(test::fault_line([&] {
              read("c.csv", "id,name,lon,lat\n1,c,141,43\n");
          }).starts_with("error duplicate_id: c.csv row 1: the id \"1\" stands already in row 1 (a.csv)"));
}

TEST_CASE_METHOD(Fixture, "without an id column rows are numbered under the file's name") {
    options.id_column.clear();
    options.name_column.clear();
    read("f.csv", "lon,lat\n141,43\n");
    CHECK(set.facilities[0].id == "f:1");
    CHECK(set.facilities[0].name == "f:1");
}

TEST_CASE_METHOD(Fixture, "columns with blank or equal names can be told apart") {
    read("f.csv", "id,name,lon,lat,beds,,beds\n1,a,141,43,10,x,20\n");
    CHECK(set.columns == Row{"id", "name", "lon", "lat", "beds (#5)", "#6", "beds (#7)"});
}

TEST_CASE_METHOD(Fixture, "no wrong row is tolerated unless the scenario says so") {
    CHECK(fault("id,name,lon,lat\n1,a,141,43\n1,b,141,43\n3,c,0.0,0.0\n4,d,,\n5,e,43,141\n,f,141,43\n") ==
          "error duplicate_id: f.csv row 2: the id \"1\" stands already in row 1; give every row its own id\n"
          "error zero_coordinate: f.csv row 3: the coordinate is 0, 0, which publishers use for \"unknown\"; fill in "
          "the true "
          "coordinate\n"
          "error empty_value: f.csv row 4: column lon is empty; fill it in\n"
          "error swapped_coordinates: f.csv row 5: longitude 43 and latitude 141 look exchanged; exchange the columns "
          "lon and "
          "lat in the scenario\n"
          "error empty_value: f.csv row 6: column id is empty; fill it in\n"
          "error too_many_rows_refused: f.csv: 5 of 6 rows are wrong; the scenario tolerates 0; mend the rows named "
          "above, or "
          "raise refuse_at_most for this input in the scenario");
    CHECK(set.size() == 0);
}

TEST_CASE_METHOD(Fixture, "missing coordinates can be left out and are counted") {
    options.skip_missing_coordinates = true;
    read("f.csv", "id,name,lon,lat\n1,a,141,43\n2,b,0.0,0.0\n3,c,,\n");
    CHECK(set.size() == 1);
    CHECK(log.inputs[0].rows_read == 3);
    CHECK(log.inputs[0].rows_used == 1);
    CHECK(log.inputs[0].rows_not_selected == 2);
    CHECK(log.inputs[0].facts.at(0) == std::pair<std::string, std::string>{"left out for want of coordinates", "2"});
    CHECK(log.refused.empty());
}

TEST_CASE_METHOD(Fixture, "rows outside the scenario's choice are not judged at all") {
    access::Condition hospitals;
    hospitals.column = "kind";
    hospitals.texts = {"1"};
    options.where = {hospitals};
    read("f.csv", "id,name,lon,lat,kind\n1,a,141,43,1\n2,b,0,0,2\n1,c,x,y,3\n");
    CHECK(set.size() == 1);
    CHECK(log.inputs[0].rows_not_selected == 2);
}

TEST_CASE_METHOD(Fixture, "a coordinate outside the stated bounds is a wrong geocode") {
    options.bounds = geo::Box{139, 41, 149, 46};
    options.tolerance.share = 1;
    read("f.csv", "id,name,lon,lat\n1,a,141,43\n2,厚岸病院,136.96,43.03\n");
    CHECK(
        test::lines_of(log.refused) ==
        Row{"error coordinate_outside_bounds: f.csv row 2: the coordinate (136.96, 43.03) of \"厚岸病院\" lies outside "
            "the bounds of "
            "this input (139, 41, 149, 46); correct the coordinate (a wrong geocode?), or the bounds in the scenario"});
}

TEST_CASE_METHOD(Fixture, "a point layer, and an area by a point inside it") {
    options.id_column = "code";
    options.name_column = "name";
    test::LayerFile layer;
    layer.driver = "GeoJSON";
    layer.crs = "EPSG:4326";
    layer.features = {{"POINT (141.35 43.06)", {"p", "病院"}},
                      {"POLYGON ((140 40, 141 40, 141 41, 140 41, 140 40))", {"a", "campus"}}};
    layer.type = wkbUnknown;
    test::write_layer((folder.path() / "f.geojson").string(), layer);
    read_facilities({folder.path() / "f.geojson", "f.geojson"}, options, set, log);
    REQUIRE(set.size() == 2);
    CHECK(set.facilities[0].name == "病院");
    CHECK(set.facilities[1].position.lon == Approx(140.5).margin(0.4));
}

TEST_CASE_METHOD(Fixture, "a column that a condition names must be there") {
    access::Condition condition;
    condition.column = "delivery";
    options.where = {condition};
    CHECK(
        fault("id,name,lon,lat\n1,a,141,43\n").starts_with("error column_missing: f.csv: has no column \"delivery\""));
}
