// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/ward_support.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace michinori;
using network::Reason;
using policy::Judgement;
using policy::WardFacts;
using policy::WardSupport;
using Part = WardSupport::Part;

namespace {

constexpr auto all_of = WardSupport::Combine::all_of;
constexpr auto any_of = WardSupport::Combine::any_of;

People people(double number) {
    return People::from_double(number);
}

Part test(std::size_t index) {
    return {Part::Of::test, index};
}
Part group(std::size_t index) {
    return {Part::Of::group, index};
}

/// The result of one test alone.
policy::WardTestResult result_of(const WardSupport::Condition& condition, const WardFacts& facts) {
    WardSupport rule;
    rule.unreachable.fill(Judgement::unknown);
    rule.unreachable[static_cast<std::size_t>(Reason::ferry_excluded)] = Judgement::yes;
    rule.tests = {{"only", "", "", condition}};
    rule.needs = {test(0)};
    auto result = policy::judge_ward(rule, facts);
    REQUIRE(result.judgement == result.tests.at(0).judgement);
    return result.tests[0];
}

WardFacts with_next(double min) {
    WardFacts facts;
    facts.next = access::Journey{FacilityId{1}, from_minutes(min)};
    return facts;
}

WardFacts with_area(std::optional<std::uint32_t> hospitals, std::optional<std::uint32_t> clinics,
                    std::optional<std::uint32_t> all) {
    WardFacts facts;
    facts.area_hospitals = hospitals;
    facts.area_clinics = clinics;
    facts.area_facilities = all;
    return facts;
}

WardFacts with_deliveries(std::optional<double> now, std::optional<double> earlier = {}) {
    WardFacts facts;
    facts.deliveries = now ? std::optional(people(*now)) : std::nullopt;
    facts.earlier_deliveries = earlier ? std::optional(people(*earlier)) : std::nullopt;
    return facts;
}

/// 産科医療機関確保事業 as the source states it: three location tests, then the conditions.
struct Securing {
    WardSupport rule;
    WardFacts facts;

    Securing() {
        rule.unreachable.fill(Judgement::yes);
        rule.tests = {{"island", "", "", WardSupport::SoleOnIsland{}},
                      {"area", "", "", WardSupport::FewInArea{1, 2, {}}},
                      {"far", "", "", WardSupport::FarToNext{from_minutes(60), from_minutes(5), from_minutes(5)}},
                      {"size", "", "", WardSupport::FewDeliveries{people(360), people(20), people(20)}},
                      {"checkups", "", "", WardSupport::GivesCheckups{}},
                      {"fee", "", "", WardSupport::FeeAtLeast{policy::Yen{500000}}},
                      {"plan", "", "", WardSupport::FitsPlan{}}};
        any();
        // A ward that meets every condition, and of the location tests that of the area alone.
        facts.island = WardFacts::Island{};
        facts.area_hospitals = 1;
        facts.area_clinics = 2;
        facts.area_facilities = 3;
        facts.next = access::Journey{FacilityId{1}, from_minutes(30)};
        facts.deliveries = people(200);
        facts.checkups = true;
        facts.fee = policy::Yen{500000};
        facts.fits_plan = true;
    }

    void any() { combine({{"location", "", "", any_of, {test(0), test(1), test(2)}}}); }
    void all() { combine({{"location", "", "", all_of, {test(0), test(1), test(2)}}}); }
    void far_and_other() {
        combine({{"place", "", "", any_of, {test(0), test(1)}}, {"location", "", "", all_of, {test(2), group(0)}}});
    }
    [[nodiscard]] Judgement judged() const { return policy::judge_ward(rule, facts).judgement; }

private:
    void combine(std::vector<WardSupport::Group> groups) {
        rule.groups = std::move(groups);
        rule.needs = {group(rule.groups.size() - 1), test(3), test(4), test(5), test(6)};
    }
};

}  // namespace

TEST_CASE("sole on an island") {
    const auto island = [](std::optional<WardFacts::Island> where) {
        WardFacts facts;
        facts.island = where;
        return result_of(WardSupport::SoleOnIsland{}, facts);
    };
    CHECK(island(std::nullopt).judgement == Judgement::unknown);
    CHECK(island(WardFacts::Island{false, 0}).judgement == Judgement::no);
    CHECK(std::holds_alternative<std::monostate>(island(WardFacts::Island{false, 0}).number));
    CHECK(island(WardFacts::Island{true, 0}).judgement == Judgement::yes);
    CHECK(island(WardFacts::Island{true, 1}).judgement == Judgement::no);
    CHECK(std::get<std::uint32_t>(island(WardFacts::Island{true, 1}).number) == 1);
}

TEST_CASE("few wards in the area: 1 hospital and 2 clinics") {
    const WardSupport::FewInArea limit{1, 2, {}};
    CHECK(result_of(limit, with_area(1, 2, 3)).judgement == Judgement::yes);
    CHECK(result_of(limit, with_area(2, 0, 2)).judgement == Judgement::no);
    CHECK(result_of(limit, with_area(0, 3, 3)).judgement == Judgement::no);
    CHECK(std::get<std::uint32_t>(result_of(limit, with_area(0, 3, 3)).number) == 3);
    CHECK(result_of(limit, WardFacts{}).judgement == Judgement::unknown);
    CHECK(result_of(limit, with_area({}, {}, 3)).judgement == Judgement::unknown);
    // What is known can be enough to say no.
    CHECK(result_of(limit, with_area({}, 3, 4)).judgement == Judgement::no);
    const WardSupport::FewInArea of_any_kind{{}, {}, 2};
    CHECK(result_of(of_any_kind, with_area({}, {}, 2)).judgement == Judgement::yes);
    CHECK(result_of(of_any_kind, with_area({}, {}, 3)).judgement == Judgement::no);
}

TEST_CASE("far to the next ward: 60 minutes, with and without margins") {
    const WardSupport::FarToNext sharp{from_minutes(60), TravelTime{0}, TravelTime{0}};
    CHECK(result_of(sharp, with_next(59.999)).judgement == Judgement::no);
    CHECK(result_of(sharp, with_next(60)).judgement == Judgement::yes);
    CHECK(result_of(sharp, with_next(61)).judgement == Judgement::yes);
    CHECK(std::get<TravelTime>(result_of(sharp, with_next(61)).number) == from_minutes(61));
    const WardSupport::FarToNext about{from_minutes(60), from_minutes(5), from_minutes(3)};
    CHECK(result_of(about, with_next(55)).judgement == Judgement::no);
    CHECK(result_of(about, with_next(55.001)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_next(60)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_next(62.999)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_next(63)).judgement == Judgement::yes);
}

TEST_CASE("no way to the next ward: what the rule file says of the reason") {
    const WardSupport::FarToNext sharp{from_minutes(60), TravelTime{0}, TravelTime{0}};
    WardFacts facts;
    facts.next = Reason::ferry_excluded;
    CHECK(result_of(sharp, facts).judgement == Judgement::yes);
    facts.next = Reason::too_far_to_snap;
    CHECK(result_of(sharp, facts).judgement == Judgement::unknown);
    CHECK(std::holds_alternative<std::monostate>(result_of(sharp, facts).number));
}

TEST_CASE("at most about 360 deliveries a year") {
    const WardSupport::FewDeliveries about{people(360), people(20), people(30)};
    CHECK(result_of(about, with_deliveries({})).judgement == Judgement::unknown);
    CHECK(result_of(about, with_deliveries(0)).judgement == Judgement::yes);
    CHECK(result_of(about, with_deliveries(340)).judgement == Judgement::yes);
    CHECK(result_of(about, with_deliveries(341)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_deliveries(360)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_deliveries(389)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_deliveries(390)).judgement == Judgement::no);
    CHECK(std::get<People>(result_of(about, with_deliveries(390)).number) == people(390));
    const WardSupport::FewDeliveries sharp{people(360), {}, {}};
    CHECK(result_of(sharp, with_deliveries(360)).judgement == Judgement::yes);
    CHECK(result_of(sharp, with_deliveries(361)).judgement == Judgement::no);
}

TEST_CASE("deliveries fell by a fifth, exactly") {
    const WardSupport::DeliveriesFell sharp{{1, 5}, {}, {}};
    CHECK(result_of(sharp, with_deliveries(80, 100)).judgement == Judgement::yes);
    CHECK(result_of(sharp, with_deliveries(81, 100)).judgement == Judgement::no);
    CHECK(result_of(sharp, with_deliveries(120, 100)).judgement == Judgement::no);
    CHECK(std::get<policy::Share>(result_of(sharp, with_deliveries(75, 100)).number).value == 0.25);
    CHECK(result_of(sharp, with_deliveries({}, 100)).judgement == Judgement::unknown);
    CHECK(result_of(sharp, with_deliveries(80)).judgement == Judgement::unknown);
    CHECK(result_of(sharp, with_deliveries(0, 0)).judgement == Judgement::no);
    const WardSupport::DeliveriesFell about{{1, 5}, {1, 20}, {1, 20}};
    CHECK(result_of(about, with_deliveries(85, 100)).judgement == Judgement::no);  // 15 % is at the margin, not nearer
    CHECK(result_of(about, with_deliveries(84, 100)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_deliveries(80, 100)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_deliveries(76, 100)).judgement == Judgement::near_limit);
    CHECK(result_of(about, with_deliveries(75, 100)).judgement == Judgement::yes);
    // A third of 3 is a third, whatever a double makes of it.
    CHECK(result_of(WardSupport::DeliveriesFell{{1, 3}, {}, {}}, with_deliveries(2, 3)).judgement == Judgement::yes);
}

TEST_CASE("facts that are yes, no or not known") {
    WardFacts facts;
    CHECK(result_of(WardSupport::GivesCheckups{}, facts).judgement == Judgement::unknown);
    CHECK(result_of(WardSupport::FitsPlan{}, facts).judgement == Judgement::unknown);
    CHECK(result_of(WardSupport::TakesOver{}, facts).judgement == Judgement::unknown);
    CHECK(result_of(WardSupport::FeeAtLeast{policy::Yen{500000}}, facts).judgement == Judgement::unknown);
    facts.checkups = true;
    facts.fits_plan = false;
    facts.takes_over = true;
    facts.fee = policy::Yen{499999};
    CHECK(result_of(WardSupport::GivesCheckups{}, facts).judgement == Judgement::yes);
    CHECK(result_of(WardSupport::FitsPlan{}, facts).judgement == Judgement::no);
    CHECK(result_of(WardSupport::TakesOver{}, facts).judgement == Judgement::yes);
    CHECK(result_of(WardSupport::FeeAtLeast{policy::Yen{500000}}, facts).judgement == Judgement::no);
    facts.fee = policy::Yen{500000};
    CHECK(result_of(WardSupport::FeeAtLeast{policy::Yen{500000}}, facts).judgement == Judgement::yes);
    CHECK(std::get<policy::Yen>(result_of(WardSupport::FeeAtLeast{policy::Yen{1}}, facts).number) ==
          policy::Yen{500000});
}

TEST_CASE("the three readings of the location tests") {
    Securing ward;
    CHECK(ward.judged() == Judgement::yes);  // by the area alone
    ward.all();
    CHECK(ward.judged() == Judgement::no);
    ward.far_and_other();
    CHECK(ward.judged() == Judgement::no);  // 30 minutes
    ward.facts.next = access::Journey{FacilityId{1}, from_minutes(70)};
    CHECK(ward.judged() == Judgement::yes);  // far, and in such an area
    ward.all();
    CHECK(ward.judged() == Judgement::no);  // no island
    ward.facts.island = WardFacts::Island{true, 0};
    CHECK(ward.judged() == Judgement::yes);
    ward.far_and_other();
    ward.facts.island = WardFacts::Island{};
    ward.facts.area_hospitals = 2;
    CHECK(ward.judged() == Judgement::no);  // far alone
    ward.any();
    CHECK(ward.judged() == Judgement::yes);
}

TEST_CASE("each condition can refuse a ward alone, and a missing fact leaves it open") {
    Securing ward;
    REQUIRE(ward.judged() == Judgement::yes);
    SECTION("too many deliveries") {
        ward.facts.deliveries = people(400);
        CHECK(ward.judged() == Judgement::no);
        ward.facts.deliveries = people(365);
        CHECK(ward.judged() == Judgement::near_limit);
    }
    SECTION("no check-ups") {
        ward.facts.checkups = false;
        CHECK(ward.judged() == Judgement::no);
    }
    SECTION("fee not known") {
        ward.facts.fee.reset();
        CHECK(ward.judged() == Judgement::unknown);
        ward.facts.checkups = false;  // and yet it is settled
        CHECK(ward.judged() == Judgement::no);
    }
    SECTION("plan not known and deliveries near the limit") {
        ward.facts.fits_plan.reset();
        ward.facts.deliveries = people(360);
        CHECK(ward.judged() == Judgement::unknown);
    }
    SECTION("an unknown island does not matter where the area is enough") {
        ward.facts.island.reset();
        CHECK(ward.judged() == Judgement::yes);
        ward.facts.area_clinics = 3;
        CHECK(ward.judged() == Judgement::unknown);
    }
}

TEST_CASE("the supplementary support: any of three grounds") {
    WardSupport rule;
    rule.tests = {{"fell", "", "", WardSupport::DeliveriesFell{{1, 5}, {}, {}}},
                  {"few", "", "", WardSupport::FewInArea{{}, {}, 2}},
                  {"takes_over", "", "", WardSupport::TakesOver{}}};
    rule.groups = {{"grounds", "", "", any_of, {test(0), test(1), test(2)}}};
    rule.needs = {group(0)};
    auto facts = with_deliveries(90, 100);
    facts.area_facilities = 3;
    facts.takes_over = false;
    CHECK(policy::judge_ward(rule, facts).judgement == Judgement::no);
    facts.takes_over = true;
    CHECK(policy::judge_ward(rule, facts).judgement == Judgement::yes);
    facts.takes_over.reset();
    CHECK(policy::judge_ward(rule, facts).judgement == Judgement::unknown);
    facts.area_facilities = 2;
    const auto result = policy::judge_ward(rule, facts);
    CHECK(result.judgement == Judgement::yes);
    CHECK(result.groups == std::vector{Judgement::yes});
    CHECK(result.tests.at(2).judgement == Judgement::unknown);
}

TEST_CASE("a fact learned never turns a settled result round") {
    CHECK(rc::check("unknown facts decide nothing", [] {
        Securing ward;
        ward.facts.island.reset();
        ward.facts.deliveries = people(*rc::gen::inRange(0, 700));
        ward.facts.area_hospitals = *rc::gen::inRange<std::uint32_t>(0, 4);
        ward.facts.next = access::Journey{FacilityId{1}, from_minutes(*rc::gen::inRange(0, 120))};
        switch (*rc::gen::inRange(0, 3)) {
            case 0: ward.any(); break;
            case 1: ward.all(); break;
            default: ward.far_and_other();
        }
        const auto open = ward.judged();
        ward.facts.island = WardFacts::Island{*rc::gen::arbitrary<bool>(), *rc::gen::inRange<std::uint32_t>(0, 2)};
        const auto settled = ward.judged();
        RC_ASSERT((open == Judgement::unknown || open == settled || (open == Judgement::near_limit)));
        RC_ASSERT((open != Judgement::no || settled == Judgement::no));
        RC_ASSERT((open != Judgement::yes || settled == Judgement::yes));
    }));
}

TEST_CASE("all of the locations is never wider than far and another, and that never wider than any") {
    CHECK(rc::check("the readings are nested", [] {
        Securing ward;
        ward.facts.island = WardFacts::Island{*rc::gen::arbitrary<bool>(), *rc::gen::inRange<std::uint32_t>(0, 2)};
        ward.facts.area_hospitals = *rc::gen::inRange<std::uint32_t>(0, 4);
        ward.facts.next = access::Journey{FacilityId{1}, from_minutes(*rc::gen::inRange(40, 80))};
        ward.all();
        const auto all = ward.judged();
        ward.far_and_other();
        const auto middle = ward.judged();
        ward.any();
        RC_ASSERT(all <= middle);
        RC_ASSERT(middle <= ward.judged());
    }));
}
