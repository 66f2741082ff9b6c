// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "cli/small_region.h"
#include "support/csv_rows.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

std::string out_option(const SmallRegion& region, const std::string& name) {
    return " --out '" + (region.folder().path() / name).string() + "'";
}

std::vector<CsvRow> table(const SmallRegion& region, const std::string& folder, const std::string& name) {
    return csv_rows(region.folder().path() / folder / name);
}

/// The small region with variants: its eastern hospital closes.
void add_variants(const SmallRegion& region) {
    region.folder().write("small.toml", file_text(region.folder().path() / "small.toml") + R"(
[[load]]
service = "birth"
[[variant]]
id = "no-east"
title_en = "Without the east"
[[variant.change]]
close = "E"
[[variant]]
id = "no-west"
against = "no-east"
[[variant.change]]
close = "W"
)");
}

ProgramResult run_to(const SmallRegion& region, const std::string& name) {
    return michinori_program("run " + region.path() + out_option(region, name));
}

/// Folders "before" with both hospitals and "after" without the eastern one.
void run_twice(const SmallRegion& region) {
    REQUIRE(run_to(region, "before").exit_code == 0);
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nW,西病院,139.0,36.0,birth\n");
    REQUIRE(run_to(region, "after").exit_code == 0);
}

ProgramResult compare_folders(const SmallRegion& region, const std::string& options = "") {
    return michinori_program("compare " + region.path("before") + " " + region.path("after") +
                             out_option(region, "out") + options);
}

}  // namespace

TEST_CASE("variants of a scenario: B goes 10 minutes farther, A does not move") {
    const SmallRegion region;
    add_variants(region);
    const auto result = michinori_program("compare " + region.path() + out_option(region, "out"));
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK_THAT(result.out,
               Contains("Without the east (no-east) against Today (today)") && Contains("close E (東病院)"));
    CHECK_THAT(result.out, Contains("51 people lose, 0 gain"));
    CHECK_THAT(result.out, Contains("worst: +10.0 min for 51 people at B in area 12"));
    const auto rows = table(region, "out", "comparison.csv");
    const auto& whole = row_with(rows, {{"variant", "no-east"}, {"level", "region"}});
    CHECK(whole.at("people") == "157.5");
    CHECK(whole.at("longer_5_15") == "50.5");
    CHECK(whole.at("unchanged") == "100");
    CHECK(whole.at("unreached_both") == "7");
    CHECK(whole.at("newly_beyond_15") == "50.5");
    const auto loads = table(region, "out", "loads.csv");
    CHECK(row_with(loads, {{"variant", "no-east"}, {"facility_id", "E"}}).at("status") == "closed");
    CHECK(row_with(loads, {{"variant", "no-east"}, {"facility_id", "W"}}).at("load_after") == "150.5");
    // against the other variant: W for E
    const auto& swapped = row_with(rows, {{"variant", "no-west"}, {"level", "region"}});
    CHECK(swapped.at("against") == "no-east");
    CHECK(swapped.at("slower") == "100");
    CHECK(swapped.at("faster") == "50.5");
    const auto json = nlohmann::json::parse(file_text(region.folder().path() / "out" / "compare.json"));
    CHECK(json.at("variants").size() == 2);
    CHECK(json.dump().find(region.folder().path().string()) == std::string::npos);
}

TEST_CASE("one and two threads, and both engines, compare to the same bytes") {
    const SmallRegion region;
    add_variants(region);
    const auto compare = [&](const std::string& name, const std::string& options) {
        REQUIRE(michinori_program("compare " + region.path() + out_option(region, name) + options).exit_code == 0);
    };
    compare("one", " --threads 1");
    compare("two", " --threads 2");
    compare("plain", " --engine dijkstra");
    for (const char* name : {"comparison.csv", "cells.csv", "loads.csv", "variants.csv", "compare.gpkg"}) {
        INFO(name);
        const auto one = file_text(region.folder().path() / "one" / name);
        CHECK_FALSE(one.empty());
        CHECK(one == file_text(region.folder().path() / "two" / name));
        CHECK(one == file_text(region.folder().path() / "plain" / name));
    }
}

TEST_CASE("two folders of runs say what the variant says") {
    const SmallRegion region;
    run_twice(region);
    const auto result = compare_folders(region);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK_THAT(result.out, Contains("Small (after) against Small (before)"));
    CHECK_THAT(result.err, !Contains("run_altered"));
    const auto folders = table(region, "out", "comparison.csv");

    const SmallRegion same;
    add_variants(same);
    REQUIRE(michinori_program("compare " + same.path() + out_option(same, "out")).exit_code == 0);
    const auto variants = table(same, "out", "comparison.csv");
    for (const char* area : {"11", "12", ""}) {
        auto from_folders = row_with(folders, {{"area_code", area}});
        auto from_variant = row_with(variants, {{"variant", "no-east"}, {"area_code", area}});
        for (const char* column : {"variant", "against"}) {
            from_folders.erase(column);
            from_variant.erase(column);
        }
        CHECK(from_folders == from_variant);
    }
    const auto& b = row_with(table(region, "out", "cells.csv"), {{"demand_id", "B"}});
    CHECK(b.at("facility_before") == "E");
    CHECK(b.at("facility_after") == "W");
    CHECK(b.at("area") == "12");
    const auto json = file_text(region.folder().path() / "out" / "compare.json");
    CHECK(json.find(region.folder().path().string()) == std::string::npos);
}

TEST_CASE("folders with several services are read service by service") {
    const SmallRegion region;
    region.folder().write(
        "small.toml", file_text(region.folder().path() / "small.toml") + "[[service]]\nid = \"west\"\nids = [\"W\"]\n");
    run_twice(region);
    const auto result = compare_folders(region);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto rows = table(region, "out", "comparison.csv");
    CHECK(row_with(rows, {{"service", "birth"}, {"level", "region"}}).at("slower") == "50.5");
    const auto& west = row_with(rows, {{"service", "west"}, {"level", "region"}});
    CHECK(west.at("unchanged") == "150.5");
    CHECK(west.at("within_15_before") == "100");
    CHECK(table(region, "out", "cells.csv").size() == 1);
    CHECK(row_with(table(region, "out", "loads.csv"), {{"service", "west"}}).at("load_before") == "150.5");
}

TEST_CASE("a folder that was touched is told, one that was broken is refused") {
    const SmallRegion region;
    run_twice(region);
    const auto access = region.folder().path() / "after" / "access.csv";
    const auto text = file_text(access);
    const auto with = [&](const std::string& from, const std::string& to) {
        auto changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        region.folder().write("after/access.csv", changed.replace(at, from.size(), to));
        return compare_folders(region);
    };
    const auto touched = with("20.000,W", "21.000,W");
    CHECK(touched.exit_code == 0);
    CHECK_THAT(touched.err, Contains("warning run_altered") && Contains("after/access.csv"));
    const auto number = with("20.000,W", "20.0x0,W");
    CHECK(number.exit_code == 1);
    CHECK_THAT(number.err, Contains("error bad_number: after/access.csv row 2"));
    const auto status = with("other_component", "no_idea");
    CHECK(status.exit_code == 1);
    CHECK_THAT(status.err, Contains("error bad_choice: after/access.csv row 3"));
    const auto facility = with("20.000,W", "20.000,Q");
    CHECK(facility.exit_code == 1);
    CHECK_THAT(facility.err, Contains("error unknown_reference") && Contains("\"Q\""));
    const auto service = with(",birth,reached", ",death,reached");
    CHECK(service.exit_code == 1);
    CHECK_THAT(service.err, Contains("error not_a_run"));
}

TEST_CASE("runs over other people's homes cannot be compared") {
    const SmallRegion region;
    REQUIRE(run_to(region, "before").exit_code == 0);
    region.folder().write("homes.csv", "id,lon,lat,people,code\nA,139.1,36.0,100,11\nZ,139.2,36.0,50.5,12\n");
    REQUIRE(run_to(region, "after").exit_code == 0);
    const auto result = compare_folders(region);
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("error runs_differ") && Contains("3 and 2 demand points"));
    CHECK_FALSE(std::filesystem::exists(region.folder().path() / "out"));
}

TEST_CASE("other people on the same homes are compared, and told") {
    const SmallRegion region;
    REQUIRE(run_to(region, "before").exit_code == 0);
    region.folder().write("homes.csv",
                          "id,lon,lat,people,code\nA,139.1,36.0,90,11\nB,139.2,36.0,50.5,12\nC,139.0,36.5,7,12\n");
    REQUIRE(run_to(region, "after").exit_code == 0);
    const auto result = compare_folders(region);
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("warning people_differ") && Contains("147.5 people"));
}

TEST_CASE("what is no result folder, and a scenario without variants") {
    const SmallRegion region;
    REQUIRE(run_to(region, "before").exit_code == 0);
    std::filesystem::create_directory(region.folder().path() / "after");
    const auto empty = compare_folders(region);
    CHECK(empty.exit_code == 1);
    CHECK_THAT(empty.err, Contains("error not_a_run: after") && Contains("there is no run.json"));
    region.folder().write("after/run.json", "{\"program\": ");
    CHECK_THAT(compare_folders(region).err, Contains("run.json cannot be read"));
    region.folder().write("after/run.json", "{\"program\": \"michinori\"}");
    CHECK_THAT(compare_folders(region).err, Contains("run.json is not as michinori run writes it"));
    region.folder().write("after/run.json", file_text(region.folder().path() / "before" / "run.json"));
    CHECK_THAT(compare_folders(region).err, Contains("there is no facilities.csv"));

    const auto alone = michinori_program("compare " + region.path() + out_option(region, "out"));
    CHECK(alone.exit_code == 1);
    CHECK_THAT(alone.err, Contains("error missing_key") && Contains("[[variant]]"));
    CHECK(michinori_program("compare " + region.path("before") + out_option(region, "out")).exit_code == 2);
    CHECK(michinori_program("compare " + region.path() + " " + region.path("before") + out_option(region, "out"))
              .exit_code == 2);
}
