// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "io/encoding.h"
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

    std::vector<std::string> notes() const { return test::lines_of(log.findings.all()); }
};

struct Estat : Fixture {
    Estat() {
        options.kind = DemandKind::estat_mesh;
        options.population_column = "T001141001";
        options.groups = {{"women", "T001141012"}};
    }
    void read(const std::string& rows) {
        // The second line in CP932, as published: 人口総数.
        const auto file = folder.write("tblT001141Q5339.txt",
                                       "KEY_CODE,HTKSYORI,HTKSAKI,GASSAN,T001141001,T001141012\r\n"
                                       ",,,,\x81\x40\x90\x6c\x8c\xfb\x91\x8d\x90\x94,\x81\x40\x8f\x97\r\n" +
                                           rows);
        read_demand({file, "tblT001141Q5339.txt"}, options, demand, log);
    }
};

struct Mlit : Fixture {
    test::LayerFile file;
    Mlit() {
        options.kind = DemandKind::mlit_mesh;
        options.population_column = "PTN_2030";
        file.columns = {"MESH_ID", "SHICODE", "PTN_2030", "PT00_2030", "PTC_2030", "HITOKU2030"};
    }
    void add(const std::string& mesh, const std::string& city, const std::string& total, const std::string& aged = "0",
             const std::string& hidden = "") {
        file.features.push_back({"POLYGON ((140 40, 140 41, 141 41, 140 40))", {mesh, city, total, "0", aged, hidden}});
    }
    void read() {
        test::write_layer((folder.path() / "m.shp").string(), file);
        read_demand({folder.path() / "m.shp", "m.shp"}, options, demand, log);
    }
};

}  // namespace

TEST_CASE_METHOD(Estat, "e-Stat's mesh file as it is published") {
    read("533946111,0,,,120,40\r\n533946112,0,,,-,-\r\n533946113,2,533946114,,3,*\r\n533946114,1,,533946113,50,21\r\n");
    REQUIRE(demand.size() == 4);
    CHECK(demand.total(0).value() == 173);
    CHECK(demand.total(1).value() == 61);
    CHECK(demand.people[1][2].is_zero());
    CHECK(log.inputs[0].encoding == "CP932");
    CHECK(log.inputs[0].rows_read == 4);
    CHECK(notes() == std::vector<std::string>{"note suppressed_cells: tblT001141Q5339.txt: 1 cells are suppressed by "
                                              "the publisher; their people are counted in 1 "
                                              "receiving cells; nothing to do",
                                              "note markers_read_as_zero: tblT001141Q5339.txt: 1 values \"-\" in "
                                              "column T001141001 were read as 0, as the publisher "
                                              "defines; nothing to do",
                                              "note markers_read_as_zero: tblT001141Q5339.txt: 1 values \"-\" in "
                                              "column T001141012 were read as 0, as the publisher "
                                              "defines; nothing to do"});
}

TEST_CASE_METHOD(Estat, "a star in a cell that is not suppressed is a fault") {
    CHECK(test::fault_line([&] {
              read("533946111,0,,,*,40\r\n");
          }).starts_with("error bad_number: tblT001141Q5339.txt row 1: \"*\" in column T001141001 is not a number"));
}

TEST_CASE_METHOD(Estat, "a receiving cell that is in another file is told") {
    read("533946113,2,533946123,,3,*\r\n");
    const auto& facts = log.inputs[0].facts;
    CHECK(std::ranges::find(facts, std::pair<std::string, std::string>{"receiving cells not in this file",
                                                                       "533946123"}) != facts.end());
}

TEST_CASE_METHOD(Mlit, "MLIT's projected population: border cells keep a row per municipality") {
    add("594115541", "3202", "2.767");
    add("594115542", "03202", "10.5");
    add("594115542", "03203", "1.25");
    read();
    REQUIRE(demand.size() == 3);
    CHECK(demand.points[0].id == "594115541");
    CHECK(demand.points[0].municipality == "03202");  // its leading zero was lost in the file
    CHECK(demand.points[1].id == "594115542/03202");
    CHECK(demand.points[2].id == "594115542/03203");
    CHECK(demand.points[1].position == demand.points[2].position);
    CHECK(demand.total(0).micro() == People::from_double(14.517).micro());
}

TEST_CASE_METHOD(Mlit, "the same mesh and municipality twice is a duplicate") {
    add("594115542", "03202", "10.5");
    add("594115542", "03202", "1.25");
    options.tolerance.share = 1;
    read();
    CHECK(test::lines_of(log.refused) ==
          std::vector<std::string>{"error duplicate_id: m.shp row 2: the id \"594115542/03202\" stands already in row "
                                   "1; give every row its own id"});
}

TEST_CASE_METHOD(Mlit, "the total after merging is refused, as population and as a group") {
    add("594115541", "03202", "2.767");
    options.population_column = "PT00_2030";
    CHECK(test::fault_line([&] { read(); }) ==
          "error bad_value: m.shp: population = PT00_2030: this total stands after the merging of suppressed cells and "
          "is 0 "
          "where few people live; use PTN_2030; correct the value");
    options.population_column = "PTN_2030";
    options.groups = {{"all", "PT00_2030"}};
    CHECK(test::fault_line([&] { read(); }).starts_with("error bad_value: m.shp: groups.all = PT00_2030: "));
}

TEST_CASE_METHOD(Mlit, "cells hidden by age are told when an age group is read") {
    add("594115541", "03202", "2.767", "0", "*");
    add("594115542", "03202", "10.5", "4.5", "@");
    options.groups = {{"aged", "PTC_2030"}};
    read();
    CHECK(demand.total(1).value() == 4.5);
    CHECK(notes() == std::vector<std::string>{"note suppressed_cells: m.shp: 1 cells are suppressed by the publisher; "
                                              "their people are counted in 1 receiving cells; "
                                              "nothing to do"});
}
