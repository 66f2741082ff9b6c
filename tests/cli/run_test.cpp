// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "cli/small_region.h"
#include "support/catalogued.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

std::string out_option(const SmallRegion& region, const std::string& name) {
    return " --out '" + (region.folder().path() / name).string() + "'";
}

std::string output(const SmallRegion& region, const std::string& folder, const std::string& name) {
    return file_text(region.folder().path() / folder / name);
}

}  // namespace

TEST_CASE("wrong arguments end with 2") {
    CHECK(michinori_program("").exit_code == 2);
    CHECK(michinori_program("run").exit_code == 2);
    CHECK(michinori_program("fly").exit_code == 2);
    CHECK(michinori_program("run x.toml --out y --threads -1").exit_code == 2);
    CHECK(michinori_program("--help").exit_code == 0);
    CHECK_THAT(michinori_program("--version").out, Contains("."));
}

TEST_CASE("a scenario that does not exist is one line and ends with 1") {
    const auto result = michinori_program("run nowhere.toml --out /tmp/never-made");
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("error file_missing: nowhere.toml"));
    CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    CHECK_FALSE(std::filesystem::exists("/tmp/never-made"));
}

TEST_CASE("a small region, by hand") {
    const SmallRegion region;
    const auto result = michinori_program("run " + region.path() + out_option(region, "out"));
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto access = output(region, "out", "access.csv");
    // A: 10 km at 60 km/h to W, 20 km to E. B the other way round. C has a road but no way.
    CHECK_THAT(access, Contains("A,139.1000000,36.0000000,"));
    CHECK_THAT(access, Contains("birth,reached,10.000,W,20.000,E,0.0"));
    CHECK_THAT(access, Contains("birth,reached,10.000,E,20.000,W,0.0"));
    CHECK_THAT(access, Contains("C,139.0000000,36.5000000,,11,7,birth,other_component,,,,,0.0"));
    const auto areas = output(region, "out", "areas.csv");
    CHECK_THAT(areas, Contains("town,11,area 11,birth,population,2,107,100,7,10.000,10.000,10.000,10.000,100,100"));
    CHECK_THAT(areas, Contains("town,12,area 12,birth,population,1,50.5,50.5,0,10.000"));
    const auto manifest = nlohmann::json::parse(output(region, "out", "run.json"));
    CHECK(manifest.dump().find(region.folder().path().string()) == std::string::npos);
    CHECK(manifest.at("inputs").size() >= 5);
}

TEST_CASE("one and two threads give the same bytes") {
    const SmallRegion region;
    REQUIRE(michinori_program("run " + region.path() + out_option(region, "one") + " --threads 1").exit_code == 0);
    REQUIRE(michinori_program("run " + region.path() + out_option(region, "two") + " --threads 2").exit_code == 0);
    for (const char* name : {"access.csv", "areas.csv", "facilities.csv", "refused.csv", "results.gpkg", "run.json"}) {
        INFO(name);
        CHECK(output(region, "one", name) == output(region, "two", name));
        CHECK_FALSE(output(region, "one", name).empty());
    }
}

TEST_CASE("a wrong facility stops the run, and what was there before stays") {
    const SmallRegion region;
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nW,西病院,139.0,36.0,birth\nE,東病院,13x,36.0,birth\n");
    region.folder().write("out/access.csv", "from last week");
    const auto result = michinori_program("run " + region.path() + out_option(region, "out"));
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("error bad_number: sites.csv row 2"));
    CHECK(output(region, "out", "access.csv") == "from last week");
    CHECK(std::distance(std::filesystem::directory_iterator(region.folder().path() / "out"), {}) == 1);
}

TEST_CASE("faults of several inputs are told in one run") {
    const SmallRegion region;
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nW,,0,0,birth\n");
    region.folder().write("homes.csv", "id,lon,lat,people\nA,139.1,36.0,-3\n");
    region.folder().write("areas.geojson", R"({"type":"FeatureCollection","features":[]})");
    const auto result = michinori_program("run " + region.path() + out_option(region, "out"));
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("zero_coordinate") && Contains("negative_number") && Contains("layer_empty"));
    CHECK_FALSE(std::filesystem::exists(region.folder().path() / "out"));
}

TEST_CASE("a facility off the network is a fault, or skipped when the scenario says so") {
    const SmallRegion region;
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nW,西病院,139.0,36.0,birth\nX,遠病院,139.0,38.0,birth\n");
    const auto strict = michinori_program("run " + region.path() + out_option(region, "out"));
    CHECK(strict.exit_code == 1);
    CHECK_THAT(strict.err,
               Contains("facility_unsnapped: sites.csv row 2") && Contains("outside_network") && Contains("km"));
    auto text = file_text(region.folder().path() / "small.toml");
    text.replace(text.find("file = \"sites.csv\""), 0, "unsnapped = \"skip\"\n");
    region.folder().write("small.toml", text);
    const auto lenient = michinori_program("run " + region.path() + out_option(region, "out"));
    CHECK(lenient.exit_code == 0);
    CHECK_THAT(lenient.err, Contains("facilities_skipped"));
}

namespace {

/// The small region with one piece of its scenario replaced, run.
ProgramResult run_changed(const SmallRegion& region, const std::string& from, const std::string& to) {
    auto text = file_text(region.folder().path() / "small.toml");
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    region.folder().write("small.toml", text.replace(at, from.size(), to));
    return michinori_program("run " + region.path() + out_option(region, "out"));
}

}  // namespace

TEST_CASE("a service that nobody gives is a fault") {
    const SmallRegion region;
    const auto result = run_changed(region, "equals = \"birth\"", "equals = \"death\"");
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err,
               Contains("error service_without_facility") && Contains("service \"birth\" selects no facility"));
}

TEST_CASE("a service none of whose facilities is on the network is a fault even where they may be skipped") {
    const SmallRegion region;
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nX,遠病院,139.0,38.0,birth\n");
    const auto result = run_changed(region, "file = \"sites.csv\"", "file = \"sites.csv\"\nunsnapped = \"skip\"");
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("error service_off_network") && Contains("none of the 1 facilities"));
}

TEST_CASE("facilities without any service asked for are named") {
    const SmallRegion region;
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nW,西病院,139.0,36.0,birth\nZ,眼科,139.3,36.0,eyes\n");
    const auto result = michinori_program("run " + region.path() + out_option(region, "out"));
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("note facility_without_service: 1 facilities give none") && Contains("(Z)"));
}

TEST_CASE("small pieces of network and one-way traps are told") {
    const SmallRegion region;
    region.folder().write(
        "nodes.csv",
        "id,lon,lat\n1,139.0,36.0\n2,139.1,36.0\n3,139.2,36.0\n4,139.3,36.0\n5,139.0,36.5\n6,139.1,36.5\n"
        "7,139.5,36.2\n8,139.51,36.2\n");
    region.folder().write("links.csv",
                          "u,v,m,class,name,way\n1,2,10000,trunk,a,B\n2,3,10000,trunk,a,B\n3,4,10000,trunk,a,F\n"
                          "5,6,10000,trunk,b,B\n7,8,900,trunk,c,B\n");
    const auto result = run_changed(region, "length_m = \"m\"", "length_m = \"m\", oneway = \"way\"");
    INFO(result.err);
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("note small_components: links.csv: 1 pieces of the network (0.9 km)"));
    CHECK_THAT(result.err, Contains("note one_way_traps: links.csv: 1 places"));
}

TEST_CASE("people in no area, areas without people and missing members are told") {
    const SmallRegion region;
    region.folder().write("members.csv", "town,county,name\n11,C1,county one\n");
    region.folder().write("homes.csv", "id,lon,lat,people,code\nA,139.1,36.0,100,11\nF,138.4,36.0,9,11\n");
    const auto text = file_text(region.folder().path() / "small.toml");
    region.folder().write(
        "small.toml", text +
                          "[[area]]\nlevel = \"county\"\nsource = \"members\"\nof = \"town\"\nfile = \"members.csv\"\n"
                          "columns = { member = \"town\", code = \"county\", name = \"name\" }\n");
    const auto result = michinori_program("run " + region.path() + out_option(region, "out"));
    INFO(result.err);
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("warning demand_unassigned") && Contains("1 demand points (9 people)"));
    CHECK_THAT(result.err, Contains("note area_without_people") && Contains("1 areas of town"));
    CHECK_THAT(result.err, Contains("warning members_missing") && Contains("1 areas of town") && Contains("(12)"));
}

TEST_CASE("check shows what was understood and ends with the fault that would stop a run") {
    const SmallRegion region;
    const auto good = michinori_program("check " + region.path() + " --lang en");
    CHECK(good.exit_code == 0);
    CHECK_THAT(good.out, Contains("links.csv") && Contains("homes.csv") && Contains("157.5"));
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nX,遠病院,139.0,38.0,birth\n");
    const auto bad = michinori_program("check " + region.path() + " --lang en");
    CHECK(bad.exit_code == 1);
    CHECK_THAT(bad.out, Contains("sites.csv"));
    CHECK_THAT(bad.err, Contains("facility_unsnapped"));
}

TEST_CASE("a route is told road by road") {
    const SmallRegion region;
    const auto result = michinori_program("route " + region.path() + " --from 139.25,36.0 --quiet --lang en");
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.out, Contains("birth: 東病院 (E): 5.0 minutes, 5.0 km") && Contains("国道2号"));
    const auto japanese = michinori_program("route " + region.path() + " --from 139.05,36.5 --quiet --lang ja");
    CHECK_THAT(japanese.out, Contains("到達できません (other_component)"));
    CHECK(michinori_program("route " + region.path() + " --from here").exit_code == 2);
    CHECK(michinori_program("route " + region.path() + " --from 139,36 --service x").exit_code == 1);
}

TEST_CASE("routes asked for in the scenario are written") {
    const SmallRegion region;
    auto text = file_text(region.folder().path() / "small.toml");
    region.folder().write("small.toml", text + "[outputs]\nroutes_for = [\"B\", \"C\"]\n");
    const auto result = michinori_program("run " + region.path() + out_option(region, "out"));
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK(not_catalogued(region.folder().path() / "out") == std::vector<std::string>());
    const auto routes = output(region, "out", "routes.csv");
    CHECK_THAT(routes, Contains("B,birth,reached,E,10.000,10.000,1,国道2号,,trunk,10.000,10.000"));
    CHECK_THAT(routes, Contains("C,birth,other_component"));
    CHECK(std::filesystem::exists(region.folder().path() / "out/routes.gpkg"));
}

TEST_CASE("a crossing's stretch holds its boarding and waiting, so that the stretches add up") {
    const SmallRegion region;
    region.folder().write("nodes.csv", "id,lon,lat\n1,139.0,36.0\n3,139.2,36.0\n4,139.3,36.0\n9,139.31,36.0\n");
    region.folder().write(
        "links.csv",
        "u,v,m,class,name\n1,3,20000,trunk,国道1号\n3,4,10000,ferry,海峡フェリー\n4,9,1000,trunk,島の道\n");
    region.folder().write("homes.csv", "id,lon,lat,people,code\nI,139.31,36.0,5,12\n");
    region.folder().write("sites.csv", "id,name,lon,lat,kind\nW,西病院,139.0,36.0,birth\n");
    auto profile = file_text(region.folder().path() / "profile.toml");
    profile.replace(profile.find("boarding_min = 0"), 16, "boarding_min = 5");
    region.folder().write("profile.toml", profile);
    const auto scenario = file_text(region.folder().path() / "small.toml");
    region.folder().write("small.toml", scenario + "[outputs]\nroutes_for = [\"*\"]\n");
    const auto result = michinori_program("run " + region.path() + out_option(region, "out"));
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    // 1 km and 20 km at 60 km/h, 10 km at 20 km/h and 5 minutes to board: 1 + 35 + 20.
    const auto routes = output(region, "out", "routes.csv");
    CHECK_THAT(routes, Contains("I,birth,reached,W,56.000,31.000,1,島の道,,trunk,1.000,1.000"));
    CHECK_THAT(routes, Contains("2,海峡フェリー,,ferry,10.000,35.000"));
    CHECK_THAT(routes, Contains("3,国道1号,,trunk,20.000,20.000"));
}

TEST_CASE("a wrong id of a service is told as the service's, and as nothing else") {
    const SmallRegion region;
    auto text = file_text(region.folder().path() / "small.toml");
    const std::string where = "where = [{ column = \"kind\", equals = \"birth\" }]";
    text.replace(text.find(where), where.size(), "ids = [\"W\", \"Q\"]");
    region.folder().write("ids.toml", text);
    const auto result = michinori_program("run " + region.path("ids.toml") + out_option(region, "out"));
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("ids.toml: service \"birth\": facility \"Q\" is not defined") &&
                               !Contains("service_without_facility"));
}
