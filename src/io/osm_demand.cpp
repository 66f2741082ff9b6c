// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_demand.h"

#include "io/osm_file.h"

namespace michinori::io {

void check_population_only(const InputFile& file, const DemandOptions& options, const access::DemandSet& demand) {
    if (options.groups.empty() && demand.groups.size() == 1) {
        return;
    }
    const auto group = options.groups.empty() ? demand.groups[1] : options.groups.begin()->first;
    throw InputError({FindingCode::bad_value,
                      {file.shown, std::nullopt, std::nullopt},
                      {"groups", group, "OpenStreetMap gives only the whole population"}});
}

std::unordered_map<std::string, std::size_t> numbered_ids(const access::DemandSet& demand) {
    std::unordered_map<std::string, std::size_t> ids;
    for (const auto& point : demand.points) {
        ids.emplace(point.id, ids.size() + 1);
    }
    return ids;
}

void add_demand_point(access::DemandSet& demand, std::string id, geo::Point position, People people) {
    demand.points.push_back({std::move(id), position, {}});
    demand.people[0].push_back(people);
}

InputRecord osm_record(const InputFile& file, const std::string& role) {
    InputRecord record;
    record.role = role;
    record.file = file.shown;
    record.format = osm_format(file);
    record.encoding = "UTF-8";
    record.crs = "EPSG:4326 (OSM)";
    record.digests = digests_of(file);
    return record;
}

void check_not_empty(const InputFile& file, const InputRecord& record) {
    if (record.rows_used == 0) {
        throw InputError({FindingCode::layer_empty, {file.shown, std::nullopt, std::nullopt}, {}});
    }
}

}  // namespace michinori::io
