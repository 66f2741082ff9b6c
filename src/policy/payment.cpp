// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/payment.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace michinori::policy {
namespace {

void check(const Claim& claim) {
    const auto negative = [](const std::optional<Yen>& yen) { return yen && *yen < Yen{0}; };
    if (claim.trips < 0 || claim.nights < 0 || claim.toll < Yen{0} || claim.one_way.value_or(Metres{0}) < Metres{0} ||
        negative(claim.transport_actual) || negative(claim.fare) || negative(claim.lodging_per_night)) {
        throw std::logic_error("a claim with negative numbers");
    }
}

/// Cost of a round trip by car under the travel-expense rules: in whole metres, so that no kilometre is lost to
/// binary fractions.
Yen cost_by_car(const TravelSupport::Transport& rule, Metres one_way) {
    const Rounding to_unit{rule.distance_direction, Yen{rule.distance_unit_m}};
    const auto metres = rounded(std::llround(one_way.value()), 1, to_unit).value();
    return rounded(static_cast<Wide>(2 * metres) * rule.yen_per_km.numerator, 1000 * rule.yen_per_km.denominator,
                   {Rounding::Direction::down, Yen{1}});
}

using CostOrGap = std::variant<Yen, MissingFact>;

/// What counts of one round trip without tolls.
CostOrGap cost_of_trip(const TravelSupport::Transport& rule, const Claim& claim) {
    switch (claim.mode) {
        case Mode::car:
            return claim.one_way ? CostOrGap{cost_by_car(rule, *claim.one_way)} : CostOrGap{MissingFact::distance};
        case Mode::taxi:
            return claim.transport_actual ? CostOrGap{*claim.transport_actual} : CostOrGap{MissingFact::taxi_cost};
        case Mode::public_transport: break;
    }
    const auto& fare = claim.fare ? claim.fare : claim.transport_actual;
    return fare ? CostOrGap{*fare} : CostOrGap{MissingFact::fare};
}

/// One claim on its way to an amount.
class Reckoning {
public:
    Reckoning(const TravelSupport& rule, std::size_t applied, const Claim& claim)
        : rule_(rule), applied_(rule.cases.at(applied)), claim_(claim) {}

    PaymentResult result() {
        if (claim_.nights > 0 && rule_.lodging && !claim_.lodging_per_night) {
            return MissingFact::lodging_cost;
        }
        const auto trip = cost_of_trip(rule_.transport, claim_);
        if (const auto* gap = std::get_if<MissingFact>(&trip)) {
            return *gap;
        }
        count_transport(std::get<Yen>(trip));
        count_lodging();
        payment_.support = payment_.transport_support + payment_.lodging_support;
        payment_.own = payment_.cost - payment_.support;
        payment_.by_payer = split_among_payers(rule_, payment_.support);
        return payment_;
    }

private:
    void note(PaymentNote note) { payment_.notes.push_back(note); }

    /// The trip's cost, not above what was paid.
    Yen capped(Yen trip) {
        if (claim_.transport_actual && *claim_.transport_actual < trip) {
            note(PaymentNote::capped_by_actual);
            return *claim_.transport_actual;
        }
        return trip;
    }

    void count_transport(Yen by_rule) {
        const auto& transport = rule_.transport;
        payment_.trips = std::min(claim_.trips, applied_.most_trips);
        if (payment_.trips < claim_.trips) {
            note(PaymentNote::trips_capped);
        }
        const auto trip = capped(by_rule);
        payment_.cost += (claim_.transport_actual.value_or(trip) + claim_.toll) * claim_.trips;
        if (!transport.pays[static_cast<std::size_t>(claim_.mode)]) {
            payment_.trips = 0;
            note(PaymentNote::mode_not_paid);
            return;
        }
        if (!transport.tolls && claim_.toll > Yen{0}) {
            note(PaymentNote::toll_not_paid);
        }
        const auto each = trip + (transport.tolls ? claim_.toll : Yen{0});
        payment_.transport_cost = each * payment_.trips;
        const auto support = transport.round_each_trip
                                 ? part_of(each, transport.share, transport.rounding) * payment_.trips
                                 : part_of(payment_.transport_cost, transport.share, transport.rounding);
        payment_.transport_support = std::min(support, payment_.transport_cost);  // rounding up pays no more than cost
    }

    void count_lodging() {
        if (claim_.nights == 0) {
            return;
        }
        const auto actual = claim_.lodging_per_night.value_or(Yen{0});
        payment_.cost += actual * claim_.nights;
        if (!rule_.lodging) {
            note(PaymentNote::lodging_not_paid);
            return;
        }
        const auto& lodging = *rule_.lodging;
        payment_.nights = std::min(claim_.nights, lodging.most_nights);
        if (payment_.nights < claim_.nights) {
            note(PaymentNote::nights_capped);
        }
        if (actual > lodging.cap_per_night) {
            note(PaymentNote::lodging_capped);
        }
        const auto counted = std::min(actual, lodging.cap_per_night);
        payment_.lodging_support = std::max(Yen{0}, counted - lodging.own_per_night) * payment_.nights;
    }

    const TravelSupport& rule_;
    const TravelSupport::Case& applied_;
    const Claim& claim_;
    Payment payment_;
};

}  // namespace

PaymentResult pay(const TravelSupport& rule, std::size_t applied, const Claim& claim) {
    check(claim);
    return Reckoning(rule, applied, claim).result();
}

std::vector<Yen> split_among_payers(const TravelSupport& rule, Yen amount) {
    std::vector<Fraction> shares;
    for (const auto& payer : rule.payers) {
        shares.push_back(payer.share);
    }
    return split(amount, shares, rule.remainder_to);
}

std::string_view name(PaymentNote note) {
    switch (note) {
        case PaymentNote::trips_capped: return "trips_capped";
        case PaymentNote::nights_capped: return "nights_capped";
        case PaymentNote::mode_not_paid: return "mode_not_paid";
        case PaymentNote::toll_not_paid: return "toll_not_paid";
        case PaymentNote::lodging_not_paid: return "lodging_not_paid";
        case PaymentNote::capped_by_actual: return "capped_by_actual";
        case PaymentNote::lodging_capped: return "lodging_capped";
        case PaymentNote::one_visit_assumed: return "one_visit_assumed";
        case PaymentNote::lodging_place_unknown: return "lodging_place_unknown";
    }
    return "";
}

std::string_view name(MissingFact fact) {
    switch (fact) {
        case MissingFact::taxi_cost: return "taxi_cost_missing";
        case MissingFact::fare: return "fare_missing";
        case MissingFact::lodging_cost: return "lodging_cost_missing";
        case MissingFact::distance: return "distance_missing";
    }
    return "";
}

}  // namespace michinori::policy
