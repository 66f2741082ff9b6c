// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "cli/program.h"
#include "cli/small_region.h"
#include "support/catalogued.h"
#include "support/csv_rows.h"

using namespace michinori::test;

namespace {

using std::filesystem::path;

const path scenarios = path(MICHINORI_SOURCE_DIR) / "scenarios";

std::string quoted(const path& file) {
    return "'" + file.string() + "'";
}

void succeed(const std::string& arguments) {
    const auto result = michinori_program(arguments);
    INFO(arguments << "\n" << result.err);
    REQUIRE(result.exit_code == 0);
}

const std::string small_what_if = R"([scenario]
id = "what-if"
base = "small.toml"
[[variant]]
id = "west_closes"
change = [{ close = "W", services = ["birth"] }]
[[optimise]]
id = "one"
service = "birth"
goal = "mean_minutes"
sites = 1
front = true
)";

}  // namespace

TEST_CASE("a variant's run is that of files changed by hand, on the plain engine, to the byte") {
    const SmallRegion region;
    region.folder().write("what-if.toml", small_what_if);
    const auto& folder = region.folder().path();
    succeed("run " + region.path("what-if.toml") + " --variant west_closes --quiet --out " + quoted(folder / "a"));
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nW,西病院,139.0,36.0,\nE,東病院,139.3,36.0,birth\n");
    succeed("run " + region.path() + " --engine dijkstra --quiet --out " + quoted(folder / "b"));
    for (const char* file : {"access.csv", "areas.csv", "facilities.csv", "refused.csv"}) {
        INFO(file);
        CHECK(file_text(folder / "a" / file) == file_text(folder / "b" / file));
    }
}

TEST_CASE("closures and best sets of a small region, by hand") {
    const SmallRegion region;
    region.folder().write("what-if.toml", small_what_if);
    const auto& folder = region.folder().path();
    succeed("closures " + region.path("what-if.toml") + " --out " + quoted(folder / "c"));
    const auto closures = csv_rows(folder / "c" / "closures.csv");
    REQUIRE(closures.size() == 2);
    // A: 100 people 10 minutes farther without W; B: 50.5 people without E. The last limit is 15 minutes.
    CHECK(closures[0].at("facility_id") == "W");
    CHECK(closures[0].at("newly_beyond_15") == "100");
    CHECK(closures[0].at("added_person_minutes") == "1000.0");
    CHECK(closures[0].at("worst_place") == "area 11");
    CHECK(closures[1].at("affected") == "50.5");
    const auto takes = csv_rows(folder / "c" / "closure_takeover.csv");
    CHECK(row_with(takes, {{"facility_id", "W"}}).at("takes_over_id") == "E");

    succeed("optimise " + region.path("what-if.toml") + " --out " + quoted(folder / "o"));
    const auto plans = csv_rows(folder / "o" / "plans.csv");
    CHECK(row_with(plans, {{"plan", "best-1"}}).at("mean_min") == "13.355");  // (1000 + 50.5 x 20) / 150.5
    CHECK(row_with(plans, {{"plan", "best-1"}}).at("status") == "optimal");
    CHECK(csv_rows(folder / "o" / "front.csv").size() == 2);
    CHECK(file_text(folder / "o" / "plans.toml").find("close = [\"E\"]") != std::string::npos);
}

TEST_CASE("what cannot be asked is told with exit 1, and nothing is left") {
    const SmallRegion region;
    const auto& folder = region.folder().path();
    const auto fails = [&](const std::string& command, const std::string& text, const std::string& code) {
        region.folder().write("wrong.toml", "[scenario]\nbase = \"small.toml\"\n" + text);
        const auto result = michinori_program(command + " " + region.path("wrong.toml") + " --quiet --out " +
                                              quoted(folder / "nothing"));
        INFO(text << result.err);
        CHECK(result.exit_code == 1);
        CHECK(result.err.find("error " + code) != std::string::npos);
        CHECK(result.err.find("wrong.toml") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(folder / "nothing"));
    };
    fails("run --variant v", "[[variant]]\nid = \"v\"\nchange = [{ close = \"X\" }]\n", "unknown_reference");
    fails("run --variant w", "[[variant]]\nid = \"v\"\n", "unknown_reference");
    fails("check", "[[variant]]\nid = \"v\"\nchange = [{ open = \"S\", at = [150, 20], services = [\"birth\"] }]\n",
          "facility_unsnapped");
    fails("compare", "[[variant]]\nid = \"v\"\nchange = [{ road = \"close\", ids = [99] }]\n", "change_without_effect");
    fails("optimise", "", "missing_key");
    fails("optimise", "[[optimise]]\nid = \"q\"\nservice = \"birth\"\ngoal = \"mean_minutes\"\nsites = 5\n",
          "too_many_sites");
    fails("closures", "[[closures]]\nservice = \"birth\"\ngroup = \"x\"\n", "unknown_reference");
}

TEST_CASE("what-ifs of the demonstration prefecture") {
    const TempFolder folder;
    const auto data = folder.path() / "data";
    succeed("demo " + quoted(data) + " --quiet");
    const auto alone = [&](const char* name) {
        return quoted(folder.write(name, tables_alone(shipped_paths(file_text(scenarios / name)))));
    };
    const auto options = " --data " + quoted(data) + " --quiet --out ";
    const auto what_if = alone("demo-what-if.toml") + options;
    const auto at = [&](const char* name) { return folder.path() / name; };
    succeed("compare " + quoted(scenarios / "demo-what-if.toml") + options + quoted(at("compare")));
    succeed("closures " + what_if + quoted(at("closures")));
    succeed("optimise " + what_if + quoted(at("optimise")));
    succeed("optimise " + what_if + quoted(at("one_thread")) + " --threads 1");
    succeed("run " + what_if + quoted(at("variant")) + " --variant close_bonno");

    for (const char* name : {"compare", "closures", "optimise", "variant"}) {
        INFO(name);
        CHECK(not_catalogued(at(name)) == std::vector<std::string>());
    }
    {  // threads change nothing
        for (const char* file : {"plans.csv", "plan_sites.csv", "optimise.json", "plans.toml"}) {
            CHECK(file_text(at("optimise") / file) == file_text(at("one_thread") / file));
        }
    }
    {  // people before are people after, and the closure tells what the comparison tells
        for (const auto& row : csv_rows(at("compare") / "variants.csv")) {
            INFO(row.at("variant") << " " << row.at("service"));
            const bool other_year = row.at("variant") == "people_2040";
            CHECK((row.at("people_before") == row.at("people")) == !other_year);
        }
        const auto lost = row_with(csv_rows(at("closures") / "closures.csv"),
                                   {{"service", "delivery"}, {"facility_id", "4812090000240"}});
        const auto compared = row_with(
            csv_rows(at("compare") / "comparison.csv"),
            {{"variant", "close_bonno"}, {"service", "delivery"}, {"group", "women_15_49"}, {"level", "region"}});
        CHECK(lost.at("newly_beyond_60") == compared.at("newly_beyond_60"));
        CHECK(lost.at("newly_beyond_30") == compared.at("newly_beyond_30"));
    }
    {  // a closure is what the files would say without the ward, on the plain engine
        auto hospitals = file_text(data / "facilities/hospitals.csv");
        std::istringstream lines(hospitals);
        std::string changed;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("4812090000240,")) {
                const auto departments = line.rfind(",210,1,");
                REQUIRE(departments != std::string::npos);
                line.replace(departments, 7, ",0,1,");
            }
            changed += line + "\n";
        }
        std::ofstream(data / "facilities/hospitals.csv", std::ios::binary) << changed;
        succeed("run " + alone("demo.toml") + " --engine dijkstra" + options + quoted(at("afresh")));
        for (const char* file : {"access.csv", "areas.csv", "facilities.csv", "support.csv"}) {
            INFO(file);
            CHECK(file_text(at("variant") / file) == file_text(at("afresh") / file));
        }
    }
    {  // a plan compared as a variant costs what the plan says
        succeed("optimise " + alone("consolidation.toml") + options + quoted(at("consolidation")));
        CHECK(not_catalogued(at("consolidation")) == std::vector<std::string>());
        auto text = file_text(at("consolidation") / "plans.toml");
        text = "[scenario]\nbase = \"" + (scenarios / "demo.toml").string() + "\"\n" + text;
        const auto plans_toml = folder.write("plans.toml", tables_alone(text));
        succeed("compare " + quoted(plans_toml) + options + quoted(at("plans")));
        const auto plans = csv_rows(at("consolidation") / "plans.csv");
        double difference = 0;
        for (const auto& row : csv_rows(at("plans") / "support.csv")) {
            if (row.at("variant") == "within30-best-8" && row.at("level") == "region" && row.at("payer") == "all") {
                difference += std::stod(row.at("yen_difference_central"));
            }
        }
        const auto yen = [&](const char* plan) {
            return std::stod(row_with(plans, {{"question", "within30"}, {"plan", plan}}).at("support_yen_central"));
        };
        CHECK(difference != 0);
        CHECK(difference == yen("best-8") - yen("today"));
    }
}
