// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/gpkg_writer.h"
#include "report/decision_words.h"
#include "report/maternity_outputs.h"
#include "report/support_lines.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using enum GpkgWriter::FieldType;

LayerCount add_points(const RunResults& results, std::size_t r, Language language, GpkgWriter& map) {
    const auto& study = *results.maternity;
    const auto& head = study.book.travel[study.costs.rules[r].rule].head;
    const bool ja = language == Language::japanese;
    const auto name = "support_points_" + head.family;
    map.begin_layer(name, title(head.title_en, head.title_ja, head.id, language), GpkgWriter::Shape::point,
                    {{"demand_id", text, ja ? "需要点" : "Demand point"},
                     {"births", real, ja ? "出生（年）" : "Births a year"},
                     {"normal_risk", text, ja ? "通常の妊婦" : "Normal risk"},
                     {"high_risk", text, ja ? "ハイリスク妊婦" : "High risk"}});
    const auto& points = results.demand.points;
    for (std::size_t d = 0; d < points.size(); ++d) {
        const auto& verdict = study.costs.verdicts[r][d];
        map.add(points[d].position,
                {points[d].id, study.births.empty() ? GpkgWriter::Value() : study.births[d].value(),
                 std::string(policy::name(verdict.normal.verdict)), std::string(policy::name(verdict.high.verdict))});
    }
    const auto categories = verdict_categories(language);
    map.add_style(name, ja ? "ハイリスク妊婦" : "High risk",
                  categorised_qml(GpkgWriter::Shape::point, "high_risk", categories));
    map.add_style(name, ja ? "通常の妊婦" : "Normal risk",
                  categorised_qml(GpkgWriter::Shape::point, "normal_risk", categories));
    return {name, static_cast<std::int64_t>(points.size())};
}

std::vector<GpkgWriter::Field> area_fields(const scenario::MaternityStudy& study, bool ja) {
    std::vector<GpkgWriter::Field> fields{{"code", text, ja ? "コード" : "Code"}, {"name", text, ja ? "名称" : "Name"}};
    for (const auto& chosen : study.costs.rules) {
        const auto& family = study.book.travel[chosen.rule].head.family;
        fields.push_back(
            {"eligible_" + family, real, (ja ? "対象の出生（中央） " : "Eligible births, central: ") + family});
        fields.push_back({"yen_low_" + family, integer, (ja ? "支援額（低位） " : "Support, low: ") + family});
        fields.push_back({"yen_" + family, integer, (ja ? "支援額（中央） " : "Support, central: ") + family});
        fields.push_back({"yen_high_" + family, integer, (ja ? "支援額（高位） " : "Support, high: ") + family});
    }
    return fields;
}

std::vector<GpkgWriter::Value> area_values(const access::AreaLevel::Area& area, const SupportTable& table) {
    std::vector<GpkgWriter::Value> values{area.code, area.name};
    for (const auto& [low, central, high] : table) {
        values.insert(values.end(), {central.people.eligible.value(), low.support.value(), central.support.value(),
                                     high.support.value()});
    }
    return values;
}

/// The municipalities; nothing when the scenario has no such level, or no births.
std::vector<LayerCount> add_areas(const RunResults& results, Language language, GpkgWriter& map) {
    const auto& study = *results.maternity;
    const auto level = find_level(results.levels, results.scenario.maternity->municipality_level);
    if (!level || study.births.empty()) {
        return {};
    }
    const bool ja = language == Language::japanese;
    map.begin_layer("support_areas", ja ? "支援の対象と費用（市区町村）" : "Support by municipality",
                    GpkgWriter::Shape::polygon, area_fields(study, ja));
    std::int64_t rows = 0;
    for (const auto& [area, table] : support_by_area(study, *level)) {
        if (area) {
            const auto& it = results.levels[*level].areas[*area];
            map.add(it.shape, area_values(it, table));
            ++rows;
        }
    }
    return {{"support_areas", rows}};
}

}  // namespace

std::vector<LayerCount> add_support_layers(const RunResults& results, Language language, GpkgWriter& map) {
    auto layers = add_areas(results, language, map);
    for (std::size_t r = 0; r < results.maternity->costs.rules.size(); ++r) {
        layers.push_back(add_points(results, r, language, map));
    }
    return layers;
}

}  // namespace michinori::report
