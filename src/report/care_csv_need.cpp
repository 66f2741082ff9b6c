// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "policy/care_need.h"
#include "report/care_parts.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::CareCatchment;
using scenario::CareNeed;
using scenario::CareNetwork;
using scenario::CareSpecialty;
using scenario::NeedBound;

constexpr std::array bounds{NeedBound::low, NeedBound::central, NeedBound::high};

/// cases ... share_unmet; without any capacity only cases are known.
void put_cases(CsvWriter& csv, const CareNeed& need, const CareNeed::Area& area) {
    csv.people(area.cases);
    if (!need.served) {
        put_empty(csv, 5);
        return;
    }
    const auto unmet = area.cases - area.served;
    csv.people(area.served).people(unmet).people(area.too_far).people(area.full);
    put_share(csv, unmet, area.cases);
}

void put_bound(const CareOutputs& outputs, const CareNetwork& network, NeedBound bound, CareCsv& csv) {
    const auto& need = (*network.need)[static_cast<std::size_t>(bound)];
    for (const auto l : network.levels) {
        const auto& level = outputs.inputs.levels[l];
        for (std::size_t a = 0; a < need.areas[l].size(); ++a) {
            const bool known = a < level.areas.size();
            if (known || !need.areas[l][a].cases.is_zero()) {
                auto& row = csv.begin(network);
                put_area(row, level, known ? std::optional(a) : std::nullopt);
                row.text(name(bound));
                put_cases(row, need, need.areas[l][a]);
                csv.end();
            }
        }
    }
    auto& row = csv.begin(network);
    put_region(row);
    row.text(name(bound));
    put_cases(row, need, need.region);
    csv.end();
}

/// The published numbers of the nation, by the same shares.
void put_nation(const CareNetwork& network, CareCsv& csv) {
    const auto nation = policy::national_need(*network.rule);
    for (std::size_t b = 0; nation && b < bounds.size(); ++b) {
        const auto& need = (*nation)[b];
        auto& row = csv.begin(network).text("nation").empty().empty().text(name(bounds[b]));
        row.fixed(need.cases, 6).fixed(need.done, 6).fixed(need.unmet, 6).empty().empty();
        put_number(row, need.share);
        csv.end();
    }
}

void put_catchment(CsvWriter& csv, const CareCatchment& catchment, std::optional<double> mean) {
    csv.text(catchment.settings->id).text(name(catchment.settings->method)).text(shape_of(*catchment.settings));
    put_number(csv, mean ? std::optional(*mean * per_people) : std::nullopt);
}

void put_means(const CareOutputs& outputs, const CareNetwork& network, const CareCatchment& catchment, CareCsv& csv) {
    for (const auto l : network.levels) {
        const auto& level = outputs.inputs.levels[l];
        for (std::size_t a = 0; a < level.areas.size(); ++a) {
            auto& row = csv.begin(network);
            put_area(row, level, a);
            put_catchment(row, catchment, catchment.mean[l][a]);
            csv.end();
        }
    }
    auto& row = csv.begin(network);
    put_region(row);
    put_catchment(row, catchment, mean_access(outputs, network, catchment));
    csv.end();
}

/// capacity ... palma
void put_whole(CsvWriter& csv, const CareCatchment& catchment) {
    csv.fixed(catchment.found.capacity, 6).fixed(catchment.found.reached, 6).fixed(catchment.found.delivered, 6);
    if (const auto& spread = catchment.inequality) {
        csv.fixed(spread->gini, 6).fixed(spread->theil, 6);
        put_number(csv, spread->palma);
    } else {
        put_empty(csv, 3);
    }
}

void put_inequality(const CareOutputs& outputs, const CareNetwork& network, const CareCatchment& catchment,
                    CareCsv& csv) {
    auto& whole = csv.begin(network).text(catchment.settings->id).text("region");
    put_whole(whole, catchment);
    whole.empty().empty();
    csv.end();
    for (const auto l : network.levels) {
        if (const auto& split = catchment.split[l]) {
            auto& row = csv.begin(network).text(catchment.settings->id);
            row.text(outputs.inputs.levels[l].id);
            put_empty(row, 6);
            row.fixed(split->between, 6).fixed(split->within, 6);
            csv.end();
        }
    }
}

/// specialty ... few
void put_physicians(CsvWriter& csv, const CareSpecialty& specialty, const CareSpecialty::Area& area) {
    csv.text(specialty.rule->id).fixed(area.physicians, 6).people(area.people);
    put_number(csv, area.per_100000);
    csv.fixed(specialty.rule->national_per_100000, 6);
    put_number(csv, area.ratio);
    csv.fixed(specialty.rule->few_below, 6);
    area.ratio ? csv.integer(area.few ? 1 : 0) : csv.empty();
}

/// within, share_within, limit_min: of the tier whose sites the physicians work at.
void put_reach(CsvWriter& csv, const CareNetwork& network, const CareSpecialty& specialty,
               const scenario::CareFigures& figures) {
    csv.people(figures.within);
    put_share(csv, figures.within, figures.people);
    put_time(csv, network.offers[specialty.offer].limit);
}

void put_specialty(const CareOutputs& outputs, const CareNetwork& network, const CareSpecialty& specialty,
                   CareCsv& csv) {
    for (const auto& reach : network.offer_areas[specialty.offer]) {
        const auto& areas = specialty.areas[reach.level];
        for (std::size_t a = 0; a < areas.size(); ++a) {
            auto& row = csv.begin(network);
            put_area(row, outputs.inputs.levels[reach.level], a);
            put_physicians(row, specialty, areas[a]);
            put_reach(row, network, specialty, reach.areas[a]);
            csv.end();
        }
    }
    auto& row = csv.begin(network);
    put_region(row);
    put_physicians(row, specialty, specialty.region);
    put_reach(row, network, specialty, network.offer_region[specialty.offer]);
    csv.end();
}

}  // namespace

std::int64_t write_care_need_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"level", "area_code", "area_name", "bound", "cases", "served", "unmet", "too_far", "full",
                       "share_unmet"});
    for (const auto& network : outputs.study.networks) {
        for (std::size_t b = 0; network.need && b < bounds.size(); ++b) {
            put_bound(outputs, network, bounds[b], csv);
        }
        put_nation(network, csv);
    }
    return csv.close();
}

std::int64_t write_care_catchments_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"level", "area_code", "area_name", "catchment", "method", "shape", "capacity_per_100000"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& catchment : network.catchments) {
            put_means(outputs, network, catchment, csv);
        }
    }
    return csv.close();
}

std::int64_t write_care_inequality_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"catchment", "level", "capacity", "reached", "delivered", "gini", "theil", "palma",
                       "theil_between", "theil_within"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& catchment : network.catchments) {
            put_inequality(outputs, network, catchment, csv);
        }
    }
    return csv.close();
}

std::int64_t write_care_lorenz_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"catchment", "people_share", "capacity_share"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& catchment : network.catchments) {
            for (const auto& point : catchment.lorenz) {
                csv.begin(network)
                    .text(catchment.settings->id)
                    .fixed(point.people_share, 6)
                    .fixed(point.value_share, 6);
                csv.end();
            }
        }
    }
    return csv.close();
}

std::int64_t write_care_specialties_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"level", "area_code", "area_name", "specialty", "physicians", "people", "per_100000",
                       "national_per_100000", "ratio", "few_below", "few", "within", "share_within", "limit_min"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& specialty : network.specialties) {
            put_specialty(outputs, network, specialty, csv);
        }
    }
    return csv.close();
}

}  // namespace michinori::report
