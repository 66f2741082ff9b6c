// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_outputs.h"

#include <catch2/catch.hpp>

#include "report/care_parts.h"
#include "report/small_care.h"
#include "report/small_run.h"
#include "support/csv_rows.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::Contains;
using test::CsvRow;
using test::row_with;

namespace {

std::vector<CsvRow> rows_of(const test::SmallCare& care,
                            std::int64_t (*write)(const report::CareOutputs&, const std::filesystem::path&)) {
    const test::TempFolder folder;
    const auto file = folder.path() / "table.csv";
    const auto written = write(care.outputs(), file);
    const auto rows = test::csv_rows(file);
    CHECK(written == static_cast<std::int64_t>(rows.size()));
    for (const auto& row : rows) {
        CHECK(row.at("network") == "net-2026");
        CHECK(row.at("basis") == (care.settings.proxies.empty() ? "recorded" : "proxy"));
    }
    return rows;
}

std::string first_line(const std::filesystem::path& file) {
    const auto all = test::bytes_of(file);
    return all.substr(0, all.find('\r'));
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files.push_back(std::filesystem::relative(entry.path(), folder).generic_string());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::vector<std::string> written_files(const test::SmallCare& care, const std::filesystem::path& folder) {
    io::OutputFolder out(folder);
    report::write_care(care.outputs(), out);
    out.commit();
    return files_in(folder);
}

}  // namespace

TEST_CASE("care_people.csv: what a patient does, the best way, what is missing, what a consultation mends") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_people_csv);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].at("chain") == "refer");
    CHECK(rows[0].at("people") == "400");  // of the aged, whose need it is
    CHECK(rows[0].at("area_prefecture") == "01");
    CHECK(rows[0].at("area_secondary") == "T");
    CHECK(rows[0].at("status") == "complete");
    CHECK(rows[0].at("missing_step").empty());
    CHECK(rows[0].at("usual_min") == "30.000");  // 10 + 20
    CHECK(rows[0].at("usual_sites") == "c1;h1");
    CHECK(rows[0].at("best_sites") == "c1;h1");
    CHECK(rows[0].at("round_trip_min") == "55.000");
    CHECK(rows[0].at("with_return_min").empty());
    CHECK(rows[0].at("hours_a_year") == "5.500000");  // six journeys of 55 minutes
    CHECK(rows[0].at("flown_min").empty());
    CHECK(rows[0].at("tele").empty());  // complete without one
    CHECK(rows[1].at("status") == "too_far");
    CHECK(rows[1].at("missing_step") == "hub");
    CHECK(rows[1].at("usual_min") == "91.000");  // 29.9999 + 61 = 90.9999: rounded up to a thousandth
    CHECK(rows[1].at("best_min").empty());
    CHECK(rows[1].at("tele") == "hub:with_physician");
    CHECK(rows[1].at("tele_min") == "30.000");
    CHECK(rows[2].at("demand_id") == "'=d3");  // no formula in a spreadsheet
    CHECK(rows[2].at("status") == "no_site");
    CHECK(rows[2].at("usual_min").empty());
    CHECK(rows[2].at("tele").empty());
    CHECK(rows[3].at("missing_step") == "clinic");
    CHECK(rows[3].at("area_secondary").empty());
}

TEST_CASE("care_people.csv: hours of a chain with a return home between its steps, aircraft") {
    test::SmallCare care;
    auto& chain = care.network().chains.front();
    care.network().rule->chains.front().home_between = true;
    chain.outcomes[0].usual->with_return = from_minutes(80);
    chain.flown = chain.outcomes;
    chain.flown[1].missing.reset();
    chain.flown[1].usual->total = from_minutes(45.5);
    const auto rows = rows_of(care, report::write_care_people_csv);
    CHECK(rows[0].at("with_return_min") == "80.000");
    CHECK(rows[0].at("hours_a_year") == "8.000000");  // six times 80 minutes
    CHECK(rows[1].at("flown_min") == "45.500");
    CHECK(rows[1].at("flown_status") == "complete");
    CHECK(rows[2].at("flown_min").empty());
    CHECK(rows[2].at("flown_status") == "no_site");
}

TEST_CASE("care_reach.csv: a row per tier or capability and demand point") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_reach_csv);
    REQUIRE(rows.size() == 16);
    const auto& near = row_with(rows, {{"offer", "clinic"}, {"demand_id", "d2"}});
    CHECK(near.at("kind") == "tier");
    CHECK(near.at("minutes") == "30.000");  // 29.9999, rounded up to a thousandth
    CHECK(near.at("facility_id") == "c1");
    CHECK(near.at("within_limit") == "1");
    CHECK(row_with(rows, {{"offer", "clinic"}, {"demand_id", "'=d3"}}).at("within_limit") == "0");
    CHECK(row_with(rows, {{"offer", "hub"}, {"demand_id", "d2"}}).at("within_limit").empty());  // it has no limit
    const auto& far = row_with(rows, {{"offer", "hub"}, {"demand_id", "'=d3"}});
    CHECK(far.at("status") == "other_component");
    CHECK(far.at("minutes").empty());
    CHECK(row_with(rows, {{"offer", "pump"}, {"demand_id", "d1"}}).at("kind") == "capability");
}

TEST_CASE("care_areas.csv: who is within, which required tier is lacking, areas, none, region") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_areas_csv);
    REQUIRE(rows.size() == 16);  // four offers, two areas, none, region
    const auto& town = row_with(rows, {{"offer", "hub"}, {"area_code", "T"}});
    CHECK(town.at("sites") == "2");
    CHECK(town.at("required") == "1");
    CHECK(town.at("lacking") == "0");
    CHECK(town.at("people") == "600");
    CHECK(town.at("share_within") == "1.000000");
    CHECK(town.at("mean_min") == "40.000");
    CHECK(town.at("limit_min").empty());
    const auto& island = row_with(rows, {{"offer", "hub"}, {"area_code", "I"}});
    CHECK(island.at("lacking") == "1");
    CHECK(island.at("reached") == "0");
    CHECK(island.at("mean_min").empty());
    const auto& capability = row_with(rows, {{"offer", "block"}, {"area_code", "I"}});
    CHECK(capability.at("required") == "0");  // a hub is asked for, not each technique
    CHECK(capability.at("lacking") == "0");
    const auto& region = row_with(rows, {{"offer", "clinic"}, {"level", "region"}});
    CHECK(region.at("area_code").empty());
    CHECK(region.at("sites") == "2");
    CHECK(region.at("within") == "600");
    CHECK(region.at("share_within") == "0.916031");  // 600 / 655
    CHECK(region.at("limit_min") == "30.000");
    CHECK(row_with(rows, {{"offer", "clinic"}, {"level", "secondary"}, {"area_code", ""}}).at("people") == "5");
}

TEST_CASE("care_chains.csv and care_missing.csv: complete, and where chains end") {
    test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_chains_csv);
    REQUIRE(rows.size() == 5);  // two areas, none, the region, the region with a consultation
    CHECK(row_with(rows, {{"area_code", "T"}}).at("complete") == "400");
    CHECK(row_with(rows, {{"area_code", "T"}}).at("share_complete") == "0.666667");
    CHECK(row_with(rows, {{"level", "region"}, {"by", "road"}}).at("newly_complete").empty());
    const auto& tele = row_with(rows, {{"by", "hub:with_physician"}});
    CHECK(tele.at("complete") == "600");
    CHECK(tele.at("newly_complete") == "200");
    const auto ends = rows_of(care, report::write_care_missing_csv);
    REQUIRE(ends.size() == 6);  // T: too far; I: no site; none: no clinic; the same three of the region
    const auto& town = row_with(ends, {{"area_code", "T"}});
    CHECK(town.at("step") == "2");
    CHECK(town.at("tier") == "hub");
    CHECK(town.at("why") == "too_far");
    CHECK(town.at("people") == "200");
    CHECK(row_with(ends, {{"level", "secondary"}, {"area_code", ""}}).at("people") == "5");
    CHECK(row_with(ends, {{"level", "region"}, {"why", "no_site"}, {"step", "2"}}).at("people") == "50");
    care.network().chains.front().flown = care.network().chains.front().outcomes;
    care.network().chains.front().region_flown.within = test::SmallCare::people(450);
    const auto flown = rows_of(care, report::write_care_chains_csv);
    CHECK(row_with(flown, {{"by", "air"}}).at("newly_complete") == "50");
}

TEST_CASE("care_sites.csv and care_loads.csv: loads, capacity, what a site can do and with whom it works") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_sites_csv);
    REQUIRE(rows.size() == 6);  // c1, c2; h1, h2 and one off the roads; h1 for the block
    const auto& hub = row_with(rows, {{"offer", "hub"}, {"facility_id", "h1"}});
    CHECK(hub.at("facility_name") == "中央,病院");
    CHECK(hub.at("area_secondary") == "T");
    CHECK(hub.at("nearest_people") == "400");
    CHECK(hub.at("capacity") == "15");
    CHECK(hub.at("assigned_low") == "15");  // of 12 + 8 cases
    CHECK(hub.at("spare_central") == "0");
    CHECK(hub.at("capabilities") == "block");
    CHECK(hub.at("partners") == "c1");
    const auto& other = row_with(rows, {{"offer", "hub"}, {"facility_id", "h2"}});
    CHECK(other.at("facility_name") == "'=北病院");
    CHECK(other.at("capacity").empty());  // not given
    CHECK(other.at("assigned_high") == "0");
    CHECK(other.at("nearest_people") == "200");
    const auto& off = row_with(rows, {{"status", "off_network"}});
    CHECK(off.at("facility_id") == "k/1");
    CHECK(off.at("nearest_people").empty());
    CHECK(row_with(rows, {{"offer", "clinic"}, {"facility_id", "c1"}}).at("partners") == "h1;h2");
    CHECK(row_with(rows, {{"offer", "clinic"}, {"facility_id", "c1"}}).at("capacity").empty());
    const auto loads = rows_of(care, report::write_care_loads_csv);
    REQUIRE(loads.size() == 4);
    CHECK(row_with(loads, {{"step", "2"}, {"facility_id", "h1"}}).at("people") == "600");
    CHECK(row_with(loads, {{"step", "1"}, {"facility_id", "c2"}}).at("people") == "0");
}

TEST_CASE("care_tele.csv: from which site a consultation helps, and whom, and aircraft with their hours") {
    test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_tele_csv);
    REQUIRE(rows.size() == 1);  // nobody is helped from h2
    CHECK(rows[0].at("in_place_of") == "hub:with_physician");
    CHECK(rows[0].at("facility_id") == "h1");
    CHECK(rows[0].at("newly_complete") == "200");
    care.network().bases.resize(1);
    auto& base = care.network().bases.front();
    base.id = "heli";
    base.speed = KmPerHour{200};
    base.hours = care::FlyingHours{std::chrono::hours(8), std::chrono::hours(20)};
    CHECK_THAT(report::care_text(care.outputs()), Contains("Aircraft of heli: 200 km/h, flies 50.0 % of the day\n"));
    const auto json = report::care_json(care.outputs());
    CHECK(json["networks"][0]["settings"]["air_bases"][0]["hours"]["from_minute"] == 480);
}

TEST_CASE("care_need.csv: served and unmet by area, and the published numbers of the nation") {
    test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_need_csv);
    REQUIRE(rows.size() == 12);  // three estimates of two areas and the region; the nation's three
    const auto& town = row_with(rows, {{"area_code", "T"}, {"bound", "central"}});
    CHECK(town.at("cases") == "40");
    CHECK(town.at("served") == "15");
    CHECK(town.at("unmet") == "25");
    CHECK(town.at("full") == "25");
    CHECK(town.at("share_unmet") == "0.625000");
    CHECK(row_with(rows, {{"area_code", "I"}, {"bound", "low"}}).at("share_unmet").empty());  // no cases
    const auto& low = row_with(rows, {{"level", "nation"}, {"bound", "low"}});
    CHECK(low.at("cases") == "12210.000000");
    CHECK(low.at("served") == "3122.000000");
    CHECK(low.at("share_unmet") == "0.744308");
    CHECK(row_with(rows, {{"level", "nation"}, {"bound", "high"}}).at("cases") == "29600.000000");
    for (auto& need : *care.network().need) {
        need.served.reset();
    }
    const auto without = rows_of(care, report::write_care_need_csv);
    CHECK(row_with(without, {{"area_code", "T"}, {"bound", "low"}}).at("cases") == "20");
    CHECK(row_with(without, {{"area_code", "T"}, {"bound", "low"}}).at("served").empty());
}

TEST_CASE("care_catchments.csv, care_inequality.csv and care_lorenz.csv") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_catchments_csv);
    REQUIRE(rows.size() == 3);
    CHECK(row_with(rows, {{"area_code", "T"}}).at("capacity_per_100000") == "2500.000000");
    CHECK(row_with(rows, {{"area_code", "T"}}).at("method") == "2sfca");
    CHECK(row_with(rows, {{"area_code", "T"}}).at("shape") == "bands 30:1 60:0.68");
    CHECK(row_with(rows, {{"level", "region"}}).at("capacity_per_100000") == "2290.076336");  // 15 for 655
    const auto spread = rows_of(care, report::write_care_inequality_csv);
    REQUIRE(spread.size() == 2);
    CHECK(row_with(spread, {{"level", "region"}}).at("gini") == "0.250000");
    CHECK(row_with(spread, {{"level", "region"}}).at("palma").empty());
    CHECK(row_with(spread, {{"level", "secondary"}}).at("theil_between") == "0.100000");
    CHECK(rows_of(care, report::write_care_lorenz_csv).size() == 3);
}

TEST_CASE("care_new_sites.csv: ranked, with the area each would stand in") {
    test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_new_sites_csv);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at("rank") == "1");
    CHECK(rows[0].at("facility_id") == "k/1");
    CHECK(rows[0].at("limit_min") == "60.000");  // an hour, where the rule states none
    CHECK(rows[0].at("newly_within") == "50");
    CHECK(rows[0].at("person_hours_saved") == "1.500");
    CHECK(rows[0].at("newly_served_high") == "3.5");
    CHECK(rows[0].at("own_level") == "secondary");
    CHECK(rows[0].at("own_area_code") == "I");
    CHECK(rows[0].at("own_area_mean_min") == "12.500");
    CHECK(rows[0].at("best_of_own_area") == "1");
    CHECK(rows[1].at("best_of_own_area") == "0");
    const auto areas = rows_of(care, report::write_care_new_sites_areas_csv);
    REQUIRE(areas.size() == 1);  // nobody else comes within
    CHECK(areas[0].at("area_code") == "I");
    CHECK(areas[0].at("newly_within") == "50");
    care.new_sites.capacity = 0;
    CHECK(rows_of(care, report::write_care_new_sites_csv)[0].at("newly_served_high").empty());
}

TEST_CASE("care_concentration.csv: one site to all of today's, nothing of time-critical care") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_concentration_csv);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].at("offer") == "hub");
    CHECK(rows[0].at("rule") == "best");
    CHECK(rows[1].at("rule") == "largest");
    CHECK(rows[0].at("limit_min") == "60.000");
    CHECK(rows[0].at("share_within") == "0.610687");  // 400 / 655
    CHECK(rows[0].at("floor") == "10.000000");
    CHECK(rows[2].at("kept") == "h1;h2");
    CHECK(rows[2].at("proven") == "0");
    CHECK(rows[2].at("under_floor") == "2");
    const auto json = report::care_json(care.outputs());
    const auto& told = json["networks"][0]["concentration"];
    CHECK(told[0]["time_critical"] == false);
    CHECK(told[1]["offer"] == "block");
    CHECK(told[1]["time_critical"] == true);
    CHECK_THAT(told[1]["note"].get<std::string>(), Contains("kept out"));
}

TEST_CASE("care_specialties.csv: physicians against the nation, beside the reach of their sites") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_specialties_csv);
    REQUIRE(rows.size() == 3);  // the two areas of the network's level, not the prefecture
    const auto& island = row_with(rows, {{"area_code", "I"}});
    CHECK(island.at("few") == "1");
    CHECK(island.at("ratio") == "0.000000");
    CHECK(island.at("within") == "0");
    const auto& town = row_with(rows, {{"area_code", "T"}});
    CHECK(town.at("per_100000") == "333.333333");
    CHECK(town.at("few") == "0");
    CHECK(town.at("within") == "600");
    CHECK(row_with(rows, {{"level", "region"}}).at("national_per_100000") == "8.000000");
}

TEST_CASE("care_hubs.csv, care_capabilities.csv and care_links.csv") {
    const test::SmallCare care;
    const auto rows = rows_of(care, report::write_care_hubs_csv);
    REQUIRE(rows.size() == 4);
    CHECK(row_with(rows, {{"hub_id", "h1"}, {"capability", "block"}}).at("given_by") == "own");
    CHECK(row_with(rows, {{"hub_id", "h1"}, {"capability", "block"}}).at("facility_id") == "h1");
    const auto& partner = row_with(rows, {{"hub_id", "h2"}, {"capability", "block"}});
    CHECK(partner.at("given_by") == "partner");
    CHECK(partner.at("facility_id") == "h1");
    CHECK(partner.at("minutes") == "61.250");
    CHECK(partner.at("limit_min") == "60.000");
    CHECK(partner.at("within_limit") == "0");
    CHECK(row_with(rows, {{"hub_id", "h2"}, {"capability", "pump"}}).at("given_by") == "missing");
    const auto missing = rows_of(care, report::write_care_capabilities_csv);
    REQUIRE(missing.size() == 3);
    CHECK(missing[1].at("people") == "400");
    CHECK(missing[1].at("share") == "0.610687");
    const auto links = rows_of(care, report::write_care_links_csv);
    REQUIRE(links.size() == 2);
    CHECK(links[0].at("capability") == "block");
    CHECK(links[0].at("minutes") == "20.000");
    CHECK(links[0].at("people") == "600");
    CHECK(links[1].at("to_name") == "'=北病院");
    CHECK(links[1].at("minutes").empty());
    CHECK(links[1].at("people") == "0");
}

TEST_CASE("care_links.csv: where the patient goes home in between, nobody goes from site to site") {
    test::SmallCare care;
    care.network().rule->chains.front().home_between = true;
    CHECK(rows_of(care, report::write_care_links_csv)[0].at("people") == "0");
}

TEST_CASE("care: every table names network and basis, a proxy is named in each") {
    test::SmallCare care;
    care.settings.proxies = {"designation stands in for capability"};
    const test::TempFolder folder;
    const auto files = written_files(care, folder.path() / "out");
    for (const auto& file : files) {
        if (file.ends_with(".csv")) {
            const auto line = first_line(folder.path() / "out" / file);
            CHECK_THAT(line, Contains("network,") && Catch::Matchers::EndsWith(",basis"));
            for (const auto& row : test::csv_rows(folder.path() / "out" / file)) {
                CHECK(row.at("basis") == "proxy");
            }
        }
    }
    const auto json = report::care_json(care.outputs());
    CHECK(json["networks"][0]["basis"] == "proxy");
    CHECK(json["networks"][0]["proxies"][0] == "designation stands in for capability");
    CHECK_THAT(report::care_text(care.outputs()), Contains("PROXY: designation stands in"));
    CHECK_THAT(report::care_text(care.outputs(Language::japanese)), Contains("【代用値】designation"));
}

TEST_CASE("write_care: every table that has rows, and no other") {
    test::SmallCare care;
    const test::TempFolder folder;
    CHECK(written_files(care, folder.path() / "all") == std::vector<std::string>{"care.gpkg",
                                                                                 "care.json",
                                                                                 "care_areas.csv",
                                                                                 "care_capabilities.csv",
                                                                                 "care_catchments.csv",
                                                                                 "care_chains.csv",
                                                                                 "care_concentration.csv",
                                                                                 "care_hubs.csv",
                                                                                 "care_inequality.csv",
                                                                                 "care_links.csv",
                                                                                 "care_loads.csv",
                                                                                 "care_lorenz.csv",
                                                                                 "care_missing.csv",
                                                                                 "care_need.csv",
                                                                                 "care_new_sites.csv",
                                                                                 "care_new_sites_areas.csv",
                                                                                 "care_people.csv",
                                                                                 "care_reach.csv",
                                                                                 "care_sites.csv",
                                                                                 "care_specialties.csv",
                                                                                 "care_tele.csv",
                                                                                 "sheets/c1.html",
                                                                                 "tables.xlsx"});
    auto& network = care.network();
    care.scenario.outputs.access_csv = false;
    care.scenario.outputs.gpkg = false;
    network.chains.clear();
    network.rule->need.reset();
    network.need.reset();
    network.catchments.clear();
    network.new_sites.clear();
    network.concentrations.clear();
    network.specialties.clear();
    network.hubs.clear();
    network.capability_reach.reset();
    network.links.all.clear();
    network.sheets.clear();
    CHECK(written_files(care, folder.path() / "few") ==
          std::vector<std::string>{"care.json", "care_areas.csv", "care_sites.csv", "tables.xlsx"});
}

TEST_CASE("write_care: tables of every demand point and the map only where the scenario wants them") {
    test::SmallCare care;
    care.scenario.outputs.access_csv = false;
    care.scenario.outputs.gpkg = false;
    const test::TempFolder folder;
    const auto files = written_files(care, folder.path() / "out");
    CHECK(files.size() == 20);  // of 23 without care_people.csv, care_reach.csv and care.gpkg
    for (const char* name : {"care_people.csv", "care_reach.csv", "care.gpkg"}) {
        CHECK(std::ranges::find(files, name) == files.end());
    }
}

TEST_CASE("write_care: the same bytes twice") {
    const test::SmallCare care;
    const test::TempFolder folder;
    const auto files = written_files(care, folder.path() / "a");
    REQUIRE(written_files(care, folder.path() / "b") == files);
    for (const auto& file : files) {
        CHECK(test::bytes_of(folder.path() / "a" / file) == test::bytes_of(folder.path() / "b" / file));
    }
}

TEST_CASE("care.json: rule, settings, meaning of every number, what was not computed, figures of the region") {
    const test::SmallCare care;
    const test::TempFolder folder;
    (void)written_files(care, folder.path() / "out");
    const auto json = report::Json::parse(test::bytes_of(folder.path() / "out/care.json"));
    const auto& network = json["networks"][0];
    CHECK(network["rule"]["source"] == "a notice <of 2026>");
    CHECK(network["rule"]["assumptions"][0] == "a guess");
    CHECK(network["settings"]["group"] == "aged");
    CHECK(network["settings"]["levels"] == report::Json{"secondary"});
    CHECK(network["not_computed"][0] == "concentration of pump: it has no site");
    CHECK(network["offers"][1]["areas_lacking"][0]["code"] == "I");
    CHECK(network["offers"][0]["areas_lacking"].empty());
    CHECK_FALSE(network["offers"][2].contains("areas_lacking"));
    CHECK(network["chains"][0]["region"]["within"] == 400);
    CHECK(network["chains"][0]["missing"][0]["people"] == 5);
    CHECK(network["chains"][0]["consultations"][0]["newly_complete"] == 200);
    CHECK(network["need"]["region"]["low"]["unmet"] == 5);
    CHECK(network["need"]["region"]["low"]["person_minutes"] == 12 * 25 + 3 * 70);
    CHECK(network["need"]["nation"]["low"]["cases"].get<double>() == Approx(12210));
    CHECK(network["hubs"][0]["missing"] == report::Json{"pump"});
    CHECK(json["meaning"].contains("served"));
    CHECK(json["parameters"]["profile"]["id"] == "speeds");
    CHECK(json["outputs"].size() == 22);  // all but itself
}

TEST_CASE("care.json and the text say when times run along straight lines") {
    test::SmallCare care;
    care.scenario.straight_line = scenario::StraightLine{KmPerHour{40}, 1.3};
    auto outputs = care.outputs();
    const report::CareOutputs straight{outputs.scenario, outputs.study, outputs.inputs, outputs.log, nullptr, "1", {}};
    CHECK(report::care_json(straight)["parameters"]["straight_line"]["detour"] == 1.3);
    CHECK_THAT(report::care_text(straight), Contains("straight-line distance x 1.3 at 40 km/h"));
}

TEST_CASE("care_text: what a planner asks first") {
    const test::SmallCare care;
    const auto text = report::care_text(care.outputs());
    CHECK_THAT(text, Contains("Pain network (net-2026)"));
    CHECK_THAT(text, Contains("Asked of: aged, 655 people. Minutes are modelled by car"));
    CHECK_THAT(text, Contains("Without \"Hub\": 島"));
    CHECK_THAT(text, Contains("1 of 2"));
    CHECK_THAT(text, Contains("All 2 capabilities within their limits: 0.0 % of people"));
    CHECK_THAT(text, Contains("200 people: step to \"Hub\", farther than its limit"));
    CHECK_THAT(text, Contains("D to P with D: Hub") && Contains("refer, D to P with D: 中央,病院 +200\n"));
    CHECK_THAT(text, Contains("12,210") && Contains("74.4 %") && Contains("29,600"));
    CHECK_THAT(text, Contains("2290.08 per 100,000, Gini 0.250"));
    CHECK_THAT(text, Contains("Best of each area: 島: Candidate"));
    CHECK_THAT(text, Contains("中央,病院 lacks: Pump"));
    CHECK_THAT(text, Contains("\"Block\" is time-critical: kept out of concentration"));
    CHECK_THAT(text, Contains("1 of 2 in Secondary areas: 島"));
    CHECK_THAT(text, Contains("Not computed\n    concentration of pump"));
    const auto japanese = report::care_text(care.outputs(Language::japanese));
    CHECK_THAT(japanese, Contains("疼痛ネットワーク") && Contains("「拠点」がない区域: 島") && Contains("未充足"));
    CHECK_THAT(japanese, Contains("二次医療圏: 2区域中1: 島"));
}
