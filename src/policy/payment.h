// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "policy/travel_support.h"

namespace michinori::policy {

/// What a woman spent or will spend. Money of transport is for one round trip.
struct Claim {
    Mode mode = Mode::car;
    std::optional<Metres> one_way;        ///< of the journey that counts, by road, door to door; needed for a car
    std::optional<Yen> transport_actual;  ///< paid; needed for a taxi
    std::optional<Yen> fare;              ///< public transport, by the travel-expense rules
    Yen toll;
    int trips = 1;
    int nights = 0;
    std::optional<Yen> lodging_per_night;  ///< paid; needed when there are nights and the rule pays for them
};

/// Something about an amount that a person should know.
enum class PaymentNote {
    trips_capped,
    nights_capped,
    mode_not_paid,
    toll_not_paid,
    lodging_not_paid,
    capped_by_actual,
    lodging_capped,
    one_visit_assumed,      ///< nobody said how many
    lodging_place_unknown,  ///< transport was counted to the facility, for want of the lodging's place
};

/// What a claim comes to. cost = support + own, support = the sum of by_payer, all to the yen.
struct Payment {
    int trips = 0;       ///< paid for
    int nights = 0;      ///< paid for
    Yen transport_cost;  ///< that counts, of the trips paid for, tolls included
    Yen transport_support;
    Yen lodging_support;
    Yen support;
    Yen cost;  ///< of all trips and nights; transport as paid, or where that is not known as the rules count it
    Yen own;
    std::vector<Yen> by_payer;
    std::vector<PaymentNote> notes;
};

/// What must be known before an amount can be told.
enum class MissingFact { taxi_cost, fare, lodging_cost, distance };
using PaymentResult = std::variant<Payment, MissingFact>;

/// What the rule pays for a claim under the case number `applied`. Pure. Throws std::logic_error for negative
/// numbers: a reader refuses them.
///
/// Transport: share x (cost of a round trip + tolls) x trips; cost by taxi: actual; by car: 2 x kilometres x
/// yen per km; by public transport: the fare of the travel-expense rules, or the actual where only that is known;
/// the last two capped by the actual. Lodging: nights x max(0, min(actual, cap) - own part). Source: facts of
/// the ministry's scheme from FY2024; figures stand in the rule set.
[[nodiscard]] PaymentResult pay(const TravelSupport& rule, std::size_t applied, const Claim& claim);

/// An amount split among the payers of a rule, to the yen.
[[nodiscard]] std::vector<Yen> split_among_payers(const TravelSupport& rule, Yen amount);

[[nodiscard]] std::string_view name(PaymentNote note);
[[nodiscard]] std::string_view name(MissingFact fact);

}  // namespace michinori::policy
