// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "io/csv_writer.h"
#include "report/csv_tables.h"
#include "report/remote_parts.h"

namespace michinori::report {
namespace {

using scenario::RemoteRow;
using scenario::RemoteTable;

void put_area(io::CsvWriter& csv, const access::AreaLevel::Area* area) {
    csv.text(area == nullptr ? "" : area->code).text(area == nullptr ? "" : area->name);
}

/// To the millimetre: what lies beyond a limit must not read as within it.
void put_metres(io::CsvWriter& csv, Metres distance) {
    csv.fixed(distance.value(), 3);
}

void put_time(io::CsvWriter& csv, const std::optional<TravelTime>& time) {
    csv.minutes(time ? std::optional(minutes(*time)) : std::nullopt);
}

void put_place(io::CsvWriter& csv, const RunResults& results, const RemoteRow& row) {
    const auto& point = results.demand.points[row.centre];
    csv.text(point.id);
    put_degrees(csv, point.position);
    put_area(csv, area_at(results, results.remote->municipality_level, row.centre));
    put_area(csv, area_at(results, results.remote->secondary_level, row.centre));
    csv.people(row.people).people(row.circle_people).integer(static_cast<std::int64_t>(row.cells.size()));
}

void put_attendance(io::CsvWriter& csv, const RemoteRow& row) {
    csv.text(name(row.attendance.cause));
    if (row.transport) {
        csv.integer(row.transport->round_trips);
        put_time(csv, row.transport->time);
    } else {
        csv.empty().empty();
    }
}

void put_straight(io::CsvWriter& csv, const RunResults& results, const RemoteTable& table, const RemoteRow& row) {
    if (!row.nearest) {
        csv.empty().empty().empty().empty().empty();
        return;
    }
    const auto& institution = table.institutions[row.nearest->institution];
    const auto [id, name] = name_of(results, institution);
    csv.text(id).text(name).text(institution.facility ? "facility" : "visit");
    put_metres(csv, row.nearest->distance);
    csv.integer(row.nearest->parted ? 1 : 0);
}

void put_road(io::CsvWriter& csv, const RunResults& results, const RemoteTable& table, const RemoteRow& row) {
    const auto& outcome = results.result.outcomes[table.service][row.centre];
    if (const auto* reached = std::get_if<access::Reached>(&outcome)) {
        csv.text(results.facilities.facilities[reached->nearest.facility.index()].id);
        put_time(csv, reached->nearest.time);
        csv.text("reached");
    } else {
        csv.empty().empty().text(network::name(std::get<network::Reason>(outcome)));
    }
}

bool within(const RunResults& results, const scenario::HubJourney& journey) {
    const auto* time = std::get_if<TravelTime>(&journey);
    return time != nullptr && *time <= results.scenario.remote->hubs->limit;
}

void put_hub(io::CsvWriter& csv, const RunResults& results, const RemoteRow& row) {
    const auto hub = nearest_hub(row);
    if (hub) {
        csv.text(results.facilities.facilities[results.remote->hubs[hub->hub].index()].id);
        put_time(csv, hub->time);
    } else {
        csv.empty().empty();
    }
    if (results.scenario.remote->hubs) {
        csv.integer(std::ranges::count_if(row.hubs, [&](const auto& journey) { return within(results, journey); }));
    } else {
        csv.empty();
    }
}

std::string visits_of(const RunResults& results, const RemoteRow& row) {
    std::string ids;
    for (const auto v : row.visits) {
        ids += (ids.empty() ? "" : ";") + results.remote->visits[v].id;
    }
    return ids;
}

void put_lacks(io::CsvWriter& csv, const RemoteRow& row) {
    const auto& lacks = row.lacks;
    csv.text(failing_codes(row));
    lacks.people ? csv.people(*lacks.people) : csv.empty();
    lacks.institution ? put_metres(csv, *lacks.institution) : static_cast<void>(csv.empty());
    lacks.trips ? csv.integer(*lacks.trips) : csv.empty();
    put_time(csv, lacks.time);
}

void put_cells(io::CsvWriter& csv, const RunResults& results, const std::string& rule, const std::string& kind,
               const std::string& district, const std::vector<std::uint32_t>& cells) {
    for (const auto cell : cells) {
        const auto& point = results.demand.points[cell];
        csv.text(rule).text(point.id);
        put_degrees(csv, point.position);
        csv.people(results.demand.people[0][cell]).text(kind).text(district).end_row();
    }
}

void put_facility(io::CsvWriter& csv, const access::FacilitySet::Facility& facility) {
    csv.text(facility.id).text(facility.name);
    put_degrees(csv, facility.position);
}

}  // namespace

std::int64_t write_remote_districts_csv(const RunResults& results, const std::filesystem::path& file) {
    io::CsvWriter csv(file, {"rule",
                             "district",
                             "candidate",
                             "not_easily",
                             "centre_id",
                             "lon",
                             "lat",
                             "municipality_code",
                             "municipality_name",
                             "secondary_code",
                             "secondary_name",
                             "people",
                             "people_in_circle",
                             "cells",
                             "attend_cause",
                             "round_trips",
                             "transport_minutes",
                             "institution_id",
                             "institution_name",
                             "institution_kind",
                             "institution_straight_m",
                             "institution_parted",
                             "car_facility_id",
                             "car_minutes",
                             "car_status",
                             "hub_id",
                             "hub_car_minutes",
                             "hubs_in_reach",
                             "visits",
                             "failing_tests",
                             "lacks_people",
                             "lacks_institution_m",
                             "lacks_trips",
                             "lacks_minutes"});
    for (const auto& table : results.remote->tables) {
        for (const auto& row : table.rows) {
            csv.text(table.rule.head.id).integer(row.number).text(candidate_code(row));
            csv.text(name(row.attendance.not_easily));
            put_place(csv, results, row);
            put_attendance(csv, row);
            put_straight(csv, results, table, row);
            put_road(csv, results, table, row);
            put_hub(csv, results, row);
            csv.text(visits_of(results, row));
            put_lacks(csv, row);
            csv.end_row();
        }
    }
    return csv.close();
}

std::int64_t write_remote_cells_csv(const RunResults& results, const std::filesystem::path& file) {
    io::CsvWriter csv(file, {"rule", "cell_id", "lon", "lat", "people", "candidate", "district"});
    for (const auto& table : results.remote->tables) {
        const auto& rule = table.rule.head.id;
        for (const auto& row : table.rows) {
            put_cells(csv, results, rule, candidate_code(row), std::to_string(row.number), row.cells);
        }
        put_cells(csv, results, rule, "left_over", "", table.left_over);
    }
    return csv.close();
}

std::int64_t write_remote_hubs_csv(const RunResults& results, const std::filesystem::path& file) {
    io::CsvWriter csv(file,
                      {"rule", "hub_id", "hub_name", "lon", "lat", "limit_minutes", "districts", "near", "people"});
    const auto& study = *results.remote;
    for (const auto& table : study.tables) {
        for (std::size_t h = 0; h < study.hubs.size(); ++h) {
            csv.text(table.rule.head.id);
            put_facility(csv, results.facilities.facilities[study.hubs[h].index()]);
            put_time(csv, results.scenario.remote->hubs->limit);
            csv.integer(table.hubs[h].districts).integer(table.hubs[h].near).people(table.hubs[h].people).end_row();
        }
    }
    return csv.close();
}

std::int64_t write_remote_hub_minutes_csv(const RunResults& results, const std::filesystem::path& file) {
    io::CsvWriter csv(file, {"rule", "district", "candidate", "hub_id", "car_minutes", "status", "within"});
    const auto& study = *results.remote;
    for (const auto& table : study.tables) {
        for (const auto& row : table.rows) {
            for (std::size_t h = 0; h < study.hubs.size(); ++h) {
                csv.text(table.rule.head.id).integer(row.number).text(candidate_code(row));
                csv.text(results.facilities.facilities[study.hubs[h].index()].id);
                const auto* reason = std::get_if<network::Reason>(&row.hubs[h]);
                put_time(csv, reason == nullptr ? std::optional(std::get<TravelTime>(row.hubs[h])) : std::nullopt);
                csv.text(reason == nullptr ? "reached" : network::name(*reason));
                csv.integer(within(results, row.hubs[h]) ? 1 : 0).end_row();
            }
        }
    }
    return csv.close();
}

std::int64_t write_remote_visits_csv(const RunResults& results, const std::filesystem::path& file) {
    io::CsvWriter csv(file, {"rule", "visit_id", "name", "lon", "lat", "sessions", "hub_id", "people_within",
                             "districts_without_visits", "people_of_those"});
    const auto& study = *results.remote;
    for (const auto& table : study.tables) {
        for (const auto& reach : table.visits) {
            const auto& visit = study.visits[reach.visit];
            csv.text(table.rule.head.id).text(visit.id).text(visit.name);
            put_degrees(csv, visit.place);
            csv.fixed(visit.sessions, 2);
            csv.text(visit.hub ? results.facilities.facilities[visit.hub->index()].id : "");
            csv.people(reach.people).integer(reach.districts).people(reach.district_people).end_row();
        }
    }
    return csv.close();
}

}  // namespace michinori::report
