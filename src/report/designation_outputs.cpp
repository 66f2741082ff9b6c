// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/designation_outputs.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/candidate_outputs.h"
#include "report/geography_words.h"
#include "report/json_parts.h"
#include "report/ministry_notice.h"
#include "report/physician_outputs.h"
#include "report/staged_table.h"
#include "report/text_table.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

using policy::PhysicianClass;
using scenario::DesignationResult;
using scenario::StudiedArea;

Json scale_json(const scenario::RuralityScale& scale) {
    return {{"id", scale.id},
            {"source", scale.source},
            {"units_of_the_nation", scale.units},
            {"made_up", scale.made_up},
            {"approximate", scale.approximate}};
}

Json variants_json(const DesignationResult& result) {
    Json json = Json::array();
    for (std::size_t v = 0; v < result.variants.size(); ++v) {
        const auto& variant = result.variants[v];
        const auto& model = variant.rurality.model;
        Json weights = Json::object();
        for (std::size_t e = 0; e < policy::element_count; ++e) {
            weights[std::string(policy::element_names[e])] = model.varies[e] ? Json(model.weights[e]) : Json();
        }
        const auto* scale = variant.scale ? &result.given_scales[*variant.scale] : nullptr;
        Json farthest = Json::array();
        for (const auto place : variant.rurality.counted_farthest) {
            farthest.push_back(result.places.areas[place].code);
        }
        json.push_back({{"variant", variant.id},
                        {"metric", variant.metric},
                        {"basis", scale == nullptr ? "ranked among the areas of this study" : "frozen scale"},
                        {"scale", scale == nullptr ? Json() : scale_json(*scale)},
                        {"weights", std::move(weights)},
                        {"explained", optional_json(model.explained)},
                        {"counted_as_farthest", std::move(farthest)},
                        {"changes", result.under[v].changes.size()}});
    }
    return json;
}

std::int64_t count_of(PhysicianClass physician_class, const DesignationResult& result) {
    return std::ranges::count(result.areas, std::optional(physician_class), &StudiedArea::physician_class);
}

Json counts_json(const DesignationResult& result) {
    Json json = Json::object();
    for (const auto c : {PhysicianClass::few, PhysicianClass::middle, PhysicianClass::many}) {
        json[std::string(name(c))] = count_of(c, result);
    }
    return json;
}

Json firmest_json(const DesignationResult& result) {
    Json json = Json::array();
    for (const auto& change : result.firmest) {
        const auto& area = result.areas[result.judged[change.area]];
        json.push_back({{"area_code", area.code},
                        {"area_name", area.name},
                        {"change", change.enters ? "enters" : "leaves"},
                        {"firm_points", result.firmness[change.area].designated},
                        {"grid_points", result.firmness[change.area].points}});
    }
    return json;
}

Json manifest(const DesignationOutputs& outputs) {
    const auto& result = outputs.result;
    const auto& head = result.rule.adjustment.head;
    return {{"program", "michinori"},
            {"version", outputs.version},
            {"study", outputs.study.id},
            {"title", {{"en", outputs.study.title_en}, {"ja", outputs.study.title_ja}}},
            {"attribution", outputs.study.attribution},
            {"rule", {{"id", head.id}, {"source", head.source}, {"assumptions", head.assumptions}}},
            {"inputs", inputs_json(result.log)},
            {"thresholds", {{"few_at_most", result.thresholds.low}, {"many_at_least", result.thresholds.high}}},
            {"classes", counts_json(result)},
            {"areas", result.areas.size()},
            {"areas_placed", result.places.areas.size()},
            {"areas_judged", result.judged.size()},
            {"polygons", outputs.study.approximate() ? "approximate" : "as_given"},
            {"variants", variants_json(result)},
            {"rule_variant", result.variants[result.rule_variant].id},
            {"firmest", firmest_json(result)},
            {"candidates", candidates_json(result.candidates, outputs.language)},
            {"notice", designation_notice(outputs)},
            {"findings", findings_json(result.log.findings.all(), outputs.language)}};
}

TextTable changes_table(const DesignationResult& result, bool ja) {
    using enum TextTable::Align;
    TextTable table({{ja ? "区域" : "Area", left},
                     {ja ? "変化" : "Change", left},
                     {ja ? "医師偏在指標" : "Index", right},
                     {ja ? "確からしさ" : "Firmness", right}});
    for (const auto& change : result.firmest) {
        const auto& area = result.areas[result.judged[change.area]];
        const auto& firm = result.firmness[change.area];
        table.row({area.code + " " + area.name, change.enters ? (ja ? "入る" : "enters") : (ja ? "外れる" : "leaves"),
                   fmt::format("{:.1f}", *area.index), fmt::format("{}/{}", firm.designated, firm.points)});
    }
    return table;
}

}  // namespace

std::string designation_notice(const DesignationOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    auto notice = ministry_notice(outputs.language);
    notice += ja ? "へき地度は区域単位の試算で、公表された小地域のへき地尺度ではありません。"
                 : " Rurality here is a trial by area, not the published index of small units.";
    if (outputs.study.approximate()) {
        notice += ja ? "区域の境界は近似です。" : " The polygons of the areas are approximate.";
    }
    const auto used = [&](bool scenario::RuralityScale::*mark) {
        return std::ranges::any_of(outputs.result.variants, [&](const scenario::RuralityVariant& variant) {
            return variant.scale && outputs.result.given_scales[*variant.scale].*mark;
        });
    };
    if (outputs.result.variants.front().scale) {
        notice += ja ? "へき地度は固定した全国の尺度によります（出典は designation.json）。"
                     : " Rurality is by frozen scales of a nation (their sources: designation.json).";
    }
    notice += scale_notice(used(&scenario::RuralityScale::made_up), used(&scenario::RuralityScale::approximate),
                           outputs.language);
    return notice;
}

void write_designation(const DesignationOutputs& outputs, io::OutputFolder& out) {
    write_designation_csv(outputs, out.stage("designation.csv"));
    write_changes_csv(outputs, out.stage("changes.csv"));
    write_designation_map(outputs, out.stage("designation.gpkg"));
    if (!outputs.result.scales.empty()) {
        out.write_text("rurality_scales.toml", scenario::rurality_scales_toml(outputs.result.scales));
    }
    write_candidates(outputs.result.candidates, out);
    if (outputs.result.physicians) {
        write_physicians({*outputs.study.index.study, *outputs.result.physicians, outputs.version, outputs.language},
                         out, false);
    }
    out.write_text("notice.txt", designation_notice(outputs) + "\n");
    auto json = manifest(outputs);
    json["outputs"] = outputs_json(out, {write_workbook(json, {}, outputs.language, out)});
    out.write_text("designation.json", to_text(json));
}

std::string designation_text(const DesignationOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    const auto& result = outputs.result;
    const auto entering = std::ranges::count(result.designation().changes, true, &policy::DesignationChange::enters);
    auto text = fmt::format(
        fmt::runtime(ja ? "医師少数 {}、中程度 {}、多数 {}（閾値 {:g} / {:g}）。判定した区域 {}、{} が新たに入り {} "
                          "が外れます。\n"
                        : "few {}, middle {}, many {} (thresholds {:g} / {:g}); areas judged {}: {} enter, {} leave\n"),
        count_of(PhysicianClass::few, result), count_of(PhysicianClass::middle, result),
        count_of(PhysicianClass::many, result), result.thresholds.low, result.thresholds.high, result.judged.size(),
        entering, static_cast<std::int64_t>(result.designation().changes.size()) - entering);
    if (!result.firmest.empty()) {
        text += "\n" + std::string(ja ? "最も確からしい変化" : "The firmest changes") + "\n" +
                changes_table(result, ja).text("  ");
    }
    const auto candidates = candidates_text(result.candidates, outputs.language);
    return text + "\n" + designation_notice(outputs) + (candidates.empty() ? "" : "\n\n" + candidates);
}

}  // namespace michinori::report
