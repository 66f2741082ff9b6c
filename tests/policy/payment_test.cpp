// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/payment.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>

#include "policy/travel_rule.h"

using namespace michinori;
using namespace michinori::policy;
using test::national_rule;

namespace {

Payment paid(const TravelSupport& rule, const Claim& claim, std::size_t applied = 0) {
    const auto result = pay(rule, applied, claim);
    REQUIRE(std::holds_alternative<Payment>(result));
    return std::get<Payment>(result);
}

MissingFact missing(const TravelSupport& rule, const Claim& claim) {
    const auto result = pay(rule, 0, claim);
    REQUIRE(std::holds_alternative<MissingFact>(result));
    return std::get<MissingFact>(result);
}

bool notes(const Payment& payment, PaymentNote note) {
    return std::ranges::find(payment.notes, note) != payment.notes.end();
}

Claim by_car(double km) {
    Claim claim;
    claim.one_way = Metres{km * 1000};
    return claim;
}

Claim by_taxi(std::int64_t yen) {
    Claim claim;
    claim.mode = Mode::taxi;
    claim.transport_actual = Yen{yen};
    return claim;
}

Claim with_nights(int nights, std::int64_t yen) {
    auto claim = by_car(70);
    claim.nights = nights;
    claim.lodging_per_night = Yen{yen};
    return claim;
}

}  // namespace

TEST_CASE("by car: 80 % of 37 yen for each hundred metres there and back") {
    // 72.44 km -> 72.4 km; 2 x 72.4 x 37 = 5,357.6 -> 5,357; 80 % = 4,285.6 -> 4,285.
    const auto payment = paid(national_rule(), by_car(72.44));
    CHECK(payment.transport_cost == Yen{5357});
    CHECK(payment.support == Yen{4285});
    CHECK(payment.own == Yen{1072});
    CHECK(payment.cost == Yen{5357});
    CHECK(payment.by_payer == std::vector{Yen{2142}, Yen{1071}, Yen{1072}});
    CHECK(payment.trips == 1);
    CHECK(payment.notes.empty());
}

TEST_CASE("kilometres are not lost to binary fractions") {
    auto rule = national_rule();
    // 64.1 km is 64099.99... metres in binary; 2 x 64.1 x 37 = 4,743.4.
    CHECK(paid(rule, by_car(64.1)).transport_cost == Yen{4743});
    rule.transport.distance_unit_m = 1000;
    CHECK(paid(rule, by_car(64.999)).transport_cost == Yen{2 * 64 * 37});
    rule.transport.distance_direction = Rounding::Direction::up;
    CHECK(paid(rule, by_car(64.001)).transport_cost == Yen{2 * 65 * 37});
}

TEST_CASE("tolls count where the rule pays them") {
    auto rule = national_rule();
    auto claim = by_car(70);  // 2 x 70 x 37 = 5,180
    claim.toll = Yen{1501};
    CHECK(paid(rule, claim).support == Yen{5344});  // 80 % of 6,681 = 5,344.8
    CHECK(paid(rule, claim).own == Yen{6681 - 5344});
    rule.transport.tolls = false;
    CHECK(paid(rule, claim).support == Yen{4144});  // 80 % of 5,180
    CHECK(paid(rule, claim).cost == Yen{6681});     // she paid the toll all the same
    CHECK(notes(paid(rule, claim), PaymentNote::toll_not_paid));
}

TEST_CASE("by car for less than the rules' amount: what was paid counts") {
    auto claim = by_car(70);
    claim.transport_actual = Yen{4000};
    CHECK(paid(national_rule(), claim).support == Yen{3200});
    CHECK(notes(paid(national_rule(), claim), PaymentNote::capped_by_actual));
    claim.transport_actual = Yen{6000};  // fuel cost more than the rules allow
    const auto payment = paid(national_rule(), claim);
    CHECK(payment.support == Yen{4144});
    CHECK(payment.cost == Yen{6000});
    CHECK(payment.own == Yen{1856});
}

TEST_CASE("a taxi at what it cost") {
    CHECK(paid(national_rule(), by_taxi(24000)).support == Yen{19200});
    CHECK(paid(national_rule(), by_taxi(24001)).support == Yen{19200});
    Claim unknown;
    unknown.mode = Mode::taxi;
    CHECK(missing(national_rule(), unknown) == MissingFact::taxi_cost);
}

TEST_CASE("a taxi where the rule pays none") {
    auto rule = national_rule();
    rule.transport.pays[static_cast<std::size_t>(Mode::taxi)] = false;
    const auto payment = paid(rule, by_taxi(24000));
    CHECK(payment.support == Yen{0});
    CHECK(payment.own == Yen{24000});
    CHECK(payment.trips == 0);
    CHECK(notes(payment, PaymentNote::mode_not_paid));
}

TEST_CASE("public transport by the rules' fare, capped by what was paid") {
    Claim claim;
    claim.mode = Mode::public_transport;
    CHECK(missing(national_rule(), claim) == MissingFact::fare);
    claim.fare = Yen{6000};
    CHECK(paid(national_rule(), claim).support == Yen{4800});
    claim.transport_actual = Yen{5500};
    CHECK(paid(national_rule(), claim).support == Yen{4400});
    claim.fare.reset();
    CHECK(paid(national_rule(), claim).support == Yen{4400});
}

TEST_CASE("0, 1, 14 and 15 nights") {
    const auto rule = national_rule();
    const Yen transport{4144};
    CHECK(paid(rule, with_nights(0, 9000)).lodging_support == Yen{0});
    CHECK(paid(rule, with_nights(1, 9000)).lodging_support == Yen{7000});
    CHECK(paid(rule, with_nights(14, 9000)).lodging_support == Yen{98000});
    const auto too_many = paid(rule, with_nights(15, 9000));
    CHECK(too_many.lodging_support == Yen{98000});
    CHECK(too_many.nights == 14);
    CHECK(too_many.support == transport + Yen{98000});
    CHECK(too_many.cost == Yen{5180 + 15 * 9000});
    CHECK(too_many.own == Yen{5180 + 15 * 9000 - 4144 - 98000});
    CHECK(notes(too_many, PaymentNote::nights_capped));
    CHECK_FALSE(notes(paid(rule, with_nights(14, 9000)), PaymentNote::nights_capped));
}

TEST_CASE("lodging cap above and below the cost, and lodging cheaper than the own part") {
    const auto rule = national_rule();
    const auto dear = paid(rule, with_nights(3, 12000));  // (9,800 - 2,000) x 3
    CHECK(dear.lodging_support == Yen{23400});
    CHECK(notes(dear, PaymentNote::lodging_capped));
    CHECK(dear.own == Yen{5180 + 36000 - 4144 - 23400});
    const auto at_cap = paid(rule, with_nights(3, 9800));
    CHECK(at_cap.lodging_support == Yen{23400});
    CHECK_FALSE(notes(at_cap, PaymentNote::lodging_capped));
    CHECK(paid(rule, with_nights(3, 1500)).lodging_support == Yen{0});
    auto unknown = by_car(70);
    unknown.nights = 2;
    CHECK(missing(rule, unknown) == MissingFact::lodging_cost);
}

TEST_CASE("a rule without lodging says that it pays none") {
    auto rule = national_rule();
    rule.lodging.reset();
    const auto payment = paid(rule, with_nights(2, 9000));
    CHECK(payment.lodging_support == Yen{0});
    CHECK(payment.own == Yen{5180 - 4144 + 18000});
    CHECK(notes(payment, PaymentNote::lodging_not_paid));
}

TEST_CASE("trips to check-ups up to the case's number, rounded once or each") {
    auto rule = national_rule();
    rule.cases[0].most_trips = 14;
    auto claim = by_car(70.1);  // 5,187.4 -> 5,187 a trip; 80 % = 4,149.6
    claim.trips = 15;
    CHECK(paid(rule, claim).trips == 14);
    CHECK(notes(paid(rule, claim), PaymentNote::trips_capped));
    CHECK(paid(rule, claim).support == Yen{58094});  // 80 % of 72,618 = 58,094.4
    rule.transport.round_each_trip = true;
    CHECK(paid(rule, claim).support == Yen{14 * 4149});
    claim.trips = 0;
    CHECK(paid(rule, claim).support == Yen{0});
}

TEST_CASE("no way by road, no amount by car") {
    Claim claim;
    CHECK(missing(national_rule(), claim) == MissingFact::distance);
}

TEST_CASE("rounding up to a hundred yen pays no more than the cost") {
    auto rule = national_rule();
    rule.transport.share = {1, 1};
    rule.transport.rounding = {Rounding::Direction::up, Yen{100}};
    const auto payment = paid(rule, by_taxi(1234));
    CHECK(payment.support == Yen{1234});
    CHECK(payment.own == Yen{0});
}

TEST_CASE("negative numbers never get as far as here") {
    auto claim = by_car(10);
    claim.nights = -1;
    CHECK_THROWS_AS(pay(national_rule(), 0, claim), std::logic_error);
}

TEST_CASE("what is spent is support and own part, and the payers bear the support") {
    REQUIRE(rc::check([] {
        auto rule = national_rule();
        rule.cases[0].most_trips = *rc::gen::inRange(1, 15);
        rule.transport.rounding.direction =
            *rc::gen::element(Rounding::Direction::down, Rounding::Direction::half_up, Rounding::Direction::up);
        rule.transport.rounding.unit = Yen{*rc::gen::element<std::int64_t>(1, 10, 100)};
        rule.transport.round_each_trip = *rc::gen::arbitrary<bool>();
        Claim claim;
        claim.mode = *rc::gen::element(Mode::car, Mode::taxi, Mode::public_transport);
        claim.one_way = Metres{static_cast<double>(*rc::gen::inRange(0, 300000))};
        claim.transport_actual = Yen{*rc::gen::inRange<std::int64_t>(0, 100000)};
        claim.toll = Yen{*rc::gen::inRange<std::int64_t>(0, 5000)};
        claim.trips = *rc::gen::inRange(0, 20);
        claim.nights = *rc::gen::inRange(0, 20);
        claim.lodging_per_night = Yen{*rc::gen::inRange<std::int64_t>(0, 20000)};
        const auto payment = std::get<Payment>(pay(rule, 0, claim));
        RC_ASSERT(payment.support + payment.own == payment.cost);
        RC_ASSERT(payment.own >= Yen{0});
        RC_ASSERT(payment.support >= Yen{0});
        RC_ASSERT(payment.by_payer[0] + payment.by_payer[1] + payment.by_payer[2] == payment.support);
    }));
}
