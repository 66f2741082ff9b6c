// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_parts.h"

namespace michinori::report {
namespace {

using io::CsvWriter;

void put_capacity(CsvWriter& csv, const std::optional<People>& capacity) {
    capacity ? csv.people(*capacity) : csv.empty();
}

void put_use(CsvWriter& csv, People load, const std::optional<People>& capacity) {
    const auto percent = use_percent(load, capacity);
    percent ? csv.fixed(*percent, 1) : csv.empty();
}

}  // namespace

std::int64_t write_loads_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"variant", "against", "service", "group", "facility_id", "facility_name", "status",
                         "load_before", "load_after", "load_change", "capacity_before", "capacity_after",
                         "use_percent_before", "use_percent_after"});
    for (const auto& [study, changes] : outputs.variants) {
        for (const auto& of : study.services) {
            for (const auto& change : of.facilities) {
                const auto& facility = facility_of(study, change.facility);
                put_sides(csv, study);
                csv.text(study.before.services[of.service].id).text(study.groups[of.load_group]);
                csv.text(facility.id).text(facility.name).text(name(change.status));
                csv.people(change.load.before).people(change.load.after);
                csv.people(change.load.after - change.load.before);
                put_capacity(csv, change.capacity_before);
                put_capacity(csv, change.capacity_after);
                put_use(csv, change.load.before, change.capacity_before);
                put_use(csv, change.load.after, change.capacity_after);
                csv.end_row();
            }
        }
    }
    return csv.close();
}

}  // namespace michinori::report
