// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/maternity_region.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

/// On the road of 10 km and 10 minutes a tenth of a degree: hospital W at 139.0, E at 139.3; a lone road at 36.5.
const std::string homes =
    "id,lon,lat,origin,risk,mode,nights,lodging_yen,transport_yen\n"
    "near,139.1,36.0,home,normal,car,,,\n"
    "below,139.13,36.0,home,normal,car,,,\n"
    "above,139.15,36.0,satogaeri,normal,car,,,\n"
    "centre,139.2,36.0,home,high,car,5,9000,\n"
    "lone,139.0,36.5,home,high,car,,,\n"
    "taxi,139.05,36.5,satogaeri,normal,taxi,,,24001\n"
    "off,139.0,38.0,home,normal,car,,,\n";

const CsvRow& of(const std::vector<CsvRow>& rows, const std::string& home) {
    return row_with(rows, {{"home_id", home}});
}

}  // namespace

TEST_CASE("homes of a small region, decided and paid by hand") {
    const MaternityRegion region;
    const auto result = region.eligible(homes);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto rows = region.rows();
    REQUIRE(rows.size() == 7);

    CHECK(of(rows, "near").at("verdict") == "not_eligible");
    CHECK(of(rows, "near").at("minutes") == "10.000");
    CHECK(of(rows, "near").at("facility_id") == "W");
    CHECK(of(rows, "near").at("margin_min") == "-4.000");
    CHECK(of(rows, "near").at("reasons") == "delivery_within_limit");
    CHECK(of(rows, "near").at("support_yen").empty());
    CHECK(of(rows, "near").at("municipality") == "11");

    CHECK(of(rows, "below").at("verdict") == "near_limit");
    CHECK(of(rows, "below").at("by_the_number") == "not_eligible");
    CHECK(of(rows, "above").at("verdict") == "near_limit");
    CHECK(of(rows, "above").at("by_the_number") == "eligible");
    CHECK(of(rows, "above").at("origin") == "satogaeri");
    // 2 x 15.0 km x 37 = 1,110; 80 % = 888.
    CHECK(of(rows, "above").at("km") == "15.000");
    CHECK(of(rows, "above").at("support_yen") == "888");

    // E is 10 minutes away, the centre W 20: 2 x 20 x 37 = 1,480 -> 1,184; 5 nights x 7,000.
    const auto& centre = of(rows, "centre");
    CHECK(centre.at("verdict") == "eligible");
    CHECK(centre.at("case") == "2h");
    CHECK(centre.at("paragraph") == "p2");
    CHECK(centre.at("facility_id") == "W");
    CHECK(centre.at("minutes") == "20.000");
    CHECK(centre.at("km") == "20.000");
    CHECK(centre.at("delivery_minutes") == "10.000");
    CHECK(centre.at("reasons") == "delivery_within_limit;perinatal_centre_far");
    CHECK(centre.at("roads") == "国道1号 20.0 km");
    CHECK(centre.at("transport_yen") == "1184");
    CHECK(centre.at("lodging_yen") == "35000");
    CHECK(centre.at("support_yen") == "36184");
    CHECK(centre.at("nation_yen") == "18092");
    CHECK(centre.at("prefecture_yen") == "9046");
    CHECK(centre.at("municipality_yen") == "9046");
    CHECK(centre.at("cost_yen") == "46480");
    CHECK(centre.at("own_yen") == "10296");
    CHECK(centre.at("payment_notes") == "lodging_place_unknown");

    CHECK(of(rows, "lone").at("verdict") == "eligible");
    CHECK(of(rows, "lone").at("case") == "1h");
    CHECK(of(rows, "lone").at("minutes").empty());
    CHECK(of(rows, "lone").at("payment_notes") == "distance_missing");
    CHECK(of(rows, "lone").at("reasons") ==
          "delivery_unreachable_far_other_component;perinatal_centre_unreachable_far_other_component");
    CHECK(of(rows, "taxi").at("support_yen") == "19200");
    CHECK(of(rows, "off").at("verdict") == "undecided");
    CHECK(of(rows, "off").at("snap_m").empty());
    CHECK_THAT(result.err, Contains("home_off_network") && Contains("row 7") && Contains("\"off\""));
}

TEST_CASE("each verdict has its sentence, in both languages") {
    const MaternityRegion region;
    REQUIRE(region.eligible(homes, "--lang en").exit_code == 0);
    auto rows = region.rows();
    CHECK(of(rows, "near").at("sentence") ==
          "Not eligible: birth (西病院) is 10.0 minutes away (10.0 km), less than 14.");
    CHECK(of(rows, "above").at("sentence") ==
          "Near the limit: birth (西病院) is 15.0 minutes away (15.0 km), within the margin of the limit (12 to 16 "
          "minutes).");
    CHECK(of(rows, "centre").at("sentence") ==
          "Eligible: birth (東病院) is 10.0 minutes away (10.0 km), less than 14; perinatal_centre (西病院) is 20.0 "
          "minutes away (20.0 km), 14 or more.");
    CHECK(of(rows, "taxi").at("sentence") ==
          "Eligible: birth cannot be reached by road (on a piece of network without a facility), which the rule set "
          "counts as far.");
    CHECK_THAT(of(rows, "off").at("sentence"), Contains("Undecided: the time to birth cannot be found"));
    REQUIRE(region.eligible(homes, "--lang ja").exit_code == 0);
    rows = region.rows();
    CHECK(of(rows, "near").at("sentence") == "対象外：birth（西病院）まで 10.0分（10.0 km）で、14分未満。");
    CHECK_THAT(of(rows, "taxi").at("sentence"), Contains("道路で到達できず") && Contains("遠方"));
}

TEST_CASE("sums of a batch agree with its rows") {
    const MaternityRegion region;
    REQUIRE(region.eligible(homes).exit_code == 0);
    const auto all = row_with(region.rows("out/totals.csv"), {{"municipality", "all"}});
    CHECK(all.at("homes") == "7");
    CHECK(all.at("eligible") == "3");
    CHECK(all.at("near_limit") == "2");
    CHECK(all.at("not_eligible") == "1");
    CHECK(all.at("undecided") == "1");
    CHECK(all.at("eligible_unpriced") == "1");
    CHECK(all.at("eligible_support_yen") == std::to_string(36184 + 19200));
    CHECK(all.at("eligible_municipality_yen") == std::to_string(9046 + 4800));
    const auto manifest = nlohmann::json::parse(file_text(region.folder() / "out/eligible.json"));
    CHECK(manifest.at("homes_decided") == 7);
    CHECK(manifest.at("homes_refused") == 0);
    CHECK(manifest.at("rules").at(0).at("assumptions").at(0) == "a guess");
    CHECK_THAT(manifest.at("notice").get<std::string>(), Contains("flat"));
    CHECK(manifest.dump().find("temp") == std::string::npos);
}

TEST_CASE("wrong rows are refused one by one, and the others are decided") {
    const MaternityRegion region;
    const auto result = region.eligible(
        "id,lon,lat,mesh,address,risk,mode,accepting,date,nights,visits,colour\n"
        "good,139.2,36.0,,,high,car,,,,,\n"
        "risk,139.2,36.0,,,middling,car,,,,,\n"
        "mode,139.2,36.0,,,high,horse,,,,,\n"
        "facility,139.2,36.0,,,high,car,W;X,,,,\n"
        "nowhere,,,,,high,car,,,,,\n"
        "nights,139.2,36.0,,,high,car,,,-1,,\n"
        "visits,139.2,36.0,,,high,car,,,,2.5,\n"
        "number,139.2,x,,,high,car,,,,,\n"
        "mesh,,,12345,,high,car,,,,,\n"
        "address,,,,北町1,high,car,,,,,\n"
        "day,139.2,36.0,,,high,car,,2025-02-30,,,\n"
        "early,139.2,36.0,,,high,car,,2024-10-01,,,\n"
        "gap,139.2,36.0,,,high,car,,2026-10-01,,,\n"
        "good,139.2,36.0,,,high,car,,,,,\n"
        ",139.2,36.0,,,high,car,,,,,\n"
        "empty,139.2,36.0,,,,car,,,,,\n"
        "swapped,36.0,139.2,,,high,car,,,,,\n");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK(region.rows().size() == 1);
    for (const char* line : {"error bad_choice: ",
                             "row 2: \"middling\" in column risk is not one of normal, high",
                             "row 3: \"horse\" in column mode is not one of car, taxi, public",
                             "row 4: \"X\" in column accepting is not a facility that gives delivery, perinatal_centre",
                             "error home_unplaced: ",
                             "row 6: -1 in column nights is below zero",
                             "row 7: \"2.5\" in column visits is not a whole number",
                             "row 8: \"x\" in column lat is not a number",
                             "row 9: \"12345\" is not a mesh code",
                             "row 10: the address \"北町1\" was not found",
                             "row 11: \"2025-02-30\" in column date is no day",
                             "row 12: no version of the rule near is in force on 2024-10-01 (versions: 2025-04-01 to "
                             "2026-03-31, 2027-04-01",
                             "error rule_gap: ",
                             "row 13: 2026-10-01 lies in a gap",
                             "row 14: the id \"good\" stands already in row 1",
                             "row 15: column id is empty",
                             "row 16: column risk is empty",
                             "error swapped_coordinates: ",
                             "warning columns_unused: ",
                             "columns colour are not used",
                             "16 of 17 rows were refused"}) {
        CHECK_THAT(result.err, Contains(line));
    }
    CHECK_THAT(result.out, Contains("homes decided: 1, rows refused: 16"));
    CHECK(region.rows("out/refused.csv").size() == 16);
}

TEST_CASE("a table with no good row, or not the columns, is a fault and writes nothing") {
    const MaternityRegion region;
    const auto none = region.eligible("id,lon,lat,risk,mode\na,139.2,36.0,bad,car\n");
    CHECK(none.exit_code == 1);
    CHECK_THAT(none.err, Contains("error bad_choice"));
    const auto columns = region.eligible("id,lon,lat,risks,mode\na,139.2,36.0,high,car\n");
    CHECK(columns.exit_code == 1);
    CHECK_THAT(columns.err, Contains("column_missing") && Contains("risk"));
    CHECK(region.eligible(homes, "--date 2025-13-01").exit_code == 2);
    CHECK(region.eligible(homes, "--sheets nobody").exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(region.folder() / "out"));
}

TEST_CASE("rules outside their dates are applied only on request, and marked") {
    const MaternityRegion region;
    const std::string table = "id,lon,lat,risk,mode,date\na,139.2,36.0,high,car,2026-10-01\nb,139.2,36.0,high,car,\n";
    REQUIRE(region.eligible(table).exit_code == 0);
    CHECK(region.rows().size() == 1);
    REQUIRE(region.eligible(table, "--outside-dates").exit_code == 0);
    auto rows = region.rows();
    CHECK(of(rows, "a").at("outside_dates") == "yes");
    CHECK(of(rows, "a").at("rule_id") == "near-1");
    CHECK(of(rows, "b").at("outside_dates") == "no");
    REQUIRE(region.eligible(table, "--outside-dates --date 2027-05-05").exit_code == 0);
    rows = region.rows();
    CHECK(of(rows, "a").at("rule_id") == "near-1");
    CHECK(of(rows, "b").at("rule_id") == "near-2");
}

TEST_CASE("only facilities that can accept her count, service by service") {
    const MaternityRegion region;
    REQUIRE(region
                .eligible("id,lon,lat,risk,mode,accepting\n"
                          "any,139.1,36.0,normal,car,\n"
                          "east,139.1,36.0,normal,car,E\n"
                          "both,139.1,36.0,normal,car,E;W\n"
                          "high,139.2,36.0,high,car,E\n")
                .exit_code == 0);
    const auto rows = region.rows();
    CHECK(of(rows, "any").at("delivery_minutes") == "10.000");
    CHECK(of(rows, "east").at("delivery_minutes") == "20.000");
    CHECK(of(rows, "east").at("facility_id") == "E");
    CHECK(of(rows, "east").at("verdict") == "eligible");
    CHECK(of(rows, "both").at("delivery_minutes") == "10.000");
    // E is no centre: the list does not narrow the centres.
    CHECK(of(rows, "high").at("perinatal_centre_minutes") == "20.000");
}

TEST_CASE("transport counts to the lodging when its place is given") {
    const MaternityRegion region;
    REQUIRE(region
                .eligible("id,lon,lat,risk,mode,nights,lodging_yen,lodging_lon,lodging_lat\n"
                          "a,139.2,36.0,high,car,2,12000,139.1,36.0\n")
                .exit_code == 0);
    const auto rows = region.rows();
    CHECK(of(rows, "a").at("km") == "20.000");
    CHECK(of(rows, "a").at("transport_yen") == "592");  // 10 km to the lodging: 2 x 10 x 37 = 740
    CHECK(of(rows, "a").at("lodging_yen") == "15600");
    CHECK(of(rows, "a").at("payment_notes") == "lodging_capped");
}

TEST_CASE("both engines, and any number of threads, leave the same bytes") {
    const MaternityRegion region;
    std::vector<std::string> tables;
    for (const char* options : {"--engine dijkstra --threads 1", "--engine hierarchy --threads 1", "--threads 2"}) {
        REQUIRE(region.eligible(homes, std::string(options) + " --sheets all").exit_code == 0);
        tables.push_back(file_text(region.folder() / "out/eligible.csv") +
                         file_text(region.folder() / "out/sheets/centre.html") +
                         file_text(region.folder() / "out/eligible.gpkg"));
    }
    CHECK(tables[0] == tables[1]);
    CHECK(tables[1] == tables[2]);
}

TEST_CASE("a decision sheet holds the decision, and no text of the input is markup") {
    const MaternityRegion region;
    REQUIRE(region
                .eligible("id,lon,lat,risk,mode,nights,lodging_yen\n"
                          "<b>x</b>,139.2,36.0,high,car,5,9000\n",
                          "--sheets all --lang en")
                .exit_code == 0);
    const auto page = file_text(region.folder() / "out/sheets/_b_x__b_-row1.html");
    CHECK_THAT(page, Contains("&lt;b&gt;x&lt;/b&gt;") && !Contains("<b>x</b>"));
    CHECK_THAT(page, Contains("Eligible") && Contains("西病院") && Contains("¥36,184") && Contains("20.0 min"));
    CHECK_THAT(page, Contains("<svg") && Contains("polyline") && Contains("a guess"));
    CHECK_THAT(page, !Contains("http"));  // needs nothing from anywhere
    REQUIRE(region.eligible("id,lon,lat,risk,mode\nq,139.2,36.0,high,car\n", "--sheets q --lang ja").exit_code == 0);
    CHECK_THAT(file_text(region.folder() / "out/sheets/q.html"), Contains("対象") && Contains("1,184円"));
}

TEST_CASE("without the section [maternity] there is nothing to decide by") {
    const SmallRegion region;
    region.folder().write("homes_to_decide.csv", homes);
    const auto result = michinori_program("eligible " + region.path() + " " + region.path("homes_to_decide.csv") +
                                          " --out '" + (region.folder().path() / "out").string() + "'");
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("missing_key") && Contains("[maternity]"));
}
