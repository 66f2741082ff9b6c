// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/support_costs.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenario/eligibility.h"
#include "scenario/role_journeys.h"

namespace michinori::scenario {
namespace {

using policy::Origin;
using policy::Risk;
using Areas = std::vector<std::optional<std::uint32_t>>;

std::vector<ChosenRule> rules_on(const RuleBook& book, Date day) {
    std::vector<ChosenRule> rules;
    for (std::size_t f = 0; f < book.travel_families.size(); ++f) {
        const auto chosen = choose_rule(book.travel_families, f, day, false);
        if (const auto* rule = std::get_if<ChosenRule>(&chosen)) {
            rules.push_back(*rule);
        }
    }
    return rules;
}

/// The journeys of all demand points to the services the rules speak of, with distances.
class DemandJourneys {
public:
    DemandJourneys(const Scenario& scenario, const RuleBook& book, const Region& region, const Analysis& analysis,
                   const routing::Engine& engine) {
        const auto of_roles = services_of_roles(scenario, book, analysis.services);
        roles_ = of_roles.roles;
        for (const auto& service : of_roles.services) {
            const auto& known = service_named(service.id, analysis.services);
            const auto s = static_cast<std::size_t>(&known - analysis.services.data());
            std::vector<RoleJourney> journeys;
            for (const auto& outcome : analysis.result.outcomes[s]) {
                journeys.push_back({journey_to(outcome), {}});
            }
            measure_journeys(analysis.result.demand_snaps, journeys, region, engine, analysis.result.facility_snaps);
            journeys_.push_back(std::move(journeys));
        }
    }

    /// In the order of the rule's roles.
    [[nodiscard]] std::vector<policy::JourneyTo> of(const policy::TravelSupport& rule, std::size_t d) const {
        std::vector<policy::JourneyTo> found;
        for (const auto& role : rule.roles) {
            const auto r = static_cast<std::size_t>(std::ranges::find(roles_, role) - roles_.begin());
            found.push_back(journeys_[r][d].journey);
        }
        return found;
    }

private:
    std::vector<std::string> roles_;
    std::vector<std::vector<RoleJourney>> journeys_;  // [role][point]
};

std::vector<std::optional<std::uint32_t>> areas_of(const Analysis& analysis, std::size_t d) {
    Areas areas;
    for (const auto& level : analysis.area_of) {
        areas.push_back(level[d]);
    }
    return areas;
}

/// Whether a rule is the rule of the place where a point lies.
class Territory {
public:
    Territory(const Scenario& scenario, const Region& region, const Analysis& analysis) {
        const auto& levels = region.inputs().levels;
        const auto found = std::ranges::find(levels, scenario.maternity->municipality_level, &access::AreaLevel::id);
        if (found != levels.end()) {
            level_ = &*found;
            area_of_ = &analysis.area_of[static_cast<std::size_t>(found - levels.begin())];
        }
    }
    [[nodiscard]] bool holds(const policy::RuleHead& head, std::size_t d) const {
        if (head.municipalities.empty()) {
            return true;
        }
        const auto area = area_of_ == nullptr ? std::nullopt : (*area_of_)[d];
        return area && std::ranges::find(head.municipalities, level_->areas[*area].code) != head.municipalities.end();
    }

private:
    const access::AreaLevel* level_ = nullptr;
    const access::AreaOfDemand* area_of_ = nullptr;
};

ExpectedRange expected_at(const policy::TravelSupport& rule, const policy::EstimateAssumptions& assumptions,
                          People births, std::span<const policy::JourneyTo> journeys) {
    ExpectedRange range;
    for (const auto bound : policy::bounds) {
        range[static_cast<std::size_t>(bound)] = policy::expect(rule, assumptions, bound, births, journeys);
    }
    return range;
}

void add(const ExpectedRange& more, ExpectedRange& into) {
    for (std::size_t b = 0; b < into.size(); ++b) {
        into[b] += more[b];
    }
}

}  // namespace

SupportCosts estimate_support(const Scenario& scenario, const RuleBook& book, Date day, std::span<const People> births,
                              const Region& region, const Analysis& analysis, const routing::Engine& engine) {
    const auto points = region.inputs().demand.size();
    const DemandJourneys journeys(scenario, book, region, analysis, engine);
    const Territory territory(scenario, region, analysis);
    SupportCosts costs;
    costs.rules = rules_on(book, day);
    std::map<Areas, std::vector<ExpectedRange>> pieces;
    for (std::size_t r = 0; r < costs.rules.size(); ++r) {
        const auto& rule = book.travel[costs.rules[r].rule];
        std::vector<SupportCosts::PointVerdict> verdicts(points);
        std::vector<ExpectedRange> expected(points);
        tbb::parallel_for(std::size_t{0}, points, [&](std::size_t d) {
            const auto to = journeys.of(rule, d);
            verdicts[d] = {decide(rule, {Risk::normal, Origin::home, {}}, to),
                           decide(rule, {Risk::high, Origin::home, {}}, to)};
            if (!births.empty() && territory.holds(rule.head, d)) {
                expected[d] = expected_at(rule, scenario.maternity->estimate, births[d], to);
            }
        });
        for (std::size_t d = 0; d < points; ++d) {
            auto& piece = pieces[areas_of(analysis, d)];
            piece.resize(costs.rules.size());
            add(expected[d], piece[r]);
        }
        costs.verdicts.push_back(std::move(verdicts));
    }
    for (auto& [areas, by_rule] : pieces) {
        costs.pieces.push_back({areas, std::move(by_rule)});
    }
    return costs;
}

}  // namespace michinori::scenario
