// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/care_region.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

double number(const CsvRow& row, const std::string& column) {
    return std::stod(row.at(column));
}

/// A text with one part replaced; the part must be there.
std::string with(std::string text, const std::string& part, const std::string& other) {
    const auto at = text.find(part);
    if (at == std::string::npos) {
        throw std::runtime_error("no such part: " + part);
    }
    return text.replace(at, part.size(), other);
}

struct Change {
    std::string name;
    std::string file;  ///< rule.toml, care.toml or a table
    std::string text;
    std::string told;  ///< part of the one line expected
};

void expect_one_line(const Change& change) {
    const CareRegion region;
    region.folder().write(change.file, change.text);
    const auto ran = region.run("out", "--quiet");
    INFO(change.name << "\n" << ran.program.err);
    CHECK(ran.program.exit_code == 1);
    CHECK_THAT(ran.program.err, Contains(change.told));
    CHECK(std::count(ran.program.err.begin(), ran.program.err.end(), '\n') == 1);
    CHECK_FALSE(std::filesystem::exists(ran.out));
}

}  // namespace

TEST_CASE("a care network worked by hand: every table") {
    const CareRegion region;
    const auto ran = region.run();
    INFO(ran.program.err);
    REQUIRE(ran.program.exit_code == 0);

    {  // straight to each tier
        const auto reach = ran.rows("care_reach.csv");
        const auto h1 = row_with(reach, {{"offer", "site"}, {"demand_id", "H1"}});
        CHECK(h1.at("minutes") == "30.000");
        CHECK(h1.at("facility_id") == "S1");
        CHECK(h1.at("second_facility_id") == "S2");
        CHECK(h1.at("within_limit") == "0");
        CHECK(row_with(reach, {{"offer", "site"}, {"demand_id", "H4"}}).at("status") == "other_component");
        const auto areas = ran.rows("care_areas.csv");
        const auto site = row_with(areas, {{"offer", "site"}, {"level", "region"}});
        CHECK(site.at("people") == "177");
        CHECK(site.at("reached") == "170");
        CHECK(site.at("within") == "70");
        CHECK(number(site, "mean_min") == Approx(3500.0 / 170).margin(0.001));
        CHECK(row_with(areas, {{"offer", "site"}, {"area_code", "11"}}).at("lacking") == "1");
        CHECK(row_with(areas, {{"offer", "site"}, {"area_code", "13"}}).at("lacking") == "0");
        CHECK(row_with(areas, {{"offer", "clinic"}, {"area_code", "12"}}).at("lacking") == "1");
        CHECK(row_with(areas, {{"offer", "z"}, {"level", "region"}}).at("reached") == "0");
    }
    {  // C1 refers to S2, 40 minutes away, though S1 is 20 away; the step's limit is 35
        const auto people = ran.rows("care_people.csv");
        const auto h1 = row_with(people, {{"demand_id", "H1"}});
        CHECK(h1.at("status") == "too_far");
        CHECK(h1.at("missing_step") == "site");
        CHECK(h1.at("usual_min") == "50.000");
        CHECK(h1.at("usual_sites") == "C1;S2");
        CHECK(h1.at("best_min").empty());
        CHECK(h1.at("tele") == "site:with_physician");
        CHECK(h1.at("tele_min") == "10.000");
        const auto h3 = row_with(people, {{"demand_id", "H3"}});
        CHECK(h3.at("status") == "complete");
        CHECK(h3.at("usual_sites") == "C2;S1");  // S2 is as near: the lower one
        CHECK(h3.at("usual_min") == "20.000");
        CHECK(h3.at("round_trip_min") == "40.000");   // and 20 home
        CHECK(h3.at("with_return_min") == "60.000");  // 10 + 10 and 20 + 20
        CHECK(number(h3, "hours_a_year") == Approx(2));
        CHECK(row_with(people, {{"demand_id", "H4"}}).at("status") == "no_site");
        CHECK(row_with(people, {{"demand_id", "H4"}}).at("missing_step") == "clinic");
        const auto chains = ran.rows("care_chains.csv");
        const auto whole = row_with(chains, {{"level", "region"}, {"by", "road"}});
        CHECK(whole.at("reached") == "170");
        CHECK(whole.at("complete") == "20");
        CHECK(number(whole, "mean_min") == Approx(7900.0 / 170).margin(0.001));
        const auto tele = row_with(chains, {{"level", "region"}, {"by", "site:with_physician"}});
        CHECK(tele.at("newly_complete") == "150");
        CHECK(tele.at("complete") == "170");
        const auto loads = ran.rows("care_loads.csv");
        CHECK(row_with(loads, {{"facility_id", "C1"}}).at("people") == "150");
        CHECK(row_with(loads, {{"facility_id", "S2"}}).at("people") == "150");
        CHECK(row_with(loads, {{"facility_id", "S1"}}).at("people") == "20");
    }
    {  // a tenth needs it: H2's 5 fill S1, H3's 2 go to S2, H1's 10 have no site within 25 minutes
        const auto need = ran.rows("care_need.csv");
        const auto low = row_with(need, {{"level", "region"}, {"bound", "low"}});
        CHECK(number(low, "cases") == Approx(17.7));
        CHECK(number(low, "served") == Approx(7));
        CHECK(number(low, "too_far") == Approx(10.7));
        CHECK(number(low, "full") == Approx(0));
        // a fifth: S1 takes 5 of H2's 10, S2 3 of H3's 4
        const auto high = row_with(need, {{"level", "region"}, {"bound", "high"}});
        CHECK(number(high, "served") == Approx(8));
        CHECK(number(high, "full") == Approx(6));
        CHECK(number(high, "too_far") == Approx(21.4));
        CHECK(number(row_with(need, {{"area_code", "12"}, {"bound", "high"}}), "full") == Approx(5));
        const auto nation = row_with(need, {{"level", "nation"}, {"bound", "low"}});
        CHECK(number(nation, "cases") == Approx(100));
        CHECK(number(nation, "share_unmet") == Approx(0.6));
        const auto sites = ran.rows("care_sites.csv");
        const auto s1 = row_with(sites, {{"offer", "site"}, {"facility_id", "S1"}});
        CHECK(s1.at("nearest_people") == "150");
        CHECK(number(s1, "assigned_low") == Approx(5));
        CHECK(s1.at("capabilities") == "x");
        CHECK(number(row_with(sites, {{"offer", "site"}, {"facility_id", "S2"}}), "assigned_low") == Approx(2));
    }
    {  // S1: 5 for H2 and H3, S2: 3 for H3
        const auto all = row_with(ran.rows("care_inequality.csv"), {{"level", "region"}});
        CHECK(number(all, "capacity") == Approx(8));
        CHECK(number(all, "delivered") == Approx(8));
        const auto town = row_with(ran.rows("care_catchments.csv"), {{"area_code", "12"}});
        CHECK(number(town, "capacity_per_100000") == Approx(5.0 / 70 * 100000));
        const auto last = row_with(ran.rows("care_catchments.csv"), {{"area_code", "13"}});
        CHECK(number(last, "capacity_per_100000") == Approx((5.0 / 70 + 3.0 / 20) * 100000));
    }
    {  // a site at C1 is 10 minutes from H1 (30 today); at C2 it is nearer to nobody
        const auto sites = ran.rows("care_new_sites.csv");
        const auto c1 = row_with(sites, {{"facility_id", "C1"}});
        CHECK(c1.at("rank") == "1");
        CHECK(c1.at("newly_within") == "100");
        CHECK(number(c1, "person_hours_saved") == Approx(2000.0 / 60).margin(0.001));
        CHECK(number(c1, "newly_served_low") == Approx(4));
        CHECK(c1.at("own_area_within") == "100");
        CHECK(c1.at("own_area_mean_min") == "10.000");
        const auto c2 = row_with(sites, {{"facility_id", "C2"}});
        CHECK(c2.at("newly_within") == "0");
        CHECK(number(c2, "newly_served_low") == Approx(0));
        CHECK(number(c2, "newly_served_high") == Approx(4));
        CHECK(row_with(ran.rows("care_new_sites_areas.csv"), {{"facility_id", "C1"}}).at("newly_within") == "100");
    }
    {  // one site: S1, 3900 person-minutes against 6500
        const auto fewer = ran.rows("care_concentration.csv");
        const auto one = row_with(fewer, {{"sites", "1"}, {"rule", "best"}});
        CHECK(one.at("kept") == "S1");
        CHECK(number(one, "mean_min") == Approx(3900.0 / 170).margin(0.001));
        CHECK(one.at("within") == "70");
        CHECK(one.at("beyond") == "100");
        CHECK(one.at("without") == "7");
        CHECK(number(one, "fewest_cases") == Approx(17));
        const auto two = row_with(fewer, {{"sites", "2"}, {"rule", "best"}});
        CHECK(number(two, "fewest_cases") == Approx(2));
        CHECK(number(two, "median_cases") == Approx(8.5));
        CHECK(two.at("under_floor") == "1");
        CHECK(fewer.size() == 4);  // x is time-critical: no row
        CHECK_THAT(ran.program.err, Contains("time_critical_kept"));
    }
    {  // half a physician for town 12's 50 people: as many as the nation's
        const auto specialties = ran.rows("care_specialties.csv");
        const auto town = row_with(specialties, {{"area_code", "12"}});
        CHECK(number(town, "per_100000") == Approx(1000));
        CHECK(number(town, "ratio") == Approx(1));
        CHECK(town.at("few") == "0");
        CHECK(row_with(specialties, {{"area_code", "13"}}).at("few") == "1");
    }
    {  // S2 and its partner C1 have y alone
        const auto hubs = ran.rows("care_hubs.csv");
        CHECK(row_with(hubs, {{"hub_id", "S2"}, {"capability", "y"}}).at("given_by") == "own");
        CHECK(row_with(hubs, {{"hub_id", "S2"}, {"capability", "x"}}).at("given_by") == "missing");
        const auto missing = ran.rows("care_capabilities.csv");
        CHECK(row_with(missing, {{"capabilities_missing", "1"}}).at("people") == "20");
        CHECK(row_with(missing, {{"capabilities_missing", "2"}}).at("people") == "50");
        CHECK(row_with(missing, {{"capabilities_missing", "3"}}).at("people") == "107");
        CHECK(row_with(ran.rows("care_links.csv"), {{"from_id", "C1"}}).at("minutes") == "40.000");
    }
    CHECK_THAT(ran.program.err, Contains("capability_nobody_has"));
    CHECK(std::filesystem::exists(ran.out / "sheets" / "S1.html"));
    CHECK(std::filesystem::exists(ran.out / "care.gpkg"));
    CHECK(nlohmann::json::parse(file_text(ran.out / "care.json")).at("networks").size() == 1);
}

TEST_CASE("care networks: one and two threads, and both engines, give the same bytes") {
    const CareRegion region;
    REQUIRE(region.run("one", "--threads 1").program.exit_code == 0);
    REQUIRE(region.run("two", "--threads 2").program.exit_code == 0);
    REQUIRE(region.run("plain", "--engine dijkstra").program.exit_code == 0);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(region.folder().path() / "one")) {
        if (entry.is_regular_file()) {
            const auto name = entry.path().filename();
            INFO(name);
            CHECK(file_text(entry.path()) == file_text(region.folder().path() / "two" / name));
            if (name != "care.json") {  // it names the engine
                CHECK(file_text(entry.path()) == file_text(region.folder().path() / "plain" / name));
            }
            ++files;
        }
    }
    CHECK(files > 12);
}

TEST_CASE("a tier without a facility, and no capacity: told, and the rest is computed") {
    const CareRegion region;
    const auto network = with(with(CareRegion::network(), "tiers = { clinic = \"clinic\"", "tiers = { clinic = \"z\""),
                              "capacity = { site = \"cases\" }\n", "");
    region.folder().write("care.toml", CareRegion::scenario() + network);
    const auto ran = region.run();
    INFO(ran.program.err);
    REQUIRE(ran.program.exit_code == 0);
    CHECK_THAT(ran.program.err, Contains("tier_without_facility"));
    CHECK_THAT(ran.program.err, Contains("chain_impossible"));
    CHECK_THAT(ran.program.err, Contains("not_computed"));
    CHECK(row_with(ran.rows("care_areas.csv"), {{"offer", "clinic"}, {"level", "region"}}).at("reached") == "0");
    CHECK(row_with(ran.rows("care_areas.csv"), {{"offer", "site"}, {"level", "region"}}).at("within") == "70");
    CHECK(row_with(ran.rows("care_need.csv"), {{"level", "region"}, {"bound", "low"}}).at("served").empty());
    CHECK_FALSE(std::filesystem::exists(ran.out / "care_catchments.csv"));
    CHECK_THAT(file_text(ran.out / "care.json"), Contains("network.capacity"));
}

TEST_CASE("a capacity that the rule does not ask for is told") {
    const CareRegion region;
    region.folder().write("care.toml", CareRegion::scenario() + with(CareRegion::network(), "{ site = \"cases\" }",
                                                                     "{ site = \"cases\", clinic = \"cases\" }"));
    const auto ran = region.run();
    REQUIRE(ran.program.exit_code == 0);
    CHECK_THAT(ran.program.err, Contains("capacity of clinic"));
}

TEST_CASE("a capacity that is not given counts as none, and is told") {
    const CareRegion region;
    region.folder().write("survey.csv", "ID,x,y,cases,derm\nS1,1,0,,0.5\nS2,0,1,3,\n");
    const auto ran = region.run();
    REQUIRE(ran.program.exit_code == 0);
    CHECK_THAT(ran.program.err, Contains("capacity_not_given") && Contains("S1"));
    CHECK(number(row_with(ran.rows("care_need.csv"), {{"level", "region"}, {"bound", "low"}}), "served") == Approx(2));
}

TEST_CASE("straight lines instead of roads: labelled, and other commands refuse") {
    const CareRegion region;
    auto scenario = CareRegion::scenario();
    const auto begin = scenario.find("[roads]");
    scenario.replace(begin, scenario.find("[[demand]]") - begin, "[straight_line]\nspeed_kmh = 60\ndetour = 1.5\n");
    region.folder().write("care.toml", scenario + CareRegion::network());
    const auto ran = region.run();
    INFO(ran.program.err);
    REQUIRE(ran.program.exit_code == 0);
    CHECK_THAT(ran.program.err, Contains("straight_line_times"));
    // 0.1 degree of longitude at 36 N is 9.0147 km on GRS 80: 13.522 km at 60 km/h
    const auto h2 = row_with(ran.rows("care_reach.csv"), {{"offer", "site"}, {"demand_id", "H2"}});
    CHECK(number(h2, "minutes") == Approx(13.522).margin(0.01));
    const auto run = michinori_program("run '" + (region.folder().path() / "care.toml").string() + "' --out '" +
                                       (region.folder().path() / "run").string() + "'");
    CHECK(run.exit_code == 1);
    CHECK_THAT(run.err, Contains("error needs_roads"));
}

TEST_CASE("wrong rules, networks and tables of referrals: one line each, and nothing is written") {
    const auto rule = CareRegion::rule();
    const auto network = CareRegion::network();
    const auto scenario = CareRegion::scenario();
    const auto in_rule = [&](const std::string& part, const std::string& other) { return with(rule, part, other); };
    const auto in_network = [&](const std::string& part, const std::string& other) {
        return scenario + with(network, part, other);
    };
    for (const auto& change : std::vector<Change>{
             {"kind", "rule.toml", in_rule("care_network", "remote_district"), "must be \"care_network\""},
             {"tier of a step", "rule.toml", in_rule("tier = \"clinic\"\nlimit", "tier = \"clinick\"\nlimit"),
              "rule.toml line 47: tier \"clinick\" is not defined"},
             {"partner first", "rule.toml",
              in_rule("tier = \"clinic\"\nlimit_min = 15\n[[chain", "tier = \"clinic\"\nby = \"partner\"\n[[chain"),
              "nobody refers to the first step"},
             {"the same tier twice", "rule.toml", in_rule("tier = \"site\"\nby = \"either\"", "tier = \"clinic\""),
              "is that of the step before"},
             {"physician before the first", "rule.toml",
              in_rule("tier = \"clinic\"\nlimit_min = 15\n[[chain",
                      "tier = \"clinic\"\ntele = [\"with_physician\"]\n[[chain"),
              "no physician stands before the first step"},
             {"a nurse nowhere", "rule.toml", in_rule("[\"with_physician\"]", "[\"with_nurse\"]"),
              "with_nurse and nurse_tier go together"},
             {"shares upside down", "rule.toml", in_rule("low = 0.1", "low = 0.3"), "must ascend"},
             {"a limit of nothing", "rule.toml", in_rule("limit_min = 60", "limit_min = 0"), "chain[1].limit_min"},
             {"an unknown key", "rule.toml", in_rule("journeys_a_year = 3", "journeys = 3"), "unknown_key"},
             {"ids twice", "rule.toml", in_rule("id = \"y\"", "id = \"x\""), "is the id of an earlier one"},
             {"a capability called as a tier", "rule.toml", in_rule("id = \"z\"", "id = \"site\""),
              "is the id of a tier"},
             {"floor of nothing", "rule.toml", in_rule("floor = 10\n", ""), "missing_key"},
             {"a day before the rule", "care.toml", in_network("2026-04-01", "2020-04-01"), "rule_not_in_force"},
             {"a tier without a service", "care.toml", in_network("clinic = \"clinic\", ", ""),
              "network.tiers needs the key \"clinic\""},
             {"an unknown tier", "care.toml", in_network("tiers = { clinic", "tiers = { hub = \"site\", clinic"),
              "tier of the rule \"hub\" is not defined"},
             {"an unknown service", "care.toml", in_network("x = \"x\"", "x = \"xx\""), "service \"xx\""},
             {"an unknown group", "care.toml", in_network("sheets = true", "group = \"births\""), "\"births\""},
             {"a rule that is not there", "care.toml", in_network("./rule.toml", "./rules.toml"), "named_file_missing"},
             {"nothing to be new", "care.toml", in_network("what = \"site\"", "what = \"hub\""), "\"hub\""},
             {"a catchment without a shape", "care.toml", in_network("within_min = 25\n", ""),
              "one of within_min, gaussian_min, bands_min"},
             {"bands without weights", "care.toml", in_network("within_min = 25", "bands_min = [10, 20]"),
              "needs weights"},
             {"bands that fall", "care.toml", in_network("within_min = 25", "bands_min = [20, 10]\nweights = [1, 0.5]"),
              "larger than the one before"},
             {"no such column of capacity", "care.toml", in_network("\"cases\"", "\"case\""), "column_missing"},
             {"roads and straight lines", "care.toml", scenario + network + "[straight_line]\nspeed_kmh = 40\n",
              "stands beside [roads]"},
             {"capacity below zero", "survey.csv", "ID,x,y,cases,derm\nS1,1,0,-5,0.5\nS2,0,1,3,\n",
              "negative_number: sites.csv row 3: -5 in column cases of S1"},
             {"capacity that is no number", "survey.csv", "ID,x,y,cases,derm\nS1,1,0,five,0.5\nS2,0,1,3,\n",
              "bad_number: sites.csv row 3: \"five\" in column cases of S1"},
             {"an unknown partner", "links_between.csv", "from,to,for\nC1,S9,\n",
              "partner_unknown: links_between.csv row 1: \"S9\""},
             {"a referral to itself", "links_between.csv", "from,to,for\nC1,C1,\n", "cannot refer to itself"},
             {"a circle", "links_between.csv", "from,to,for\nC1,S1,\nS1,C2,\nC2,C1,\n",
              "referrals run in a circle: C1 -> S1 -> C2 -> C1"},
             {"an unknown capability", "links_between.csv", "from,to,for\nC1,S1,w\n", "capability \"w\""},
             {"no column", "links_between.csv", "from,til,for\nC1,S1,\n", "column_missing"},
         }) {
        expect_one_line(change);
    }
}

TEST_CASE("a scenario without a network is told what it needs") {
    const CareRegion region;
    region.folder().write("care.toml", CareRegion::scenario());
    const auto ran = region.run();
    CHECK(ran.program.exit_code == 1);
    CHECK_THAT(ran.program.err, Contains("[[network]]"));
}

TEST_CASE("partners outside the region may be skipped, and they are counted") {
    const CareRegion region;
    region.folder().write("links_between.csv", "from,to,for\nC1,S9,\nC1,S2,\n");
    region.folder().write("care.toml",
                          CareRegion::scenario() + with(CareRegion::network(), "columns = { capability = \"for\" }",
                                                        "columns = { capability = \"for\" }\nunknown = \"skip\""));
    const auto ran = region.run();
    INFO(ran.program.err);
    REQUIRE(ran.program.exit_code == 0);
    CHECK(ran.rows("care_links.csv").size() == 1);
    const auto manifest = nlohmann::json::parse(file_text(ran.out / "care.json"));
    CHECK(manifest.dump().find("\"not_selected\":1") != std::string::npos);
}
