// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/csv_writer.h"

#include <variant>

#include "report/csv_tables.h"

namespace michinori::report {
namespace {

constexpr int degree_decimals = 7;  // about a centimetre

/// What every row of one demand point repeats.
struct Home {
    std::string municipality;
    std::string area;
    std::optional<double> snap_m;
};

Home home_of(const RunResults& results, std::size_t d) {
    Home home;
    const auto municipality = find_level(results.levels, "municipality");
    home.municipality = municipality ? area_code(results, *municipality, d) : results.demand.points[d].municipality;
    if (const auto level = main_level(results.levels)) {
        home.area = area_code(results, *level, d);
    }
    home.snap_m = snap_metres(results.result.demand_snaps[d]);
    return home;
}

void put_journey(io::CsvWriter& csv, const RunResults& results, const access::Journey& journey) {
    csv.minutes(minutes(journey.time)).text(results.facilities.facilities[journey.facility.index()].id);
}

void put_outcome(io::CsvWriter& csv, const RunResults& results, const access::Outcome& outcome) {
    csv.text(status(outcome));
    const auto* reached = std::get_if<access::Reached>(&outcome);
    if (reached != nullptr) {
        put_journey(csv, results, reached->nearest);
    } else {
        csv.empty().empty();
    }
    if (reached != nullptr && reached->second) {
        put_journey(csv, results, *reached->second);
    } else {
        csv.empty().empty();
    }
}

}  // namespace

void put_degrees(io::CsvWriter& csv, geo::Point position) {
    if (geo::is_on_earth(position)) {
        csv.fixed(position.lon, degree_decimals).fixed(position.lat, degree_decimals);
    } else {
        csv.empty().empty();
    }
}

std::int64_t write_access_csv(const RunResults& results, const std::filesystem::path& file) {
    io::CsvWriter csv(file, {"demand_id", "lon", "lat", "municipality", "area", "population", "service", "status",
                             "minutes", "facility_id", "second_minutes", "second_facility_id", "snap_m"});
    for (std::size_t d = 0; d < results.demand.size(); ++d) {
        const auto& point = results.demand.points[d];
        const auto home = home_of(results, d);
        for (std::size_t s = 0; s < results.services.size(); ++s) {
            csv.text(point.id);
            put_degrees(csv, point.position);
            csv.text(home.municipality).text(home.area).people(results.demand.people[0][d]);
            csv.text(results.services[s].id);
            put_outcome(csv, results, results.result.outcomes[s][d]);
            home.snap_m ? csv.fixed(*home.snap_m, 1) : csv.empty();
            csv.end_row();
        }
    }
    return csv.close();
}

}  // namespace michinori::report
