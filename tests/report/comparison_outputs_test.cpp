// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_outputs.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

#include "base/threads.h"
#include "report/change_words.h"
#include "report/comparison_parts.h"
#include "scenario/compared_village.h"
#include "support/csv_rows.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::Contains;
using nlohmann::json;
using test::ComparedVillage;
using test::csv_rows;
using test::row_with;

namespace {

namespace fs = std::filesystem;

scenario::ComparisonSettings with_beds() {
    scenario::ComparisonSettings settings;
    settings.loads = {{"delivery", "population", "beds", ""}};
    settings.high_risk_share = {0.1, 0.2, 0.4};
    return settings;
}

report::ComparisonOutputs outputs_of(const scenario::ComparisonStudy& study, const io::InputLog& log,
                                     Language language = Language::english) {
    return {nullptr, {{study, {"close h2 (Hospital h2)"}}}, log, "1.2.3", language, true};
}

/// The folder `name` of a comparison of the village.
fs::path written(const test::TempFolder& root, const ComparedVillage& village, const std::string& name = "out") {
    const io::InputLog log;
    const auto study = village.study(with_beds());
    io::OutputFolder out(root.path() / name);
    report::write_comparison(outputs_of(study, log), out);
    out.commit();
    return root.path() / name;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string text_of(const ComparedVillage& village, Language language = Language::english) {
    const io::InputLog log;
    const auto study = village.study(with_beds());
    return report::comparison_text(outputs_of(study, log, language));
}

}  // namespace

TEST_CASE("bands have names for columns and for people") {
    const std::vector<double> limits{-15, -5, 0, 5};
    CHECK(report::band_names(limits) ==
          std::vector<std::string>{"shorter_over_15", "shorter_5_15", "shorter_0_5", "longer_0_5", "longer_over_5"});
    CHECK(report::band_words(limits, Language::english)[1] == "5-15 min shorter");
    CHECK(report::band_words(limits, Language::japanese)[4] == "5分超の延長");
    CHECK(report::band_names({-5, 10}) ==
          std::vector<std::string>{"shorter_over_5", "from_-5_to_10", "longer_over_10"});
    CHECK(report::band_names({}) == std::vector<std::string>{"from_any_to_any"});
}

TEST_CASE("comparison.csv: who gains and who loses, by area and group") {
    const test::TempFolder root;
    const auto rows = csv_rows(written(root, ComparedVillage()) / "comparison.csv");
    CHECK(rows.size() == 16);  // two services, two groups, two areas and none, the region
    const auto& whole = row_with(rows, {{"service", "delivery"}, {"group", "population"}, {"level", "region"}});
    CHECK(whole.at("variant") == "less");
    CHECK(whole.at("against") == "today");
    CHECK(whole.at("people") == "1289.5");
    CHECK(whole.at("people_before") == "1289.5");
    CHECK(whole.at("slower") == "230.5");
    CHECK(whole.at("longer_15_30") == "200");
    CHECK(whole.at("longer_0_5") == "30.5");
    CHECK(whole.at("shorter_5_15") == "40");
    CHECK(whole.at("within_60_before") == "1242.5");
    CHECK(whole.at("within_60_after") == "1247");
    CHECK(whole.at("newly_beyond_60") == "42.5");
    CHECK(whole.at("newly_within_60") == "47");
    CHECK(whole.at("newly_unreached_road_closed") == "12");
    CHECK(whole.at("mean_change_min") == "4.370");
    CHECK_FALSE(whole.at("gini_before").empty());
    const auto& none = row_with(
        rows, {{"service", "delivery"}, {"group", "population"}, {"level", "municipality"}, {"area_code", ""}});
    CHECK(none.at("newly_unreached") == "12");
    CHECK(none.at("mean_change_min").empty());
    CHECK(none.at("gini_after").empty());
}

TEST_CASE("cells.csv: the points that change, and no others") {
    ComparedVillage village;
    village.after.outcomes[1][0] = access::Reached{{FacilityId{1}, from_minutes(10) + TravelTime{1}}, std::nullopt};
    const test::TempFolder root;
    const auto rows = csv_rows(written(root, village) / "cells.csv");
    CHECK(rows.size() == 6);
    const auto& b = row_with(rows, {{"demand_id", "b"}});
    CHECK(b.at("change") == "longer_15_30");
    CHECK(b.at("change_min") == "30.000");
    CHECK(b.at("municipality") == "01");
    CHECK(b.at("facility_before") == "h2");
    CHECK(b.at("facility_after") == "h1");
    CHECK(b.at("minutes_after") == "50.000");
    const auto& f = row_with(rows, {{"demand_id", "f"}});
    CHECK(f.at("change") == "newly_unreached");
    CHECK(f.at("status_after") == "road_closed");
    CHECK(f.at("change_min").empty());
    CHECK(f.at("minutes_after").empty());
    CHECK(row_with(rows, {{"demand_id", "d"}}).at("change_min") == "-15.000");
    CHECK(row_with(rows, {{"demand_id", "a"}}).at("change_min") == "0.001");  // a millisecond is no nothing
}

TEST_CASE("loads.csv: load against capacity, and nothing where it is not known") {
    const test::TempFolder root;
    const auto rows = csv_rows(written(root, ComparedVillage()) / "loads.csv");
    CHECK(rows.size() == 4);
    const auto& opened = row_with(rows, {{"facility_id", "h3"}});
    CHECK(opened.at("status") == "opened");
    CHECK(opened.at("load_before") == "0");
    CHECK(opened.at("load_after") == "47");
    CHECK(opened.at("capacity_before").empty());
    CHECK(opened.at("use_percent_after") == "117.5");
    const auto& closed = row_with(rows, {{"facility_id", "h2"}});
    CHECK(closed.at("status") == "closed");
    CHECK(closed.at("load_change") == "-242.5");
    CHECK(closed.at("capacity_before").empty());
    CHECK(closed.at("use_percent_before").empty());
}

TEST_CASE("variants.csv: a headline for each service") {
    ComparedVillage village;
    village.add_maternity(100, 150);
    const test::TempFolder root;
    const auto rows = csv_rows(written(root, village) / "variants.csv");
    CHECK(rows.size() == 2);
    const auto& delivery = row_with(rows, {{"service", "delivery"}});
    CHECK(delivery.at("title_ja") == "1施設減");
    CHECK(delivery.at("losers") == "242.5");
    CHECK(delivery.at("gainers") == "47");
    CHECK(delivery.at("largest_increase_min") == "30.000");
    CHECK(delivery.at("largest_increase_people") == "200");
    CHECK(delivery.at("largest_increase_demand_id") == "b");
    CHECK(delivery.at("largest_increase_area_name") == "West");
    CHECK(delivery.at("largest_cut_off_demand_id") == "f");
    CHECK(delivery.at("largest_cut_off_area_code").empty());
    CHECK(delivery.at("births_newly_beyond_60") == "4.25");
    CHECK(delivery.at("high_risk_births_newly_beyond_60_high") == "1.7");
    CHECK(delivery.at("over_capacity_before") == "1");
    CHECK(delivery.at("over_capacity_after") == "2");
    CHECK(delivery.at("capacity_not_known") == "0");
    const auto& clinic = row_with(rows, {{"service", "clinic"}});
    CHECK(clinic.at("largest_increase_min").empty());
    CHECK(clinic.at("over_capacity_after").empty());
}

TEST_CASE("support.csv: what each payer pays, before and after") {
    ComparedVillage village;
    village.add_maternity(101, 150);
    const test::TempFolder root;
    const auto rows = csv_rows(written(root, village) / "support.csv");
    CHECK(rows.size() == 6);  // the area and the region, all and two payers
    const auto& all = row_with(rows, {{"level", "region"}, {"payer", "all"}});
    CHECK(all.at("rule_id") == "far-2025");
    CHECK(all.at("yen_before_low") == "101");
    CHECK(all.at("yen_after_central") == "300");
    CHECK(all.at("yen_difference_high") == "147");
    CHECK(all.at("claims_after_high") == "3");
    const auto& nation = row_with(rows, {{"area_code", "01"}, {"payer", "nation"}});
    CHECK(nation.at("yen_before_low") == "50");
    const auto& town = row_with(rows, {{"area_code", "01"}, {"payer", "town"}});
    CHECK(town.at("yen_before_low") == "51");
    CHECK(town.at("yen_difference_low") == "24");
    const test::TempFolder other;
    CHECK_FALSE(fs::exists(written(other, ComparedVillage()) / "support.csv"));
}

TEST_CASE("text of the inputs cannot become a formula") {
    ComparedVillage village;
    village.before.levels[0].areas[0].name = "=1+1";
    village.after.facilities.facilities[0].name = "@x";
    const test::TempFolder root;
    const auto folder = written(root, village);
    CHECK_THAT(bytes_of(folder / "comparison.csv"), Contains(",'=1+1,"));
    CHECK_THAT(bytes_of(folder / "loads.csv"), Contains(",'@x,"));
}

TEST_CASE("compare.gpkg: a layer of cells, areas and facilities for each variant, with styles") {
    const test::TempFolder root;
    const auto file = written(root, ComparedVillage()) / "compare.gpkg";
    GDALAllRegister();
    const GDALDatasetUniquePtr data(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    REQUIRE(data);
    CHECK(data->GetLayerByName("cells_less")->GetFeatureCount() == 5);
    CHECK(data->GetLayerByName("areas_municipality_less")->GetFeatureCount() == 2);
    CHECK(data->GetLayerByName("facilities_less")->GetFeatureCount() == 3);
    // Delivery alone changes; the facilities are drawn by their status for the clinic too.
    CHECK(data->GetLayerByName("layer_styles")->GetFeatureCount() == 4);
    CHECK(data->GetLayerByName("cells_less")->GetLayerDefn()->GetFieldIndex("change_clinic") < 0);
    CHECK(data->GetLayerByName("facilities_less")->GetLayerDefn()->GetFieldIndex("status_clinic") >= 0);
    const OGRFeatureUniquePtr b(data->GetLayerByName("cells_less")->GetFeature(1));
    CHECK(std::string(b->GetFieldAsString("change_delivery")) == "longer_15_30");
    CHECK(b->GetFieldAsDouble("change_min_delivery") == 30);
    const OGRFeatureUniquePtr west(data->GetLayerByName("areas_municipality_less")->GetFeature(1));
    CHECK(west->GetFieldAsDouble("newly_beyond_60_delivery") == 30.5);
    CHECK(std::string(west->GetFieldAsString("mean_change_delivery")) == "longer_0_5");
}

TEST_CASE("compare.json names changes, totals, the largest losses and every file") {
    ComparedVillage village;
    village.add_maternity(100, 150);
    const test::TempFolder root;
    const auto text = bytes_of(written(root, village) / "compare.json");
    CHECK(text.find(root.path().string()) == std::string::npos);
    const auto all = json::parse(text);
    const auto& variant = all.at("variants").at(0);
    CHECK(variant.at("changes").at(0) == "close h2 (Hospital h2)");
    const auto& delivery = variant.at("services").at(0);
    CHECK(delivery.at("groups").at(0).at("losers") == 242.5);
    CHECK(delivery.at("groups").at(0).at("bands").at("longer_15_30") == 200);
    CHECK(delivery.at("largest_increase").at("longer_min") == 30);
    CHECK(delivery.at("largest_cut_off").at("demand_id") == "f");
    CHECK(delivery.at("facilities").at("closed") == json{"h2"});
    CHECK(delivery.at("births").at("newly_unreached").at("all") == 1.2);
    CHECK(variant.at("support").at(0).at("central").at("yen_difference") == 100);
    CHECK(all.at("outputs").size() == 8);
    CHECK(all.at("outputs").at(0).at("rows") == 24);  // with births as a third group
}

TEST_CASE("the headline for a terminal, in both languages") {
    ComparedVillage village;
    village.add_maternity(150, 100);
    const auto english = text_of(village);
    CHECK_THAT(english, Contains("One less (less) against Today (today)\n  - close h2"));
    CHECK_THAT(english, Contains("Delivery: 243 people lose, 47 gain; 43 newly beyond 60 minutes, 47 newly within"));
    CHECK_THAT(english, Contains("12 no longer reach it (most: 12 at f)"));
    CHECK_THAT(english, Contains("worst: +30.0 min for 200 people at b in West"));
    CHECK_THAT(english, Contains("more than they can take: Hospital h1, Hospital h3"));
    CHECK_THAT(english, Contains("  no change: clinic\n"));
    CHECK_THAT(english, Contains("far-2025: subsidy -100 yen a year (-150 to -50)"));
    const auto japanese = text_of(village, Language::japanese);
    CHECK_THAT(japanese, Contains("243人が遠くなり、47人が近くなる") && Contains("最大 +30.0分（Westのb、200人）"));
    CHECK_THAT(japanese, Contains("年-100円（-150～-50）"));
}

TEST_CASE("where nothing changes there is no layer of changes, and the people are told") {
    ComparedVillage village;
    village.after.outcomes = village.before.outcomes;
    village.after.facilities = village.before.facilities;
    village.after.services = village.before.services;
    village.after.demand.people[0][0] = People::from_double(500);
    CHECK_THAT(text_of(village),
               Contains("people: 1,290 before, 790 after") && Contains("no change: Delivery, clinic"));
    const test::TempFolder root;
    const auto folder = written(root, village);
    const auto outputs = json::parse(bytes_of(folder / "compare.json")).at("outputs");
    CHECK(outputs.at(1).at("file") == "cells.csv");
    CHECK(outputs.at(1).at("rows") == 0);
    CHECK(outputs.at(4).at("layers") == json{{"facilities_less", 2}});
}

TEST_CASE("a part of a person is told as less than one") {
    ComparedVillage village;
    for (auto* state : {&village.before, &village.after}) {
        state->demand.people[0] = std::vector<People>(6, People{});
        state->demand.people[0][1] = People::from_double(0.25);
    }
    CHECK_THAT(text_of(village), Contains("<1 people lose, 0 gain") && Contains("worst: +30.0 min for <1 people at b"));
}

TEST_CASE("the same bytes for one and two threads") {
    ComparedVillage village;
    village.add_maternity(100, 150);
    const test::TempFolder root;
    const auto with_threads = [&](std::size_t threads, const std::string& name) {
        const ThreadLimit limit(threads);
        return written(root, village, name);
    };
    const auto one = with_threads(1, "one");
    const auto two = with_threads(2, "two");
    for (const char* name :
         {"comparison.csv", "cells.csv", "loads.csv", "variants.csv", "support.csv", "compare.gpkg", "compare.json"}) {
        INFO(name);
        CHECK(bytes_of(one / name) == bytes_of(two / name));
    }
}

TEST_CASE("changes in words, every kind in both languages") {
    const ComparedVillage village;
    const auto& set = village.before.facilities;
    const auto en = [&](const scenario::Change& c) { return report::change_words(c, set, Language::english); };
    const auto ja = [&](const scenario::Change& c) { return report::change_words(c, set, Language::japanese); };
    CHECK(en(scenario::CloseFacilities{{"h2", "x"}, {"delivery"}}) == "close h2 (Hospital h2), x: delivery");
    CHECK(ja(scenario::CloseFacilities{{"h2"}, {}}) == "閉鎖: h2 (Hospital h2)");
    CHECK(en(scenario::OpenFacility{"new", {}, {}}) == "open new");
    CHECK(en(scenario::MoveFacility{"h1", {139.5, 36}}) == "move h1 (Hospital h1) to 139.50000, 36.00000");
    CHECK(en(scenario::MergeFacilities{{"h2"}, "h1", {}, {"beds"}}) ==
          "merge h2 (Hospital h2) into h1 (Hospital h1), adding up beds");
    CHECK(en(scenario::ChangeOffer{{"h1"}, {"delivery"}, {"checkup"}, {{"beds", "9"}}}) ==
          "change what is given by h1 (Hospital h1), stops delivery, starts checkup, beds = 9");
    scenario::ChangeRoads roads;
    roads.action = {network::RoadAction::Kind::speed, 0.5};
    roads.roads.name = "国道5号";
    roads.season = network::Season::winter;
    CHECK(en(roads) == "roads at 0.5 times the speed: 国道5号 (winter)");
    roads.action.kind = network::RoadAction::Kind::close;
    roads.roads.near = geo::Point{139, 36};
    CHECK_THAT(ja(roads), Contains("道路の通行止め: 国道5号, 139.00000, 36.00000 から500m以内（冬期）"));
    CHECK(en(scenario::ChangeSpeeds{network::Season::winter, {}}) == "speeds (winter)");
    CHECK(en(scenario::ChangeSpeeds{{}, io::InputFile{"/x/slow.toml", "slow.toml"}}) == "speed profile slow.toml");
    CHECK(ja(scenario::ChangeYear{2040}) == "2040年の人口");
    CHECK(en(scenario::ChangeAreas{"secondary", {"/x/a.csv", "a.csv"}, {}}) == "areas redrawn: secondary (a.csv)");
}
