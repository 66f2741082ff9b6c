// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "cli/maternity_region.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

/// The small region with births by town: demand points A and C lie in town 11 (100 and 7 people), B in 12 (50.5).
ProgramResult run_with(const MaternityRegion& region, const std::string& births) {
    (void)region.write("births.csv", births);
    const auto text = file_text(region.folder() / "maternity.toml") +
                      "[maternity.births]\nfile = \"births.csv\"\nweights = \"population\"\n"
                      "columns = { municipality = \"town\", births = \"births\" }\n";
    return michinori_program("run " + region.write("births.toml", text) + " --out '" +
                             (region.folder() / "run").string() + "'");
}

}  // namespace

TEST_CASE("births of towns are spread by weight and their cost estimated, by hand") {
    const MaternityRegion region;
    const auto result = run_with(region, "town,births\n11,10.7\n12,5\n");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto rows = region.rows("run/support_costs.csv");
    // Town 11: A has 10 of 10.7 births (W 10 min away: near), C 0.7 (no way: far for both risks, unpriced by car).
    const auto& eleven = row_with(rows, {{"level", "town"}, {"area_code", "11"}, {"bound", "central"}});
    CHECK(eleven.at("births") == "10.7");
    CHECK(eleven.at("eligible") == "0.7");
    CHECK(eleven.at("claims") == "0.56");
    CHECK(eleven.at("unpriced_claims") == "0.56");
    CHECK(eleven.at("support_yen") == "0");
    // Town 12: B is 10 minutes from E, 20 from the centre W: the high-risk fifth of 5 births; 80 % of them claim, 40 %
    // of these lodge 7 nights at 9,000. 0.8 x 1,184 + 0.32 x 49,000 = 16,627.2; half of it is the nation's.
    const auto& twelve = row_with(rows, {{"level", "town"}, {"area_code", "12"}, {"bound", "central"}});
    CHECK(twelve.at("eligible") == "1");
    CHECK(twelve.at("claims") == "0.8");
    CHECK(twelve.at("trips") == "0.8");
    CHECK(twelve.at("nights") == "2.24");
    CHECK(twelve.at("support_yen") == "16627");
    CHECK(twelve.at("nation_yen") == "8313");
    CHECK(twelve.at("prefecture_yen") == "4156");
    CHECK(twelve.at("municipality_yen") == "4158");
    const auto& region_row = row_with(rows, {{"level", "region"}, {"bound", "central"}});
    CHECK(region_row.at("births") == "15.7");
    CHECK(region_row.at("support_yen") == "16627");
    CHECK_THAT(result.out, Contains("near-1"));
}

TEST_CASE("births that are wrong or have nowhere to go are told") {
    const MaternityRegion region;
    const auto wrong = run_with(region, "town,births\n11,ten\n12,-1\n13,5\n11,2\n11,3\n");
    CHECK(wrong.exit_code == 1);
    for (const char* line :
         {"row 1: \"ten\" in column births is not a number", "row 2: -1 in column births is below zero",
          "row 3: municipality code \"13\"", "row 5: the id \"11\""}) {
        CHECK_THAT(wrong.err, Contains(line));
    }
    CHECK_FALSE(std::filesystem::exists(region.folder() / "run"));
    const auto text = file_text(region.folder() / "maternity.toml") + "[maternity.births]\ngroup = \"newborn\"\n";
    const auto group = michinori_program("run " + region.write("group.toml", text) + " --out '" +
                                         (region.folder() / "run").string() + "'");
    CHECK(group.exit_code == 1);
    CHECK_THAT(group.err, Contains("population group \"newborn\" is not defined"));
}

TEST_CASE("without births no cost is told, but the wards and the verdicts are") {
    const MaternityRegion region;
    REQUIRE(michinori_program("run " + region.write("none.toml", file_text(region.folder() / "maternity.toml")) +
                              " --out '" + (region.folder() / "run").string() + "'")
                .exit_code == 0);
    CHECK_FALSE(std::filesystem::exists(region.folder() / "run/support_costs.csv"));
    CHECK(std::filesystem::exists(region.folder() / "run/maternity.gpkg"));
    CHECK_THAT(file_text(region.folder() / "run/run.json"), Contains("\"support\": null"));
}
