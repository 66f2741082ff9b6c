// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/home_decider.h"

#include <algorithm>

namespace michinori::scenario {
namespace {

using policy::Verdict;

bool is_for(const policy::RuleHead& head, const std::string& municipality) {
    return head.municipalities.empty() ||
           std::ranges::find(head.municipalities, municipality) != head.municipalities.end();
}

std::optional<Metres> distance_of(const policy::JourneyTo& journey) {
    const auto* trip = std::get_if<policy::Trip>(&journey);
    return trip == nullptr ? std::nullopt : trip->distance;
}

}  // namespace

HomeDecider::Answer HomeDecider::decide(std::uint32_t h) const {
    Answer answer;
    const auto& home = batch_.homes[h];
    const Place place{file_, home.row, {}};
    const auto date = home.date ? home.date : day_;
    if (!date) {
        answer.refusal = Finding{FindingCode::empty_value, place, {"date"}};
        return answer;
    }
    for (std::size_t f = 0; f < batch_.book.travel_families.size(); ++f) {
        if (!is_for(batch_.book.travel_families[f].versions.front().head, batch_.municipalities[h])) {
            continue;
        }
        auto chosen = choose_rule(batch_.book.travel_families, f, *date, outside_dates_);
        HomeDecision one{h, f, {}, {}, {}};
        if (auto* none = std::get_if<RuleGap>(&chosen)) {
            answer.not_in_force.push_back({none->code, place, std::move(none->arguments)});
        } else {
            one.chosen = std::get<ChosenRule>(chosen);
            apply_rule(one);
        }
        answer.decisions.push_back(std::move(one));
    }
    if (answer.decisions.empty()) {
        answer.refusal = Finding{FindingCode::rule_for_nobody, place, {batch_.municipalities[h]}};
    } else if (answer.not_in_force.size() == answer.decisions.size()) {
        answer.refusal = answer.not_in_force.front();
    }
    return answer;
}

void HomeDecider::apply_rule(HomeDecision& one) const {
    const auto& rule = batch_.rule(one);
    const auto& home = batch_.homes[one.home];
    const auto journeys = batch_.journeys_for(rule, one.home);
    one.decision = policy::decide(rule, home.woman, journeys);
    if (one.decision->verdict == Verdict::eligible || one.decision->verdict == Verdict::near_limit) {
        const auto applied = *one.decision->applied;
        one.payment = pay(rule, applied, one.home, journeys[rule.cases[applied].destination]);
    }
}

policy::PaymentResult HomeDecider::pay(const policy::TravelSupport& rule, std::size_t applied, std::uint32_t h,
                                       const policy::JourneyTo& journey) const {
    const auto& home = batch_.homes[h];
    auto claim = home.claim;
    const bool many_trips = rule.cases[applied].most_trips > 1;
    claim.trips = many_trips ? home.visits.value_or(1) : 1;
    claim.nights = many_trips && !rule.lodging ? 0 : home.claim.nights;  // nobody lodges for check-ups
    const bool to_lodging = rule.lodging && rule.lodging->transport_to_lodging && claim.nights > 0;
    claim.one_way = to_lodging && home.lodging ? distance_to_lodging(h) : distance_of(journey);
    auto result = policy::pay(rule, applied, claim);
    if (auto* payment = std::get_if<policy::Payment>(&result)) {
        if (to_lodging && !home.lodging) {
            payment->notes.push_back(policy::PaymentNote::lodging_place_unknown);
        }
        if (many_trips && !home.visits) {
            payment->notes.push_back(policy::PaymentNote::one_visit_assumed);
        }
    }
    return result;
}

std::optional<Metres> HomeDecider::distance_to_lodging(std::uint32_t h) const {
    const auto to = region_.snapper().snap(*batch_.homes[h].lodging);
    const auto* start = std::get_if<network::Snapped>(&batch_.snaps[h]);
    const auto* end = std::get_if<network::Snapped>(&to);
    return start == nullptr || end == nullptr ? std::nullopt : distance_between(*start, *end, region_, engine_);
}

}  // namespace michinori::scenario
