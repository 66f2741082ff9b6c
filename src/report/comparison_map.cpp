// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "report/comparison_categories.h"
#include "report/comparison_parts.h"

namespace michinori::report {
namespace {

using access::ChangeKind;
using io::GpkgWriter;
using scenario::ComparisonStudy;
using Type = GpkgWriter::FieldType;
using Values = std::vector<GpkgWriter::Value>;

GpkgWriter::Value optional_value(const std::optional<double>& value) {
    return value ? GpkgWriter::Value(*value) : GpkgWriter::Value();
}
GpkgWriter::Value optional_value(const std::optional<std::string>& value) {
    return value ? GpkgWriter::Value(*value) : GpkgWriter::Value();
}

std::string service_title(const ComparisonStudy& study, std::size_t service, Language language) {
    const auto& it = study.before.services[service];
    const auto named = title(it.title_en, it.title_ja, it.id, language);
    return named == it.id ? named : named + " (" + it.id + ")";
}

std::string label(const char* en, const char* ja, const ComparisonStudy& study, std::size_t service,
                  Language language) {
    return language == Language::japanese ? std::string(ja) + "：" + service_title(study, service, language)
                                          : std::string(en) + ": " + service_title(study, service, language);
}

std::string layer_title(const ComparisonStudy& study, const char* en, const char* ja, Language language) {
    const auto variant = title(study.after.title_en, study.after.title_ja, study.after.id, language);
    return language == Language::japanese ? variant + "：" + ja : variant + ": " + en;
}

/// A column that every service has which changes for somebody.
struct ServiceColumn {
    const char* field;
    Type type;
    const char* en;
    const char* ja;
};

void add_fields(const ComparisonStudy& study, std::span<const ServiceColumn> columns, Language language,
                std::vector<GpkgWriter::Field>& fields) {
    for (const auto& of : study.services) {
        if (!changes_for_somebody(of)) {
            continue;
        }
        const auto s = of.service;
        for (const auto& column : columns) {
            fields.push_back({std::string(column.field) + "_" + study.before.services[s].id, column.type,
                              label(column.en, column.ja, study, s, language)});
        }
    }
}

constexpr std::array cell_columns{ServiceColumn{"change_min", Type::real, "Minutes more", "増減(分)"},
                                  ServiceColumn{"change", Type::text, "Change", "変化"},
                                  ServiceColumn{"minutes_before", Type::real, "Minutes before", "変更前(分)"},
                                  ServiceColumn{"minutes_after", Type::real, "Minutes after", "変更後(分)"},
                                  ServiceColumn{"facility_before", Type::text, "Facility before", "変更前の施設"},
                                  ServiceColumn{"facility_after", Type::text, "Facility after", "変更後の施設"}};

std::vector<GpkgWriter::Field> cell_fields(const ComparisonStudy& study, Language language) {
    const bool ja = language == Language::japanese;
    std::vector<GpkgWriter::Field> fields{{"demand_id", Type::text, ja ? "需要点" : "Demand point"},
                                          {"population", Type::real, ja ? "人口" : "People"}};
    add_fields(study, cell_columns, language, fields);
    return fields;
}

GpkgWriter::Value minutes_value(const access::Outcome& outcome) {
    const auto* reached = std::get_if<access::Reached>(&outcome);
    return reached == nullptr ? GpkgWriter::Value() : GpkgWriter::Value(minutes(reached->nearest.time));
}

Values cell_values(const ComparisonStudy& study, std::size_t d) {
    Values values{study.after.demand.points[d].id, study.people.front()[d].value()};
    for (const auto& of : study.services) {
        if (!changes_for_somebody(of)) {
            continue;
        }
        const auto& change = of.changes[d];
        values.push_back(change.longer ? GpkgWriter::Value(static_cast<double>(change.longer->count()) / 60000.0)
                                       : GpkgWriter::Value());
        values.emplace_back(band_or_kind(study, change));
        values.push_back(minutes_value(study.before.outcomes[of.service][d]));
        values.push_back(minutes_value(study.after.outcomes[of.service][d]));
        values.push_back(optional_value(nearest_id(study.before, of.service, d)));
        values.push_back(optional_value(nearest_id(study.after, of.service, d)));
    }
    return values;
}

bool changes_anywhere(const ComparisonStudy& study, std::size_t d) {
    return std::ranges::any_of(study.services, [&](const auto& of) {
        const auto kind = of.changes[d].kind;
        const bool same = kind == ChangeKind::unchanged || kind == ChangeKind::unreached_both;
        return changes_for_somebody(of) && (!same || of.changes[d].other_facility);
    });
}

/// A style for each service that changes, or for all of them.
void add_styles(const ComparisonStudy& study, const std::string& layer, GpkgWriter::Shape shape,
                const std::string& field, const std::vector<Category>& categories, bool all, Language language,
                GpkgWriter& map) {
    for (const auto& of : study.services) {
        if (all || changes_for_somebody(of)) {
            map.add_style(layer, service_title(study, of.service, language),
                          categorised_qml(shape, field + "_" + study.before.services[of.service].id, categories));
        }
    }
}

LayerCount add_cells(const ComparisonStudy& study, Language language, GpkgWriter& map) {
    const auto layer = "cells_" + study.after.id;
    map.begin_layer(layer, layer_title(study, "demand points that change", "変化する需要点", language),
                    GpkgWriter::Shape::point, cell_fields(study, language));
    std::int64_t rows = 0;
    for (std::size_t d = 0; d < study.after.demand.size(); ++d) {
        if (changes_anywhere(study, d)) {
            map.add(study.after.demand.points[d].position, cell_values(study, d));
            ++rows;
        }
    }
    add_styles(study, layer, GpkgWriter::Shape::point, "change", change_categories(study.limits.bands_min, language),
               false, language, map);
    return {layer, rows};
}

constexpr std::array area_columns{
    ServiceColumn{"mean_change_min", Type::real, "Mean minutes more", "平均の増減(分)"},
    ServiceColumn{"mean_change", Type::text, "Mean change", "平均の変化"},
    ServiceColumn{"losers", Type::real, "People who lose", "遠くなる人口"},
    ServiceColumn{"gainers", Type::real, "People who gain", "近くなる人口"},
    ServiceColumn{"newly_beyond_60", Type::real, "Newly beyond 60 min", "新たに60分超の人口"},
    ServiceColumn{"newly_within_60", Type::real, "Newly within 60 min", "新たに60分以内の人口"},
    ServiceColumn{"newly_unreached", Type::real, "No longer reached", "到達不可になる人口"}};

std::vector<GpkgWriter::Field> area_fields(const ComparisonStudy& study, Language language) {
    const bool ja = language == Language::japanese;
    std::vector<GpkgWriter::Field> fields{{"area_code", Type::text, ja ? "コード" : "Code"},
                                          {"area_name", Type::text, ja ? "名称" : "Name"},
                                          {"people", Type::real, ja ? "人口" : "People"}};
    add_fields(study, area_columns, language, fields);
    return fields;
}

/// The band of a mean change; nothing where nobody reaches the service before and after.
GpkgWriter::Value mean_band(const ComparisonStudy& study, const access::ChangeStatistics& row) {
    if (!row.mean_change_min) {
        return {};
    }
    const access::TimeChange mean{std::llround(*row.mean_change_min * 60000)};
    const auto kind = mean.count() == 0 ? ChangeKind::unchanged : ChangeKind::slower;
    return band_or_kind(study, {kind, mean, false});
}

Values area_values(const ComparisonStudy& study, std::size_t level, std::size_t area) {
    const auto& described = study.before.levels[level].areas[area];
    const auto row_of = [&](const scenario::ServiceComparison& of) -> const access::ChangeStatistics& {
        return of.levels[level][area * study.groups.size()];
    };
    Values values{described.code, described.name, row_of(study.services.front()).people.value()};
    for (const auto& of : study.services) {
        if (!changes_for_somebody(of)) {
            continue;
        }
        const auto& row = row_of(of);
        const auto& hour = row.thresholds[threshold_index(study, 60)];
        values.push_back(optional_value(row.mean_change_min));
        values.push_back(mean_band(study, row));
        values.insert(values.end(), {losers(row).value(), gainers(row).value(), hour.newly_beyond.value(),
                                     hour.newly_within.value(), row.of(ChangeKind::newly_unreached).value()});
    }
    return values;
}

LayerCount add_areas(const ComparisonStudy& study, std::size_t level, Language language, GpkgWriter& map) {
    const auto& areas = study.before.levels[level];
    const auto layer = "areas_" + areas.id + "_" + study.after.id;
    map.begin_layer(layer,
                    layer_title(study, "change by area", "区域別の変化", language) + " (" +
                        title(areas.title_en, areas.title_ja, areas.id, language) + ")",
                    GpkgWriter::Shape::polygon, area_fields(study, language));
    for (std::size_t a = 0; a < areas.areas.size(); ++a) {
        map.add(areas.areas[a].shape, area_values(study, level, a));
    }
    add_styles(study, layer, GpkgWriter::Shape::polygon, "mean_change",
               change_categories(study.limits.bands_min, language), false, language, map);
    return {layer, static_cast<std::int64_t>(areas.areas.size())};
}

std::vector<GpkgWriter::Field> facility_fields(const ComparisonStudy& study, Language language) {
    const bool ja = language == Language::japanese;
    std::vector<GpkgWriter::Field> fields{{"facility_id", Type::text, ja ? "識別子" : "Id"},
                                          {"name", Type::text, ja ? "名称" : "Name"}};
    for (std::size_t s = 0; s < study.services.size(); ++s) {
        const auto& id = study.before.services[s].id;
        fields.push_back({"status_" + id, Type::text, label("Status", "状態", study, s, language)});
        fields.push_back({"load_before_" + id, Type::real, label("Load before", "変更前の負荷", study, s, language)});
        fields.push_back({"load_after_" + id, Type::real, label("Load after", "変更後の負荷", study, s, language)});
        fields.push_back({"use_after_" + id, Type::real,
                          label("Load after, % of capacity", "変更後の使用率(%)", study, s, language)});
    }
    return fields;
}

/// What a facility is to each service; nothing where it is nothing to any.
std::optional<Values> facility_values(const ComparisonStudy& study, std::size_t f) {
    const auto& facility = facility_of(study, f);
    Values values{facility.id, facility.name};
    bool concerned = false;
    for (const auto& of : study.services) {
        const auto change = std::ranges::find(of.facilities, f, &scenario::FacilityChange::facility);
        if (change == of.facilities.end()) {
            values.insert(values.end(), 4, GpkgWriter::Value());
            continue;
        }
        concerned = true;
        values.insert(values.end(),
                      {std::string(name(change->status)), change->load.before.value(), change->load.after.value()});
        values.push_back(optional_value(use_percent(change->load.after, change->capacity_after)));
    }
    return concerned ? std::optional(std::move(values)) : std::nullopt;
}

LayerCount add_facilities(const ComparisonStudy& study, Language language, GpkgWriter& map) {
    const auto layer = "facilities_" + study.after.id;
    map.begin_layer(layer, layer_title(study, "facilities", "施設", language), GpkgWriter::Shape::point,
                    facility_fields(study, language));
    std::int64_t rows = 0;
    for (std::size_t f = 0; f < study.facilities.size(); ++f) {
        if (const auto values = facility_values(study, f)) {
            map.add(facility_of(study, f).position, *values);
            ++rows;
        }
    }
    add_styles(study, layer, GpkgWriter::Shape::point, "status", status_categories(language), true, language, map);
    return {layer, rows};
}

bool is_drawn(const access::AreaLevel& level) {
    return std::ranges::any_of(level.areas, [](const auto& area) { return !area.shape.parts.empty(); });
}

}  // namespace

std::vector<LayerCount> write_comparison_map(const ComparisonOutputs& outputs, const std::filesystem::path& file) {
    GpkgWriter map(file);
    std::vector<LayerCount> layers;
    for (const auto& [study, changes] : outputs.variants) {
        if (std::ranges::any_of(study.services, changes_for_somebody)) {
            layers.push_back(add_cells(study, outputs.language, map));
            for (std::size_t l = 0; l < study.before.levels.size(); ++l) {
                if (is_drawn(study.before.levels[l])) {
                    layers.push_back(add_areas(study, l, outputs.language, map));
                }
            }
        }
        layers.push_back(add_facilities(study, outputs.language, map));
    }
    map.close();
    return layers;
}

}  // namespace michinori::report
