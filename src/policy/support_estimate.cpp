// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/support_estimate.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace michinori::policy {
namespace {

/// A share of a number of people, to the millionth.
People part_of(People people, double share) {
    return People::from_micro(std::llround(static_cast<double>(people.micro()) * share));
}

People times(People people, int count) {
    return People::from_micro(people.micro() * count);
}

Wide micro_yen(People people, Yen each) {
    return static_cast<Wide>(people.micro()) * each.value();
}

/// Parts of a number of people by shares, to the millionth: each is cut at its end, so that they add up to the whole
/// when the shares do.
class Parts {
public:
    explicit Parts(People whole) : whole_(whole) {}
    People next(double share) {
        taken_share_ += share;
        const auto end = part_of(whole_, std::min(taken_share_, 1.0));
        return end - std::exchange(taken_, end);
    }

private:
    People whole_;
    double taken_share_ = 0;
    People taken_;
};

/// A kind of woman and her share of the births.
struct Kind {
    Woman woman;
    double share = 0;
};

std::array<Kind, 4> kinds(const EstimateAssumptions& assumptions, Bound bound) {
    const double high = assumptions.high_risk_share.at(bound);
    const double late = assumptions.late_change_share.at(bound);
    const auto kind = [&](Risk risk, bool late_change) {
        const double share = (risk == Risk::high ? high : 1 - high) * (late_change ? late : 1 - late);
        return Kind{
            {risk, Origin::home, late_change ? std::set<std::string>{late_change_flag} : std::set<std::string>{}},
            share};
    };
    return {kind(Risk::normal, false), kind(Risk::normal, true), kind(Risk::high, false), kind(Risk::high, true)};
}

bool counts(const Decision& decision, Bound bound) {
    return decision.verdict == Verdict::eligible ||
           (decision.verdict == Verdict::near_limit &&
            (bound == Bound::high || (bound == Bound::central && decision.by_the_number)));
}

/// A kind of claim and its share of the claims.
struct ClaimKind {
    Claim claim;
    double share = 0;
};

std::vector<ClaimKind> claim_kinds(const TravelSupport& rule, std::size_t applied,
                                   const EstimateAssumptions& assumptions, Bound bound, const JourneyTo& journey) {
    const auto* trip = std::get_if<Trip>(&journey);
    const auto one_way = trip == nullptr ? std::nullopt : trip->distance;
    const bool taxis = rule.transport.pays[static_cast<std::size_t>(Mode::taxi)];
    const double by_taxi = taxis ? assumptions.taxi_share.at(bound) : 0;
    const double lodges = rule.lodging ? assumptions.lodging_share.at(bound) : 0;
    const int most_trips = rule.cases[applied].most_trips;
    const int trips = most_trips == 1 ? 1 : assumptions.visits.at(bound);
    std::vector<ClaimKind> kinds;
    for (const auto mode : {Mode::car, Mode::taxi}) {
        for (const bool lodging : {false, true}) {
            const double share = (mode == Mode::taxi ? by_taxi : 1 - by_taxi) * (lodging ? lodges : 1 - lodges);
            Claim claim;
            claim.mode = mode;
            claim.one_way = one_way;
            claim.trips = trips;
            if (mode == Mode::taxi && one_way) {
                claim.transport_actual =
                    Yen{std::llround(2 * one_way->value() / 1000 * assumptions.taxi_yen_per_km.at(bound))};
            }
            if (lodging) {
                claim.nights = assumptions.nights.at(bound);
                claim.lodging_per_night = assumptions.lodging_yen.at(bound);
            }
            if (share > 0) {
                kinds.push_back({claim, share});
            }
        }
    }
    return kinds;
}

void add_claims(const TravelSupport& rule, std::size_t applied, const EstimateAssumptions& assumptions, Bound bound,
                const JourneyTo& journey, People claims, Expected& into) {
    into.claims += claims;
    Parts parts(claims);
    for (const auto& [claim, share] : claim_kinds(rule, applied, assumptions, bound, journey)) {
        const auto people = parts.next(share);
        const auto result = pay(rule, applied, claim);
        const auto* payment = std::get_if<Payment>(&result);
        if (payment == nullptr) {
            into.unpriced += people;
            continue;
        }
        into.trips += times(people, payment->trips);
        into.nights += times(people, payment->nights);
        into.micro_support += micro_yen(people, payment->support);
        into.micro_cost += micro_yen(people, payment->cost);
    }
}

}  // namespace

Expected& Expected::operator+=(const Expected& other) {
    births += other.births;
    eligible += other.eligible;
    near_limit += other.near_limit;
    undecided += other.undecided;
    claims += other.claims;
    unpriced += other.unpriced;
    trips += other.trips;
    nights += other.nights;
    micro_support += other.micro_support;
    micro_cost += other.micro_cost;
    return *this;
}

Yen whole_yen(Wide micro) {
    return rounded(micro, 1000000, {Rounding::Direction::half_up, Yen{1}});
}

Expected expect(const TravelSupport& rule, const EstimateAssumptions& assumptions, Bound bound, People births,
                std::span<const JourneyTo> journeys) {
    Expected expected;
    expected.births = births;
    Parts parts(births);
    for (const auto& [woman, share] : kinds(assumptions, bound)) {
        const auto people = parts.next(share);
        const auto decision = decide(rule, woman, journeys);
        if (decision.verdict == Verdict::near_limit) {
            expected.near_limit += people;
        } else if (decision.verdict == Verdict::undecided) {
            expected.undecided += people;
        }
        if (!counts(decision, bound)) {
            continue;
        }
        expected.eligible += people;
        const auto applied = *decision.applied;
        add_claims(rule, applied, assumptions, bound, journeys[rule.cases[applied].destination],
                   part_of(people, assumptions.claim_share.at(bound)), expected);
    }
    return expected;
}

std::string_view name(Bound bound) {
    return bound == Bound::low ? "low" : bound == Bound::central ? "central" : "high";
}

}  // namespace michinori::policy
