// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/check_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/small_run.h"
#include "report/snap_histogram.h"

using namespace michinori;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("check tells what was understood of each input") {
    const auto page = report::check_report(test::SmallRun{}.check(), Language::english);
    CHECK(has(page, "Scenario: A small town (scenarios/small.toml)\nData: made up\n"));
    CHECK(has(page,
              "demand: 人口.csv\n    format CSV;  encoding CP932;  CRS -\n"
              "    rows: read 1,234, used 1,230, refused 3, not selected 1\n    mesh: 500 m\n"));
}

TEST_CASE("check tells of the network, its pieces and traps") {
    const auto page = report::check_report(test::SmallRun{}.check(), Language::english);
    CHECK(has(page, "Speed profile: Test speeds (test-speeds);  season: summer"));
    CHECK(has(page, "assumptions: speeds.track"));
    CHECK(has(page, "Connected pieces of the network: 2\n"));
    CHECK(has(page, "66.8 %"));
    CHECK(has(page, "lat 43.00000, lon 141.0"));
    CHECK(has(page, "lat 43.50000, lon 141.5"));
}

TEST_CASE("check shows distances to the road with people, and facilities") {
    const auto page = report::check_report(test::SmallRun{}.check(), Language::english);
    CHECK(has(page, "population: 1,950\n  women: 386\n"));
    CHECK(has(page, "0-50 m"));
    CHECK(has(page, "  outside the road data (outside_network)"));
    CHECK(has(page, "  too far from a road (too_far_to_snap)"));
    CHECK(has(page, "Secondary areas  secondary"));
}

TEST_CASE("check names refused rows, at most twenty, and findings") {
    test::SmallRun run;
    auto page = report::check_report(run.check(), Language::english);
    CHECK(has(page, "Refused rows: 3\n"));
    CHECK(has(page, "  error bad_number: 人口.csv row 7: "));
    CHECK(has(page, "  warning rows_refused: 人口.csv: 3 of 1234 rows were refused"));
    CHECK_FALSE(has(page, "\x1b"));
    for (int i = 0; i < 30; ++i) {
        run.log.refused.push_back(run.log.refused.front());
    }
    page = report::check_report(run.check(), Language::english);
    CHECK(has(page, "  ... 13 more\n"));
}

TEST_CASE("check speaks Japanese") {
    const auto page = report::check_report(test::SmallRun{}.check(), Language::japanese);
    CHECK(has(page, "シナリオ: 小さな町 (scenarios/small.toml)"));
    CHECK(has(page, "除外した行: 3"));
    CHECK(has(page, "北緯 43.50000, 東経 141.5"));
    CHECK(has(page, "  道路データの範囲外 (outside_network)"));
}

TEST_CASE("a network without open roads is said, not divided by") {
    test::SmallRun run;
    run.components = network::Components{};
    const auto page = report::check_report(run.check(), Language::english);
    CHECK(has(page, "There is no open road."));
}

TEST_CASE("the histogram counts each point once, limits included") {
    const test::SmallRun run;
    const auto h = report::SnapHistogram::of(run.result.demand_snaps, run.demand.people[0]);
    CHECK(h.by_distance[0].points == 3);
    CHECK(h.by_distance[0].people == People::from_double(1540.5));
    CHECK(h.by_distance[1].points == 1);
    CHECK(h.by_distance[4].points == 1);
    CHECK(h.by_distance[5].points == 0);
    CHECK(h.by_reason[static_cast<std::size_t>(network::Reason::outside_network)].points == 1);
    CHECK(h.total.points == 6);
    CHECK(h.total.people == run.demand.total(0));
    CHECK(report::SnapHistogram::bin_name(0) == "0-50");
    CHECK(report::SnapHistogram::bin_name(5) == ">1000");
}

TEST_CASE("check.json carries the same facts") {
    const auto json = nlohmann::json::parse(report::check_json(test::SmallRun{}.check(), Language::english));
    CHECK(json["demand"]["metres"]["0-50"]["people"] == 1540.5);
    CHECK(json["demand"]["not_on_network"]["outside_network"]["points"] == 1);
    CHECK(json["facilities"]["total"]["points"] == 3);
    CHECK(json["refused"].size() == 3);
    CHECK(json["refused"][0]["row"] == 7);
    CHECK(json["network"]["components"]["largest"].size() == 2);
}
