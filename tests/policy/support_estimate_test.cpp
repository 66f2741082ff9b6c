// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/support_estimate.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "policy/travel_rule.h"

using namespace michinori;
using namespace michinori::policy;
using test::national_rule;
using test::way;

namespace {

template <class T>
Range<T> always(T value) {
    return {value, value, value};
}

/// A quarter of high risk, half of those who may claim do, half of these lodge 4 nights at 9,000 yen; nobody takes a
/// taxi or changes late.
EstimateAssumptions plain() {
    EstimateAssumptions a;
    a.high_risk_share = always(0.25);
    a.claim_share = always(0.5);
    a.lodging_share = always(0.5);
    a.nights = always(4);
    a.lodging_yen = always(Yen{9000});
    a.taxi_share = always(0.0);
    a.late_change_share = always(0.0);
    a.visits = always(14);
    return a;
}

Expected central(const TravelSupport& rule, const EstimateAssumptions& a, double births,
                 const std::vector<JourneyTo>& journeys) {
    return expect(rule, a, Bound::central, People::from_double(births), journeys);
}

}  // namespace

TEST_CASE("expected births, trips, nights and yen of a place, by hand") {
    // The ward 70 km and 70 min away, the centre 100 km and 95 min. 80 births: 60 normal, 20 high risk, all eligible.
    // Normal: 30 claims, transport 2 x 70 x 37 = 5,180 -> 4,144. High: 10 claims, 2 x 100 x 37 = 7,400 -> 5,920.
    // Half of them lodge: 4 x 7,000 = 28,000.
    const auto e = central(national_rule(), plain(), 80, {way(70, 70), way(95, 100)});
    CHECK(e.births == People::from_double(80));
    CHECK(e.eligible == People::from_double(80));
    CHECK(e.claims == People::from_double(40));
    CHECK(e.trips == People::from_double(40));
    CHECK(e.nights == People::from_double(80));
    CHECK(whole_yen(e.micro_support) == Yen{30 * 4144 + 10 * 5920 + 20 * 28000});
    CHECK(whole_yen(e.micro_cost) == Yen{30 * 5180 + 10 * 7400 + 20 * 36000});
}

TEST_CASE("only the high-risk share may claim where the ward is near and the centre far") {
    const auto e = central(national_rule(), plain(), 80, {way(20, 15), way(95, 100)});
    CHECK(e.eligible == People::from_double(20));
    CHECK(e.claims == People::from_double(10));
    CHECK(whole_yen(e.micro_support) == Yen{10 * 5920 + 5 * 28000});
}

TEST_CASE("a taxi at so much a kilometre") {
    auto a = plain();
    a.taxi_share = always(1.0);
    a.taxi_yen_per_km = always(400.0);
    a.lodging_share = always(0.0);
    const auto e = central(national_rule(), a, 4, {way(70, 70), way(20, 15)});
    // 3 normal births, 1.5 claims, 2 x 70 x 400 = 56,000 -> 44,800. The high-risk woman's centre is near.
    CHECK(e.claims == People::from_double(1.5));
    CHECK(whole_yen(e.micro_support) == Yen{67200});
    auto rule = national_rule();
    rule.transport.pays[static_cast<std::size_t>(Mode::taxi)] = false;
    CHECK(whole_yen(central(rule, a, 4, {way(70, 70), way(20, 15)}).micro_support) == Yen{6216});  // 1.5 x 4,144 by car
}

TEST_CASE("births near the limit: left out, by the number, counted") {
    const auto at = [](Bound bound, double min) {
        return expect(national_rule(), plain(), bound, People::from_double(10), std::vector{way(min), way(min)})
            .eligible;
    };
    CHECK(at(Bound::low, 61) == People());
    CHECK(at(Bound::central, 61) == People::from_double(10));
    CHECK(at(Bound::high, 61) == People::from_double(10));
    CHECK(at(Bound::low, 59) == People());
    CHECK(at(Bound::central, 59) == People());
    CHECK(at(Bound::high, 59) == People::from_double(10));
    CHECK(at(Bound::low, 66) == People::from_double(10));
    CHECK(central(national_rule(), plain(), 10, {way(59), way(59)}).near_limit == People::from_double(10));
}

TEST_CASE("births that nobody can decide are counted apart, claims without a road as unpriced") {
    using network::Reason;
    const auto lost = central(national_rule(), plain(), 10, {Reason::outside_network, Reason::outside_network});
    CHECK(lost.undecided == People::from_double(10));
    CHECK(lost.eligible == People());
    const auto island = central(national_rule(), plain(), 10, {Reason::other_component, Reason::other_component});
    CHECK(island.eligible == People::from_double(10));
    CHECK(island.claims == People::from_double(5));
    CHECK(island.unpriced == People::from_double(5));
    CHECK(island.micro_support == 0);
}

TEST_CASE("visits of rules that pay for several trips, late changes by their share") {
    auto rule = national_rule();
    using Kind = TravelSupport::Test::Kind;
    rule.lodging.reset();
    rule.cases = {{"c",
                   "",
                   "",
                   "",
                   {Risk::normal, Risk::high},
                   {Origin::home},
                   {{Kind::far, test::delivery, {}}, {Kind::declared, 0, late_change_flag}},
                   test::delivery,
                   7}};
    auto a = plain();
    a.late_change_share = always(0.4);
    const auto e = central(rule, a, 10, {way(70, 70), way(70, 70)});
    CHECK(e.eligible == People::from_double(4));
    CHECK(e.claims == People::from_double(2));
    CHECK(e.trips == People::from_double(14));            // 14 visits, 7 paid for
    CHECK(whole_yen(e.micro_support) == Yen{2 * 29008});  // 80 % of 7 x 5,180
    CHECK(e.nights == People());
}

TEST_CASE("sums do not depend on their order, and low is not above high") {
    REQUIRE(rc::check([] {
        std::vector<Expected> parts;
        EstimateAssumptions a;
        Expected low;
        Expected high;
        for (int i = 0; i < 6; ++i) {
            const auto births = People::from_micro(*rc::gen::inRange<std::int64_t>(0, 50000000));
            const double to_delivery = *rc::gen::inRange(40, 90);
            const double to_centre = to_delivery + *rc::gen::inRange(0, 40);  // a centre is a place to deliver, too
            const std::vector journeys{way(to_delivery, to_delivery), way(to_centre, to_centre)};
            parts.push_back(expect(national_rule(), a, Bound::central, births, journeys));
            low += expect(national_rule(), a, Bound::low, births, journeys);
            high += expect(national_rule(), a, Bound::high, births, journeys);
        }
        Expected forwards;
        Expected backwards;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            forwards += parts[i];
            backwards += parts[parts.size() - 1 - i];
        }
        RC_ASSERT(forwards.micro_support == backwards.micro_support);
        RC_ASSERT(forwards.claims == backwards.claims);
        RC_ASSERT(forwards.eligible <= forwards.births);
        RC_ASSERT(low.eligible <= forwards.eligible);
        RC_ASSERT(forwards.eligible <= high.eligible);
        RC_ASSERT(low.micro_support <= forwards.micro_support);
        RC_ASSERT(forwards.micro_support <= high.micro_support);
    }));
}
