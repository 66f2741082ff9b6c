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

template <class Word>
CareOffer offer_of(const CareContext& context, const Word& word, Kind kind, const std::string& service) {
    CareOffer offer;
    offer.kind = kind;
    offer.id = word.id;
    offer.title_en = word.title_en;
    offer.title_ja = word.title_ja;
    offer.limit = word.limit;
    offer.service = service;
    const auto giving = facilities_giving(context.scenario, context.ground.inputs(), service);
    offer.sites = context.ground.usable(giving);
    std::ranges::set_difference(giving, offer.sites, std::back_inserter(offer.off));
    offer.lists = context.ground.from_people(offer.sites, context.settings.farthest);
    offer.nearest = context.ground.nearest(offer.sites, offer.lists);
    tell_if_empty(context, offer);
    return offer;
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

std::optional<std::uint32_t> CareOffer::place_of(FacilityId facility) const {
    const auto found = std::ranges::lower_bound(sites, facility);
    return found != sites.end() && *found == facility ? std::optional(static_cast<std::uint32_t>(found - sites.begin()))
                                                      : std::nullopt;
}

void add_offers(const CareContext& context, CareNetwork& network) {
    for (const auto& tier : context.rule.tiers) {
        auto offer = offer_of(context, tier, Kind::tier, context.settings.tiers.at(tier.id));
        if (!tier.level.empty()) {
            offer.level = level_named(context.ground.inputs().levels, context.settings.level_of(tier.level));
        }
        network.offers.push_back(std::move(offer));
    }
    for (const auto& capability : context.rule.capabilities) {
        network.offers.push_back(
            offer_of(context, capability, Kind::capability, context.settings.capabilities.at(capability.id)));
    }
    add_figures(context, network);
}

}  // namespace michinori::scenario
