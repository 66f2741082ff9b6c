// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/geography_outputs.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/geography_words.h"
#include "report/text_table.h"

namespace michinori::report {
namespace {

using scenario::AreaGeography;
using scenario::GeographyStudy;

Json metrics_json(const GeographyStudy& study) {
    Json json = Json::array();
    for (const auto& metric : study.metrics) {
        json.push_back({{"metric", metric.id},
                        {"unit", metric.unit == scenario::MetricUnit::minutes ? "minutes" : "km"},
                        {"profile", metric.profile},
                        {"season", metric.season == network::Season::winter ? "winter" : "summer"}});
    }
    return json;
}

Json scales_json(const GeographyStudy& study) {
    Json json = Json::array();
    for (const auto& rurality : study.rurality) {
        const auto& scale = study.scales[rurality.scale];
        json.push_back({{"scale", scale.id},
                        {"unit", scale.unit},
                        {"metric", scale.metric},
                        {"source", scale.source},
                        {"units_of_the_nation", scale.units},
                        {"made_up", scale.made_up},
                        {"approximate", scale.approximate},
                        {"told", std::ranges::count_if(rurality.units, [](const auto& u) { return u.has_value(); })},
                        {"counted_farthest", rurality.counted_farthest}});
    }
    return json;
}

/// People of the region by line, metric and limit.
Json reach_json(const GeographyStudy& study) {
    Json json = Json::array();
    for (std::size_t m = 0; m < study.metrics.size(); ++m) {
        if (study.reach[m].empty()) {
            continue;
        }
        for (const auto& row : study.reach[m].back()) {
            const auto& line = study.lines[row.service];
            for (std::size_t i = 0; i < line.thresholds_min.size(); ++i) {
                json.push_back({{"service", line.id},
                                {"metric", study.metrics[m].id},
                                {"minutes", line.thresholds_min[i]},
                                {"people", people_json(row.people)},
                                {"within", people_json(row.within[i])},
                                {"beyond", people_json(row.reached - row.within[i])},
                                {"unreached", people_json(row.people - row.reached)}});
            }
        }
    }
    return json;
}

std::string number(const std::optional<double>& value, int decimals) {
    return value ? fmt::format("{:.{}f}", *value, decimals) : "-";
}

/// The metrics a screen has room for.
constexpr std::size_t shown_metrics = 3;

std::vector<TextTable::Column> text_columns(const GeographyStudy& study, Language language) {
    using enum TextTable::Align;
    const bool ja = language == Language::japanese;
    std::vector<TextTable::Column> columns{{ja ? "区域" : "Area", left},
                                           {ja ? "人口" : "People", right},
                                           {ja ? "人/km2" : "per km2", right},
                                           {ja ? "直線km" : "straight km", right}};
    for (std::size_t m = 0; m < std::min(shown_metrics, study.metrics.size()); ++m) {
        columns.push_back({metric_words(study.metrics, m, language), right});
    }
    for (const auto r : scales_of(study, false)) {
        columns.push_back({(ja ? "へき地度 " : "rurality ") + study.scales[study.rurality[r].scale].id, right});
    }
    return columns;
}

std::vector<std::string> text_row(const RunResults& results, std::size_t a) {
    const auto& study = *results.geography;
    const auto& area = study.areas[a];
    const auto& named = results.levels[area.level].areas[area.area];
    std::vector<std::string> fields{named.code + " " + named.name, grouped(area.people),
                                    number(area.people_per_km2(), 1)};
    const auto* hospital = area.centres.empty() ? nullptr : &area.centres.front().hospital;
    const bool has_straight = hospital != nullptr && hospital->nearest_straight;
    fields.push_back(number(has_straight ? std::optional(hospital->straight.value() / 1000) : std::nullopt, 1));
    for (std::size_t m = 0; m < std::min(shown_metrics, study.metrics.size()); ++m) {
        fields.push_back(number(hospital != nullptr ? value_by(*hospital, m, study.metrics) : std::nullopt, 1));
    }
    for (const auto r : scales_of(study, false)) {
        const auto& index = study.rurality[r].units[a];
        fields.push_back(index ? std::to_string(*index) : "-");
    }
    return fields;
}

}  // namespace

std::vector<StagedTable> write_geography_outputs(const RunResults& results, io::OutputFolder& out, Language language) {
    std::vector<StagedTable> staged;
    const auto table = [&](const char* name, auto write) {
        staged.push_back({name, write(results, out.stage(name)), {}});
    };
    table("geography.csv", write_geography_csv);
    table("geography_centres.csv", write_geography_centres_csv);
    table("geography_reach.csv", write_geography_reach_csv);
    table("geography_cells.csv", write_geography_cells_csv);
    if (results.scenario.geography->reference != scenario::GeographySettings::Reference::scales) {
        out.write_text("rurality_scales.toml", scenario::rurality_scales_toml(results.geography->scales));
    }
    if (results.scenario.outputs.gpkg) {
        staged.push_back(
            staged_map("geography.gpkg", write_geography_map(results, out.stage("geography.gpkg"), language)));
    }
    return staged;
}

std::string geography_notice(const GeographyStudy& study, Language language) {
    const bool ja = language == Language::japanese;
    std::string notice = ja ? "直近の二次（三次を含む）救急医療機関まで。道路の値は自動車で、船は距離・時間に数えます。"
                            : "To the nearest second-line (or third-line) emergency hospital. By road means by car; "
                              "ferries count with their length and time.";
    const auto any = [&](bool scenario::RuralityScale::*mark) {
        return std::ranges::any_of(study.rurality, [&](const auto& r) { return study.scales[r.scale].*mark; });
    };
    return notice +
           scale_notice(any(&scenario::RuralityScale::made_up), any(&scenario::RuralityScale::approximate), language);
}

Json geography_json(const RunResults& results, Language language) {
    const auto& study = *results.geography;
    Json lines = Json::array();
    for (const auto& line : study.lines) {
        lines.push_back({{"service", line.id}, {"facilities", line.facilities.size()}});
    }
    return {{"lines", std::move(lines)},
            {"metrics", metrics_json(study)},
            {"areas", study.areas.size()},
            {"cells", study.cells.size()},
            {"rurality", scales_json(study)},
            {"reach", reach_json(study)},
            {"notice", geography_notice(study, language)}};
}

std::string geography_text(const RunResults& results, Language language) {
    const bool ja = language == Language::japanese;
    const auto& study = *results.geography;
    std::string text = ja ? "地理的要素\n" : "Geography\n";
    const auto main = main_level(results.levels);
    const bool asked = main && std::ranges::find(study.levels, *main) != study.levels.end();
    if (asked || !study.levels.empty()) {
        const auto level = asked ? *main : study.levels.front();
        TextTable table(text_columns(study, language));
        for (std::size_t a = 0; a < study.areas.size(); ++a) {
            if (study.areas[a].level == level) {
                table.row(text_row(results, a));
            }
        }
        text += table.text("  ");
    }
    return text + geography_notice(study, language);
}

}  // namespace michinori::report
