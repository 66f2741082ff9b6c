// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/designation_outputs.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "io/csv_writer.h"
#include "io/gpkg_writer.h"
#include "report/csv_tables.h"
#include "report/gpkg_style.h"
#include "report/json_parts.h"
#include "report/text_table.h"
#include "report/words.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using io::GpkgWriter;
using policy::DesignationCause;
using policy::PhysicianClass;
using scenario::DesignationResult;
using scenario::StudiedArea;

std::vector<std::string> columns(const DesignationResult& result) {
    std::vector<std::string> names{"area_code",  "area_name",   "prefecture",     "status",
                                   "population", "km2",         "people_per_km2", "centre_lon",
                                   "centre_lat", "hospital_id", "hospital_name",  "straight_km"};
    for (const auto& variant : result.variants) {
        names.push_back("rurality_" + variant.metric);
    }
    names.insert(names.end(), {"physician_index", "class", "designated", "cause", "change", "firm_points",
                               "grid_points", "firm_share"});
    return names;
}

void put_empty(CsvWriter& csv, std::size_t fields) {
    for (std::size_t i = 0; i < fields; ++i) {
        csv.empty();
    }
}

/// population ... the last rurality
void put_geography(CsvWriter& csv, const DesignationResult& result, std::size_t a) {
    const auto& area = result.areas[a];
    if (!area.has_geography()) {
        put_empty(csv, 8 + result.variants.size());
        return;
    }
    csv.people(area.population).fixed(area.km2, 2).fixed(area.people_per_km2(), 2);
    put_degrees(csv, area.centre);
    const auto& hospital = result.facilities.facilities[result.hospitals[area.hospital->place].index()];
    csv.text(hospital.id).text(hospital.name).fixed(area.hospital->distance.value() / 1000, 3);
    const auto place = static_cast<std::size_t>(std::ranges::lower_bound(result.placed, a) - result.placed.begin());
    for (const auto& variant : result.variants) {
        csv.integer(variant.index[place]);
    }
}

std::string change_of(const DesignationResult& result, std::size_t judged) {
    const auto found = std::ranges::find(result.designation.changes, judged, &policy::DesignationChange::area);
    return found == result.designation.changes.end() ? "" : found->enters ? "enters" : "leaves";
}

/// physician_index ... firm_share
void put_designation(CsvWriter& csv, const DesignationResult& result, std::size_t a) {
    const auto& area = result.areas[a];
    area.index ? csv.fixed(*area.index, 1) : csv.empty();
    area.physician_class ? csv.text(name(*area.physician_class)) : csv.empty();
    if (!area.is_judged()) {
        put_empty(csv, 6);
        return;
    }
    const auto j = static_cast<std::size_t>(std::ranges::lower_bound(result.judged, a) - result.judged.begin());
    const auto cause = result.designation.causes[j];
    csv.text(is_designated(cause) ? "yes" : "no").text(name(cause)).text(change_of(result, j));
    const auto& firm = result.firmness[j];
    csv.integer(firm.designated).integer(firm.points).fixed(firm.share(), 4);
}

void write_areas(const DesignationResult& result, const std::filesystem::path& file) {
    CsvWriter csv(file, columns(result));
    for (std::size_t a = 0; a < result.areas.size(); ++a) {
        const auto& area = result.areas[a];
        csv.text(area.code).text(area.name).text(area.prefecture).text(name(area.status));
        put_geography(csv, result, a);
        put_designation(csv, result, a);
        csv.end_row();
    }
    csv.close();
}

void write_changes(const DesignationResult& result, const std::filesystem::path& file) {
    CsvWriter csv(file, {"variant", "rank", "area_code", "area_name", "change", "physician_index", "class",
                         "firm_points", "grid_points"});
    for (const auto& under : result.under) {
        std::int64_t rank = 0;
        for (const auto& change : under.changes) {
            const auto& area = result.areas[result.judged[change.area]];
            csv.text(under.variant).integer(++rank).text(area.code).text(area.name);
            csv.text(change.enters ? "enters" : "leaves").fixed(*area.index, 1).text(name(*area.physician_class));
            csv.integer(result.firmness[change.area].designated).integer(result.firmness[change.area].points);
            csv.end_row();
        }
    }
    csv.close();
}

/// What a map shows of an area: before and after, or that it could not be judged.
std::string standing(const DesignationResult& result, std::size_t a) {
    const auto& area = result.areas[a];
    if (!area.is_judged()) {
        return std::string(name(area.status));
    }
    const auto j = static_cast<std::size_t>(std::ranges::lower_bound(result.judged, a) - result.judged.begin());
    const auto change = change_of(result, j);
    return !change.empty() ? change : is_designated(result.designation.causes[j]) ? "designated" : "not_designated";
}

void write_map(const DesignationOutputs& outputs, const std::filesystem::path& file) {
    const bool ja = outputs.language == Language::japanese;
    const auto& result = outputs.result;
    GpkgWriter map(file);
    using enum GpkgWriter::FieldType;
    map.begin_layer("designation", designation_notice(outputs), GpkgWriter::Shape::polygon,
                    {{"area_code", text, ja ? "コード" : "Code"},
                     {"area_name", text, ja ? "名称" : "Name"},
                     {"standing", text, ja ? "指定" : "Designation"},
                     {"physician_index", real, ja ? "医師偏在指標" : "Physician index"},
                     {"rurality", integer, ja ? "へき地度" : "Rurality"},
                     {"straight_km", real, ja ? "二次・三次救急まで（直線km）" : "Straight km to emergency hospital"},
                     {"firm_share", real, ja ? "確からしさ（格子の割合）" : "Firmness (share of grid)"}});
    for (std::size_t i = 0; i < result.placed.size(); ++i) {
        const auto a = result.placed[i];
        const auto& area = result.areas[a];
        GpkgWriter::Value firm;
        if (area.is_judged()) {
            const auto j = std::ranges::lower_bound(result.judged, a) - result.judged.begin();
            firm = result.firmness[static_cast<std::size_t>(j)].share();
        }
        map.add(result.polygons[*area.polygon].shape,
                {area.code, area.name, standing(result, a),
                 area.index ? GpkgWriter::Value(*area.index) : GpkgWriter::Value(),
                 static_cast<std::int64_t>(result.variants.front().index[i]), area.hospital->distance.value() / 1000,
                 firm});
    }
    map.add_style("designation", ja ? "指定" : "Designation",
                  categorised_qml(GpkgWriter::Shape::polygon, "standing",
                                  {{"designated", ja ? "指定（変わらず）" : "Designated, as before", colour_yes},
                                   {"enters", ja ? "新たに入る" : "Enters", colour_near},
                                   {"leaves", ja ? "外れる" : "Leaves", "215,48,39,255"},
                                   {"not_designated", ja ? "指定なし" : "Not designated", colour_no},
                                   {"no_index", ja ? "指標なし" : "No index", colour_unknown},
                                   {"name_differs", ja ? "区域が異なる" : "Another area", colour_unknown}}));
    map.close();
}

Json variants_json(const DesignationResult& result) {
    Json json = Json::array();
    for (std::size_t v = 0; v < result.variants.size(); ++v) {
        const auto& variant = result.variants[v];
        Json weights = Json::object();
        for (std::size_t e = 0; e < policy::element_count; ++e) {
            weights[std::string(policy::element_names[e])] =
                variant.model.varies[e] ? Json(variant.model.weights[e]) : Json();
        }
        json.push_back({{"variant", variant.metric},
                        {"weights", std::move(weights)},
                        {"explained", optional_json(variant.model.explained)},
                        {"changes", result.under[v].changes.size()}});
    }
    return json;
}

Json counts_json(const DesignationResult& result) {
    Json json = Json::object();
    for (const auto c : {PhysicianClass::few, PhysicianClass::middle, PhysicianClass::many}) {
        json[std::string(name(c))] = std::ranges::count(result.areas, std::optional(c), &StudiedArea::physician_class);
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

Json manifest(const DesignationOutputs& outputs, const io::OutputFolder& out) {
    const auto& result = outputs.result;
    const auto& head = result.rule.adjustment.head;
    Json files = Json::array();
    for (const auto& file : out.written()) {
        files.push_back(file_json(file));
    }
    return {{"program", "michinori"},
            {"version", outputs.version},
            {"study", outputs.study.id},
            {"attribution", outputs.study.attribution},
            {"rule", {{"id", head.id}, {"source", head.source}, {"assumptions", head.assumptions}}},
            {"inputs", inputs_json(result.log)},
            {"thresholds", {{"few_at_most", result.thresholds.low}, {"many_at_least", result.thresholds.high}}},
            {"classes", counts_json(result)},
            {"areas", result.areas.size()},
            {"areas_placed", result.placed.size()},
            {"areas_judged", result.judged.size()},
            {"variants", variants_json(result)},
            {"firmest", firmest_json(result)},
            {"notice", designation_notice(outputs)},
            {"findings", findings_json(result.log.findings.all(), outputs.language)},
            {"outputs", std::move(files)}};
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
    std::string notice =
        ja ? "医師偏在指標は相対的なものであり、機械的な運用を行うことのないよう留意が必要です（厚生労働省）。"
           : "The physician index is relative and must not be applied mechanically (MHLW).";
    notice += ja ? "へき地度は区域単位の試算で、公表された小地域のへき地尺度ではありません。"
                 : " Rurality here is a trial by area, not the published index of small units.";
    if (outputs.study.areas.approximate) {
        notice += ja ? "区域の境界は近似です。" : " The polygons of the areas are approximate.";
    }
    return notice;
}

void write_designation(const DesignationOutputs& outputs, io::OutputFolder& out) {
    write_areas(outputs.result, out.stage("designation.csv"));
    write_changes(outputs.result, out.stage("changes.csv"));
    write_map(outputs, out.stage("designation.gpkg"));
    out.write_text("designation.json", to_text(manifest(outputs, out)));
}

std::string designation_text(const DesignationOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    const auto& result = outputs.result;
    const auto entering = std::ranges::count(result.designation.changes, true, &policy::DesignationChange::enters);
    const auto counts = counts_json(result);
    auto text = fmt::format(
        fmt::runtime(ja ? "医師少数 {}、中程度 {}、多数 {}（閾値 {:g} / {:g}）。判定した区域 {}、{} が新たに入り {} "
                          "が外れます。\n"
                        : "few {}, middle {}, many {} (thresholds {:g} / {:g}); areas judged {}: {} enter, {} leave\n"),
        counts["few"].get<std::int64_t>(), counts["middle"].get<std::int64_t>(), counts["many"].get<std::int64_t>(),
        result.thresholds.low, result.thresholds.high, result.judged.size(), entering,
        static_cast<std::int64_t>(result.designation.changes.size()) - entering);
    if (!result.firmest.empty()) {
        text += "\n" + std::string(ja ? "最も確からしい変化" : "The firmest changes") + "\n" +
                changes_table(result, ja).text("  ");
    }
    return text + "\n" + designation_notice(outputs);
}

}  // namespace michinori::report
