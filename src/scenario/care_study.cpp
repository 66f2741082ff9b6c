// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/care_study.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "scenario/analysis.h"
#include "scenario/care_air.h"
#include "scenario/care_parts.h"
#include "scenario/fault_collector.h"
#include "scenario/find_group.h"
#include "scenario/find_level.h"
#include "scenario/placed_faults.h"
#include "scenario/ward_inputs.h"

namespace michinori::scenario {
namespace {

std::vector<std::size_t> levels_of(const NetworkSettings& settings, const std::vector<access::AreaLevel>& levels) {
    std::vector<std::size_t> found;
    if (settings.report_levels.empty()) {
        for (std::size_t l = 0; l < levels.size(); ++l) {
            found.push_back(l);
        }
    }
    for (const auto& level : settings.report_levels) {
        found.push_back(level_named(levels, level));
    }
    return found;
}

void tell_proxies(const NetworkSettings& settings, const std::string& network, io::InputLog& log) {
    for (const auto& proxy : settings.proxies) {
        log.findings.add({FindingCode::proxy_used, settings.place, {network, proxy}});
    }
}

/// Rule, words, links and aircraft of a network: what can be wrong with it before anything is measured.
CareNetwork read_network(const NetworkSettings& settings, const Inputs& inputs, io::InputLog& log) {
    CareNetwork network;
    network.settings = &settings;
    at_place(settings.place, [&] {
        network.rule = std::make_unique<policy::CareRule>(rule_of(settings, log));
        check_words(settings, *network.rule, inputs.levels);
        network.group = group_named(inputs.demand.groups, settings.group);
        network.levels = levels_of(settings, inputs.levels);
        network.links = read_care_links(settings, *network.rule, inputs.facilities, log);
        if (settings.air) {
            network.bases = read_air_bases(*settings.air, log);
        }
    });
    return network;
}

std::vector<CareNetwork> read_networks(const Scenario& scenario, const Inputs& inputs, io::InputLog& log) {
    FaultCollector faults;
    std::vector<CareNetwork> networks;
    for (const auto& settings : scenario.networks) {
        faults.attempt([&] { networks.push_back(read_network(settings, inputs, log)); });
    }
    faults.stop_if_any();
    for (std::size_t n = 0; n < networks.size(); ++n) {
        for (std::size_t m = 0; m < n; ++m) {
            if (networks[m].rule->head.id == networks[n].rule->head.id) {
                faults.add({FindingCode::duplicate_id, networks[n].settings->place, {networks[n].rule->head.id}});
            }
        }
    }
    faults.stop_if_any();
    return networks;
}

void answer(const CareContext& context, CareNetwork& network) {
    tell_proxies(context.settings, context.rule.head.id, context.log);
    add_offers(context, network);
    add_chains(context, network);
    add_need(context, network);
    add_catchments(context, network);
    add_specialties(context, network);
    add_new_sites(context, network);
    add_concentrations(context, network);
    add_hubs(context, network);
    add_sheets(context, network);
}

}  // namespace

void CareContext::leave_out(CareNetwork& network, const std::string& what, const std::string& why) const {
    network.not_computed.push_back(what + ": " + why);
    log.findings.add({FindingCode::not_computed, settings.place, {rule.head.id, what, why}});
}

std::size_t CareNetwork::offer_named(const std::string& id) const {
    const auto found = std::ranges::find(offers, id, &CareOffer::id);
    return static_cast<std::size_t>(found - offers.begin());
}

void check_networks(const Scenario& scenario, const Inputs& inputs, io::InputLog& log) {
    (void)read_networks(scenario, inputs, log);
}

CareStudy study_networks(const Scenario& scenario, const CareGround& ground, io::InputLog& log, Progress& progress) {
    CareStudy study;
    study.area_of = assign_areas(scenario, ground.inputs(), log.findings);
    study.area_of_facility = assign_places(scenario, ground.inputs(), positions_of(ground.inputs().facilities));
    study.networks = read_networks(scenario, ground.inputs(), log);
    if (const auto& line = scenario.straight_line) {
        log.findings.add({FindingCode::straight_line_times,
                          {scenario.shown, {}, {}},
                          {fmt::format("{}", line->detour), fmt::format("{}", line->speed.value())}});
    }
    FaultCollector faults;
    for (auto& network : study.networks) {
        progress.begin(network.rule->head.id);
        const CareContext context{scenario, ground, study, *network.settings, *network.rule, log, progress};
        faults.attempt([&] { at_place(network.settings->place, [&] { answer(context, network); }); });
        progress.end(fmt::format("{} tiers, {} chains", network.tier_count(), network.chains.size()));
    }
    faults.stop_if_any();
    return study;
}

}  // namespace michinori::scenario
