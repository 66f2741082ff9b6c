// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>

#include "load_support.h"
#include "scenario/inputs.h"
#include "scenario/load_scenario.h"
#include "support/faults.h"
#include "what_if_village.h"

using namespace michinori;
using test::ScenarioFolder;
using test::TempFolder;
using test::WhatIfVillage;

namespace {

const std::string table_lines = "[[facility_table]]\nfile = \"extra.csv\"\n";

/// The village with a table of physicians by hospital, a service by it, and what-ifs.
std::string with_table(const std::filesystem::path& table, const std::string& rest = "") {
    return "[[facility_table]]\nfile = \"" + table.string() + "\"\ncolumns = { id = \"site\" }\n" + rest +
           "[[service]]\nid = \"staffed\"\nwhere = [{ column = \"physicians\", at_least = 3 }]\n";
}

const access::Service& staffed(const scenario::Analysis& analysis) {
    const auto found = std::ranges::find(analysis.services, "staffed", &access::Service::id);
    REQUIRE(found != analysis.services.end());
    return *found;
}

std::vector<std::string> ids_of(const access::Service& service, const access::FacilitySet& set) {
    std::vector<std::string> ids;
    for (const auto f : service.facilities) {
        ids.push_back(set.facilities[f.index()].id);
    }
    return ids;
}

}  // namespace

TEST_CASE("a scenario names tables with more columns of facilities") {
    const ScenarioFolder folder({"roads.zip", "people.csv", "hospitals.csv", "profiles/legal-speed.toml", "extra.csv"});
    CHECK(folder.load(test::small_scenario).facility_tables.empty());
    const auto plain = folder.load(test::small_scenario + table_lines).facility_tables;
    REQUIRE(plain.size() == 1);
    CHECK(plain[0].file.shown == "extra.csv");
    CHECK(plain[0].id == "ID");
    CHECK_FALSE(plain[0].skip_unknown);
    const auto rich = folder
                          .load(test::small_scenario + table_lines + table_lines +
                                "encoding = \"CP932\"\ndelimiter = \"tab\"\nheader = false\nskip_lines = 1\n"
                                "columns = { id = \"#2\" }\nunknown = \"skip\"\n")
                          .facility_tables;
    REQUIRE(rich.size() == 2);
    CHECK(rich[1].table.encoding == "CP932");
    CHECK(rich[1].table.delimiter == '\t');
    CHECK_FALSE(rich[1].table.header);
    CHECK(rich[1].table.skip_lines_after_header == 1);
    CHECK(rich[1].id == "#2");
    CHECK(rich[1].skip_unknown);
}

TEST_CASE("wrong keys of a facility table are told") {
    const ScenarioFolder folder({"roads.zip", "people.csv", "hospitals.csv", "profiles/legal-speed.toml", "extra.csv"});
    const auto fault = [&](const std::string& lines) {
        const auto all = folder.faults(test::small_scenario + "[[facility_table]]\n" + lines);
        REQUIRE(all.size() == 1);
        return all.front();
    };
    CHECK(fault("unknown = \"skip\"\n").starts_with("error missing_key"));
    CHECK(fault("file = \"extra.csv\"\nunknown = \"ignore\"\n").starts_with("error bad_value"));
    CHECK(fault("file = \"lost.csv\"\n").starts_with("error named_file_missing"));
    CHECK(fault("file = \"extra.csv\"\nid = \"ID\"\n").starts_with("error unknown_key"));
}

TEST_CASE("services select by the columns of a facility table") {
    const TempFolder extra;
    WhatIfVillage village(with_table(extra.write("p.csv", "site,physicians\nE,4\nW,2\n")));
    const auto& set = village.region().inputs().facilities;
    CHECK(ids_of(staffed(village.today()), set) == std::vector<std::string>{"E"});
    CHECK(set.columns.back() == "physicians");
    const auto& inputs = village.region().log().inputs;
    CHECK(std::ranges::count(inputs, "facility table", &io::InputRecord::role) == 1);
}

TEST_CASE("variants change joined columns, and new facilities have them empty until a change fills them") {
    const TempFolder extra;
    WhatIfVillage village(with_table(extra.write("p.csv", "site,physicians\nE,4\nW,2\n"), R"([[candidates]]
file = "candidates.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
[[variant]]
id = "v"
change = [{ offer = "W", columns = { physicians = "3" } }, { open = "C" }, { offer = "C", columns = { physicians = "5" } },
          { open = "D", services = ["care"] },
          { open = "M", name = "M", at = [139.2, 36.0], services = ["care"], columns = { physicians = "6" } }]
)"));
    const auto made = village.made("v");
    CHECK(ids_of(staffed(made.analysis), made.variant.inputs().facilities) ==
          std::vector<std::string>{"W", "E", "C", "M"});
    CHECK(ids_of(staffed(village.today()), village.region().inputs().facilities) == std::vector<std::string>{"E"});
}

TEST_CASE("a scenario over a base joins its tables after the base's") {
    const TempFolder extra;
    const auto first = extra.write("p.csv", "site,physicians\nE,4\nW,2\n");
    const auto second = extra.write("q.csv", "ID,tele\nW,1\n");
    const WhatIfVillage village("[[facility_table]]\nfile = \"" + first.string() + "\"\ncolumns = { id = \"site\" }\n");
    const auto over = scenario::load_scenario(
        village.folder().write("over.toml", "[scenario]\nbase = \"village.toml\"\n[[facility_table]]\nfile = \"" +
                                                second.string() + "\"\n"),
        {});
    REQUIRE(over.facility_tables.size() == 2);
    CHECK(over.facility_tables[0].file.path == first);
    CHECK(over.facility_tables[1].file.path == second);
    NoProgress silent;
    const auto set = scenario::load_inputs(over, silent).facilities;
    REQUIRE(set.columns.size() >= 2);
    CHECK(set.columns[set.columns.size() - 2] == "physicians");
    CHECK(set.columns.back() == "tele");
    CHECK(set.facilities[0].fields.back() == "1");
    CHECK(set.facilities[1].fields.back().empty());
}

TEST_CASE("rows of unknown facilities are faults of the inputs, but not of facilities that could not be read") {
    const TempFolder extra;
    const auto table = extra.write("p.csv", "site,physicians\nE,4\nX,2\nY,1\n");
    const WhatIfVillage village("");
    auto scenario = village.scenario();
    scenario.facility_tables.push_back({{table, "p.csv"}, {}, "site", false});
    NoProgress silent;
    const auto lines = test::fault_lines([&] { (void)scenario::load_inputs(scenario, silent); });
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("error facility_not_read: p.csv row 2"));
    CHECK(lines[1].starts_with("error facility_not_read: p.csv row 3"));
    scenario.facilities[0].file.path = extra.path() / "gone.csv";
    const auto gone = test::fault_lines([&] { (void)scenario::load_inputs(scenario, silent); });
    REQUIRE(gone.size() == 1);
    CHECK(gone[0].starts_with("error file_missing"));
}
