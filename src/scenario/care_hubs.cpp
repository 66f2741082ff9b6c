// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <utility>

#include "scenario/analysis.h"
#include "scenario/care_parts.h"

namespace michinori::scenario {
namespace {

std::vector<std::size_t> capabilities_of(const CareNetwork& network) {
    std::vector<std::size_t> found;
    for (std::size_t o = network.tier_count(); o < network.offers.size(); ++o) {
        found.push_back(o);
    }
    return found;
}

care::CapabilityLimits limits_of(const CareNetwork& network) {
    care::CapabilityLimits limits;
    for (const auto o : capabilities_of(network)) {
        limits.push_back(network.offers[o].limit);
    }
    return limits;
}

/// What a facility can do, by capability of the rule.
care::CapabilitySet own_of(const CareNetwork& network, FacilityId facility) {
    care::CapabilitySet own;
    const auto capabilities = capabilities_of(network);
    for (std::size_t c = 0; c < capabilities.size(); ++c) {
        own[c] = network.offers[capabilities[c]].place_of(facility).has_value();
    }
    return own;
}

/// What of it a partnership is for: what the links between the two name, or anything.
care::CapabilitySet agreed(const CareNetwork& network, FacilityId hub, FacilityId partner) {
    const auto& capabilities = network.rule->capabilities;
    care::CapabilitySet found;
    for (const auto& link : network.links.all) {
        const bool between = (link.from == hub && link.to == partner) || (link.from == partner && link.to == hub);
        for (std::size_t c = 0; between && c < capabilities.size(); ++c) {
            found[c] = found[c] || link.capability.empty() || link.capability == capabilities[c].id;
        }
    }
    return found;
}

CareHub hub_of(const CareContext& context, const CareNetwork& network, FacilityId facility) {
    CareHub hub;
    hub.facility = facility;
    hub.partners = context.ground.usable(network.links.partners(facility));
    care::HubNetwork members;
    members.own = own_of(network, facility);
    for (std::uint32_t s = 0; s < hub.partners.size(); ++s) {
        members.partners.push_back({s, own_of(network, hub.partners[s]) & agreed(network, facility, hub.partners[s])});
    }
    const std::vector<care::HubNetwork> one{std::move(members)};
    hub.coverage =
        care::hub_coverage(one, context.ground.between({facility}, hub.partners), limits_of(network)).front();
    return hub;
}

/// What people have near them of the capabilities, whoever gives it.
care::CapabilityReach reach_of_people(const CareContext& context, const CareNetwork& network) {
    std::vector<care::NearestTimes> nearest;
    for (const auto o : capabilities_of(network)) {
        const auto& offer = network.offers[o];
        nearest.push_back(care::nearest_times(offer.lists, std::vector<bool>(offer.sites.size(), true)));
    }
    return care::capability_reach(nearest, limits_of(network), context.people(network));
}

/// One facility's sheet, line by line.
class SheetMaker {
public:
    SheetMaker(const CareContext& context, const CareNetwork& network) : context_(context), network_(network) {}

    [[nodiscard]] CareSheet make(FacilityId facility) const {
        CareSheet sheet;
        sheet.facility = facility;
        for (const auto o : capabilities_of(network_)) {
            sheet.lines.push_back(line(facility, o));
        }
        return sheet;
    }

private:
    using Partner = CareSheet::Line::Partner;

    [[nodiscard]] CareSheet::Line line(FacilityId facility, std::size_t o) const {
        const auto& offer = network_.offers[o];
        CareSheet::Line line;
        line.offer = o;
        line.own = offer.place_of(facility).has_value();
        const auto able = able_nearest_first(facility, offer);
        const auto declared = network_.links.from(facility, offer.id);
        for (const auto& one : able) {
            if (std::ranges::binary_search(declared, one.facility)) {
                line.partners.push_back(one);
            }
        }
        if (!able.empty() && able.front().time) {
            line.nearest = able.front();
        }
        return line;
    }

    [[nodiscard]] std::vector<Partner> able_nearest_first(FacilityId facility, const CareOffer& offer) const {
        std::vector<FacilityId> others;
        std::ranges::copy_if(offer.sites, std::back_inserter(others), [&](FacilityId f) { return f != facility; });
        const bool stands = !context_.ground.usable({facility}).empty();
        std::vector<Partner> able;
        if (!stands) {
            std::ranges::transform(others, std::back_inserter(able), [](FacilityId f) { return Partner{f, {}}; });
            return able;
        }
        const auto times = context_.ground.between({facility}, others);
        for (std::uint32_t s = 0; s < others.size(); ++s) {
            able.push_back({others[s], times.leads(0, s) ? std::optional(times.at(0, s)) : std::nullopt});
        }
        std::ranges::stable_sort(able, {}, [](const Partner& p) { return p.time.value_or(no_way); });
        return able;
    }

    const CareContext& context_;
    const CareNetwork& network_;
};

}  // namespace

void add_hubs(const CareContext& context, CareNetwork& network) {
    if (!context.rule.capabilities.empty()) {
        network.capability_reach = reach_of_people(context, network);
    }
    if (context.rule.together.empty()) {
        return;
    }
    const auto& tier = network.offers[network.offer_named(context.rule.together)];
    if (tier.sites.empty()) {
        context.leave_out(network, "what hubs and partners can do together", "the tier " + tier.id + " has no site");
    }
    for (const auto facility : tier.sites) {
        network.hubs.push_back(hub_of(context, network, facility));
    }
}

void add_sheets(const CareContext& context, CareNetwork& network) {
    if (!context.settings.sheets) {
        return;
    }
    if (context.rule.capabilities.empty()) {
        context.leave_out(network, "sheets", "the rule has no capabilities");
        return;
    }
    const auto& last = network.offers[network.tier_count() - 1];
    const auto facilities =
        context.settings.sheets_for.empty()
            ? last.sites
            : facilities_giving(context.scenario, context.ground.inputs(), context.settings.sheets_for);
    const SheetMaker maker(context, network);
    for (const auto facility : facilities) {
        network.sheets.push_back(maker.make(facility));
    }
}

}  // namespace michinori::scenario
