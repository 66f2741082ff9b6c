// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_outputs.h"

#include <algorithm>

#include "policy/care_need.h"
#include "report/care_parts.h"
#include "report/names_of_ids.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

using scenario::CareNetwork;

struct Table {
    const char* name;
    std::int64_t (*write)(const CareOutputs&, const std::filesystem::path&);
    bool wanted;
};

bool any_tele_helps(const CareNetwork& network) {
    return std::ranges::any_of(network.chains, [](const auto& chain) {
        return std::ranges::any_of(chain.tele, [](const auto& tele) { return !tele.newly.is_zero(); });
    });
}

bool ranks_new_sites(const CareNetwork& network) {
    return std::ranges::any_of(network.new_sites, [](const auto& sites) { return !sites.rows.empty(); });
}

bool ranks_by_area(const CareNetwork& network) {
    return std::ranges::any_of(network.new_sites, [](const auto& sites) { return !sites.settings->level.empty(); });
}

/// A table is wanted where any network has a row for it.
std::vector<Table> tables_of(const CareOutputs& outputs) {
    const auto any = [&](auto has) { return std::ranges::any_of(outputs.study.networks, has); };
    const bool offers = any([](const CareNetwork& network) { return !network.offers.empty(); });
    const bool chains = any([](const CareNetwork& network) { return !network.chains.empty(); });
    const bool need =
        any([](const CareNetwork& network) { return network.need || policy::national_need(*network.rule); });
    const bool catchments = any([](const CareNetwork& network) { return !network.catchments.empty(); });
    const bool concentrations = any([](const CareNetwork& network) { return !network.concentrations.empty(); });
    const bool specialties = any([](const CareNetwork& network) { return !network.specialties.empty(); });
    const bool hubs = any([](const CareNetwork& network) { return !network.hubs.empty(); });
    const bool capabilities = any([](const CareNetwork& network) { return network.capability_reach.has_value(); });
    const bool links = any([](const CareNetwork& network) { return !network.links.all.empty(); });
    const bool every_point = outputs.scenario.outputs.access_csv;
    return {{"care_people.csv", write_care_people_csv, every_point && chains},
            {"care_reach.csv", write_care_reach_csv, every_point && offers},
            {"care_areas.csv", write_care_areas_csv, offers},
            {"care_chains.csv", write_care_chains_csv, chains},
            {"care_missing.csv", write_care_missing_csv, chains},
            {"care_sites.csv", write_care_sites_csv, offers},
            {"care_loads.csv", write_care_loads_csv, chains},
            {"care_tele.csv", write_care_tele_csv, any(any_tele_helps)},
            {"care_need.csv", write_care_need_csv, need},
            {"care_catchments.csv", write_care_catchments_csv, catchments},
            {"care_inequality.csv", write_care_inequality_csv, catchments},
            {"care_lorenz.csv", write_care_lorenz_csv, catchments},
            {"care_new_sites.csv", write_care_new_sites_csv, any(ranks_new_sites)},
            {"care_new_sites_areas.csv", write_care_new_sites_areas_csv, any(ranks_by_area)},
            {"care_concentration.csv", write_care_concentration_csv, concentrations},
            {"care_specialties.csv", write_care_specialties_csv, specialties},
            {"care_hubs.csv", write_care_hubs_csv, hubs},
            {"care_capabilities.csv", write_care_capabilities_csv, capabilities},
            {"care_links.csv", write_care_links_csv, links}};
}

void write_sheets(const CareOutputs& outputs, io::OutputFolder& out) {
    for (const auto& network : outputs.study.networks) {
        for (const auto& sheet : network.sheets) {
            out.write_text(care_sheet_name(outputs, network, sheet), care_sheet(outputs, network, sheet));
        }
    }
}

}  // namespace

void write_care(const CareOutputs& outputs, io::OutputFolder& out) {
    std::vector<StagedTable> staged;
    for (const auto& table : tables_of(outputs)) {
        if (table.wanted) {
            staged.push_back({table.name, table.write(outputs, out.stage(table.name)), {}});
        }
    }
    if (outputs.scenario.outputs.gpkg) {
        staged.push_back(staged_map("care.gpkg", write_care_map(outputs, out.stage("care.gpkg"))));
    }
    write_sheets(outputs, out);
    auto json = care_json(outputs);
    if (outputs.scenario.outputs.workbook) {
        const auto names = names_of_ids({}, outputs.inputs.demand.groups, outputs.inputs.levels);
        staged.push_back(write_workbook(json, names, outputs.language, out));
    }
    json["outputs"] = outputs_json(out, staged);
    out.write_text("care.json", to_text(json));
}

}  // namespace michinori::report
