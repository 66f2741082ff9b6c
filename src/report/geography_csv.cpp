// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "io/csv_writer.h"
#include "report/csv_tables.h"
#include "report/geography_outputs.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::AreaGeography;
using scenario::GeographyStudy;
using scenario::HospitalDistance;

void put_optional(CsvWriter& csv, const std::optional<double>& value, int decimals) {
    value ? csv.fixed(*value, decimals) : csv.empty();
}

/// straight_km, straight_hospital_id, and for each metric its value, status and hospital.
void add_distance_columns(const GeographyStudy& study, std::vector<std::string>& names) {
    names.insert(names.end(), {"straight_km", "straight_hospital_id"});
    for (const auto& metric : study.metrics) {
        names.insert(names.end(), {metric.id, metric.id + "_status", metric.id + "_hospital_id"});
    }
}
std::size_t distance_columns(const GeographyStudy& study) {
    return 2 + 3 * study.metrics.size();
}

/// Minutes are rounded up like every time that is compared with "within", kilometres to the metre.
void put_by_road(CsvWriter& csv, const RunResults& results, const HospitalDistance& hospital, std::size_t metric) {
    const auto& outcome = hospital.by_road[metric];
    const auto value = value_by(hospital, metric, results.geography->metrics);
    if (results.geography->metrics[metric].unit == scenario::MetricUnit::minutes) {
        csv.minutes(value);
    } else {
        put_optional(csv, value, 3);
    }
    csv.text(status(outcome));
    if (const auto* reached = std::get_if<access::Reached>(&outcome)) {
        csv.text(results.facilities.facilities[reached->nearest.facility.index()].id);
    } else {
        csv.empty();
    }
}

void put_distances(CsvWriter& csv, const RunResults& results, const HospitalDistance& hospital) {
    if (hospital.nearest_straight) {
        csv.fixed(hospital.straight.value() / 1000, 3);
        csv.text(results.facilities.facilities[hospital.nearest_straight->index()].id);
    } else {
        csv.empty().empty();
    }
    for (std::size_t m = 0; m < results.geography->metrics.size(); ++m) {
        put_by_road(csv, results, hospital, m);
    }
}

void put_area_name(CsvWriter& csv, const RunResults& results, const AreaGeography& area) {
    const auto& level = results.levels[area.level];
    csv.text(level.id).text(level.areas[area.area].code).text(level.areas[area.area].name);
}

/// "centre", or the demand point that ways by road begin at.
void put_road_from(CsvWriter& csv, const RunResults& results, const scenario::AreaCentre& centre) {
    csv.text(centre.road_from ? results.demand.points[centre.road_from->index()].id : "centre");
}

void put_rurality(CsvWriter& csv, const std::optional<int>& index) {
    index ? csv.integer(*index) : csv.empty();
}

std::vector<std::string> area_columns(const GeographyStudy& study) {
    std::vector<std::string> names{"level",
                                   "area_code",
                                   "area_name",
                                   "population",
                                   "population_on_roads",
                                   "km2",
                                   "inhabitable_km2",
                                   "people_per_km2",
                                   "people_per_inhabitable_km2",
                                   "population_on_islands_without_hospital",
                                   "population_in_snow_without_hospital",
                                   "island_without_hospital",
                                   "snow_without_hospital",
                                   "centre",
                                   "centre_lon",
                                   "centre_lat",
                                   "road_from"};
    add_distance_columns(study, names);
    for (const auto r : scales_of(study, false)) {
        names.push_back("rurality_" + study.scales[study.rurality[r].scale].id);
    }
    for (const auto r : scales_of(study, true)) {
        names.push_back("mean_rurality_" + study.scales[study.rurality[r].scale].id);
    }
    return names;
}

void put_density(CsvWriter& csv, const AreaGeography& area) {
    put_optional(csv, area.km2, 2);
    put_optional(csv, area.inhabitable_km2, 2);
    put_optional(csv, area.people_per_km2(), 2);
    put_optional(csv, area.inhabitable_km2 ? std::optional(area.people.value() / *area.inhabitable_km2) : std::nullopt,
                 2);
}

void put_area(CsvWriter& csv, const RunResults& results, std::size_t a) {
    const auto& study = *results.geography;
    const auto& area = study.areas[a];
    put_area_name(csv, results, area);
    csv.people(area.people).people(area.on_roads);
    put_density(csv, area);
    csv.people(area.on_island).people(area.in_snow);
    csv.integer(area.island_without_hospital() ? 1 : 0).integer(area.snow_without_hospital() ? 1 : 0);
    if (area.centres.empty()) {
        for (std::size_t i = 0; i < 4 + distance_columns(study); ++i) {
            csv.empty();
        }
    } else {
        csv.text(name(area.centres.front().kind));
        put_degrees(csv, area.centres.front().place);
        put_road_from(csv, results, area.centres.front());
        put_distances(csv, results, area.centres.front().hospital);
    }
    for (const auto r : scales_of(study, false)) {
        put_rurality(csv, study.rurality[r].units[a]);
    }
    for (const auto r : scales_of(study, true)) {
        put_optional(csv, study.rurality[r].area_by_people[a], 2);
    }
    csv.end_row();
}

void put_reach(CsvWriter& csv, const RunResults& results, const std::string& level, const access::AreaLevel::Area* area,
               const access::AreaStatistics& row, const std::string& metric) {
    const auto& line = results.geography->lines[row.service];
    for (std::size_t i = 0; i < line.thresholds_min.size(); ++i) {
        csv.text(level);
        area != nullptr ? csv.text(area->code).text(area->name) : csv.empty().empty();
        csv.text(line.id).text(metric).text(fmt::format("{}", line.thresholds_min[i]));
        const auto unreached = row.people - row.reached;
        const auto not_within = row.people - row.within[i];
        csv.people(row.people).people(row.within[i]).people(row.reached - row.within[i]).people(unreached);
        row.people.is_zero() ? csv.empty() : csv.fixed(not_within.value() / row.people.value(), 4);
        csv.end_row();
    }
}

}  // namespace

std::vector<std::size_t> scales_of(const GeographyStudy& study, bool of_cells) {
    std::vector<std::size_t> found;
    for (std::size_t r = 0; r < study.rurality.size(); ++r) {
        if ((study.scales[study.rurality[r].scale].unit == "cell") == of_cells) {
            found.push_back(r);
        }
    }
    return found;
}

std::int64_t write_geography_csv(const RunResults& results, const std::filesystem::path& file) {
    CsvWriter csv(file, area_columns(*results.geography));
    for (std::size_t a = 0; a < results.geography->areas.size(); ++a) {
        put_area(csv, results, a);
    }
    return csv.close();
}

std::int64_t write_geography_centres_csv(const RunResults& results, const std::filesystem::path& file) {
    std::vector<std::string> names{"level", "area_code", "area_name", "centre", "lon", "lat", "road_from"};
    add_distance_columns(*results.geography, names);
    CsvWriter csv(file, names);
    for (const auto& area : results.geography->areas) {
        for (const auto& centre : area.centres) {
            put_area_name(csv, results, area);
            csv.text(name(centre.kind));
            put_degrees(csv, centre.place);
            put_road_from(csv, results, centre);
            put_distances(csv, results, centre.hospital);
            csv.end_row();
        }
    }
    return csv.close();
}

std::int64_t write_geography_reach_csv(const RunResults& results, const std::filesystem::path& file) {
    const auto& study = *results.geography;
    CsvWriter csv(file, {"level", "area_code", "area_name", "service", "metric", "limit_min", "population", "within",
                         "beyond", "unreached", "share_not_within"});
    for (std::size_t l = 0; l <= study.levels.size(); ++l) {
        const auto* level = l < study.levels.size() ? &results.levels[study.levels[l]] : nullptr;
        for (std::size_t m = 0; m < study.metrics.size(); ++m) {
            if (study.reach[m].empty()) {
                continue;
            }
            for (const auto& row : study.reach[m][l]) {
                const auto* area = level != nullptr && row.area ? &level->areas[*row.area] : nullptr;
                put_reach(csv, results, level != nullptr ? level->id : "region", area, row, study.metrics[m].id);
            }
        }
    }
    return csv.close();
}

std::int64_t write_geography_cells_csv(const RunResults& results, const std::filesystem::path& file) {
    const auto& study = *results.geography;
    std::vector<std::string> names{"demand_id",
                                   "lon",
                                   "lat",
                                   "population",
                                   "km2",
                                   "people_per_km2",
                                   "island_without_hospital",
                                   "snow_without_hospital"};
    add_distance_columns(study, names);
    const auto scales = scales_of(study, true);
    for (const auto r : scales) {
        names.push_back("rurality_" + study.scales[study.rurality[r].scale].id);
    }
    CsvWriter csv(file, names);
    for (std::size_t d = 0; d < study.cells.size(); ++d) {
        const auto& cell = study.cells[d];
        const auto people = results.demand.people.front()[d];
        csv.text(results.demand.points[d].id);
        put_degrees(csv, results.demand.points[d].position);
        csv.people(people);
        put_optional(csv, cell.km2, 4);
        put_optional(csv, cell.km2 ? std::optional(people.value() / *cell.km2) : std::nullopt, 2);
        csv.integer(cell.island_without_hospital ? 1 : 0).integer(cell.snow_without_hospital ? 1 : 0);
        put_distances(csv, results, cell.hospital);
        for (const auto r : scales) {
            put_rurality(csv, study.rurality[r].units[d]);
        }
        csv.end_row();
    }
    return csv.close();
}

}  // namespace michinori::report
