// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/candidate_outputs.h"

#include <catch2/catch.hpp>

#include "support/csv_rows.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::Contains;
using policy::AreaRule;
using policy::RulePart;
using scenario::Candidates;

namespace {

/// Three towns: a has one physician for 900 people, b none for 500, c is not known and lies in no area.
Candidates three_towns() {
    Candidates towns;
    towns.id = "towns";
    towns.level = "Town";
    auto& rule = towns.rule;
    rule.use = AreaRule::Use::shortage_spot;
    rule.head.id = "rule";
    rule.head.title_en = "Spots";
    rule.head.title_ja = "スポット";
    rule.head.source = "made up";
    rule.head.assumptions = {"a guess"};
    rule.facts = {"people", "physicians"};
    rule.tests = {
        {"outside", "Outside", "区域外", AreaRule::OutsideDesignated{}},
        {"load", "Load", "負担",
         AreaRule::NumberLimit{{policy::UnitNumber::Form::ratio, 0, 1}, AreaRule::Side::at_least, 600, 0, 0}}};
    rule.groups = {
        {"both", "Both", "両方", policy::Combine::all_of, {{RulePart::Of::test, 0}, {RulePart::Of::test, 1}}}};
    rule.needs = {{RulePart::Of::group, 0}};
    rule.ranking = {{{policy::UnitNumber::Form::fact, 0, 0}, AreaRule::End::highest},
                    {{policy::UnitNumber::Form::ratio, 0, 1}, AreaRule::End::highest}};
    towns.facts = {"people", "physicians"};
    towns.sums = {"physicians"};
    towns.notes = {"full-time alone"};
    towns.areas = {{"0101", "A", "甲", 123.4, policy::PhysicianClass::middle, false}};
    towns.units = {
        {"01001", "a", "甲", 0, {900.5, 1}}, {"01002", "b", "甲", 0, {500, 0}}, {"01003", "c", "甲", {}, {{}, {}}}};
    towns.rows_not_known = {{0, 2}, {0, 0}, {0, 1}};
    towns.judged = policy::judge_units(rule, towns.areas, {}, towns.units);
    return towns;
}

}  // namespace

TEST_CASE("candidates as a table: a row per unit, every test with its number") {
    const test::TempFolder folder;
    io::OutputFolder out(folder.path() / "out");
    report::write_candidates({three_towns()}, out);
    out.commit();
    const auto rows = test::csv_rows(folder.path() / "out/candidates_towns.csv");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == test::CsvRow{{"rank", "1"},
                                  {"result", "yes"},
                                  {"code", "01001"},
                                  {"name", "a"},
                                  {"prefecture", "甲"},
                                  {"area_code", "0101"},
                                  {"physician_index", "123.4"},
                                  {"class", "middle"},
                                  {"designated", "no"},
                                  {"fact_people", "900.5"},
                                  {"fact_physicians", "1"},
                                  {"rows_not_known_physicians", "2"},
                                  {"group_both", "yes"},
                                  {"test_outside", "yes"},
                                  {"test_load", "yes"},
                                  {"number_load", "900.500000"}});
    CHECK(rows[1].at("rank") == "2");
    CHECK(rows[1].at("test_load") == "yes");
    CHECK(rows[1].at("number_load").empty());  // people divided by nobody
    CHECK(rows[2].at("rank").empty());
    CHECK(rows[2].at("result") == "unknown");
    CHECK(rows[2].at("area_code").empty());
    CHECK(rows[2].at("designated").empty());
    CHECK(rows[2].at("fact_people").empty());
}

TEST_CASE("candidates as JSON: the rule, its assumptions, counts, the order, the notice") {
    const auto json = report::candidates_json({three_towns()}, Language::english);
    REQUIRE(json.size() == 1);
    CHECK(json[0].at("kind") == "shortage_spot");
    CHECK(json[0].at("rule").at("assumptions").at(0) == "a guess");
    CHECK(json[0].at("notes").at(0) == "full-time alone");
    CHECK(json[0].at("units").at("yes") == 2);
    CHECK(json[0].at("units").at("unknown") == 1);
    CHECK(json[0].at("tests").at(1).at("units").at("yes") == 2);
    CHECK(json[0].at("groups").at(0).at("id") == "both");
    CHECK(json[0].at("candidates").size() == 2);
    CHECK(json[0].at("candidates").at(1).at("code") == "01002");
    CHECK_THAT(json[0].at("notice").get<std::string>(), Contains("the prefecture chooses"));
}

TEST_CASE("candidates for a terminal, in both languages") {
    const auto english = report::candidates_text({three_towns()}, Language::english);
    CHECK_THAT(english, Contains("Spots (Town, 3 units)") && Contains("people / physicians") && Contains("01001 a") &&
                            Contains("900.5") && Contains("Note: full-time alone") &&
                            Contains("the prefecture chooses") && Contains("must not be applied mechanically"));
    const auto japanese = report::candidates_text({three_towns()}, Language::japanese);
    CHECK_THAT(japanese, Contains("スポット（Town、3 単位）") && Contains("地域医療対策協議会及び保険者協議会") &&
                             Contains("機械的な運用を行うことのないよう"));
    CHECK(report::candidates_text({}, Language::english).empty());
}
