// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <variant>

#include "io/csv_writer.h"
#include "report/csv_tables.h"

namespace michinori::report {
namespace {

bool gives(const access::Service& service, std::size_t facility) {
    return std::ranges::binary_search(service.facilities, FacilityId{facility});
}

std::string services_of(const RunResults& results, std::size_t facility) {
    std::string ids;
    for (const auto& service : results.services) {
        if (gives(service, facility)) {
            ids += (ids.empty() ? "" : ";") + service.id;
        }
    }
    return ids;
}

std::string snap_status(const network::SnapResult& snap) {
    const auto* reason = std::get_if<network::Reason>(&snap);
    return std::string(reason != nullptr ? network::name(*reason) : "on_network");
}

}  // namespace

std::int64_t write_facilities_csv(const RunResults& results, const std::filesystem::path& file) {
    std::vector<std::string> columns{"facility_id", "name", "lon", "lat", "services", "status", "snap_m"};
    for (const auto& service : results.services) {
        columns.push_back("nearest_people_" + service.id);
    }
    const auto people = nearest_people(results);
    io::CsvWriter csv(file, columns);
    for (std::size_t f = 0; f < results.facilities.size(); ++f) {
        const auto& facility = results.facilities.facilities[f];
        const auto& snap = results.result.facility_snaps[f];
        csv.text(facility.id).text(facility.name);
        put_degrees(csv, facility.position);
        csv.text(services_of(results, f)).text(snap_status(snap));
        const auto metres = snap_metres(snap);
        metres ? csv.fixed(*metres, 1) : csv.empty();
        for (std::size_t s = 0; s < results.services.size(); ++s) {
            gives(results.services[s], f) ? csv.people(people[s][f]) : csv.empty();
        }
        csv.end_row();
    }
    return csv.close();
}

}  // namespace michinori::report
