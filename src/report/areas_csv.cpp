// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <numeric>

#include "io/csv_writer.h"
#include "report/csv_tables.h"

namespace michinori::report {
namespace {

std::vector<std::string> columns(const Summary& summary) {
    std::vector<std::string> names{"level",   "area_code", "area_name", "service",    "group",   "points", "people",
                                   "reached", "unreached", "mean_min",  "median_min", "p90_min", "max_min"};
    for (const double t : summary.thresholds) {
        names.push_back(fmt::format("within_{:g}", t));
    }
    for (const double t : summary.thresholds) {
        names.push_back(fmt::format("beyond_{:g}", t));
    }
    for (const auto reason : network::reason_names) {
        names.push_back(fmt::format("unreached_{}", reason));
    }
    return names;
}

void put_row(io::CsvWriter& csv, const RunResults& results, const Summary& summary, const access::AreaStatistics& row) {
    csv.text(results.services[row.service].id).text(results.demand.groups[row.group]);
    csv.integer(row.points).people(row.people).people(row.reached).people(row.people - row.reached);
    csv.minutes(row.mean_min).minutes(row.median_min).minutes(row.p90_min).minutes(row.max_min);
    for (const double t : summary.thresholds) {
        csv.people(summary.within(row, t));
    }
    for (const double t : summary.thresholds) {
        csv.people(summary.beyond(row, t));
    }
    for (const auto people : row.unreached) {
        csv.people(people);
    }
    csv.end_row();
}

}  // namespace

std::int64_t write_areas_csv(const RunResults& results, const Summary& summary, const std::filesystem::path& file) {
    io::CsvWriter csv(file, columns(summary));
    for (std::size_t level = 0; level < results.levels.size(); ++level) {
        for (const auto& row : summary.levels[level]) {
            csv.text(results.levels[level].id);
            if (row.area) {
                const auto& area = results.levels[level].areas[*row.area];
                csv.text(area.code).text(area.name);
            } else {
                csv.empty().empty();
            }
            put_row(csv, results, summary, row);
        }
    }
    for (const auto& row : summary.region) {
        csv.text("region").empty().empty();
        put_row(csv, results, summary, row);
    }
    return csv.close();
}

}  // namespace michinori::report
