// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/facility_table.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <map>

#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

using Row = std::vector<std::string>;

/// Three hospitals with two columns.
struct Fixture {
    test::TempFolder folder;
    access::FacilitySet set;
    InputLog log;
    FacilityTableOptions options;

    Fixture() {
        set.columns = {"ID", "name"};
        for (const std::string id : {"a", "b", "c"}) {
            access::FacilitySet::Facility facility;
            facility.id = id;
            facility.fields = {id, "hospital " + id};
            set.facilities.push_back(facility);
        }
    }
    void join(const std::string& name, const std::string& content) {
        join_facility_table({folder.write(name, content), name}, options, set, log);
    }
    std::vector<std::string> faults(const std::string& content) {
        return test::fault_lines([&] { join("t.csv", content); });
    }
    /// What one slip is told as; the set must be as it was.
    std::string fault(const std::string& content) {
        const auto lines = faults(content);
        CHECK(set.columns == Row{"ID", "name"});
        CHECK(set.facilities[0].fields == Row{"a", "hospital a"});
        CHECK(log.inputs.empty());
        REQUIRE(lines.size() == 1);
        return lines.front();
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a table's columns come to the facilities by id, in any order") {
    join("t.csv", "block,ID,doctors\nown, c ,3\npartner,a,\n");
    CHECK(set.columns == Row{"ID", "name", "block", "doctors"});
    CHECK(set.facilities[0].fields == Row{"a", "hospital a", "partner", ""});
    CHECK(set.facilities[1].fields == Row{"b", "hospital b", "", ""});
    CHECK(set.facilities[2].fields == Row{"c", "hospital c", "own", "3"});
    REQUIRE(log.inputs.size() == 1);
    const auto& record = log.inputs.front();
    CHECK(record.role == "facility table");
    CHECK(record.file == "t.csv");
    CHECK(record.format == "CSV");
    CHECK(record.digests.size() == 1);
    CHECK(record.rows_read == 2);
    CHECK(record.rows_used == 2);
    CHECK(record.rows_not_selected == 0);
    CHECK(record.facts.empty());
}

TEST_CASE_METHOD(Fixture, "tables are joined one after the other, and the id column may have any name") {
    join("one.csv", "ID,x\na,1\n");
    options.id_column = "record";
    join("two.tsv", "record\ty\nb\t2\n");
    CHECK(set.columns == Row{"ID", "name", "x", "y"});
    CHECK(set.facilities[0].fields == Row{"a", "hospital a", "1", ""});
    CHECK(set.facilities[1].fields == Row{"b", "hospital b", "", "2"});
    options.id_column = "ID";
    const auto again = faults("ID,x\nb,1\n");
    REQUIRE(again.size() == 1);
    CHECK(again.front().find("the facilities have a column of that name already") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "every row of a facility that was not read is told, with its row") {
    const auto lines = faults("ID,x\nz,1\na,2\ny,3\n");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("error facility_not_read: t.csv row 1: \"z\" in column ID is not the id"));
    CHECK(lines[1].starts_with("error facility_not_read: t.csv row 3: \"y\" in column ID is not the id"));
    CHECK(set.columns == Row{"ID", "name"});
}

TEST_CASE_METHOD(Fixture, "rows of others can be left out, and are counted") {
    options.skip_unknown = true;
    join("t.csv", "ID,x\nz,1\na,2\ny,3\n");
    CHECK(set.facilities[0].fields == Row{"a", "hospital a", "2"});
    const auto& record = log.inputs.front();
    CHECK(record.rows_read == 3);
    CHECK(record.rows_used == 1);
    CHECK(record.rows_not_selected == 2);
    REQUIRE(record.facts.size() == 1);
    CHECK(record.facts[0] == std::pair<std::string, std::string>{"rows of facilities that were not read", "2"});
}

TEST_CASE_METHOD(Fixture, "wrong tables are told, and change nothing") {
    CHECK(fault("id,x\na,1\n").starts_with("error column_missing: t.csv: has no column \"ID\""));
    CHECK(fault("ID,name\na,1\n").starts_with("error bad_value: t.csv"));
    CHECK(fault("ID,x,x\na,1,2\n").starts_with("error column_duplicate: t.csv"));
    CHECK(fault("ID,x,ID\na,1,a\n").starts_with("error column_duplicate: t.csv"));
    CHECK(
        fault("ID,x\na,1\na,2\n").starts_with("error duplicate_id: t.csv row 2: the id \"a\" stands already in row 1"));
    CHECK(fault("ID,x\n ,1\n").starts_with("error empty_value: t.csv row 1"));
    CHECK(fault("ID,x\n").starts_with("error table_empty: t.csv"));
    options.skip_unknown = true;
    CHECK(fault("ID,x\nz,1\nz,2\n").starts_with("error duplicate_id: t.csv row 2"));
}

TEST_CASE_METHOD(Fixture, "all faults of a table are told at once") {
    CHECK(faults("ID,name\nz,1\na,2\na,3\n,4\n").size() == 4);
}

TEST_CASE_METHOD(Fixture, "blank column names are told apart by their number") {
    join("t.csv", "ID,,\na,1,2\n");
    CHECK(set.columns == Row{"ID", "name", "#2", "#3"});
    CHECK(set.facilities[0].fields == Row{"a", "hospital a", "1", "2"});
}

TEST_CASE("a joined field is the table's, an absent row gives an empty one") {
    rc::prop("for any rows", [] {
        const auto ids = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 40));
        const auto rows = *rc::gen::suchThat(rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 40)),
                                             [](const auto& all) { return !all.empty(); });
        access::FacilitySet set;
        set.columns = {"name"};
        for (const int id : ids) {
            access::FacilitySet::Facility facility;
            facility.id = std::to_string(id);
            facility.fields = {"n" + facility.id};
            set.facilities.push_back(facility);
        }
        std::map<std::string, std::string> expected;
        std::string text = "v,ID\n";
        for (const int row : rows) {
            const auto value = std::to_string(*rc::gen::inRange(0, 1000));
            expected[std::to_string(row)] = value;
            text += value + "," + std::to_string(row) + "\n";
        }
        const test::TempFolder folder;
        InputLog log;
        join_facility_table({folder.write("t.csv", text), "t.csv"}, {.skip_unknown = true}, set, log);
        std::int64_t used = 0;
        for (const auto& facility : set.facilities) {
            const auto row = expected.find(facility.id);
            RC_ASSERT(facility.fields == (Row{"n" + facility.id, row == expected.end() ? "" : row->second}));
            used += row == expected.end() ? 0 : 1;
        }
        RC_ASSERT(log.inputs.front().rows_used == used);
        RC_ASSERT(log.inputs.front().rows_read ==
                  used + log.inputs.front().rows_not_selected + log.inputs.front().rows_refused);
    });
}
