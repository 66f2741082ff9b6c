// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "report/comparison_parts.h"
#include "report/csv_tables.h"

namespace michinori::report {
namespace {

using access::ChangeKind;
using io::CsvWriter;
using scenario::ComparisonStudy;
using scenario::ServiceComparison;
using Inequalities = std::optional<access::Inequality>;

/// All variants are compared by the same limits: those of one scenario.
access::ComparisonLimits limits_of(const ComparisonOutputs& outputs) {
    return outputs.variants.empty() ? access::ComparisonLimits{} : outputs.variants.front().study.limits;
}

std::vector<std::string> columns(const access::ComparisonLimits& limits) {
    std::vector<std::string> names{
        "variant",   "against",       "service",         "group",          "level",          "area_code",
        "area_name", "points",        "people_before",   "people",         "unchanged",      "faster",
        "slower",    "newly_reached", "newly_unreached", "unreached_both", "other_facility", "mean_change_min"};
    for (const auto& band : band_names(limits.bands_min)) {
        names.push_back(band);
    }
    for (const double t : limits.thresholds_min) {
        for (const char* what : {"within_{:g}_before", "within_{:g}_after", "newly_beyond_{:g}", "newly_within_{:g}"}) {
            names.push_back(fmt::format(fmt::runtime(what), t));
        }
    }
    for (const auto reason : network::reason_names) {
        names.push_back(fmt::format("newly_unreached_{}", reason));
    }
    for (const char* index : {"gini", "theil", "palma"}) {
        names.push_back(fmt::format("{}_before", index));
        names.push_back(fmt::format("{}_after", index));
    }
    return names;
}

void put_number(CsvWriter& csv, const std::optional<double>& value, int decimals) {
    value ? csv.fixed(*value, decimals) : csv.empty();
}

void put_both(CsvWriter& csv, const Inequalities& before, const Inequalities& after,
              std::optional<double> (*part)(const access::Inequality&)) {
    put_number(csv, before ? part(*before) : std::nullopt, 6);
    put_number(csv, after ? part(*after) : std::nullopt, 6);
}

void put_inequality(CsvWriter& csv, const access::ChangeStatistics& row) {
    put_both(csv, row.before, row.after, [](const access::Inequality& i) { return std::optional(i.gini); });
    put_both(csv, row.before, row.after, [](const access::Inequality& i) { return std::optional(i.theil); });
    put_both(csv, row.before, row.after, [](const access::Inequality& i) { return i.palma; });
}

void put_row(CsvWriter& csv, const ComparisonStudy& study, const access::ChangeStatistics& row) {
    csv.integer(row.points).people(row.people_before).people(row.people);
    for (const auto people : row.by_kind) {
        csv.people(people);
    }
    csv.people(row.other_facility);
    put_number(csv, row.mean_change_min, 3);
    for (const auto people : row.bands) {
        csv.people(people);
    }
    for (std::size_t t = 0; t < study.limits.thresholds_min.size(); ++t) {
        const auto& sums = row.thresholds[t];
        csv.people(sums.within_before).people(sums.within_after);
        csv.people(sums.newly_beyond).people(sums.newly_within);
    }
    for (const auto people : row.newly_unreached) {
        csv.people(people);
    }
    put_inequality(csv, row);
    csv.end_row();
}

void put_rows(CsvWriter& csv, const ComparisonStudy& study, const ServiceComparison& of, const std::string& level,
              const access::AreaLevel* areas, const std::vector<access::ChangeStatistics>& rows) {
    for (const auto& row : rows) {
        put_sides(csv, study);
        csv.text(study.before.services[of.service].id).text(study.groups[row.group]).text(level);
        if (areas != nullptr && row.area) {
            csv.text(areas->areas[*row.area].code).text(areas->areas[*row.area].name);
        } else {
            csv.empty().empty();
        }
        put_row(csv, study, row);
    }
}

void put_place(CsvWriter& csv, const ComparisonStudy& study, const std::optional<access::LargestLoss>& loss) {
    if (!loss) {
        csv.empty().empty().empty().empty().empty().empty();
        return;
    }
    const auto& point = study.after.demand.points[loss->point.index()];
    csv.people(loss->people).text(point.id);
    put_degrees(csv, point.position);
    const auto* area = place_of(study.before, loss->point);
    csv.text(area == nullptr ? "" : area->code).text(area == nullptr ? "" : area->name);
}

void put_births(CsvWriter& csv, const ComparisonStudy& study, const ServiceComparison& of) {
    if (!study.births) {
        csv.empty().empty().empty().empty().empty().empty();
        return;
    }
    const auto& row = of.region[*study.births];
    const auto beyond = row.thresholds[threshold_index(study, 60)].newly_beyond;
    const auto high = high_risk_births(study, beyond);
    csv.people(losers(row)).people(row.of(ChangeKind::newly_unreached)).people(beyond);
    csv.people(high.low).people(high.central).people(high.high);
}

/// Facilities that give the service, and of them those with more load than capacity and those whose capacity is not
/// known.
struct Capacities {
    std::int64_t open = 0;
    std::int64_t over = 0;
    std::int64_t not_known = 0;
    void add(People load, const std::optional<People>& capacity) {
        ++open;
        over += capacity && load > *capacity ? 1 : 0;
        not_known += capacity ? 0 : 1;
    }
};

void put_capacities(CsvWriter& csv, const ServiceComparison& of) {
    Capacities before;
    Capacities after;
    for (const auto& facility : of.facilities) {
        if (facility.status != scenario::FacilityStatus::opened) {
            before.add(facility.load.before, facility.capacity_before);
        }
        if (facility.status != scenario::FacilityStatus::closed) {
            after.add(facility.load.after, facility.capacity_after);
        }
    }
    csv.integer(before.open).integer(after.open);
    if (of.capacity_asked) {
        csv.integer(before.over).integer(after.over).integer(after.not_known);
    } else {
        csv.empty().empty().empty();
    }
}

void put_headline(CsvWriter& csv, const ComparisonStudy& study, const ServiceComparison& of) {
    const auto& row = of.region.front();
    const auto& hour = row.thresholds[threshold_index(study, 60)];
    put_sides(csv, study);
    csv.text(study.after.title_en).text(study.after.title_ja).text(study.before.services[of.service].id);
    csv.people(row.people_before).people(row.people).people(losers(row)).people(gainers(row));
    csv.people(row.of(ChangeKind::newly_unreached)).people(row.of(ChangeKind::newly_reached));
    csv.people(row.other_facility).people(hour.newly_beyond).people(hour.newly_within);
    put_number(csv, row.mean_change_min, 3);
    put_inequality(csv, row);
    put_change(csv, of.largest_increase ? of.largest_increase->longer : std::nullopt);
    put_place(csv, study, of.largest_increase);
    put_place(csv, study, of.largest_cut_off);
    put_births(csv, study, of);
    put_capacities(csv, of);
    csv.end_row();
}

}  // namespace

std::int64_t write_comparison_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, columns(limits_of(outputs)));
    for (const auto& [study, changes] : outputs.variants) {
        for (const auto& of : study.services) {
            for (std::size_t l = 0; l < of.levels.size(); ++l) {
                put_rows(csv, study, of, study.before.levels[l].id, &study.before.levels[l], of.levels[l]);
            }
            put_rows(csv, study, of, "region", nullptr, of.region);
        }
    }
    return csv.close();
}

std::int64_t write_variants_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"variant",
                         "against",
                         "title_en",
                         "title_ja",
                         "service",
                         "people_before",
                         "people",
                         "losers",
                         "gainers",
                         "newly_unreached",
                         "newly_reached",
                         "other_facility",
                         "newly_beyond_60",
                         "newly_within_60",
                         "mean_change_min",
                         "gini_before",
                         "gini_after",
                         "theil_before",
                         "theil_after",
                         "palma_before",
                         "palma_after",
                         "largest_increase_min",
                         "largest_increase_people",
                         "largest_increase_demand_id",
                         "largest_increase_lon",
                         "largest_increase_lat",
                         "largest_increase_area_code",
                         "largest_increase_area_name",
                         "largest_cut_off_people",
                         "largest_cut_off_demand_id",
                         "largest_cut_off_lon",
                         "largest_cut_off_lat",
                         "largest_cut_off_area_code",
                         "largest_cut_off_area_name",
                         "births_losing",
                         "births_newly_unreached",
                         "births_newly_beyond_60",
                         "high_risk_births_newly_beyond_60_low",
                         "high_risk_births_newly_beyond_60_central",
                         "high_risk_births_newly_beyond_60_high",
                         "facilities_before",
                         "facilities_after",
                         "over_capacity_before",
                         "over_capacity_after",
                         "capacity_not_known"});
    for (const auto& [study, changes] : outputs.variants) {
        for (const auto& of : study.services) {
            put_headline(csv, study, of);
        }
    }
    return csv.close();
}

}  // namespace michinori::report
