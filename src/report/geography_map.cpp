// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/geography_outputs.h"
#include "report/geography_words.h"
#include "report/gpkg_style.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using scenario::GeographyStudy;
using scenario::HospitalDistance;
using Type = GpkgWriter::FieldType;

GpkgWriter::Value optional_value(const std::optional<double>& value) {
    return value ? GpkgWriter::Value(*value) : GpkgWriter::Value();
}
GpkgWriter::Value optional_value(const std::optional<int>& value) {
    return value ? GpkgWriter::Value(std::int64_t{*value}) : GpkgWriter::Value();
}

void add_distance_fields(const GeographyStudy& study, Language language, std::vector<GpkgWriter::Field>& fields) {
    const bool ja = language == Language::japanese;
    fields.push_back({"straight_km", Type::real, ja ? "直線距離 (km)" : "Straight distance (km)"});
    for (std::size_t m = 0; m < study.metrics.size(); ++m) {
        fields.push_back({study.metrics[m].id, Type::real, metric_words(study.metrics, m, language)});
    }
}

void add_distances(const HospitalDistance* hospital, const GeographyStudy& study,
                   std::vector<GpkgWriter::Value>& values) {
    values.push_back(hospital != nullptr && hospital->nearest_straight
                         ? GpkgWriter::Value(hospital->straight.value() / 1000)
                         : GpkgWriter::Value());
    for (std::size_t m = 0; m < study.metrics.size(); ++m) {
        values.push_back(hospital != nullptr ? optional_value(value_by(*hospital, m, study.metrics))
                                             : GpkgWriter::Value());
    }
}

void add_rurality_fields(const GeographyStudy& study, bool of_cells, bool ja, std::vector<GpkgWriter::Field>& fields) {
    for (const auto r : scales_of(study, of_cells)) {
        const auto& id = study.scales[study.rurality[r].scale].id;
        fields.push_back({"rurality_" + id, Type::integer, (ja ? "へき地度 " : "Rurality ") + id});
    }
}

void add_rurality(const GeographyStudy& study, bool of_cells, std::size_t unit,
                  std::vector<GpkgWriter::Value>& values) {
    for (const auto r : scales_of(study, of_cells)) {
        values.push_back(optional_value(study.rurality[r].units[unit]));
    }
}

/// A style per metric in minutes.
void add_styles(const GeographyStudy& study, const std::string& layer, GpkgWriter::Shape shape, Language language,
                GpkgWriter& map) {
    for (std::size_t m = 0; m < study.metrics.size(); ++m) {
        const auto& metric = study.metrics[m];
        if (metric.unit == scenario::MetricUnit::minutes) {
            map.add_style(layer, metric_words(study.metrics, m, language),
                          graduated_qml(shape, metric.id, study.lines.front().thresholds_min, language));
        }
    }
}

LayerCount add_area_geography(const RunResults& results, std::size_t level, Language language, GpkgWriter& map) {
    const bool ja = language == Language::japanese;
    const auto& study = *results.geography;
    const auto& of = results.levels[level];
    const auto layer = "geography_" + of.id;
    std::vector<GpkgWriter::Field> fields{
        {"area_code", Type::text, ja ? "コード" : "Code"},
        {"area_name", Type::text, ja ? "名称" : "Name"},
        {"population", Type::real, ja ? "人口" : "People"},
        {"people_per_km2", Type::real, ja ? "人口密度 (人/km2)" : "People per km2"},
        {"island_without_hospital", Type::integer, ja ? "二次救急のない離島" : "Island without emergency hospital"},
        {"snow_without_hospital", Type::integer,
         ja ? "二次救急のない特別豪雪地帯" : "Special heavy snow without emergency hospital"}};
    add_distance_fields(study, language, fields);
    add_rurality_fields(study, false, ja, fields);
    map.begin_layer(layer, title(of.title_en, of.title_ja, of.id, language) + ": " + geography_notice(study, language),
                    GpkgWriter::Shape::polygon, fields);
    std::int64_t drawn = 0;
    for (std::size_t a = 0; a < study.areas.size(); ++a) {
        const auto& area = study.areas[a];
        const auto& polygon = results.levels[area.level].areas[area.area];
        if (area.level != level || polygon.shape.parts.empty()) {
            continue;
        }
        std::vector<GpkgWriter::Value> values{polygon.code,
                                              polygon.name,
                                              area.people.value(),
                                              optional_value(area.people_per_km2()),
                                              std::int64_t{area.island_without_hospital()},
                                              std::int64_t{area.snow_without_hospital()}};
        add_distances(area.centres.empty() ? nullptr : &area.centres.front().hospital, study, values);
        add_rurality(study, false, a, values);
        map.add(polygon.shape, values);
        ++drawn;
    }
    add_styles(study, layer, GpkgWriter::Shape::polygon, language, map);
    return {layer, drawn};
}

LayerCount add_cell_geography(const RunResults& results, Language language, GpkgWriter& map) {
    const bool ja = language == Language::japanese;
    const auto& study = *results.geography;
    const std::string layer = "geography_cells";
    std::vector<GpkgWriter::Field> fields{{"demand_id", Type::text, ja ? "地点" : "Place"},
                                          {"population", Type::real, ja ? "人口" : "People"}};
    add_distance_fields(study, language, fields);
    add_rurality_fields(study, true, ja, fields);
    map.begin_layer(layer, geography_notice(study, language), GpkgWriter::Shape::point, fields);
    std::int64_t drawn = 0;
    for (std::size_t d = 0; d < study.cells.size(); ++d) {
        if (!geo::is_on_earth(results.demand.points[d].position)) {
            continue;
        }
        std::vector<GpkgWriter::Value> values{results.demand.points[d].id, results.demand.people.front()[d].value()};
        add_distances(&study.cells[d].hospital, study, values);
        add_rurality(study, true, d, values);
        map.add(results.demand.points[d].position, values);
        ++drawn;
    }
    add_styles(study, layer, GpkgWriter::Shape::point, language, map);
    return {layer, drawn};
}

}  // namespace

std::vector<LayerCount> write_geography_map(const RunResults& results, const std::filesystem::path& file,
                                            Language language) {
    GpkgWriter map(file);
    std::vector<LayerCount> layers;
    for (const auto level : results.geography->levels) {
        layers.push_back(add_area_geography(results, level, language, map));
    }
    layers.push_back(add_cell_geography(results, language, map));
    map.close();
    return layers;
}

}  // namespace michinori::report
