// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_parts.h"
#include "report/csv_tables.h"
#include "report/summary.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::ComparisonStudy;

bool is_told(const access::PointChange& change) {
    const bool same = change.kind == access::ChangeKind::unchanged || change.kind == access::ChangeKind::unreached_both;
    return !same || change.other_facility;
}

std::string code_of(const scenario::Side& side, const std::optional<std::size_t>& level, std::size_t d) {
    const auto area = level ? side.area_of[*level][d] : std::nullopt;
    return area ? side.levels[*level].areas[*area].code : std::string();
}

void put_home(CsvWriter& csv, const ComparisonStudy& study, std::size_t d) {
    const auto& side = study.before;
    const auto& point = side.demand.points[d];
    const auto municipality = find_level(side.levels, "municipality");
    csv.text(point.id);
    put_degrees(csv, point.position);
    csv.text(municipality ? code_of(side, municipality, d) : point.municipality);
    csv.text(code_of(side, main_level(side.levels), d));
    csv.people(study.people_before.front()[d]).people(study.people.front()[d]);
}

void put_side(CsvWriter& csv, const scenario::Side& side, std::size_t service, std::size_t d) {
    const auto& outcome = side.outcomes[service][d];
    csv.text(status(outcome));
    if (const auto* reached = std::get_if<access::Reached>(&outcome)) {
        csv.minutes(minutes(reached->nearest.time)).text(nearest_id(side, service, d).value());
    } else {
        csv.empty().empty();
    }
}

}  // namespace

std::int64_t write_changed_cells_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"variant", "against", "service", "demand_id", "lon", "lat", "municipality", "area",
                         "population_before", "population", "change", "change_min", "other_facility", "status_before",
                         "minutes_before", "facility_before", "status_after", "minutes_after", "facility_after"});
    for (const auto& [study, changes] : outputs.variants) {
        for (const auto& of : study.services) {
            for (std::size_t d = 0; d < of.changes.size(); ++d) {
                const auto& change = of.changes[d];
                if (!is_told(change)) {
                    continue;
                }
                put_sides(csv, study);
                csv.text(study.before.services[of.service].id);
                put_home(csv, study, d);
                csv.text(band_or_kind(study, change));
                put_change(csv, change.longer);
                csv.integer(change.other_facility ? 1 : 0);
                put_side(csv, study.before, of.service, d);
                put_side(csv, study.after, of.service, d);
                csv.end_row();
            }
        }
    }
    return csv.close();
}

}  // namespace michinori::report
