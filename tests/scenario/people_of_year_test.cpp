// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/people_of_year.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <numeric>

#include "load_support.h"
#include "scenario/load_scenario.h"
#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Contains;
using scenario::people_of_year;
using scenario::Scenario;

namespace {

/// Small files of people and the [[demand]] entries over them, as loaded.
class Files {
public:
    Files() {
        for (const auto* name : {"roads.zip", "hospitals.csv", "profiles/legal-speed.toml"}) {
            put(name, "");
        }
    }
    void put(const std::string& name, const std::string& content) { (void)folder_.write(name, content); }

    /// The small scenario with other [[demand]] entries.
    [[nodiscard]] Scenario load(const std::string& entries) const {
        auto text = test::small_scenario;
        const auto first = text.find("[[demand]]");
        text.replace(first, text.find("[[facilities]]") - first, entries);
        return scenario::load_scenario(folder_.write("s.toml", text), {});
    }

private:
    test::TempFolder folder_;
};

access::DemandSet today(const Scenario& s) {
    access::DemandSet demand;
    io::InputLog log;
    for (const auto& entry : s.demand) {
        io::read_demand(entry.file, entry.options, demand, log);
    }
    return demand;
}

access::DemandSet in(const Scenario& s, int year) {
    io::InputLog log;
    return people_of_year(s, today(s), year, log);
}

std::vector<double> numbers(const access::DemandSet& demand, const std::string& group) {
    const auto found = std::ranges::find(demand.groups, group);
    REQUIRE(found != demand.groups.end());
    std::vector<double> values;
    for (const auto people : demand.people[static_cast<std::size_t>(found - demand.groups.begin())]) {
        values.push_back(people.value());
    }
    return values;
}

std::string fault_of(const Scenario& s, int year) {
    return test::fault_line([&] { (void)in(s, year); });
}

const std::string entry_start =
    "[[demand]]\nfile = \"2025.csv\"\ncolumns = { mesh = \"mesh\", population = \"people\" }\n";

struct ThreeCells : Files {
    ThreeCells() { put("2025.csv", "mesh,people,births\n543900001,100,1\n543900002,200,2\n543900003,300,3\n"); }
};

}  // namespace

TEST_CASE("people of another year come from a file of their own, whatever the order of its rows") {
    ThreeCells files;
    files.put("2030.csv", "mesh,people,births\n543900003,270,2.5\n543900001,95,0.75\n543900002,0,0\n");
    const auto s =
        files.load(entry_start + "groups = { births = \"births\" }\nyears = [{ year = 2030, file = \"2030.csv\" }]\n");
    const auto now = today(s);
    io::InputLog log;
    const auto then = people_of_year(s, now, 2030, log);
    CHECK(numbers(then, "population") == std::vector{95.0, 0.0, 270.0});
    CHECK(numbers(then, "births") == std::vector{0.75, 0.0, 2.5});
    REQUIRE(then.size() == 3);
    CHECK(then.groups == now.groups);
    for (std::size_t d = 0; d < then.size(); ++d) {
        CHECK(then.points[d].id == now.points[d].id);
        CHECK(then.points[d].position == now.points[d].position);
    }
    REQUIRE(log.inputs.size() == 1);
    CHECK(log.inputs[0].role == "demand:2030");
    CHECK_THAT(log.inputs[0].file, Catch::EndsWith("2030.csv"));
}

namespace {

/// A row of the MLIT projection, which has a cell on a border once for each municipality.
std::string projected(const char* mesh, const char* municipality, double in_2025, double in_2030, double in_2050) {
    return fmt::format(R"({{"type": "Feature", "geometry": {{"type": "Point", "coordinates": [139, 36]}},
"properties": {{"MESH_ID": "{}", "SHICODE": "{}", "PTN_2025": {}, "PTN_2030": {}, "PTN_2050": {}}}}})",
                       mesh, municipality, in_2025, in_2030, in_2050);
}

}  // namespace

TEST_CASE("people of several years stand in columns of the MLIT projection") {
    Files files;
    files.put("mesh.geojson", R"({"type": "FeatureCollection", "features": [)" +
                                  projected("543900001", "48201", 100, 90.5, 50) + "," +
                                  projected("543900001", "48202", 10, 9.5, 5.25) + "," +
                                  projected("543900002", "48201", 7, 6, 0) + "]}");
    const auto s = files.load(R"([[demand]]
format = "mlit_mesh"
file = "mesh.geojson"
columns = { population = "PTN_2025" }
years = [{ year = 2030, population = "PTN_2030" }, { year = 2050, population = "PTN_2050" }]
)");
    CHECK(scenario::years_of(s) == std::vector{2030, 2050});
    CHECK(today(s).points.at(1).id == "543900001/48202");
    CHECK(numbers(in(s, 2030), "population") == std::vector{90.5, 9.5, 6.0});
    CHECK(numbers(in(s, 2050), "population") == std::vector{50.0, 5.25, 0.0});
}

TEST_CASE("columns of one file: the numbers of the year") {
    ThreeCells files;
    files.put("2025.csv", "mesh,people,y2030,y2050,w,w2050\n543900001,100,90,50,20,8\n543900002,10,9.5,5.25,2,1\n");
    const auto s = files.load(entry_start + R"(groups = { women = "w" }
years = [{ year = 2050, population = "y2050", groups = { women = "w2050" } }, { year = 2030, population = "y2030" }]
)");
    CHECK(numbers(in(s, 2030), "population") == std::vector{90.0, 9.5});
    CHECK(numbers(in(s, 2030), "women") == std::vector{20.0, 2.0});
    CHECK(numbers(in(s, 2050), "population") == std::vector{50.0, 5.25});
    CHECK(numbers(in(s, 2050), "women") == std::vector{8.0, 1.0});
}

TEST_CASE("several entries and a pattern of files: each year has as many") {
    Files files;
    files.put("today/a.csv", "mesh,people\n543900001,1\n");
    files.put("today/b.csv", "mesh,people\n543900002,2\n");
    files.put("then/a.csv", "mesh,people\n543900002,20\n");
    files.put("then/b.csv", "mesh,people\n543900001,10\n");  // a cell may move to another file
    files.put("isle.csv", "id,lon,lat,n,m\nisle,139.5,36.2,5,4\n");
    const auto s = files.load(R"([[demand]]
file = "today/*.csv"
columns = { mesh = "mesh", population = "people" }
years = [{ year = 2030, file = "then/*.csv" }]
[[demand]]
file = "isle.csv"
columns = { id = "id", lon = "lon", lat = "lat", population = "n" }
years = [{ year = 2030, population = "m" }, { year = 2040, population = "m" }]
)");
    REQUIRE(s.demand.size() == 3);
    CHECK(scenario::years_of(s) == std::vector{2030});  // 2040 has the isle only
    CHECK(numbers(in(s, 2030), "population") == std::vector{10.0, 20.0, 4.0});
    CHECK_THAT(fault_of(s, 2040), Contains("error unknown_reference") && Contains("year \"2040\" is not defined") &&
                                      Contains("use one of: 2030"));
}

TEST_CASE("a year that nobody has") {
    const ThreeCells files;
    CHECK_THAT(fault_of(files.load(entry_start), 2040),
               Contains("error unknown_reference") && Contains("(no year stands in every [[demand]])"));
}

TEST_CASE("a year with other points is refused, the points told") {
    ThreeCells files;
    const auto s_text = entry_start + "years = [{ year = 2030, file = \"2030.csv\" }]\n";
    SECTION("one missing, two new") {
        files.put("2030.csv", "mesh,people\n543900001,1\n543900003,1\n543900004,1\n543900011,0\n");
        CHECK_THAT(fault_of(files.load(s_text), 2030), Contains("error points_differ") && Contains("2030.csv") &&
                                                           Contains("the population of 2030") &&
                                                           Contains("3: -543900002, +543900004, +543900011"));
    }
    SECTION("many") {
        std::string rows = "mesh,people\n543900001,1\n543900002,1\n543900003,1\n";
        for (int cell = 10; cell < 22; ++cell) {
            rows += fmt::format("543910{:02}1,1\n", cell);
        }
        files.put("2030.csv", rows);
        CHECK_THAT(fault_of(files.load(s_text), 2030), Contains("12: +543910101,") && Contains("... (2 more)"));
    }
    SECTION("none missing") {
        files.put("2030.csv", "mesh,people\n543900003,1\n543900001,1\n543900002,1\n");
        CHECK(fault_of(files.load(s_text), 2030).empty());
    }
}

TEST_CASE("what is wrong in the files of a year is told as in today's") {
    ThreeCells files;
    files.put("2030.csv", "mesh,people\n543900001,x\n543900003,1\n543900002,1\n");
    CHECK_THAT(fault_of(files.load(entry_start + "years = [{ year = 2030, file = \"2030.csv\" }]\n"), 2030),
               Contains("error bad_number") && Contains("row 1"));
}

TEST_CASE("slips in years") {
    test::ScenarioFolder folder;
    for (const auto* name : {"2030.csv", "two/a.csv", "two/b.csv"}) {
        folder.add(name);
    }
    const auto fault = [&](const std::string& years, const std::string& columns = {}) {
        const std::string plain = "columns = { mesh = \"mesh\", population = \"people\" }";
        const auto faults = folder.faults(
            test::small_scenario_with(plain, (columns.empty() ? plain : columns) + "\nyears = [" + years + "]"));
        CAPTURE(faults);
        CHECK(faults.size() == 1);
        return faults.empty() ? std::string{} : faults.front();
    };
    CHECK_THAT(fault("{ file = \"2030.csv\" }"), Contains("missing_key") && Contains("\"year\""));
    CHECK_THAT(fault("{ year = 2030 }"), Contains("missing_key") && Contains("\"file (or population)\""));
    CHECK_THAT(fault("{ year = \"2030\", file = \"2030.csv\" }"), Contains("wrong_type"));
    CHECK_THAT(fault("{ year = 2030, file = \"2031.csv\" }"), Contains("named_file_missing"));
    CHECK_THAT(fault("{ year = 2030, file = \"2030.csv\", people = \"n\" }"), Contains("demand[1].years[1].people"));
    CHECK_THAT(fault("{ year = 2030, file = \"2030.csv\" }, { year = 2030, population = \"n\" }"),
               Contains("demand[1].years[2].year = 2030: stands there already"));
    CHECK_THAT(fault("{ year = 2030, file = \"two/*.csv\" }"),
               Contains("bad_value") && Contains("stands for 2 files") && Contains("for 1"));
    CHECK_THAT(fault("{ year = 2030, file = \"2030.csv\", groups = { births = \"b\" } }"),
               Contains("group \"births\" is not defined") && Contains("(none stands above)"));
    CHECK_THAT(
        fault("{ year = 2030, file = \"2030.csv\", groups = { births = \"b\" } }",
              "columns = { mesh = \"mesh\", population = \"people\" }\ngroups = { births = \"b\", old = \"o\" }"),
        Contains("missing_key") && Contains("demand[1].years[1].groups needs the key \"old\""));
    CHECK_THAT(fault("{ year = 2030, file = \"2030.csv\" }",
                     "columns = { lon = \"x\", lat = \"y\", population = \"people\" }"),
               Contains("rows without names"));
    CHECK(folder
              .faults(test::small_scenario_with("columns = { mesh = \"mesh\", population = \"people\" }",
                                                "columns = { lon = \"x\", lat = \"y\", population = \"people\" }\n"
                                                "years = [{ year = 2030, population = \"n\" }]"))
              .empty());  // the same file, so that the same rows are meant
}

TEST_CASE("in whatever order the rows stand, each cell has its own people") {
    REQUIRE(rc::check([] {
        const auto cells = *rc::gen::inRange<std::size_t>(1, 12);
        std::vector<std::size_t> order(cells);
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t i = cells; i > 1; --i) {
            std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
        }
        Files files;
        std::string now = "mesh,people\n";
        std::string then = "mesh,people\n";
        for (std::size_t c = 0; c < cells; ++c) {
            now += fmt::format("5439{:04}1,1\n", c);
            then += fmt::format("5439{:04}1,{}\n", order[c], 100 + order[c]);
        }
        files.put("2025.csv", now);
        files.put("2030.csv", then);
        const auto s = files.load(entry_start + "years = [{ year = 2030, file = \"2030.csv\" }]\n");
        const auto people = numbers(in(s, 2030), "population");
        for (std::size_t c = 0; c < cells; ++c) {
            RC_ASSERT(people[c] == 100.0 + static_cast<double>(c));
        }
    }));
}
