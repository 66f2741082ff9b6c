// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/closure_study.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <tuple>

#include "scenario/find_group.h"
#include "scenario/placed_faults.h"

namespace michinori::scenario {
namespace {

constexpr double ranking_limit_min = 60;

std::vector<ClosureSettings> asked_for(const Scenario& scenario, const Analysis& analysis) {
    if (scenario.what_if && !scenario.what_if->closures.empty()) {
        return scenario.what_if->closures;
    }
    std::vector<ClosureSettings> every;
    for (const auto& service : analysis.services) {
        every.push_back({service.id, "population", false});
    }
    return every;
}

std::size_t ranking_limit(const access::Service& service) {
    const auto& limits = service.thresholds_min;
    const auto found = std::ranges::find(limits, ranking_limit_min);
    return static_cast<std::size_t>(found == limits.end() ? limits.size() - 1 : found - limits.begin());
}

void rank(std::size_t limit, std::vector<access::ClosureEffect>& effects) {
    std::ranges::stable_sort(effects, std::greater<>(), [&](const access::ClosureEffect& effect) {
        return std::tuple(effect.newly_beyond[limit], effect.cut_off, effect.added_person_minutes);
    });
}

}  // namespace

std::vector<ClosureTable> study_closures(const Scenario& scenario, const Region& region, const Analysis& analysis,
                                         const routing::Engine& engine, Progress& progress) {
    const auto& demand = region.inputs().demand;
    std::vector<ClosureTable> tables;
    for (const auto& wanted : asked_for(scenario, analysis)) {
        progress.begin(fmt::format("closures of {}", wanted.service));
        const auto& service = service_named(wanted.service, analysis.services);
        ClosureTable table;
        table.service = static_cast<std::size_t>(&service - analysis.services.data());
        at_place({scenario.shown, {}, {}}, [&] { table.group = group_named(demand.groups, wanted.group); });
        table.limit = ranking_limit(service);
        if (wanted.pairs && service.facilities.size() > most_for_pairs) {
            throw InputError({FindingCode::bad_value,
                              {scenario.shown, {}, {}},
                              {"closures.pairs", "true",
                               fmt::format("{} has {} facilities; every two are tried for up to {}", service.id,
                                           service.facilities.size(), most_for_pairs)}});
        }
        const access::ClosureEffects effects(engine, service, analysis.result.demand_snaps,
                                             analysis.result.facility_snaps, wanted.pairs ? 2 : 1);
        table.singles = effects.singles(demand.people[table.group]);
        if (wanted.pairs) {
            table.pairs = effects.pairs(demand.people[table.group]);
        }
        rank(table.limit, table.singles);
        rank(table.limit, table.pairs);
        progress.end(fmt::format("{} facilities", table.singles.size()));
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace michinori::scenario
