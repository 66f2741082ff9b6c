// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <cmath>
#include <map>

#include "base/text.h"
#include "cli/program.h"
#include "support/catalogued.h"
#include "support/csv_rows.h"

using namespace michinori::test;

namespace {

using Rows = std::vector<CsvRow>;

double number(const CsvRow& row, const std::string& column) {
    return michinori::to_number(row.at(column)).value_or(0);
}

/// The demonstration prefecture, once for all tests of this file. Its estimate is made plain: a fifth of high risk,
/// everybody claims, drives and stays nowhere; so that the sums can be made again from other tables.
class Demo {
public:
    static const Demo& once() {
        static const Demo demo;
        return demo;
    }
    [[nodiscard]] Rows rows(const std::string& name) const { return csv_rows(folder_.path() / "out" / name); }
    [[nodiscard]] std::string data() const { return " --data '" + (folder_.path() / "data").string() + "'"; }
    [[nodiscard]] std::string scenario() const { return "'" + (folder_.path() / "plain.toml").string() + "'"; }
    [[nodiscard]] const TempFolder& folder() const { return folder_; }

private:
    Demo() {
        REQUIRE(michinori_program("demo '" + (folder_.path() / "data").string() + "' --quiet").exit_code == 0);
        folder_.write("plain.toml", plain(file_text(std::string(MICHINORI_SOURCE_DIR) + "/scenarios/demo.toml")));
        const auto result = michinori_program("run " + scenario() + data() + " --quiet --out '" +
                                              (folder_.path() / "out").string() + "'");
        INFO(result.err);
        REQUIRE(result.exit_code == 0);
    }
    static std::string plain(std::string text) {
        const auto begin = text.find("[maternity.estimate]");
        const auto end = text.find("[maternity.facilities]");
        text.replace(begin, end - begin,
                     "[maternity.estimate]\nhigh_risk_share = [0.2, 0.2, 0.2]\nclaim_share = [1, 1, 1]\n"
                     "lodging_share = [0, 0, 0]\ntaxi_share = [0, 0, 0]\nlate_change_share = [0, 0, 0]\n");
        return tables_alone(shipped_paths(std::move(text)));
    }
    TempFolder folder_;
};

/// Minutes of a demand point to a service, and whether it is reached at all.
struct Reach {
    double minutes = 0;
    bool reached = false;
    [[nodiscard]] bool far() const { return !reached || minutes >= 60; }
};

std::map<std::string, std::map<std::string, Reach>> reach_by_point(const Rows& access) {
    std::map<std::string, std::map<std::string, Reach>> reach;
    for (const auto& row : access) {
        reach[row.at("demand_id")][row.at("service")] = {number(row, "minutes"), row.at("status") == "reached"};
    }
    return reach;
}

std::map<std::string, double> births_by_point() {
    std::map<std::string, double> births;
    for (const auto& row : csv_rows(Demo::once().folder().path() / "data/population/mesh500_2025.csv")) {
        births[row.at("mesh_code")] = number(row, "births");
    }
    return births;
}

const CsvRow& central(const Rows& costs, const std::string& level, const std::string& family) {
    return row_with(costs, {{"level", level}, {"rule_family", family}, {"bound", "central"}});
}

}  // namespace

TEST_CASE("the estimate's births are those of the people table, cell by cell, under the limit",
          "[once][maternity-demo]") {
    const auto reach = reach_by_point(Demo::once().rows("access.csv"));
    double births = 0;
    double eligible = 0;
    for (const auto& [mesh, number] : births_by_point()) {
        const auto& to = reach.at(mesh);
        births += number;
        eligible += (to.at("delivery").far() ? 0.8 : 0) * number + (to.at("perinatal_centre").far() ? 0.2 : 0) * number;
    }
    const auto costs = Demo::once().rows("support_costs.csv");
    const auto& total = central(costs, "region", "national-delivery");
    CHECK(number(total, "births") == Approx(births).margin(1e-6));
    CHECK(number(total, "eligible") == Approx(eligible).margin(0.001));
    CHECK(eligible > 10);
    CHECK(number(total, "claims") == number(total, "eligible"));
}

TEST_CASE("every level of areas adds up to the same births and the same yen, and the payers to the support",
          "[once][maternity-demo]") {
    const auto costs = Demo::once().rows("support_costs.csv");
    std::map<std::string, std::map<std::string, double>> sums;  // by rule and bound, by level and column
    const std::vector<std::string> columns{"births",     "eligible",       "claims",           "support_yen",
                                           "nation_yen", "prefecture_yen", "municipality_yen", "cost_yen"};
    for (const auto& row : costs) {
        for (const auto& column : columns) {
            sums[row.at("rule_id") + row.at("bound") + column][row.at("level")] += number(row, column);
        }
        CHECK(number(row, "nation_yen") + number(row, "prefecture_yen") + number(row, "municipality_yen") ==
              number(row, "support_yen"));
        CHECK(number(row, "support_yen") + number(row, "own_yen") == number(row, "cost_yen"));
    }
    CHECK(sums.size() == 3 * 3 * columns.size());
    for (const auto& [what, by_level] : sums) {
        CAPTURE(what);
        for (const char* level : {"municipality", "secondary", "perinatal", "prefecture"}) {
            CHECK(by_level.at(level) == Approx(by_level.at("region")).margin(1e-5));
        }
    }
}

TEST_CASE("what the estimate pays is what the decisions of the same homes pay", "[once][maternity-demo]") {
    // A home in each cell, of normal and of high risk, by car: her support times the births that stand behind her.
    const auto births = births_by_point();
    std::string homes = "id,mesh,risk,mode\n";
    for (const auto& [mesh, number] : births) {
        if (number > 0) {
            homes += mesh + "-n," + mesh + ",normal,car\n" + mesh + "-h," + mesh + ",high,car\n";
        }
    }
    const auto& demo = Demo::once();
    const auto table = demo.folder().write("cells.csv", homes);
    const auto out = demo.folder().path() / "cells";
    REQUIRE(michinori_program("eligible " + demo.scenario() + " '" + table.string() + "'" + demo.data() +
                              " --quiet --out '" + out.string() + "'")
                .exit_code == 0);
    CHECK(not_catalogued(out) == std::vector<std::string>());
    std::map<std::string, double> yen;
    std::map<std::string, double> unpriced;
    for (const auto& row : csv_rows(out / "eligible.csv")) {
        if (row.at("by_the_number") != "eligible" || row.at("rule_family") == "national-checkup") {
            continue;  // check-ups: the estimate has its own number of visits
        }
        const double behind = births.at(row.at("matched")) * (row.at("risk") == "high" ? 0.2 : 0.8);
        yen[row.at("rule_family")] += behind * number(row, "support_yen");
        unpriced[row.at("rule_family")] += row.at("payment_notes") == "distance_missing" ? behind : 0;
    }
    const auto costs = demo.rows("support_costs.csv");
    for (const char* family : {"national-delivery", "example-town"}) {
        const auto& total = central(costs, "region", family);
        CHECK(yen.at(family) > 10000);
        CHECK(number(total, "support_yen") == Approx(yen.at(family)).margin(30));  // half a yen each municipality
        CHECK(number(total, "unpriced_claims") == Approx(unpriced.at(family)).margin(0.001));
    }
}

TEST_CASE("perinatal areas: births beyond the limit and inside the area, made again from the access table",
          "[once][maternity-demo]") {
    const auto births = births_by_point();
    std::map<std::string, std::string> area_of_municipality;
    for (const auto& row : csv_rows(Demo::once().folder().path() / "data/areas/membership.csv")) {
        area_of_municipality[row.at("municipality_code")] = row.at("perinatal_code");
    }
    std::map<std::string, double> all;
    for (const auto& row : Demo::once().rows("access.csv")) {
        if (row.at("service") == "delivery") {
            all[area_of_municipality.at(row.at("municipality"))] += births.at(row.at("demand_id"));
        }
    }
    double rows_seen = 0;
    for (const auto& row : Demo::once().rows("perinatal_areas.csv")) {
        if (!row.at("area_code").empty()) {
            CHECK(number(row, "births") == Approx(all.at(row.at("area_code"))).margin(1e-5));
            ++rows_seen;
        }
    }
    CHECK(rows_seen == static_cast<double>(all.size()));
}

TEST_CASE("the proposal's areas add up to today's, and the islands alone would lack a ward", "[once][maternity-demo]") {
    const auto rows = Demo::once().rows("perinatal_redraw.csv");
    std::map<std::string, double> births;
    for (const auto& row : rows) {
        births[row.at("drawing")] += number(row, "births");
    }
    CHECK(births.at("today") == Approx(births.at("proposed")).margin(1e-6));
    CHECK(row_with(rows, {{"drawing", "proposed"}, {"area_code", "P5"}}).at("without_delivery") == "1");
    CHECK(row_with(rows, {{"drawing", "proposed"}, {"area_code", "P4"}}).at("without_delivery") == "0");
    CHECK(Demo::once().rows("perinatal_moves.csv").size() == 6);
}

TEST_CASE("the wards of the demonstration prefecture: areas counted again, and the next ward by its access times",
          "[once][maternity-demo]") {
    std::map<std::string, std::string> secondary;
    const auto data = Demo::once().folder().path() / "data";
    for (const auto& row : csv_rows(data / "areas/membership.csv")) {
        secondary[row.at("municipality_code")] = row.at("secondary_code");
    }
    std::map<std::string, int> hospitals;
    std::map<std::string, int> clinics;
    for (const char* file : {"facilities/hospitals.csv", "facilities/clinics.csv"}) {
        for (const auto& row : csv_rows(data / file)) {
            if (number(row, "deliveries") > 0) {
                const auto area = secondary.at("48" + row.at("市区町村コード"));
                ++(row.at("機関区分") == "1" ? hospitals : clinics)[area];
            }
        }
    }
    int wards = 0;
    int small = 0;
    for (const auto& row : Demo::once().rows("wards.csv")) {
        if (row.at("rule") != "ward-securing-fy2025") {
            continue;
        }
        const auto area = row.at("area_code");
        CHECK(number(row, "area_hospitals") == hospitals[area]);
        CHECK(number(row, "area_clinics") == clinics[area]);
        const bool few = hospitals[area] <= 1 && clinics[area] <= 2;
        CHECK(row.at("test_area") == (few ? "yes" : "no"));
        CHECK((row.at("test_far") == "yes") == (number(row, "number_far") >= 60));
        ++wards;
        small += few ? 1 : 0;
    }
    CHECK(wards == 14);
    CHECK(small > 0);
}
