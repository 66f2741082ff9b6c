// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "scenario/care_parts.h"

namespace michinori::scenario {
namespace {

std::vector<People> cases_of(const std::vector<People>& people, double share) {
    std::vector<People> cases;
    cases.reserve(people.size());
    for (const auto group : people) {
        cases.push_back(People::from_double(group.value() * share));
    }
    return cases;
}

CareNeed::Area area_of_point(const CareNeed& need, std::size_t point) {
    CareNeed::Area area;
    area.cases = need.cases[point];
    if (need.served == nullptr) {
        return area;
    }
    const auto unserved = need.served->unserved(point);
    area.served = area.cases - unserved;
    (need.served->all_full(point) ? area.full : area.too_far) = unserved;
    return area;
}

void add(CareNeed::Area& to, const CareNeed::Area& area) {
    to.cases += area.cases;
    to.served += area.served;
    to.too_far += area.too_far;
    to.full += area.full;
}

void add_areas(const CareContext& context, CareNeed& need) {
    const auto& levels = context.ground.inputs().levels;
    for (const auto& level : levels) {
        need.areas.emplace_back(level.areas.size() + 1);
    }
    for (std::size_t p = 0; p < need.cases.size(); ++p) {
        const auto point = area_of_point(need, p);
        add(need.region, point);
        for (std::size_t l = 0; l < levels.size(); ++l) {
            const auto area = context.study.area_of[l][p];
            add(need.areas[l][area ? *area : levels[l].areas.size()], point);
        }
    }
}

/// What the sites of the tier can take; nothing where no column is named.
std::optional<std::vector<std::optional<People>>> capacity_of(const CareContext& context, const CareOffer& tier) {
    const auto named = std::ranges::find(context.settings.capacities, tier.id, &NetworkSettings::Numbers::tier);
    if (named == context.settings.capacities.end()) {
        return std::nullopt;
    }
    const auto numbers = named->each ? std::vector<std::optional<double>>(tier.sites.size(), named->each)
                                     : care_numbers(named->column, tier.sites, context.facilities());
    std::vector<std::optional<People>> capacity;
    std::vector<std::string> unknown;
    for (std::size_t s = 0; s < numbers.size(); ++s) {
        capacity.push_back(numbers[s] ? std::optional(People::from_double(*numbers[s])) : std::nullopt);
        if (!numbers[s]) {
            unknown.push_back(context.facilities().facilities[tier.sites[s].index()].id);
        }
    }
    if (!unknown.empty()) {
        context.log.findings.add(
            {FindingCode::capacity_not_given,
             context.settings.place,
             {context.rule.head.id, std::to_string(unknown.size()), tier.id, named->column, listed(unknown, 3)}});
    }
    return capacity;
}

std::unique_ptr<care::Assignment> assign(const CareNetwork& network, const std::vector<People>& cases) {
    auto served = std::make_unique<care::Assignment>(*network.reach, cases);
    for (std::uint32_t s = 0; s < network.capacity.size(); ++s) {
        if (network.capacity[s] && !network.capacity[s]->is_zero()) {
            served->open(s, *network.capacity[s]);
        }
    }
    return served;
}

/// A capacity that nothing of the rule asks for is a slip more often than not.
void tell_unused_capacities(const CareContext& context, CareNetwork& network) {
    for (const auto& numbers : context.settings.capacities) {
        const bool needed = context.rule.need && context.rule.need->tier == numbers.tier;
        const bool concentrated =
            std::ranges::find(context.rule.concentrations, numbers.tier, &policy::CareRule::Concentration::tier) !=
            context.rule.concentrations.end();
        if (!needed && !concentrated) {
            context.leave_out(network, "capacity of " + numbers.tier, "the rule has no need of this tier");
        }
    }
}

}  // namespace

routing::SparseTable within_limit(const routing::SparseTable& lists, std::optional<TravelTime> limit) {
    routing::SparseTable near;
    near.site_count = lists.site_count;
    for (std::size_t p = 0; p < lists.point_count(); ++p) {
        const auto list = lists.of(p);
        const auto end =
            std::ranges::find_if(list, [&](const auto& entry) { return limit && TravelTime{entry.time} > *limit; });
        near.append({list.begin(), end});
    }
    return near;
}

void add_need(const CareContext& context, CareNetwork& network) {
    tell_unused_capacities(context, network);
    if (!context.rule.need) {
        return;
    }
    const auto& rule = *context.rule.need;
    const auto& tier = network.offers[network.offer_named(rule.tier)];
    auto capacity = capacity_of(context, tier);
    if (capacity) {
        network.capacity = std::move(*capacity);
        network.reach = std::make_unique<routing::SparseTable>(within_limit(tier.lists, tier.limit));
    } else {
        context.leave_out(network, "who is served where",
                          fmt::format("network.capacity names no column for the tier {}", rule.tier));
    }
    network.need.emplace();
    const std::array<double, need_bounds> shares{rule.low, rule.central, rule.high};
    for (std::size_t b = 0; b < need_bounds; ++b) {
        auto& need = (*network.need)[b];
        need.cases = cases_of(context.people(network), shares[b] * context.settings.group_factor);
        if (network.reach != nullptr) {
            need.served = assign(network, need.cases);
        }
        add_areas(context, need);
    }
}

}  // namespace michinori::scenario
