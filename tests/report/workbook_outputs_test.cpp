// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/workbook_outputs.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

#include "report/result_tables.h"
#include "report/run_outputs.h"
#include "small_run.h"
#include "support/catalogued.h"
#include "support/temp_folder.h"
#include "support/zip_member.h"

using namespace michinori;
using namespace michinori::report;
using Catch::Contains;

namespace {

/// A table of three rows, staged.
void stage_table(io::OutputFolder& out) {
    out.write_text("areas.csv",
                   "\xEF\xBB\xBFlevel,area_code,area_name,mean_min,unreached\r\nmunicipality,01,'=cmd(),60.001,"
                   "0.5\r\nmunicipality,02,b,1.5,0\r\nregion,,,2.5,7\r\n");
}

Json manifest() {
    return {
        {"version", "1.2.3"},
        {"scenario", {{"id", "toy"}, {"title", {{"en", "A toy"}, {"ja", "おもちゃ"}}}, {"attribution", "made up"}}},
        {"rules", {{{"id", "r-2025"}, {"title", "支援"}, {"source", "官報"}, {"assumptions", {"仮定した / assumed"}}}}},
        {"findings", {{{"severity", "warning"}, {"code", "some_code"}, {"file", "f.csv"}, {"message", "=danger"}}}}};
}

}  // namespace

TEST_CASE("tables of the results are read back with what their columns mean and what rows point at") {
    const test::TempFolder folder;
    io::OutputFolder out(folder.path() / "out");
    stage_table(out);
    out.write_text("run.json", "{}");
    const auto tables = result_tables(out, {}, 2);
    REQUIRE(tables.size() == 1);
    const auto& table = tables.front();
    CHECK(table.title.ja == "圏域別の到達時間");
    CHECK(table.rows_total == 3);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0] == std::vector<std::string>{"municipality", "01", "=cmd()", "60.001", "0.5"});
    CHECK(table.columns[3].kind == ColumnKind::minutes);
    CHECK(table.columns[3].title.en == "Mean min");
    REQUIRE(table.link.area);
    CHECK(table.link.area->column == 1);
    CHECK(table.link.area->level_column == 0U);
    CHECK_FALSE(table.link.cell);
}

TEST_CASE("the workbook has a first sheet that leads to the tables, with rules, assumptions and findings") {
    const test::TempFolder folder;
    io::OutputFolder out(folder.path() / "out");
    stage_table(out);
    auto json = manifest();
    const auto staged = write_workbook(json, {{"delivery", {"分娩施設", "Delivery"}}}, Language::japanese, out);
    CHECK(staged.name == "tables.xlsx");
    CHECK(staged.rows == 3);
    CHECK(staged.sheets == std::vector<LayerCount>{{"圏域別の到達時間", 3}});
    CHECK(json == manifest());
    out.commit();
    const auto file = folder.path() / "out" / "tables.xlsx";
    const auto first = test::sheet_xml(file, 1);
    for (const char* text : {"おもちゃ", "made up", "michinori 1.2.3", "areas.csv (3 行)", "官報", "仮定した",
                             ">=danger<", "分娩施設", "some_code"}) {
        CHECK_THAT(first, !Contains("<f>"));
        INFO(text);
        CHECK_THAT(first, Contains(std::string(text).starts_with(">=") ? "f.csv: =danger" : text));
    }
    CHECK_THAT(first, Contains("location=\"'圏域別の到達時間'!A1\"") && Contains("location=\"'列の説明'!A1\""));
    const auto table = test::sheet_xml(file, 2);
    CHECK_THAT(table,
               Contains(">圏域コード<") && Contains(">01<") && Contains(">=cmd()<") && Contains("<v>60.001</v>"));
    CHECK_THAT(test::sheet_xml(file, 3), Contains(">mean_min<") && Contains(">単位: 分<"));
    CHECK_THAT(test::zip_member(file, "xl/comments1.xml"), Contains("mean_min\n単位: 分"));
}

TEST_CASE("in English too") {
    const test::TempFolder folder;
    io::OutputFolder out(folder.path() / "out");
    stage_table(out);
    auto json = manifest();
    static_cast<void>(write_workbook(json, {}, Language::english, out));
    out.commit();
    const auto file = folder.path() / "out" / "tables.xlsx";
    CHECK_THAT(test::sheet_xml(file, 1), Contains("A toy") && Contains(">assumed<") && Contains("(3 rows)"));
    CHECK_THAT(test::sheet_xml(file, 2), Contains(">Area code<") && Contains(">Access by area<"));
}

TEST_CASE("a table that is longer than a sheet stands in several, and that is told") {
    const test::TempFolder folder;
    io::OutputFolder out(folder.path() / "out");
    stage_table(out);
    auto json = manifest();
    const auto staged = write_workbook(json, {}, Language::english, out, 2);
    CHECK(staged.rows == 3);
    CHECK(staged.sheets == std::vector<LayerCount>{{"Access by area", 2}, {"Access by area (2)", 1}});
    CHECK(json["findings"].back()["code"] == "sheet_in_parts");
    CHECK_THAT(json["findings"].back()["message"].get<std::string>(), Contains("areas.csv has 3 rows"));
    json["outputs"] = outputs_json(out, {staged});
    CHECK(json["outputs"].back()["sheets"]["Access by area (2)"] == 1);
    out.commit();
    const auto file = folder.path() / "out" / "tables.xlsx";
    CHECK_THAT(test::sheet_xml(file, 1), Contains("sheet_in_parts") && Contains("(3 rows, in 2 sheets)"));
    CHECK_THAT(test::sheet_xml(file, 3), Contains(">Area code<") && Contains("<v>7</v>"));
    CHECK_THAT(test::sheet_xml(file, 2), !Contains("<v>7</v>"));
}

TEST_CASE("a run leaves a workbook of all its tables, unless the scenario leaves it out") {
    const test::TempFolder folder;
    test::SmallRun run;
    const auto files = [&](const std::string& name) {
        io::OutputFolder out(folder.path() / name);
        write_run_outputs(run.results(), out, Language::english);
        out.commit();
        return folder.path() / name;
    };
    const auto with = files("with");
    CHECK(test::not_catalogued(with).empty());
    std::ifstream in(with / "run.json");
    const auto json = Json::parse(in);
    const auto& outputs = json.at("outputs");
    const auto named = std::ranges::find_if(outputs, [](const Json& one) { return one.at("file") == "tables.xlsx"; });
    REQUIRE(named != outputs.end());
    CHECK(named->at("sheets").size() == 4);
    run.scenario.outputs.workbook = false;
    CHECK_FALSE(std::filesystem::exists(files("without") / "tables.xlsx"));
}
