// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>

#include "report/wards_outputs.h"

namespace michinori::report {
namespace {

using policy::Judgement;
using policy::PerinatalArea;
using scenario::WardTable;

constexpr std::array judgements{Judgement::yes, Judgement::near_limit, Judgement::unknown, Judgement::no};

/// How many wards hold each judgement, when `of` tells a ward's.
template <class Of>
Json counts_json(const WardTable& table, Of of) {
    Json counts = Json::object();
    for (const auto judgement : judgements) {
        counts[std::string(name(judgement))] =
            std::ranges::count_if(table.rows, [&](const auto& row) { return of(row.result) == judgement; });
    }
    return counts;
}

Json tests_json(const WardTable& table) {
    Json tests = Json::array();
    for (std::size_t t = 0; t < table.rule.tests.size(); ++t) {
        const auto& test = table.rule.tests[t];
        tests.push_back({{"id", test.id},
                         {"title", {{"en", test.title_en}, {"ja", test.title_ja}}},
                         {"wards", counts_json(table, [t](const auto& result) { return result.tests[t].judgement; })}});
    }
    return tests;
}

Json rule_json(const WardTable& table) {
    return {{"rule", table.rule.head.id},
            {"area_level", name(table.rule.area_level)},
            {"wards", counts_json(table, [](const auto& result) { return result.judgement; })},
            {"tests", tests_json(table)}};
}

Json births_json(const std::vector<PerinatalArea>& areas) {
    policy::AreaBirths sum;
    for (const auto& row : areas) {
        const auto births = row.births.value_or(policy::AreaBirths{});
        sum.all += births.all;
        sum.nearest_inside += births.nearest_inside;
        sum.beyond += births.beyond;
        sum.unreached += births.unreached;
        if (births.checkup_only) {
            sum.checkup_only = sum.checkup_only.value_or(People{}) + *births.checkup_only;
        }
    }
    return {{"all", people_json(sum.all)},
            {"nearest_inside", people_json(sum.nearest_inside)},
            {"beyond", people_json(sum.beyond)},
            {"unreached", people_json(sum.unreached)},
            {"checkup_only", sum.checkup_only ? people_json(*sum.checkup_only) : Json(nullptr)}};
}

Json drawing_json(const access::AreaLevel& level, const std::vector<PerinatalArea>& areas, bool births_known) {
    Json without = Json::array();
    for (const auto area : policy::areas_without_delivery(areas)) {
        without.push_back(level.areas[area].code);
    }
    return {{"areas", level.areas.size()},
            {"without_delivery", std::move(without)},
            {"births", births_known ? births_json(areas) : Json(nullptr)}};
}

}  // namespace

Json wards_json(const std::vector<WardTable>& wards) {
    Json all = Json::array();
    for (const auto& table : wards) {
        all.push_back(rule_json(table));
    }
    return all;
}

Json perinatal_json(const RunResults& results, const scenario::PerinatalTables& tables) {
    const auto& level = results.levels[tables.level];
    Json json{{"level", level.id},
              {"limit_min", minutes(tables.limit)},
              {"today", drawing_json(level, tables.areas, tables.births_known)},
              {"proposed", nullptr}};
    if (tables.redraw) {
        json["proposed"] = drawing_json(tables.redraw->level, tables.redraw->areas, tables.births_known);
        json["proposed"]["municipalities_moved"] = tables.redraw->moves.size();
    }
    return json;
}

}  // namespace michinori::report
