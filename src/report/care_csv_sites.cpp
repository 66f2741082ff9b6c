// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_parts.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::CareNetwork;
using scenario::CareOffer;
using scenario::NeedBound;

std::vector<std::string> with_areas(const CareOutputs& outputs, std::vector<std::string> columns,
                                    const std::vector<std::string>& more) {
    const auto areas = area_columns(outputs);
    columns.insert(columns.end(), areas.begin(), areas.end());
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

/// facility_id ... area_*
void put_facility(CsvWriter& csv, const CareOutputs& outputs, FacilityId id) {
    const auto& facility = facility_of(outputs, id);
    csv.text(facility.id).text(facility.name);
    put_degrees(csv, facility.position);
    put_areas_of(csv, outputs, id);
}

std::string capability_ids(const CareNetwork& network, FacilityId facility) {
    std::string text;
    for (const auto offer : capabilities_of(network, facility)) {
        text += (text.empty() ? "" : ";") + network.offers[offer].id;
    }
    return text;
}

/// assigned_low, assigned_central, assigned_high, spare (under the central estimate)
void put_served(CsvWriter& csv, const CareNetwork& network, std::uint32_t site) {
    for (const auto& estimate : *network.need) {
        put_people(csv, estimate.served ? std::optional(estimate.served->load(site)) : std::nullopt);
    }
    const auto& central = (*network.need)[static_cast<std::size_t>(NeedBound::central)].served;
    put_people(csv, central ? std::optional(central->capacity(site) - central->load(site)) : std::nullopt);
}

/// capacity ... spare: of the tier that the need is cared for in.
void put_capacity(CsvWriter& csv, const CareNetwork& network, const CareOffer& offer, std::uint32_t site) {
    const bool counted = network.rule->need && network.rule->need->tier == offer.id;
    counted&& site < network.capacity.size() ? put_people(csv, network.capacity[site]) : put_empty(csv, 1);
    counted&& network.need ? put_served(csv, network, site) : put_empty(csv, 4);
}

void put_facts(CsvWriter& csv, const CareOutputs& outputs, const CareNetwork& network, FacilityId facility) {
    csv.text(capability_ids(network, facility)).text(ids_of(outputs, network.links.partners(facility)));
}

void put_offer(const CareOutputs& outputs, const CareNetwork& network, const CareOffer& offer, CareCsv& csv) {
    const auto nearest = nearest_people(outputs, network, offer);
    for (std::uint32_t site = 0; site < offer.sites.size(); ++site) {
        auto& row = csv.begin(network).text(offer.id).text(name(offer.kind)).text("site");
        put_facility(row, outputs, offer.sites[site]);
        row.people(nearest[site]);
        put_capacity(row, network, offer, site);
        put_facts(row, outputs, network, offer.sites[site]);
        csv.end();
    }
    for (const auto facility : offer.off) {
        auto& row = csv.begin(network).text(offer.id).text(name(offer.kind)).text("off_network");
        put_facility(row, outputs, facility);
        put_empty(row, 6);
        put_facts(row, outputs, network, facility);
        csv.end();
    }
}

/// A row for each site that would help anybody.
void put_consultants(const CareOutputs& outputs, const CareNetwork& network, const scenario::CareChain& chain,
                     const scenario::CareChain::Tele& tele, CareCsv& csv) {
    const auto& sites = network.offers[chain.tiers[tele.step]].sites;
    for (std::size_t site = 0; site < tele.newly_by_site.size(); ++site) {
        if (!tele.newly_by_site[site].is_zero()) {
            const auto& facility = facility_of(outputs, sites[site]);
            auto& row = csv.begin(network).text(chain.rule->id).text(name(chain, tele));
            row.text(facility.id).text(facility.name).people(tele.newly_by_site[site]);
            csv.end();
        }
    }
}

}  // namespace

std::int64_t write_care_sites_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, with_areas(outputs, {"offer", "kind", "status", "facility_id", "facility_name", "lon", "lat"},
                                 {"nearest_people", "capacity", "assigned_low", "assigned_central", "assigned_high",
                                  "spare_central", "capabilities", "partners"}));
    for (const auto& network : outputs.study.networks) {
        for (const auto& offer : network.offers) {
            put_offer(outputs, network, offer, csv);
        }
    }
    return csv.close();
}

std::int64_t write_care_loads_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"chain", "step", "tier", "facility_id", "facility_name", "people"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& chain : network.chains) {
            for (std::size_t step = 0; step < chain.load.size(); ++step) {
                const auto& sites = network.offers[chain.tiers[step]].sites;
                for (std::size_t site = 0; site < sites.size(); ++site) {
                    const auto& facility = facility_of(outputs, sites[site]);
                    csv.begin(network)
                        .text(chain.rule->id)
                        .integer(static_cast<std::int64_t>(step) + 1)
                        .text(tier_of_step(chain, step))
                        .text(facility.id)
                        .text(facility.name)
                        .people(chain.load[step][site]);
                    csv.end();
                }
            }
        }
    }
    return csv.close();
}

std::int64_t write_care_tele_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"chain", "in_place_of", "facility_id", "facility_name", "newly_complete"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& chain : network.chains) {
            for (const auto& tele : chain.tele) {
                put_consultants(outputs, network, chain, tele, csv);
            }
        }
    }
    return csv.close();
}

std::int64_t write_care_links_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"from_id", "from_name", "to_id", "to_name", "capability", "minutes", "people"});
    for (const auto& network : outputs.study.networks) {
        const auto people = link_people(outputs, network);
        for (const auto& link : network.links.all) {
            auto& row = csv.begin(network);
            for (const auto facility : {link.from, link.to}) {
                row.text(facility_of(outputs, facility).id).text(facility_of(outputs, facility).name);
            }
            row.text(link.capability);
            put_time(row, link.time);
            const auto going = people.find({link.from, link.to});
            row.people(going == people.end() ? People() : going->second);
            csv.end();
        }
    }
    return csv.close();
}

}  // namespace michinori::report
