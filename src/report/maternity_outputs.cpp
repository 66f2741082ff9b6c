// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/maternity_outputs.h"

#include <fmt/core.h>

#include <cmath>

#include "report/decision_words.h"
#include "report/rules_json.h"
#include "report/support_lines.h"
#include "report/text_table.h"
#include "report/wards_outputs.h"

namespace michinori::report {
namespace {

using scenario::MaternityStudy;

std::vector<LayerCount> write_maternity_map(const RunResults& results, const std::filesystem::path& file,
                                            Language language) {
    const auto& study = *results.maternity;
    io::GpkgWriter map(file);
    auto layers = add_support_layers(results, language, map);
    for (const auto& wards : study.wards) {
        layers.push_back(add_ward_layer(results, wards, language, map));
    }
    if (study.perinatal) {
        const auto& tables = *study.perinatal;
        layers.push_back(add_perinatal_layer(results.levels[tables.level], tables.areas, false, language, map));
        if (tables.redraw) {
            layers.push_back(add_perinatal_layer(tables.redraw->level, tables.redraw->areas, true, language, map));
        }
    }
    map.close();
    return layers;
}

Json line_json(const policy::TravelSupport& rule, const SupportLine& line) {
    Json payers = Json::object();
    for (std::size_t p = 0; p < rule.payers.size(); ++p) {
        payers[rule.payers[p].id] = p < line.by_payer.size() ? line.by_payer[p].value() : 0;
    }
    const auto& people = line.people;
    return {{"births", people_json(people.births)},
            {"eligible", people_json(people.eligible)},
            {"near_limit", people_json(people.near_limit)},
            {"undecided", people_json(people.undecided)},
            {"claims", people_json(people.claims)},
            {"unpriced_claims", people_json(people.unpriced)},
            {"trips", people_json(people.trips)},
            {"nights", people_json(people.nights)},
            {"support_yen", line.support.value()},
            {"by_payer_yen", std::move(payers)},
            {"cost_yen", line.cost.value()}};
}

Json support_json(const MaternityStudy& study) {
    Json json = Json::array();
    const auto table = support_of_region(study);
    for (std::size_t r = 0; r < table.size(); ++r) {
        const auto& rule = study.book.travel[study.costs.rules[r].rule];
        Json one{{"rule_id", rule.head.id}};
        for (const auto bound : policy::bounds) {
            one[std::string(name(bound))] = line_json(rule, table[r][static_cast<std::size_t>(bound)]);
        }
        json.push_back(std::move(one));
    }
    return json;
}

template <class T>
Json range_json(const policy::Range<T>& range) {
    return Json::array({range.low, range.central, range.high});
}

Json assumptions_json(const policy::EstimateAssumptions& a) {
    return {{"high_risk_share", range_json(a.high_risk_share)},
            {"claim_share", range_json(a.claim_share)},
            {"lodging_share", range_json(a.lodging_share)},
            {"nights", range_json(a.nights)},
            {"lodging_yen", {a.lodging_yen.low.value(), a.lodging_yen.central.value(), a.lodging_yen.high.value()}},
            {"taxi_share", range_json(a.taxi_share)},
            {"taxi_yen_per_km", range_json(a.taxi_yen_per_km)},
            {"late_change_share", range_json(a.late_change_share)},
            {"visits", range_json(a.visits)}};
}

std::string one_decimal(People people) {
    return fmt::format("{:.1f}", people.value());
}

std::string support_text(const MaternityStudy& study, bool ja) {
    using enum TextTable::Align;
    TextTable table({{ja ? "規則" : "Rule", left},
                     {ja ? "想定" : "Bound", left},
                     {ja ? "出生" : "Births", right},
                     {ja ? "対象の出生" : "Eligible", right},
                     {ja ? "境界" : "Near limit", right},
                     {ja ? "申請" : "Claims", right},
                     {ja ? "泊" : "Nights", right},
                     {ja ? "支援額（円）" : "Support (yen)", right}});
    const auto lines = support_of_region(study);
    for (std::size_t r = 0; r < lines.size(); ++r) {
        const auto& head = study.book.travel[study.costs.rules[r].rule].head;
        for (const auto bound : policy::bounds) {
            const auto& line = lines[r][static_cast<std::size_t>(bound)];
            table.row({head.id, std::string(name(bound)), one_decimal(line.people.births),
                       one_decimal(line.people.eligible), one_decimal(line.people.near_limit),
                       one_decimal(line.people.claims), one_decimal(line.people.nights),
                       grouped(line.support.value())});
        }
    }
    return table.text();
}

}  // namespace

std::vector<StagedTable> write_maternity_outputs(const RunResults& results, io::OutputFolder& out, Language language) {
    const auto& study = *results.maternity;
    std::vector<StagedTable> staged;
    if (!study.births.empty()) {
        staged.push_back({"support_costs.csv", write_support_csv(results, out.stage("support_costs.csv")), {}});
    }
    staged.push_back({"wards.csv", write_wards_csv(results, study.wards, out.stage("wards.csv")), {}});
    if (study.perinatal) {
        const auto& tables = *study.perinatal;
        staged.push_back(
            {"perinatal_areas.csv", write_perinatal_csv(results, tables, out.stage("perinatal_areas.csv")), {}});
        if (tables.redraw) {
            staged.push_back(
                {"perinatal_redraw.csv", write_redraw_csv(results, tables, out.stage("perinatal_redraw.csv")), {}});
            staged.push_back(
                {"perinatal_moves.csv", write_moves_csv(results, tables, out.stage("perinatal_moves.csv")), {}});
        }
    }
    if (results.scenario.outputs.gpkg) {
        staged.push_back(
            staged_map("maternity.gpkg", write_maternity_map(results, out.stage("maternity.gpkg"), language)));
    }
    return staged;
}

Json maternity_json(const RunResults& results, Language language) {
    const auto& study = *results.maternity;
    return {{"day", michinori::to_text(study.day)},
            {"rules", rules_json(study.book, language)},
            {"assumptions", assumptions_json(results.scenario.maternity->estimate)},
            {"support", study.births.empty() ? Json() : support_json(study)},
            {"wards", wards_json(study.wards)},
            {"perinatal", study.perinatal ? perinatal_json(results, *study.perinatal) : Json()},
            {"notice", modelled_notice(results.profile, language)}};
}

std::string maternity_text(const RunResults& results, Language language) {
    const auto& study = *results.maternity;
    auto text = study.births.empty() ? std::string() : support_text(study, language == Language::japanese) + "\n";
    text += wards_text(study.wards, language);
    if (study.perinatal) {
        text += "\n" + flagged_areas_text(results, *study.perinatal, language);
    }
    return text + modelled_notice(results.profile, language);
}

}  // namespace michinori::report
