// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/decision.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "policy/travel_rule.h"

using namespace michinori;
using namespace michinori::policy;
using network::Reason;
using test::national_rule;
using test::way;

namespace {

Decision ask(const TravelSupport& rule, Risk risk, const JourneyTo& to_delivery, const JourneyTo& to_centre,
             Origin origin = Origin::home) {
    return decide(rule, {risk, origin, {}}, std::vector{to_delivery, to_centre});
}

std::string applied(const TravelSupport& rule, const Decision& decision) {
    return decision.applied ? rule.cases[*decision.applied].id : "none";
}

/// The national rule with a sharp limit.
TravelSupport sharp_rule() {
    auto rule = national_rule();
    rule.limit.margin_below = rule.limit.margin_above = TravelTime{0};
    return rule;
}

}  // namespace

TEST_CASE("59, 60 and 61 minutes under a sharp limit") {
    const auto rule = sharp_rule();
    CHECK(ask(rule, Risk::normal, way(59), way(59)).verdict == Verdict::not_eligible);
    CHECK(ask(rule, Risk::normal, way(60), way(60)).verdict == Verdict::eligible);
    CHECK(ask(rule, Risk::normal, way(61), way(61)).verdict == Verdict::eligible);
    const auto just_below = Trip{FacilityId{0}, from_minutes(60) - TravelTime{1}, Metres{1}};
    CHECK(ask(rule, Risk::normal, just_below, way(90)).verdict == Verdict::not_eligible);
}

TEST_CASE("59, 60 and 61 minutes are near a limit of about 60, but 54.9 and 65 are not") {
    const auto rule = national_rule();
    for (const auto& [min, eligible] :
         {std::pair{55.0, false}, {59.0, false}, {60.0, true}, {61.0, true}, {64.99, true}}) {
        const auto decision = ask(rule, Risk::normal, way(min), way(min));
        CHECK(decision.verdict == Verdict::near_limit);
        CHECK(decision.by_the_number == eligible);
        CHECK(applied(rule, decision) == "1");
    }
    CHECK(ask(rule, Risk::normal, way(54.999), way(90)).verdict == Verdict::not_eligible);
    CHECK(ask(rule, Risk::normal, way(65), way(90)).verdict == Verdict::eligible);
}

TEST_CASE("the two national cases, both risks, home and satogaeri") {
    const auto rule = national_rule();
    for (const auto origin : {Origin::home, Origin::satogaeri}) {
        const auto far_far = [&](Risk risk) { return ask(rule, risk, way(70), way(90), origin); };
        CHECK(far_far(Risk::normal).verdict == Verdict::eligible);
        CHECK(applied(rule, far_far(Risk::normal)) == "1");
        CHECK(far_far(Risk::high).verdict == Verdict::eligible);
        CHECK(applied(rule, far_far(Risk::high)) == "1h");
        const auto near_far = [&](Risk risk) { return ask(rule, risk, way(20), way(90), origin); };
        CHECK(near_far(Risk::normal).verdict == Verdict::not_eligible);
        CHECK(near_far(Risk::high).verdict == Verdict::eligible);
        CHECK(applied(rule, near_far(Risk::high)) == "2h");
        const auto near_near = [&](Risk risk) { return ask(rule, risk, way(20), way(40), origin); };
        CHECK(near_near(Risk::normal).verdict == Verdict::not_eligible);
        CHECK(near_near(Risk::high).verdict == Verdict::not_eligible);
    }
}

TEST_CASE("a high-risk woman near the delivery limit is eligible for certain when her centre is far") {
    const auto rule = national_rule();
    const auto decision = ask(rule, Risk::high, way(58), way(90));
    CHECK(decision.verdict == Verdict::eligible);
    CHECK(applied(rule, decision) == "2h");
    CHECK(rule.cases[*decision.applied].destination == test::centre);
}

TEST_CASE("a case for one origin is not for the other") {
    auto rule = national_rule();
    for (auto& one : rule.cases) {
        one.origins = {Origin::home};
    }
    const auto decision = ask(rule, Risk::normal, way(90), way(90), Origin::satogaeri);
    CHECK(decision.verdict == Verdict::not_eligible);
    CHECK_FALSE(decision.applied);
    REQUIRE(decision.causes.size() == 1);
    CHECK(decision.causes[0].kind == Cause::Kind::no_case);
}

TEST_CASE("an island without a way is far, a home off the network is left to a person") {
    const auto rule = national_rule();
    const auto island = ask(rule, Risk::high, Reason::other_component, Reason::other_component);
    CHECK(island.verdict == Verdict::eligible);
    CHECK(island.by_the_number);
    CHECK(island.causes[0].kind == Cause::Kind::unreachable_far);
    CHECK(island.causes[0].reason == Reason::other_component);
    const auto lost = ask(rule, Risk::normal, Reason::outside_network, Reason::outside_network);
    CHECK(lost.verdict == Verdict::undecided);
    CHECK_FALSE(lost.by_the_number);
    CHECK(lost.causes[0].kind == Cause::Kind::unreachable_unknown);
    // Her ward is near, her centre unknown: nobody can say.
    CHECK(ask(rule, Risk::high, way(20), Reason::one_way_trap).verdict == Verdict::undecided);
    // A woman of normal risk does not need the centre.
    CHECK(ask(rule, Risk::normal, way(20), Reason::one_way_trap).verdict == Verdict::not_eligible);
}

TEST_CASE("thirty kilometres count as far where the rule says so") {
    auto rule = sharp_rule();
    rule.limit.distance = Metres{30000};
    const auto by_km = ask(rule, Risk::normal, way(40, 30), way(40, 30));
    CHECK(by_km.verdict == Verdict::eligible);
    CHECK(by_km.causes[0].kind == Cause::Kind::far_by_distance);
    CHECK(ask(rule, Risk::normal, way(40, 29.999), way(40, 30)).verdict == Verdict::not_eligible);
    CHECK(ask(rule, Risk::normal, way(60, 12), way(90)).causes[0].kind == Cause::Kind::far);
    rule.limit.distance_margin = Metres{1000};
    CHECK(ask(rule, Risk::normal, way(40, 29.5), way(40)).verdict == Verdict::near_limit);
    CHECK(ask(rule, Risk::normal, way(40, 31), way(40)).verdict == Verdict::eligible);
    CHECK(ask(rule, Risk::normal, way(40, 28.9), way(40)).verdict == Verdict::not_eligible);
    CHECK(ask(rule, Risk::normal, way(75, 28.9), way(40)).verdict == Verdict::eligible);
    // Near in minutes, and nobody knows how far: not to be decided by a number nobody has.
    const auto unmeasured = Trip{FacilityId{0}, from_minutes(40), std::nullopt};
    CHECK(ask(rule, Risk::normal, unmeasured, way(40)).verdict == Verdict::undecided);
}

TEST_CASE("what must be declared decides only when it is declared, and is asked for only where it matters") {
    auto rule = sharp_rule();
    using Kind = TravelSupport::Test::Kind;
    rule.cases = {
        {"c",
         "",
         "",
         "",
         {Risk::normal},
         {Origin::home},
         {{Kind::near, test::centre, {}}, {Kind::far, test::delivery, {}}, {Kind::declared, 0, "late_change"}},
         test::delivery,
         7}};
    const std::vector<JourneyTo> late{way(70), way(20)};
    CHECK(decide(rule, {Risk::normal, Origin::home, {"late_change"}}, late).verdict == Verdict::eligible);
    const auto silent = decide(rule, {Risk::normal, Origin::home, {}}, late);
    CHECK(silent.verdict == Verdict::not_eligible);
    REQUIRE(silent.causes.size() == 1);
    CHECK(silent.causes[0].kind == Cause::Kind::not_declared);
    CHECK(silent.causes[0].flag == "late_change");
    const std::vector<JourneyTo> both_near{way(20), way(20)};
    for (const auto& cause : decide(rule, {Risk::normal, Origin::home, {}}, both_near).causes) {
        CHECK(cause.kind != Cause::Kind::not_declared);
    }
    CHECK(decide(rule, {Risk::normal, Origin::home, {"late_change"}}, both_near).verdict == Verdict::not_eligible);
}

TEST_CASE("being farther never costs a woman her support") {
    REQUIRE(rc::check([] {
        const auto rule = *rc::gen::element(national_rule(), sharp_rule());
        const auto risk = *rc::gen::element(Risk::normal, Risk::high);
        const auto some_minutes = [] { return *rc::gen::inRange(40000, 100000) / 1000.0; };
        const double to_delivery = some_minutes();
        const double to_centre = some_minutes();
        const double more = *rc::gen::inRange(0, 30000) / 1000.0;
        const auto rank = [](const Decision& d) { return static_cast<int>(d.verdict); };  // eligible is 0
        const auto here = ask(rule, risk, way(to_delivery), way(to_centre));
        const auto farther = ask(rule, risk, way(to_delivery + more), way(to_centre + more));
        RC_ASSERT(rank(farther) <= rank(here));
        RC_ASSERT((!here.by_the_number || farther.by_the_number));
        // Sure of it only where the bare number says so too.
        RC_ASSERT((here.verdict != Verdict::eligible || here.by_the_number));
        RC_ASSERT((here.verdict != Verdict::not_eligible || !here.by_the_number));
    }));
}
