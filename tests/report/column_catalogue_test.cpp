// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/column_catalogue.h"

#include <catch2/catch.hpp>

#include <set>

#include "report/column_rules.h"
#include "report/table_entries.h"

using namespace michinori;
using namespace michinori::report;

namespace {

constexpr std::array themes{common_columns, access_columns, change_columns,    optimise_columns,  support_columns,
                            ward_columns,   remote_columns, geography_columns, physician_columns, care_columns};

const NamesOfIds names{{"delivery", {"分娩施設", "Delivery"}}, {"nation", {"国", "the nation"}}};

std::string ja(std::string_view file, std::string_view column) {
    const auto entry = column_entry(file, column, names);
    return entry ? entry->title.ja : "-";
}

}  // namespace

TEST_CASE("columns that follow a pattern are described by what stands in them") {
    CHECK(ja("areas.csv", "within_60") == "60分以内");
    CHECK(ja("areas.csv", "within_2.5") == "2.5分以内");
    CHECK(ja("areas.csv", "within_x") == "-");
    CHECK(ja("areas.csv", "unreached_other_component") == "到達不可: 施設のない別の道路網");
    CHECK(ja("areas.csv", "unreached_nonsense") == "-");
    CHECK(ja("comparison.csv", "within_60_before") == "60分以内(前)");
    CHECK(ja("comparison.csv", "gini_after") == "ジニ係数(後)");
    CHECK(ja("comparison.csv", "unreached_both") == "前後とも到達できない");
    CHECK(ja("support.csv", "yen_before_central") == "変更前の支援額(中位)");
    CHECK(ja("facilities.csv", "nearest_people_delivery") == "最寄りとする人口(分娩施設)");
    CHECK(ja("facilities.csv", "nearest_people_clinic") == "最寄りとする人口(clinic)");
    CHECK(ja("totals.csv", "eligible_nation_yen") == "対象: 国の負担(円)");
    CHECK(ja("totals.csv", "near_limit_support_yen") == "境界付近: 支援額(円)");
    CHECK(ja("geography.csv", "minutes_winter_summer") == "二次救急まで・夏、速度 winter(分)");
    CHECK(ja("areas.csv", "no_such_column") == "-");
}

TEST_CASE("a column that means something else in one table has an entry of its own") {
    CHECK(ja("areas.csv", "status") != ja("loads.csv", "status"));
    CHECK(ja("areas.csv", "beyond_60") != ja("plans.csv", "beyond_60"));
    CHECK(column_entry("areas.csv", "area", {})->kind == ColumnKind::code);
    CHECK(column_entry("targets.csv", "area", {})->kind == ColumnKind::text);
    CHECK(column_entry("care_reach.csv", "minutes", {})->kind == ColumnKind::minutes);
    CHECK(column_entry("areas.csv", "within_60", {})->note.en.find("in 60 minutes or less") != std::string::npos);
    // a difference of times is no time to hold against a limit
    CHECK(column_entry("comparison.csv", "mean_change_min", {})->kind == ColumnKind::number);
}

TEST_CASE("every entry has words in both languages, and stands once") {
    std::set<std::string> seen;
    for (const auto theme : themes) {
        for (const auto& rule : theme()) {
            INFO(rule.column);
            CHECK_FALSE((rule.ja.empty() || rule.en.empty()));
            CHECK(rule.note_ja.empty() == rule.note_en.empty());
            CHECK(seen.insert(std::string(rule.column) + " " + std::string(rule.files)).second);
        }
    }
    std::set<std::string_view> files;
    for (const auto& rule : table_rules()) {
        INFO(rule.file);
        CHECK_FALSE((rule.ja.empty() || rule.en.empty() || rule.note_ja.empty() || rule.note_en.empty()));
        CHECK(files.insert(rule.file).second);
    }
    CHECK(table_entry("candidates_spots.csv").has_value());
    CHECK_FALSE(table_entry("unknown.csv").has_value());
}
