// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <iterator>
#include <utility>

#include "access/service_access.h"
#include "scenario/analysis.h"
#include "scenario/care_parts.h"
#include "scenario/find_level.h"

namespace michinori::scenario {
namespace {

using Kind = CareOffer::Kind;

void tell_if_empty(const CareContext& context, const CareOffer& offer) {
    if (!offer.sites.empty()) {
        return;
    }
    if (offer.kind == Kind::tier) {
        context.log.findings.add({FindingCode::tier_without_facility,
                                  context.settings.place,
                                  {context.rule.head.id, offer.id, offer.service}});
    } else {
        context.log.findings.add({FindingCode::capability_nobody_has,
                                  context.settings.place,
                                  {context.rule.head.id, offer.id, offer.service}});
    }
}

/// Sites and journeys of the offer's service.
void measure(const CareContext& context, CareOffer& offer) {
    const auto giving = facilities_giving(context.scenario, context.ground.inputs(), offer.service);
    offer.sites = context.ground.usable(giving);
    std::ranges::set_difference(giving, offer.sites, std::back_inserter(offer.off));
    offer.lists = context.ground.from_people(offer.sites, context.settings.farthest);
    offer.nearest = context.ground.nearest(offer.sites, offer.lists);
}

/// Several words of a rule may stand for one service; it is measured once.
template <class Word>
void add_offer(const CareContext& context, const Word& word, Kind kind, const std::string& service,
               CareNetwork& network) {
    const auto same = std::ranges::find(network.offers, service, &CareOffer::service);
    const bool measured = same != network.offers.end();
    auto offer = measured ? *same : CareOffer();
    offer.kind = kind;
    offer.id = word.id;
    offer.title_en = word.title_en;
    offer.title_ja = word.title_ja;
    offer.limit = word.limit;
    offer.level.reset();
    offer.service = service;
    if (!measured) {
        measure(context, offer);
    }
    tell_if_empty(context, offer);
    network.offers.push_back(std::move(offer));
}

ReachOfPoint reach_of(const CareOffer& offer) {
    return [&offer](std::size_t p) -> std::optional<CareReach> {
        const auto* reached = std::get_if<access::Reached>(&offer.nearest[p]);
        if (reached == nullptr) {
            return std::nullopt;
        }
        return CareReach{reached->nearest.time, !offer.limit || reached->nearest.time <= *offer.limit};
    };
}

std::vector<std::uint32_t> sites_by_area(const CareContext& context, const CareOffer& offer, std::size_t level) {
    std::vector<std::uint32_t> sites(context.ground.inputs().levels[level].areas.size(), 0);
    for (const auto facility : offer.sites) {
        if (const auto area = context.study.area_of_facility[level][facility.index()]) {
            ++sites[*area];
        }
    }
    return sites;
}

void add_figures(const CareContext& context, CareNetwork& network) {
    const auto& people = context.people(network);
    for (const auto& offer : network.offers) {
        const auto reach = reach_of(offer);
        network.offer_region.push_back(figures_of_all(people, reach));
        auto& by_level = network.offer_areas.emplace_back();
        for (const auto level : network.levels) {
            by_level.push_back(figures_by_area(level, people, context.study.area_of[level],
                                               context.ground.inputs().levels[level].areas.size(), reach));
            by_level.back().sites = sites_by_area(context, offer, level);
        }
    }
}

}  // namespace

std::optional<std::uint32_t> place_in(const std::vector<FacilityId>& ascending, FacilityId facility) {
    const auto found = std::ranges::lower_bound(ascending, facility);
    return found != ascending.end() && *found == facility
               ? std::optional(static_cast<std::uint32_t>(found - ascending.begin()))
               : std::nullopt;
}

void add_offers(const CareContext& context, CareNetwork& network) {
    for (const auto& tier : context.rule.tiers) {
        add_offer(context, tier, Kind::tier, context.settings.tiers.at(tier.id), network);
        if (!tier.level.empty()) {
            network.offers.back().level =
                level_named(context.ground.inputs().levels, context.settings.level_of(tier.level));
        }
    }
    for (const auto& capability : context.rule.capabilities) {
        add_offer(context, capability, Kind::capability, context.settings.capabilities.at(capability.id), network);
    }
    add_figures(context, network);
}

}  // namespace michinori::scenario
