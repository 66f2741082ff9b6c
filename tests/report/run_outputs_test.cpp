// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/run_outputs.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/digest.h"
#include "base/threads.h"
#include "report/small_run.h"
#include "support/temp_folder.h"

using namespace michinori;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

fs::path written_run(const test::TempFolder& root, const std::string& name, Language language = Language::english) {
    const test::SmallRun run;
    io::OutputFolder out(root.path() / name);
    report::write_run_outputs(run.results(), out, language);
    out.commit();
    return root.path() / name;
}

/// Lines of a CSV without byte order mark and line ends.
std::vector<std::string> lines_of(const fs::path& file) {
    const auto all = test::bytes_of(file);
    REQUIRE(all.starts_with("\xEF\xBB\xBF"));
    std::istringstream in(all.substr(3));
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        REQUIRE(line.ends_with('\r'));
        lines.push_back(line.substr(0, line.size() - 1));
    }
    return lines;
}

/// Fields of a row without quotes in it.
std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream in(line + ",");
    for (std::string field; std::getline(in, field, ',');) {
        out.push_back(field);
    }
    return out;
}

/// The value of a column in the row of a level, area, service and group.
std::string area_value(const std::vector<std::string>& lines, const std::string& key, const std::string& column) {
    const auto head = fields(lines.front());
    const auto at = std::ranges::find(head, column);
    REQUIRE(at != head.end());
    for (const auto& line : lines) {
        const auto row = fields(line);
        if (row[0] + "/" + row[1] + "/" + row[3] + "/" + row[4] == key) {
            return row[static_cast<std::size_t>(at - head.begin())];
        }
    }
    FAIL("no row " + key);
    return {};
}

}  // namespace

TEST_CASE("a run leaves its files, and run.json names them with digests") {
    const test::TempFolder root;
    const auto folder = written_run(root, "out");
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    CHECK(names == std::vector<std::string>{"access.csv", "areas.csv", "facilities.csv", "refused.csv", "report.html",
                                            "results.gpkg", "run.json", "tables.xlsx"});
    const auto run = json::parse(test::bytes_of(folder / "run.json"));
    REQUIRE(run["outputs"].size() == 7);
    for (const auto& output : run["outputs"]) {
        const auto file = folder / output["file"].get<std::string>();
        CHECK(output["digest"] == file_digest(file));
        CHECK(output["bytes"] == fs::file_size(file));
    }
    CHECK(run["outputs"][0]["rows"] == 12);
    CHECK(run["outputs"][4]["layers"]["access"] == 6);
}

TEST_CASE("access.csv: a row per home and service, exact numbers, no sentinels") {
    const test::TempFolder root;
    const auto lines = lines_of(written_run(root, "out") / "access.csv");
    REQUIRE(lines.size() == 13);
    CHECK(lines[0] ==
          "demand_id,lon,lat,municipality,area,population,service,status,minutes,facility_id,second_minutes,"
          "second_facility_id,snap_m");
    CHECK(lines[1] == "d1,141.0010000,43.0000000,01100,T,1000,delivery,reached,5.000,h1,7.500,h2,12.3");
    CHECK(lines[2] == "d1,141.0010000,43.0000000,01100,T,1000,clinic,reached,12.346,h3,,,12.3");
    CHECK(lines[3] == "d2,141.0050000,43.0000000,01100,T,500.5,delivery,reached,30.000,h1,40.000,h2,50.0");
    CHECK(lines[6] == "'=d3,141.0100000,43.0000000,01100,T,300,clinic,one_way_trap,,,,,50.1");
    CHECK(lines[9] == "i1,141.5000000,43.5000000,01100,I,40,delivery,ferry_excluded,,,,,0.0");
    CHECK(lines[11] == "x1,142.5000000,43.5000000,01100,,9.25,delivery,outside_network,,,,,");
}

TEST_CASE("areas.csv: levels, people in no area, the region, and every threshold") {
    const test::TempFolder root;
    const auto lines = lines_of(written_run(root, "out") / "areas.csv");
    // (1 area + 0) + (2 areas + none) + region, 2 services, 2 groups each, and the header.
    CHECK(lines.size() == (1 + 3 + 1) * 4 + 1);
    CHECK(lines[0].find("within_15,within_20,within_30,within_45,within_60,within_90,beyond_15,beyond_20") !=
          std::string::npos);
    CHECK(lines[0].ends_with("unreached_road_closed,unreached_one_way_trap,unreached_beyond_cutoff"));

    const std::string town = "secondary/T/delivery/population";
    CHECK(area_value(lines, town, "area_name") == "中央");
    CHECK(area_value(lines, town, "points") == "4");
    CHECK(area_value(lines, town, "people") == "1900.5");
    CHECK(area_value(lines, town, "within_30") == "1500.5");
    CHECK(area_value(lines, town, "beyond_60") == "400");
    CHECK(area_value(lines, town, "beyond_90") == "100");
    CHECK(area_value(lines, town, "median_min") == "5.000");
    CHECK(area_value(lines, town, "p90_min") == "61.000");
    CHECK(area_value(lines, town, "max_min") == "95.000");
    CHECK(area_value(lines, "secondary/T/delivery/women", "people") == "380");
    CHECK(area_value(lines, "secondary/T/clinic/population", "unreached_one_way_trap") == "300");
    CHECK(area_value(lines, "secondary/I/delivery/population", "median_min").empty());
    CHECK(area_value(lines, "secondary/I/delivery/population", "unreached_ferry_excluded") == "40");
    CHECK(area_value(lines, "secondary//delivery/population", "unreached_outside_network") == "9.25");
    CHECK(area_value(lines, "region//delivery/population", "people") == "1949.75");
    CHECK(area_value(lines, "region//delivery/population", "unreached") == "49.25");
    CHECK(area_value(lines, "pairs/P/clinic/population", "within_20") == "1500.5");
}

TEST_CASE("facilities.csv: services given, place on the network, people nearest") {
    const test::TempFolder root;
    const auto lines = lines_of(written_run(root, "out") / "facilities.csv");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "facility_id,name,lon,lat,services,status,snap_m,nearest_people_delivery,nearest_people_clinic");
    CHECK(lines[1] == "h1,\"中央,病院\",141.0020000,43.0000000,delivery,on_network,5.0,1500.5,");
    CHECK(lines[2] == "h2,北病院,141.0110000,43.0000000,delivery,on_network,700.0,400,");
    CHECK(lines[3] == "h3,診療所,141.0300000,43.0000000,clinic,too_far_to_snap,,,1600.5");
}

TEST_CASE("refused.csv: file, row, code and words, in the language asked for") {
    const test::TempFolder root;
    const auto en = lines_of(written_run(root, "en") / "refused.csv");
    REQUIRE(en.size() == 4);
    CHECK(en[0] == "file,row,code,message");
    CHECK(en[1].starts_with("人口.csv,7,bad_number,\"\"\"12"));
    CHECK(en[1].find("is not a number") != std::string::npos);
    CHECK(en[1].find('\x1b') == std::string::npos);
    const auto ja = lines_of(written_run(root, "ja", Language::japanese) / "refused.csv");
    CHECK(ja[1].find("数ではありません") != std::string::npos);
}

TEST_CASE("run.json: parameters, inputs, network and totals that add up") {
    const test::TempFolder root;
    const auto run = json::parse(test::bytes_of(written_run(root, "out") / "run.json"));
    CHECK(run["version"] == "1.2.3");
    CHECK(run["scenario"]["title"]["ja"] == "小さな町");
    CHECK(run["parameters"]["season"] == "summer");
    CHECK(run["parameters"]["profile"]["speeds_kmh"]["trunk"]["open"] == 36.0);
    CHECK(run["parameters"]["snapping"]["limit_m"] == 1000.0);
    CHECK(run["inputs"][0]["rows"] == json{{"read", 1234}, {"used", 1230}, {"refused", 3}, {"not_selected", 1}});
    CHECK(run["inputs"][0]["digests"][0]["digest"] == "00ff");
    CHECK(run["network"]["components"]["count"] == 2);
    CHECK(run["services"][1]["cutoff_min"] == 120.0);
    CHECK(run["assumptions"] == json{"speeds.track"});
    CHECK(run["findings"][0]["code"] == "rows_refused");
    REQUIRE(run["totals"].size() == 4);
    const auto& delivery = run["totals"][0];
    CHECK(delivery["people_read"] == 1949.75);
    CHECK(delivery["reached"] == 1900.5);
    double by_reason = 0;
    for (const auto& people : delivery["unreached_by_reason"]) {
        by_reason += people.get<double>();
    }
    CHECK(by_reason == 49.25);
    CHECK(delivery["reached"].get<double>() + by_reason == delivery["people_read"]);
}

TEST_CASE("outputs hold no path of the machine and are the same for any number of threads and any folder") {
    const test::TempFolder root;
    fs::path one;
    fs::path two;
    {
        const ThreadLimit limit(1);
        one = written_run(root, "one");
    }
    {
        const ThreadLimit limit(2);
        two = written_run(root, "deep/down/two");
    }
    for (const auto& entry : fs::directory_iterator(one)) {
        const auto name = entry.path().filename();
        INFO(name);
        const auto bytes = test::bytes_of(entry.path());
        CHECK(bytes == test::bytes_of(two / name));
        CHECK(bytes.find(root.path().string()) == std::string::npos);
    }
}

TEST_CASE("a scenario may leave out the large outputs") {
    const test::TempFolder root;
    test::SmallRun run;
    run.scenario.outputs.access_csv = false;
    run.scenario.outputs.gpkg = false;
    io::OutputFolder out(root.path() / "out");
    report::write_run_outputs(run.results(), out, Language::english);
    out.commit();
    CHECK_FALSE(fs::exists(root.path() / "out/access.csv"));
    CHECK_FALSE(fs::exists(root.path() / "out/results.gpkg"));
    CHECK(fs::exists(root.path() / "out/areas.csv"));
}
