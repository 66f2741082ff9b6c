// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_parts.h"
#include "scenario/find_level.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::CareNetwork;
using scenario::CareNewSites;
using scenario::CareOffer;

/// own_level ... best_of_own_area
void put_own_area(CsvWriter& csv, const CareOutputs& outputs, const CareNewSites& sites, std::size_t r) {
    const auto level = scenario::find_level(outputs.inputs.levels, sites.settings->level);
    const auto& row = sites.rows[r];
    if (!level || !row.own_area) {
        put_empty(csv, 6);
        return;
    }
    put_area(csv, outputs.inputs.levels[*level], row.own_area);
    csv.people(row.own_area_within).minutes(row.own_area_mean_min);
    csv.integer(sites.best_of_area[*row.own_area] == r ? 1 : 0);
}

void put_new_site(CsvWriter& csv, const CareOutputs& outputs, const CareNetwork& network, const CareNewSites& sites,
                  std::size_t r) {
    const auto& row = sites.rows[r];
    const auto& facility = facility_of(outputs, sites.candidates[row.candidate]);
    csv.text(network.offers[sites.offer].id).text(sites.settings->candidates);
    csv.fixed(sites.settings->capacity, 6).integer(static_cast<std::int64_t>(r) + 1);
    csv.text(facility.id).text(facility.name);
    put_degrees(csv, facility.position);
    csv.minutes(minutes(network.offers[sites.offer].limit_in_use()))
        .people(row.newly_within)
        .fixed(row.minutes_saved / 60, 3);
    for (const auto cases : row.newly_served) {
        put_people(csv, tells_served(network, sites) ? std::optional(cases) : std::nullopt);
    }
    put_own_area(csv, outputs, sites, r);
}

/// A row for each area of which anybody comes within the limit.
void put_new_site_areas(const CareOutputs& outputs, const CareNetwork& network, const CareNewSites& sites,
                        CareCsv& csv) {
    const auto level = scenario::find_level(outputs.inputs.levels, sites.settings->level);
    for (const auto& row : sites.rows) {
        const auto& facility = facility_of(outputs, sites.candidates[row.candidate]);
        for (std::size_t a = 0; level && a < row.newly_within_of_area.size(); ++a) {
            if (!row.newly_within_of_area[a].is_zero()) {
                auto& out = csv.begin(network).text(network.offers[sites.offer].id);
                out.text(facility.id).text(facility.name);
                put_area(out, outputs.inputs.levels[*level], a);
                out.people(row.newly_within_of_area[a]);
                csv.end();
            }
        }
    }
}

void put_kept(CsvWriter& csv, const CareOutputs& outputs, const CareOffer& offer,
              const std::vector<std::uint32_t>& kept) {
    std::vector<FacilityId> facilities;
    for (const auto site : kept) {
        facilities.push_back(offer.sites[site]);
    }
    csv.text(ids_of(outputs, facilities));
}

void put_concentration(CsvWriter& csv, const CareOutputs& outputs, const CareOffer& offer,
                       const scenario::CareConcentration& table, const scenario::CareConcentration::Row& row) {
    csv.text(offer.id).integer(row.sites).text(row.best ? "best" : "largest").integer(row.proven ? 1 : 0);
    csv.fixed(row.fewest_cases, 6).fixed(row.median_cases, 6).fixed(table.rule->floor, 6).integer(row.under_floor);
    csv.minutes(row.mean_min).minutes(minutes(offer.limit_in_use()));
    csv.people(row.within).people(row.beyond).people(row.without);
    put_share(csv, row.within, row.within + row.beyond + row.without);
    csv.text(table.size_by_load ? "cases_today" : "capacity");
    put_kept(csv, outputs, offer, row.kept);
}

}  // namespace

std::int64_t write_care_new_sites_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"offer",
                       "candidates",
                       "capacity",
                       "rank",
                       "facility_id",
                       "facility_name",
                       "lon",
                       "lat",
                       "limit_min",
                       "newly_within",
                       "person_hours_saved",
                       "newly_served_low",
                       "newly_served_central",
                       "newly_served_high",
                       "own_level",
                       "own_area_code",
                       "own_area_name",
                       "own_area_within",
                       "own_area_mean_min",
                       "best_of_own_area"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& sites : network.new_sites) {
            for (std::size_t r = 0; r < sites.rows.size(); ++r) {
                put_new_site(csv.begin(network), outputs, network, sites, r);
                csv.end();
            }
        }
    }
    return csv.close();
}

std::int64_t write_care_new_sites_areas_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"offer", "facility_id", "facility_name", "level", "area_code", "area_name", "newly_within"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& sites : network.new_sites) {
            put_new_site_areas(outputs, network, sites, csv);
        }
    }
    return csv.close();
}

std::int64_t write_care_concentration_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"offer", "sites", "rule", "proven", "fewest_cases", "median_cases", "floor", "under_floor",
                       "mean_min", "limit_min", "within", "beyond", "without", "share_within", "size_by", "kept"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& table : network.concentrations) {
            for (const auto& row : table.rows) {
                put_concentration(csv.begin(network), outputs, network.offers[table.offer], table, row);
                csv.end();
            }
        }
    }
    return csv.close();
}

}  // namespace michinori::report
