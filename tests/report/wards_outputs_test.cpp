// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/wards_outputs.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <catch2/catch.hpp>

#include "report/gpkg_style.h"
#include "report/small_run.h"
#include "report/ward_words.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using policy::Judgement;
using policy::WardSupport;

namespace {

People people(double number) {
    return People::from_double(number);
}

WardSupport rule_named(const std::string& id, std::vector<WardSupport::Test> tests) {
    WardSupport rule;
    rule.head.id = id;
    rule.head.title_en = "Rule " + id;
    rule.head.title_ja = "規則" + id;
    rule.unreachable.fill(Judgement::yes);
    rule.tests = std::move(tests);
    rule.groups = {{"place", "", "", WardSupport::Combine::any_of, {{WardSupport::Part::Of::test, 0}}}};
    rule.needs = {{WardSupport::Part::Of::group, 0}};
    return rule;
}

scenario::WardRow row_of(const WardSupport& rule, std::size_t facility, std::optional<std::uint32_t> area,
                         const policy::WardFacts& facts) {
    return {FacilityId{facility}, area, area, facts, policy::judge_ward(rule, facts)};
}

/// Two rules over h1 and h2 of the small run; the second rule has a test of its own.
std::vector<scenario::WardTable> two_rules() {
    const auto first = rule_named("a-fy2025", {{"far", "Far", "遠い", WardSupport::FarToNext{from_minutes(60), {}, {}}},
                                               {"fee", "Fee", "費用", WardSupport::FeeAtLeast{policy::Yen{500000}}}});
    const auto second =
        rule_named("b-fy2025", {{"fell", "Fell", "減少", WardSupport::DeliveriesFell{{1, 5}, {}, {}}},
                                {"far", "Far", "遠い", WardSupport::FarToNext{from_minutes(60), {}, {}}}});
    policy::WardFacts near;
    near.area_facilities = 1;
    near.next = access::Journey{FacilityId{1}, from_minutes(59.9999)};
    near.fee = policy::Yen{500000};
    near.deliveries = people(2);
    near.earlier_deliveries = people(3);
    policy::WardFacts alone;
    alone.next = network::Reason::ferry_excluded;
    return {{first, 1, 1, {row_of(first, 0, 1, near), row_of(first, 1, std::nullopt, alone)}},
            {second, std::nullopt, std::nullopt, {row_of(second, 0, std::nullopt, near)}}};
}

/// The areas I and T of the small run; the proposal P holds everything.
scenario::PerinatalTables perinatal(const test::SmallRun& run) {
    scenario::PerinatalTables tables;
    tables.level = 1;
    tables.municipality_level = 1;
    tables.limit = from_minutes(60);
    tables.births_known = true;
    policy::PerinatalArea island;
    island.area = 0;
    island.births = policy::AreaBirths{people(4), {}, {}, people(4), std::nullopt};
    policy::PerinatalArea town;
    town.area = 1;
    town.delivery_facilities = 2;
    town.delivery_hospitals = 2;
    town.delivery_clinics = 0;
    town.deliveries = {people(700), 1};
    town.obstetricians = {people(3.5), 0};
    town.births = policy::AreaBirths{people(100.25), people(90), people(10), {}, people(2)};
    tables.areas = {island, town};
    auto whole = town;
    whole.area = 0;
    whole.births->all = people(104.25);
    auto proposed = run.levels[0];
    proposed.areas[0].name = "全域";
    tables.redraw = {proposed, {whole}, {{0, "I", "P"}, {1, "T", std::nullopt}}, {people(4), std::nullopt}};
    return tables;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::istringstream text(test::bytes_of(file));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        lines.push_back(line.substr(0, line.find('\r')));
    }
    return lines;
}

}  // namespace

TEST_CASE("wards.csv: a row per rule and ward, a column per test of any rule") {
    const test::SmallRun run;
    const test::TempFolder folder;
    const auto file = folder.path() / "wards.csv";
    CHECK(report::write_wards_csv(run.results(), two_rules(), file) == 3);
    const auto lines = lines_of(file);
    REQUIRE(lines.size() == 4);
    CHECK_THAT(lines[0], EndsWith("rule,facility_id,facility_name,lon,lat,municipality,area_level,area_code,area_name,"
                                  "area_facilities,area_hospitals,area_clinics,next_facility,next_status,result,"
                                  "group_place,test_far,number_far,test_fee,number_fee,test_fell,number_fell"));
    // 59.9999 minutes are below the hour, and the table does not round them up to it.
    CHECK(lines[1] ==
          "a-fy2025,h1,\"中央,病院\",141.0020000,43.0000000,T,secondary,T,中央,1,,,h2,reached,no,no,"
          "no,59.999,yes,500000,,");
    CHECK(lines[2] ==
          "a-fy2025,h2,北病院,141.0110000,43.0000000,,secondary,,,,,,,ferry_excluded,yes,yes,yes,,"
          "unknown,,,");
    CHECK(lines[3] ==
          "b-fy2025,h1,\"中央,病院\",141.0020000,43.0000000,,secondary,,,1,,,h2,reached,yes,yes,no,"
          "59.999,,,yes,0.333333");
}

TEST_CASE("perinatal_areas.csv, perinatal_redraw.csv and the municipalities that move") {
    const test::SmallRun run;
    const test::TempFolder folder;
    const auto tables = perinatal(run);
    CHECK(report::write_perinatal_csv(run.results(), tables, folder.path() / "p.csv") == 2);
    const auto areas = lines_of(folder.path() / "p.csv");
    CHECK_THAT(areas.at(0), EndsWith("area_code,area_name,without_delivery,delivery_facilities,delivery_hospitals,"
                                     "delivery_clinics,centres_general,centres_regional,deliveries,"
                                     "deliveries_not_known,obstetricians,obstetricians_not_known,limit_min,births,"
                                     "births_nearest_inside,births_beyond,births_unreached,births_checkup_only"));
    CHECK(areas.at(1) == "I,島,1,0,,,,,0,0,0,0,60.000,4,0,0,4,");
    CHECK(areas.at(2) == "T,中央,0,2,2,0,,,700,1,3.5,0,60.000,100.25,90,10,0,2");
    CHECK(report::write_redraw_csv(run.results(), tables, folder.path() / "r.csv") == 3);
    const auto redraw = lines_of(folder.path() / "r.csv");
    CHECK(redraw.at(2) == "today," + areas[2]);
    CHECK(redraw.at(3) == "proposed,P,全域,0,2,2,0,,,700,1,3.5,0,60.000,104.25,90,10,0,2");
    CHECK(report::write_moves_csv(run.results(), tables, folder.path() / "m.csv") == 2);
    const auto moves = lines_of(folder.path() / "m.csv");
    CHECK(moves.at(1) == "I,島,I,島,P,全域,4");
    CHECK(moves.at(2) == "T,中央,T,中央,,,");
}

TEST_CASE("births that are not known are empty, not zero") {
    const test::SmallRun run;
    const test::TempFolder folder;
    auto tables = perinatal(run);
    tables.births_known = false;
    for (auto& area : tables.areas) {
        area.births.reset();
    }
    report::write_perinatal_csv(run.results(), tables, folder.path() / "p.csv");
    CHECK(lines_of(folder.path() / "p.csv").at(1) == "I,島,1,0,,,,,0,0,0,0,60.000,,,,,");
    CHECK(report::perinatal_json(run.results(), tables)["today"]["births"].is_null());
}

TEST_CASE("counts for run.json") {
    const test::SmallRun run;
    const auto wards = report::wards_json(two_rules());
    REQUIRE(wards.size() == 2);
    CHECK(wards[0]["rule"] == "a-fy2025");
    CHECK(wards[0]["wards"] == report::Json{{"yes", 1}, {"near_limit", 0}, {"unknown", 0}, {"no", 1}});
    CHECK(wards[0]["tests"][1]["id"] == "fee");
    CHECK(wards[0]["tests"][1]["wards"] == report::Json{{"yes", 1}, {"near_limit", 0}, {"unknown", 1}, {"no", 0}});
    const auto areas = report::perinatal_json(run.results(), perinatal(run));
    CHECK(areas["today"]["without_delivery"] == report::Json{"I"});
    CHECK(areas["today"]["births"]["all"] == 104.25);
    CHECK(areas["today"]["births"]["unreached"] == 4);
    CHECK(areas["proposed"]["without_delivery"].empty());
    CHECK(areas["proposed"]["municipalities_moved"] == 2);
}

TEST_CASE("the page names the areas without a ward, in both languages") {
    const test::SmallRun run;
    auto tables = perinatal(run);
    const auto english = report::flagged_areas_text(run.results(), tables, Language::english);
    CHECK_THAT(english, Contains("without a delivery facility") && Contains("today") && Contains("島"));
    CHECK_THAT(english, !Contains("中央"));
    CHECK_THAT(report::flagged_areas_text(run.results(), tables, Language::japanese),
               Contains("分娩取扱施設のない周産期医療圏") && Contains("現行"));
    tables.areas[0].delivery_facilities = 1;
    CHECK(report::flagged_areas_text(run.results(), tables, Language::english) ==
          "Every perinatal area has a delivery facility.\n");
    tables.redraw->areas[0].delivery_facilities = 0;
    CHECK_THAT(report::flagged_areas_text(run.results(), tables, Language::english), Contains("proposed"));
}

TEST_CASE("the table of rules counts wards by judgement") {
    const auto text = report::wards_text(two_rules(), Language::english);
    CHECK_THAT(text, Contains("Rule a-fy2025      2    1               0        0   1"));
    CHECK_THAT(report::wards_text(two_rules(), Language::japanese), Contains("規則a-fy2025") && Contains("境界付近"));
}

TEST_CASE("map layers of wards and perinatal areas") {
    const test::SmallRun run;
    const test::TempFolder folder;
    const auto file = folder.path() / "maternity.gpkg";
    const auto tables = perinatal(run);
    {
        io::GpkgWriter map(file);
        const auto wards = two_rules();
        CHECK(report::add_ward_layer(run.results(), wards[0], Language::japanese, map) ==
              report::LayerCount("wards_a-fy2025", 2));
        CHECK(report::add_ward_layer(run.results(), wards[1], Language::japanese, map).second == 1);
        CHECK(report::add_perinatal_layer(run.levels[1], tables.areas, false, Language::english, map) ==
              report::LayerCount("perinatal_areas", 2));
        // The proposed area has no polygon.
        CHECK(report::add_perinatal_layer(tables.redraw->level, tables.redraw->areas, true, Language::english, map) ==
              report::LayerCount("perinatal_proposal", 0));
        map.close();
    }
    GDALAllRegister();
    const GDALDatasetUniquePtr data(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    REQUIRE(data);
    const OGRFeatureUniquePtr ward(data->GetLayerByName("wards_a-fy2025")->GetFeature(2));
    CHECK(std::string(ward->GetFieldAsString("result")) == "yes");
    CHECK(std::string(ward->GetFieldAsString("next_status")) == "ferry_excluded");
    CHECK(ward->IsFieldNull(ward->GetFieldIndex("next_minutes")));
    CHECK(std::string(ward->GetFieldAsString("test_fee")) == "unknown");
    const OGRFeatureUniquePtr area(data->GetLayerByName("perinatal_areas")->GetFeature(1));
    CHECK(std::string(area->GetFieldAsString("without_delivery")) == "yes");
    CHECK(area->GetFieldAsDouble("births") == 4);
    CHECK(area->IsFieldNull(area->GetFieldIndex("births_checkup_only")));
    CHECK(data->GetLayerByName("layer_styles")->GetFeatureCount() == 4);
}

TEST_CASE("a symbology by category escapes what it is given") {
    const auto qml = report::categorised_qml(io::GpkgWriter::Shape::point, "result",
                                             {{"a<b", "x & y", report::colour_yes}, {"no", "no", report::colour_no}});
    CHECK_THAT(qml, Contains("value=\"a&lt;b\" label=\"x &amp; y\"") && Contains("categorizedSymbol") &&
                        Contains("44,123,182,255") && Contains("204,204,204,255"));
}

TEST_CASE("every word about wards has an entry in both languages") {
    for (int w = 0; w <= static_cast<int>(report::WardWord::none_flagged); ++w) {
        const auto one = static_cast<report::WardWord>(w);
        CHECK_FALSE(report::word(one, Language::english).empty());
        CHECK(report::word(one, Language::english) != report::word(one, Language::japanese));
    }
    CHECK(report::words_of(Judgement::near_limit, Language::japanese) == "境界付近");
}
