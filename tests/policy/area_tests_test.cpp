// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/area_tests.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace michinori;
using policy::AreaRule;
using policy::CandidateArea;
using policy::CandidateUnit;
using policy::Combine;
using policy::Judgement;
using policy::PhysicianClass;
using policy::Quotient;
using policy::RulePart;
using policy::UnitNumber;

namespace {

constexpr auto no = Judgement::no;
constexpr auto unknown = Judgement::unknown;
constexpr auto near = Judgement::near_limit;
constexpr auto yes = Judgement::yes;

enum Fact : std::size_t { physicians, km2, people, people_later, hospitals, fact_count };

UnitNumber fact(Fact f) {
    return {UnitNumber::Form::fact, f, 0};
}
UnitNumber ratio(Fact above, Fact below) {
    return {UnitNumber::Form::ratio, above, below};
}
UnitNumber change(Fact later, Fact earlier) {
    return {UnitNumber::Form::change, later, earlier};
}

/// Six areas of two prefectures. 甲 is few: A and C tie as its lowest. 乙 is not: D is its lowest, F has no index.
std::vector<CandidateArea> areas() {
    return {
        {"0101", "A", "甲", 100, PhysicianClass::few, true},   {"0102", "B", "甲", 150, PhysicianClass::middle, true},
        {"0103", "C", "甲", 100, PhysicianClass::few, true},   {"0201", "D", "乙", 170, PhysicianClass::few, true},
        {"0202", "E", "乙", 250, PhysicianClass::many, false}, {"0203", "F", "乙", {}, {}, false}};
}

/// The same areas as units. Physicians per km2: A 0.1, B 0.4, C 0.3, D 0.03, E 0.9, F not known.
std::vector<CandidateUnit> units() {
    using Facts = std::vector<std::optional<double>>;
    return {
        {"0101", "A", "甲", 0, Facts{10, 100, 10000, 7000, 1}}, {"0102", "B", "甲", 1, Facts{40, 100, 9000, 8100, 4}},
        {"0103", "C", "甲", 2, Facts{30, 100, 9000, 9900, 0}},  {"0201", "D", "乙", 3, Facts{6, 200, 300, 210, 1}},
        {"0202", "E", "乙", 4, Facts{90, 100, 0, 10, 9}},       {"0203", "F", "乙", 5, Facts{{}, 100, 5000, {}, {}}}};
}

const policy::PrefectureClasses prefectures{{"甲", PhysicianClass::few}, {"乙", PhysicianClass::middle}};

AreaRule with_test(const AreaRule::Condition& condition) {
    AreaRule rule;
    rule.facts.assign(fact_count, "");
    rule.tests = {{"only", "", "", condition}};
    rule.needs = {{RulePart::Of::test, 0}};
    return rule;
}

/// One test alone, by unit A ... F.
std::vector<Judgement> judged(const AreaRule::Condition& condition, const std::vector<CandidateUnit>& of = units()) {
    std::vector<Judgement> judgements;
    const auto list = areas();
    for (const auto& unit : policy::judge_units(with_test(condition), list, prefectures, of).units) {
        REQUIRE(unit.judgement == unit.tests.at(0).judgement);
        judgements.push_back(unit.judgement);
    }
    return judgements;
}

using Judgements = std::vector<Judgement>;

/// The reported rule: lowest of its prefecture; or few in a prefecture of few; or few and in the lowest share by land.
AreaRule reported(policy::Fraction share) {
    AreaRule rule;
    rule.facts.assign(fact_count, "");
    rule.tests = {{"lowest", "", "", AreaRule::LowestOfPrefecture{}},
                  {"few", "", "", AreaRule::FewArea{}},
                  {"few_prefecture", "", "", AreaRule::FewPrefecture{}},
                  {"sparse", "", "", AreaRule::NumberShare{ratio(physicians, km2), AreaRule::End::lowest, share}}};
    using Of = RulePart::Of;
    rule.groups = {{"b", "", "", Combine::all_of, {{Of::test, 1}, {Of::test, 2}}},
                   {"c", "", "", Combine::all_of, {{Of::test, 1}, {Of::test, 3}}},
                   {"any", "", "", Combine::any_of, {{Of::test, 0}, {Of::group, 0}, {Of::group, 1}}}};
    rule.needs = {{Of::group, 2}};
    rule.ranking = {{fact(hospitals), AreaRule::End::lowest}, {change(people_later, people), AreaRule::End::lowest}};
    return rule;
}

CandidateUnit arbitrary_unit(std::size_t number) {
    CandidateUnit unit;
    unit.code = std::to_string(1000 + number);
    unit.area = *rc::gen::inRange<std::size_t>(0, 6);
    unit.prefecture = areas()[*unit.area].prefecture;
    for (std::size_t f = 0; f < fact_count; ++f) {
        const int value = *rc::gen::inRange(-1, 6);
        unit.facts.push_back(value < 0 ? std::nullopt : std::optional<double>(value));
    }
    return unit;
}

std::vector<CandidateUnit> arbitrary_units() {
    std::vector<CandidateUnit> all;
    const auto count = *rc::gen::inRange<std::size_t>(1, 12);
    for (std::size_t u = 0; u < count; ++u) {
        all.push_back(arbitrary_unit(u));
    }
    return all;
}

/// Every kind of test, joined by "any".
AreaRule every_test() {
    auto rule = reported({1, 3});
    rule.tests.push_back({"outside", "", "", AreaRule::OutsideDesignated{}});
    rule.tests.push_back({"none", "", "", AreaRule::NumberLimit{fact(physicians), AreaRule::Side::at_most, 1, 0, 1.5}});
    rule.tests.push_back(
        {"load", "", "", AreaRule::NumberLimit{ratio(people, physicians), AreaRule::Side::at_least, 2, 0.5, 0.25}});
    rule.tests.push_back(
        {"dense", "", "", AreaRule::NumberShare{ratio(people, physicians), AreaRule::End::highest, {1, 4}}});
    rule.groups.push_back({"every", "", "", Combine::any_of, {{RulePart::Of::group, 2}}});
    for (std::size_t t = 4; t < rule.tests.size(); ++t) {
        rule.groups.back().parts.push_back({RulePart::Of::test, t});
    }
    rule.needs = {{RulePart::Of::group, 3}};
    return rule;
}

}  // namespace

TEST_CASE("a quotient is compared without rounding, and what is divided by nothing is above every number") {
    CHECK(*Quotient::of(1, 3) == *Quotient::of(2, 6));
    CHECK(*Quotient::of(1, 3) < Quotient::number(0.333334));
    CHECK(*Quotient::of(1, 3) > Quotient::number(0.333333));
    CHECK(*Quotient::of(-3, 10) == Quotient::number(-0.3));  // 0.7 - 1 is not -0.3 as a double
    CHECK(*Quotient::of(1, 0) > Quotient::number(1e9));
    CHECK(*Quotient::of(1, 0) == *Quotient::of(2, 0));
    CHECK(Quotient::of(1, 0)->value() == std::numeric_limits<double>::infinity());
    CHECK_FALSE(Quotient::of(0, 0));
    CHECK(Quotient::of(1, 4)->value() == 0.25);
}

TEST_CASE("the number of a unit: a fact, a ratio, a change") {
    const auto all = units();
    CHECK(policy::number_of(fact(physicians), all[0]) == Quotient::number(10));
    CHECK(policy::number_of(ratio(physicians, km2), all[3]) == Quotient::number(0.03));
    CHECK(policy::number_of(change(people_later, people), all[0]) == Quotient::number(-0.3));
    CHECK(policy::number_of(change(people_later, people), all[2]) == Quotient::number(0.1));
    CHECK_FALSE(policy::number_of(change(people_later, people), all[4]));  // from zero
    CHECK_FALSE(policy::number_of(change(people_later, people), all[5]));
    CHECK_FALSE(policy::number_of(ratio(physicians, km2), all[5]));
    CHECK_FALSE(policy::number_of(ratio(km2, physicians), all[5]));
}

TEST_CASE("tests by the index: six areas by hand") {
    CHECK(judged(AreaRule::LowestOfPrefecture{}) == Judgements{yes, no, yes, yes, no, unknown});
    CHECK(judged(AreaRule::FewArea{}) == Judgements{yes, no, yes, yes, no, unknown});
    CHECK(judged(AreaRule::FewPrefecture{}) == Judgements{yes, yes, yes, no, no, no});
    // B is designated although its class is middle: rural.
    CHECK(judged(AreaRule::OutsideDesignated{}) == Judgements{no, no, no, no, yes, unknown});
    auto changed = units();
    changed[1].area.reset();
    changed[2].prefecture = "丙";
    CHECK(judged(AreaRule::LowestOfPrefecture{}, changed)[1] == unknown);
    CHECK(judged(AreaRule::OutsideDesignated{}, changed)[1] == unknown);
    CHECK(judged(AreaRule::FewPrefecture{}, changed)[2] == unknown);
}

TEST_CASE("the lowest may stand anywhere in its prefecture") {
    auto list = areas();
    const auto all = units();
    list[0].index = 120;  // now C alone is the lowest of its prefecture
    list[5].index = 169.9;
    const auto result = policy::judge_units(with_test(AreaRule::LowestOfPrefecture{}), list, prefectures, all);
    Judgements judgements;
    std::ranges::transform(result.units, std::back_inserter(judgements), &policy::UnitResult::judgement);
    CHECK(judgements == Judgements{no, no, yes, no, no, yes});
}

TEST_CASE("several units of one area share its index") {
    auto municipalities = units();
    municipalities[1].area = 0;
    municipalities[4].area = 3;
    CHECK(judged(AreaRule::LowestOfPrefecture{}, municipalities) == Judgements{yes, yes, yes, yes, yes, unknown});
    // The lowest is that of all areas, whichever have units.
    municipalities.erase(municipalities.begin() + 2);
    municipalities.erase(municipalities.begin());
    CHECK(judged(AreaRule::LowestOfPrefecture{}, municipalities) == Judgements{yes, yes, yes, unknown});
}

TEST_CASE("a number at most or at least a limit, sharp and about") {
    using Side = AreaRule::Side;
    const auto limit = [](Side side, double number, double below = 0, double above = 0) {
        return judged(AreaRule::NumberLimit{fact(physicians), side, number, below, above});
    };
    CHECK(limit(Side::at_most, 10) == Judgements{yes, no, no, yes, no, unknown});
    CHECK(limit(Side::at_least, 30) == Judgements{no, yes, yes, no, yes, unknown});
    CHECK(limit(Side::at_most, 10, 4, 20) == Judgements{near, no, no, yes, no, unknown});
    CHECK(limit(Side::at_most, 10, 4.5, 20.5) == Judgements{near, no, near, near, no, unknown});
    CHECK(limit(Side::at_least, 30, 20, 10) == Judgements{no, yes, near, no, yes, unknown});
    CHECK(limit(Side::at_least, 30, 20.5, 10.5) == Judgements{near, near, near, no, yes, unknown});
    // On the limit, the margin of the side that holds counts alone.
    CHECK(limit(Side::at_least, 30, 5, 0)[2] == yes);
    CHECK(limit(Side::at_most, 30, 0, 5)[2] == yes);
}

TEST_CASE("people per physician where there is none, and a population that falls by 30 % exactly") {
    auto all = units();
    all[3].facts[physicians] = 0;  // D: 300 people
    all[4].facts[physicians] = 0;  // E: nobody
    const AreaRule::NumberLimit load{ratio(people, physicians), AreaRule::Side::at_least, 1000, 0, 0};
    CHECK(judged(load, all) == Judgements{yes, no, no, yes, unknown, unknown});
    const AreaRule::NumberLimit fall{change(people_later, people), AreaRule::Side::at_most, -0.3, 0, 0};
    CHECK(judged(fall) == Judgements{yes, no, no, yes, unknown, unknown});
}

TEST_CASE("the lowest and the highest share: floor(p n) of the units whose number is known, ties in") {
    const auto share = [](AreaRule::End end, policy::Fraction p, const std::vector<CandidateUnit>& of = units()) {
        return judged(AreaRule::NumberShare{ratio(physicians, km2), end, p}, of);
    };
    using enum AreaRule::End;
    CHECK(share(lowest, {2, 5}) == Judgements{yes, no, no, yes, no, unknown});
    CHECK(share(lowest, {39, 100}) == Judgements{no, no, no, yes, no, unknown});  // floor(1.95) of five, not of six
    CHECK(share(lowest, {1, 6}) == Judgements{no, no, no, no, no, unknown});
    CHECK(share(lowest, {1, 1}) == Judgements{yes, yes, yes, yes, yes, unknown});
    CHECK(share(highest, {2, 5}) == Judgements{no, yes, no, no, yes, unknown});
    auto tied = units();
    tied[2].facts[physicians] = 20;
    tied[2].facts[km2] = 200;  // C as sparse as A
    CHECK(share(lowest, {2, 5}, tied) == Judgements{yes, no, yes, yes, no, unknown});
    // A limit between the two would have let A in alone only if C were denser.
    CHECK(share(lowest, {1, 5}, tied) == Judgements{no, no, no, yes, no, unknown});
}

TEST_CASE("the reported rule over six areas by hand, and the order of its candidates") {
    const auto list = areas();
    const auto all = units();
    const auto result = policy::judge_units(reported({2, 5}), list, prefectures, all);
    const auto judgement_of = [&](std::size_t u) { return result.units[u].judgement; };
    CHECK(judgement_of(0) == yes);      // lowest, and few in a prefecture of few, and sparse
    CHECK(judgement_of(1) == no);       // middle
    CHECK(judgement_of(2) == yes);      // lowest by the tie
    CHECK(judgement_of(3) == yes);      // lowest, and sparse
    CHECK(judgement_of(4) == no);       // many
    CHECK(judgement_of(5) == unknown);  // without index
    CHECK(result.units[0].groups == Judgements{yes, yes, yes});
    CHECK(result.units[2].groups == Judgements{yes, no, yes});
    CHECK(result.units[3].groups == Judgements{no, yes, yes});
    // C has no second-line hospital; A and D have one each and lose 30 % each: by code.
    CHECK(result.ranked == std::vector<std::size_t>{2, 0, 3});
    CHECK(result.units[2].rank == 1U);
    CHECK(result.units[3].rank == 3U);
    CHECK_FALSE(result.units[1].rank);
    CHECK(result.units[0].keys.at(1) == Quotient::number(-0.3));
}

TEST_CASE("candidates in order: yes before near the limit, what is not known last") {
    auto rule = with_test(AreaRule::NumberLimit{fact(physicians), AreaRule::Side::at_most, 30, 0, 20});
    rule.ranking = {{fact(hospitals), AreaRule::End::highest}};
    auto all = units();
    all[0].facts[hospitals] = std::nullopt;
    const auto list = areas();
    const auto result = policy::judge_units(rule, list, prefectures, all);
    // D (1 hospital), C (0), A (not known) hold; B is near the limit, although it has the most hospitals.
    CHECK(result.ranked == std::vector<std::size_t>{3, 2, 0, 1});
}

TEST_CASE("the order of the units does not matter") {
    CHECK(rc::check("by code, every result is the same", [] {
        const auto list = areas();
        const auto all = arbitrary_units();
        auto turned = all;
        std::ranges::rotate(turned, turned.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(turned)));
        if (*rc::gen::arbitrary<bool>()) {
            std::ranges::reverse(turned);
        }
        const auto before = policy::judge_units(every_test(), list, prefectures, all);
        const auto after = policy::judge_units(every_test(), list, prefectures, turned);
        for (std::size_t u = 0; u < all.size(); ++u) {
            const auto found = std::ranges::find(turned, all[u].code, &CandidateUnit::code) - turned.begin();
            const auto& other = after.units[static_cast<std::size_t>(found)];
            RC_ASSERT(before.units[u].judgement == other.judgement);
            RC_ASSERT(before.units[u].groups == other.groups);
            RC_ASSERT(before.units[u].rank == other.rank);
        }
    }));
}

TEST_CASE("a unit more changes nothing but the shares") {
    CHECK(rc::check("tests without a share stay", [] {
        const auto list = areas();
        const auto all = arbitrary_units();
        auto more = all;
        more.push_back(arbitrary_unit(all.size()));
        const auto rule = every_test();
        const auto before = policy::judge_units(rule, list, prefectures, all);
        const auto after = policy::judge_units(rule, list, prefectures, more);
        for (std::size_t t = 0; t < rule.tests.size(); ++t) {
            if (std::holds_alternative<AreaRule::NumberShare>(rule.tests[t].condition)) {
                continue;
            }
            for (std::size_t u = 0; u < all.size(); ++u) {
                RC_ASSERT(before.units[u].tests[t].judgement == after.units[u].tests[t].judgement);
            }
        }
    }));
}

TEST_CASE("a worse fact never removes a candidate") {
    CHECK(rc::check("fewer physicians never weaken a verdict", [] {
        const auto list = areas();
        auto all = arbitrary_units();
        auto& facts = all[*rc::gen::inRange<std::size_t>(0, all.size())].facts;
        const int had = *rc::gen::inRange(1, 6);
        facts[physicians] = had;
        // Physicians per no land and people per physician of nobody have no number: nothing to compare.
        facts[km2] = *rc::gen::inRange(1, 6);
        facts[people] = *rc::gen::inRange(1, 6);
        const auto before = policy::judge_units(every_test(), list, prefectures, all);
        facts[physicians] = *rc::gen::inRange(0, had);
        const auto after = policy::judge_units(every_test(), list, prefectures, all);
        for (std::size_t u = 0; u < all.size(); ++u) {
            RC_ASSERT((&all[u].facts != &facts || before.units[u].judgement <= after.units[u].judgement));
        }
    }));
}
