// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "io/csv_writer.h"
#include "report/csv_tables.h"
#include "report/designation_outputs.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::DesignationResult;
using scenario::MetricUnit;

/// Of each row, because a table is passed on without what stands beside it.
std::string_view polygons_word(const DesignationOutputs& outputs) {
    return outputs.study.approximate() ? "approximate" : "as_given";
}

constexpr std::size_t fixed_geography = 11;  // population ... straight_km

std::vector<std::string> columns(const DesignationResult& result) {
    std::vector<std::string> names{"area_code",
                                   "area_name",
                                   "prefecture",
                                   "status",
                                   "population",
                                   "km2",
                                   "people_per_km2",
                                   "island_without_hospital",
                                   "snow_without_hospital",
                                   "centre",
                                   "centre_lon",
                                   "centre_lat",
                                   "hospital_id",
                                   "hospital_name",
                                   "straight_km"};
    for (const auto& metric : result.places.metrics) {
        names.push_back(metric.id);
    }
    for (const auto& variant : result.variants) {
        names.push_back("rurality_" + variant.id);
    }
    names.insert(names.end(), {"physician_index", "class", "designated", "cause", "change", "firm_points",
                               "grid_points", "firm_share", "polygons"});
    return names;
}

void put_empty(CsvWriter& csv, std::size_t fields) {
    for (std::size_t i = 0; i < fields; ++i) {
        csv.empty();
    }
}

/// population ... the last rurality
void put_geography(CsvWriter& csv, const DesignationResult& result, const std::optional<std::size_t>& place) {
    if (!place) {
        put_empty(csv, fixed_geography + result.places.metrics.size() + result.variants.size());
        return;
    }
    const auto& area = result.places.areas[*place];
    csv.people(area.population).fixed(area.km2, 2).fixed(area.people_per_km2(), 2);
    csv.integer(area.island_without_hospital ? 1 : 0).integer(area.snow_without_hospital ? 1 : 0);
    csv.text(name(area.centre_kind));
    put_degrees(csv, area.centre);
    csv.text(area.hospital_id).text(area.hospital_name).fixed(area.straight_km, 3);
    for (std::size_t m = 0; m < result.places.metrics.size(); ++m) {
        const auto& value = area.by_road[m];
        if (result.places.metrics[m].unit == MetricUnit::minutes) {
            csv.minutes(value);
        } else {
            value ? csv.fixed(*value, 3) : csv.empty();
        }
    }
    for (const auto& variant : result.variants) {
        csv.integer(variant.rurality.index[*place]);
    }
}

/// physician_index ... firm_share
void put_designation(CsvWriter& csv, const DesignationResult& result, std::size_t a) {
    const auto& area = result.areas[a];
    area.index ? csv.fixed(*area.index, 1) : csv.empty();
    area.physician_class ? csv.text(name(*area.physician_class)) : csv.empty();
    const auto j = judged_place(result, a);
    if (!j) {
        put_empty(csv, 6);
        return;
    }
    const auto cause = result.designation().causes[*j];
    csv.text(is_designated(cause) ? "yes" : "no").text(name(cause)).text(change_of(result, *j));
    const auto& firm = result.firmness[*j];
    csv.integer(firm.designated).integer(firm.points).fixed(firm.share(), 4);
}

}  // namespace

std::optional<std::size_t> judged_place(const DesignationResult& result, std::size_t area) {
    const auto found = std::ranges::lower_bound(result.judged, area);
    return found != result.judged.end() && *found == area
               ? std::optional(static_cast<std::size_t>(found - result.judged.begin()))
               : std::nullopt;
}

std::string change_of(const DesignationResult& result, std::size_t judged) {
    const auto& changes = result.designation().changes;
    const auto found = std::ranges::find(changes, judged, &policy::DesignationChange::area);
    return found == changes.end() ? "" : found->enters ? "enters" : "leaves";
}

void write_designation_csv(const DesignationOutputs& outputs, const std::filesystem::path& file) {
    const auto& result = outputs.result;
    CsvWriter csv(file, columns(result));
    for (std::size_t a = 0; a < result.areas.size(); ++a) {
        const auto& area = result.areas[a];
        csv.text(area.code).text(area.name).text(area.prefecture).text(name(area.status));
        put_geography(csv, result, area.place);
        put_designation(csv, result, a);
        csv.text(polygons_word(outputs));
        csv.end_row();
    }
    csv.close();
}

void write_changes_csv(const DesignationOutputs& outputs, const std::filesystem::path& file) {
    const auto& result = outputs.result;
    CsvWriter csv(file, {"variant", "rank", "area_code", "area_name", "change", "physician_index", "class", "rurality",
                         "firm_points", "grid_points", "polygons"});
    for (std::size_t v = 0; v < result.under.size(); ++v) {
        std::int64_t rank = 0;
        for (const auto& change : result.under[v].changes) {
            const auto& area = result.areas[result.judged[change.area]];
            csv.text(result.under[v].variant).integer(++rank).text(area.code).text(area.name);
            csv.text(change.enters ? "enters" : "leaves").fixed(*area.index, 1).text(name(*area.physician_class));
            csv.integer(result.variants[v].rurality.index[*area.place]);
            csv.integer(result.firmness[change.area].designated).integer(result.firmness[change.area].points);
            csv.text(polygons_word(outputs));
            csv.end_row();
        }
    }
    csv.close();
}

}  // namespace michinori::report
