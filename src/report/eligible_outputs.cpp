// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/eligible_outputs.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "io/gpkg_writer.h"
#include "report/csv_tables.h"
#include "report/eligible_csv.h"
#include "report/eligible_totals.h"
#include "report/json_parts.h"
#include "report/names_of_ids.h"
#include "report/rules_json.h"
#include "report/staged_table.h"
#include "report/text_table.h"
#include "report/words.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;

std::vector<GpkgWriter::Field> layer_fields(bool ja) {
    using enum GpkgWriter::FieldType;
    return {{"home_id", text, ja ? "住まい" : "Home"},
            {"verdict", text, ja ? "判定" : "Verdict"},
            {"case", text, ja ? "区分" : "Case"},
            {"facility_id", text, ja ? "施設" : "Facility"},
            {"minutes", real, ja ? "分" : "Minutes"},
            {"km", real, "km"},
            {"support_yen", integer, ja ? "支援額（円）" : "Support (yen)"},
            {"sentence", text, ja ? "理由" : "Why"}};
}

/// What the decision's journey tells; empty where there is none.
std::vector<GpkgWriter::Value> journey_values(const EligibleResults& results, const scenario::HomeDecision& one) {
    if (!one.decision || !one.decision->applied) {
        return {std::monostate{}, std::monostate{}, std::monostate{}, std::monostate{}};
    }
    const auto& rule = results.batch.rule(one);
    const auto& applied = rule.cases[*one.decision->applied];
    const auto role = results.batch.role(rule.roles[applied.destination]);
    const auto* trip = std::get_if<policy::Trip>(&results.batch.journeys[role][one.home].journey);
    if (trip == nullptr) {
        return {applied.id, std::monostate{}, std::monostate{}, std::monostate{}};
    }
    const auto& facility = results.region.inputs().facilities.facilities[trip->facility.index()];
    return {applied.id, facility.id, minutes(trip->time),
            trip->distance ? GpkgWriter::Value(trip->distance->value() / 1000) : std::monostate{}};
}

void add_layer(const EligibleResults& results, std::size_t family, GpkgWriter& map) {
    const auto& versions = results.batch.book.travel_families[family];
    const auto& head = versions.versions.back().head;
    map.begin_layer(versions.id, title(head.title_en, head.title_ja, head.id, results.language),
                    GpkgWriter::Shape::point, layer_fields(results.language == Language::japanese));
    for (const auto& one : results.batch.decisions) {
        if (one.family != family) {
            continue;
        }
        const auto& home = results.batch.homes[one.home];
        std::vector<GpkgWriter::Value> values{home.id, verdict_code(one)};
        std::ranges::move(journey_values(results, one), std::back_inserter(values));
        const auto* payment = one.payment ? std::get_if<policy::Payment>(&*one.payment) : nullptr;
        values.push_back(payment != nullptr ? GpkgWriter::Value(payment->support.value()) : std::monostate{});
        values.emplace_back(decision_sentence(results.words(), one));
        map.add(home.position, values);
    }
    const bool ja = results.language == Language::japanese;
    map.add_style(versions.id, ja ? "判定" : "Verdict",
                  categorised_qml(GpkgWriter::Shape::point, "verdict", verdict_categories(results.language)));
}

void write_map(const EligibleResults& results, const std::filesystem::path& file) {
    GpkgWriter map(file);
    for (std::size_t f = 0; f < results.batch.book.travel_families.size(); ++f) {
        add_layer(results, f, map);
    }
    map.close();
}

Json sums_json(const EligibleTotals::Sums& sums) {
    Json payers = Json::object();
    for (const auto& [payer, yen] : sums.by_payer) {
        payers[payer] = yen.value();
    }
    return {{"homes", sums.homes},
            {"unpriced", sums.unpriced},
            {"support_yen", sums.support.value()},
            {"by_payer_yen", std::move(payers)},
            {"cost_yen", sums.cost.value()},
            {"own_yen", sums.own.value()}};
}

Json totals_json(const EligibleResults& results) {
    Json json = Json::array();
    const auto totals = totals_by_rule(results.batch);
    for (std::size_t f = 0; f < totals.size(); ++f) {
        json.push_back({{"rule_family", results.batch.book.travel_families[f].id},
                        {"eligible", sums_json(totals[f].eligible)},
                        {"near_limit", sums_json(totals[f].near_limit)},
                        {"not_eligible", totals[f].not_eligible},
                        {"undecided", totals[f].undecided},
                        {"not_in_force", totals[f].not_in_force}});
    }
    return json;
}

Json manifest(const EligibleResults& results) {
    const auto& inputs = results.region.inputs();
    return {{"program", "michinori"},
            {"version", results.version},
            {"scenario", scenario_json(results.scenario)},
            {"parameters", parameters_json(results.scenario, inputs.profile)},
            {"rules", rules_json(results.batch.book, results.language)},
            {"inputs", inputs_json(inputs.log)},
            {"homes_decided", results.batch.homes_decided()},
            {"homes_refused", results.batch.refused},
            {"totals", totals_json(results)},
            {"notice", modelled_notice(results.region.inputs().profile, results.language)},
            {"findings", findings_json(inputs.log.findings.all(), results.language)},
            {"assumptions", inputs.profile.assumptions}};
}

NamesOfIds names_in(const EligibleResults& results) {
    const auto& inputs = results.region.inputs();
    return names_of_ids({}, inputs.demand.groups, inputs.levels, &results.batch.book);
}

}  // namespace

void write_eligible_outputs(const EligibleResults& results, io::OutputFolder& out) {
    write_eligible_csv(results, out.stage("eligible.csv"));
    write_eligible_totals_csv(results, out.stage("totals.csv"));
    write_map(results, out.stage("eligible.gpkg"));
    write_refused_csv(results.region.inputs().log, out.stage("refused.csv"), results.language);
    auto json = manifest(results);
    std::vector<StagedTable> staged;
    if (results.scenario.outputs.workbook) {
        staged.push_back(write_workbook(json, names_in(results), results.language, out));
    }
    json["outputs"] = outputs_json(out, staged);
    out.write_text("eligible.json", to_text(json));
}

std::string eligible_table(const EligibleResults& results) {
    const bool ja = results.language == Language::japanese;
    using enum TextTable::Align;
    TextTable table({{ja ? "規則" : "Rule", left},
                     {ja ? "対象" : "Eligible", right},
                     {ja ? "境界" : "Near limit", right},
                     {ja ? "対象外" : "Not eligible", right},
                     {ja ? "判定不能" : "Undecided", right},
                     {ja ? "期間外" : "Not in force", right},
                     {ja ? "支援額（対象, 円）" : "Support, eligible (yen)", right},
                     {ja ? "支援額（境界, 円）" : "Support, near limit (yen)", right}});
    const auto totals = totals_by_rule(results.batch);
    for (std::size_t f = 0; f < totals.size(); ++f) {
        const auto& one = totals[f];
        table.row({results.batch.book.travel_families[f].id, grouped(one.eligible.homes), grouped(one.near_limit.homes),
                   grouped(one.not_eligible), grouped(one.undecided), grouped(one.not_in_force),
                   grouped(one.eligible.support.value()), grouped(one.near_limit.support.value())});
    }
    const auto counts =
        fmt::format(fmt::runtime(ja ? "判定した住まい {} 件、除外した行 {} 件" : "homes decided: {}, rows refused: {}"),
                    grouped(static_cast<std::int64_t>(results.batch.homes_decided())), grouped(results.batch.refused));
    return table.text() + counts + "\n" + modelled_notice(results.region.inputs().profile, results.language);
}

}  // namespace michinori::report
