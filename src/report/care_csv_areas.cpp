// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_parts.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::CareAreas;
using scenario::CareChain;
using scenario::CareFigures;
using scenario::CareNetwork;

/// people ... max_min: the same for offers and chains.
void put_figures(CsvWriter& csv, const CareFigures& figures) {
    csv.people(figures.people).people(figures.reached).people(figures.within);
    put_share(csv, figures.within, figures.people);
    csv.minutes(figures.mean_min).minutes(figures.max_min);
}

/// A row for every area, those in none, and the region: head(row) after the area, tail(row, area) last.
template <class Row>
void put_levels(const CareOutputs& outputs, const std::vector<CareAreas>& levels, const CareFigures& region,
                const Row& row) {
    for (const auto& table : levels) {
        const auto& level = outputs.inputs.levels[table.level];
        for (std::size_t a = 0; a < table.areas.size(); ++a) {
            row(&level, std::optional(a), table.areas[a], &table);
        }
        if (table.elsewhere) {
            row(&level, std::nullopt, *table.elsewhere, &table);
        }
    }
    row(nullptr, std::nullopt, region, nullptr);
}

void put_place(CsvWriter& csv, const access::AreaLevel* level, std::optional<std::size_t> area) {
    level == nullptr ? put_region(csv) : put_area(csv, *level, area);
}

/// sites, required, lacking
void put_sites(CsvWriter& csv, const scenario::CareOffer& offer, const CareAreas* table,
               std::optional<std::size_t> area) {
    if (table == nullptr) {
        csv.integer(static_cast<std::int64_t>(offer.sites.size())).empty().empty();
    } else if (!area) {
        put_empty(csv, 3);
    } else {
        const bool required = offer.level == table->level;
        csv.integer(table->sites[*area]).integer(required ? 1 : 0);
        csv.integer(required && table->sites[*area] == 0 ? 1 : 0);
    }
}

void put_offer(const CareOutputs& outputs, const CareNetwork& network, std::size_t o, CareCsv& csv) {
    const auto& offer = network.offers[o];
    put_levels(outputs, network.offer_areas[o], network.offer_region[o],
               [&](const access::AreaLevel* level, std::optional<std::size_t> area, const CareFigures& figures,
                   const CareAreas* table) {
                   auto& row = csv.begin(network);
                   put_place(row, level, area);
                   row.text(offer.id).text(name(offer.kind));
                   put_sites(row, offer, table, area);
                   put_figures(row, figures);
                   put_time(row, offer.limit);
                   csv.end();
               });
}

/// A row of a chain: by which means, and how many people come to have it whole by them.
void put_chain_row(CsvWriter& row, const CareChain& chain, const std::string& by, const CareFigures& figures,
                   std::optional<People> newly) {
    row.text(chain.rule->id).text(by);
    put_figures(row, figures);
    put_people(row, newly);
    put_time(row, chain.rule->limit);
}

void put_region_row(const CareNetwork& network, const CareChain& chain, const std::string& by,
                    const CareFigures& figures, People newly, CareCsv& csv) {
    auto& row = csv.begin(network);
    put_region(row);
    put_chain_row(row, chain, by, figures, newly);
    csv.end();
}

void put_chain(const CareOutputs& outputs, const CareNetwork& network, const CareChain& chain, CareCsv& csv) {
    put_levels(outputs, chain.levels, chain.region,
               [&](const access::AreaLevel* level, std::optional<std::size_t> area, const CareFigures& figures,
                   const CareAreas*) {
                   auto& row = csv.begin(network);
                   put_place(row, level, area);
                   put_chain_row(row, chain, "road", figures, std::nullopt);
                   csv.end();
               });
    if (!chain.flown.empty()) {
        put_region_row(network, chain, "air", chain.region_flown, chain.region_flown.within - chain.region.within, csv);
    }
    for (const auto& tele : chain.tele) {
        put_region_row(network, chain, name(chain, tele), tele.region, tele.newly, csv);
    }
}

void put_missing(const CareNetwork& network, const CareChain& chain, const access::AreaLevel* level,
                 std::optional<std::size_t> area, const std::vector<MissingStep>& steps, CareCsv& csv) {
    for (const auto& missing : steps) {
        auto& row = csv.begin(network);
        put_place(row, level, area);
        row.text(chain.rule->id).integer(static_cast<std::int64_t>(missing.step) + 1);
        row.text(tier_of_step(chain, missing.step)).text(name(missing.why)).people(missing.people);
        csv.end();
    }
}

}  // namespace

std::int64_t write_care_areas_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"level", "area_code", "area_name", "offer", "kind", "sites", "required", "lacking", "people",
                       "reached", "within", "share_within", "mean_min", "max_min", "limit_min"});
    for (const auto& network : outputs.study.networks) {
        for (std::size_t o = 0; o < network.offers.size(); ++o) {
            put_offer(outputs, network, o, csv);
        }
    }
    return csv.close();
}

std::int64_t write_care_chains_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"level", "area_code", "area_name", "chain", "by", "people", "reached", "complete",
                       "share_complete", "mean_min", "max_min", "newly_complete", "limit_min"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& chain : network.chains) {
            put_chain(outputs, network, chain, csv);
        }
    }
    return csv.close();
}

std::int64_t write_care_missing_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"level", "area_code", "area_name", "chain", "step", "tier", "why", "people"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& chain : network.chains) {
            for (const auto l : network.levels) {
                const auto& level = outputs.inputs.levels[l];
                const auto steps = missing_steps(outputs, network, chain, l);
                for (std::size_t a = 0; a < level.areas.size(); ++a) {
                    put_missing(network, chain, &level, a, steps[a], csv);
                }
                put_missing(network, chain, &level, std::nullopt, steps.back(), csv);
            }
            put_missing(network, chain, nullptr, std::nullopt, missing_steps(outputs, network, chain), csv);
        }
    }
    return csv.close();
}

}  // namespace michinori::report
