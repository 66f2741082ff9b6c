// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/designation_adjustment.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <set>

using namespace michinori::policy;
using Adjustment = DesignationAdjustment;
using Kind = AdjustmentError::Kind;
using Cause = DesignationCause;
using Changes = std::vector<DesignationChange>;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr auto few = PhysicianClass::few;
constexpr auto middle = PhysicianClass::middle;
constexpr auto many = PhysicianClass::many;

Adjustment rule_of(Adjustment::Form form, std::optional<Fraction> veto = std::nullopt) {
    Adjustment rule;
    rule.form = form;
    if (veto) {
        rule.veto = Adjustment::UrbanVeto{*veto};
    }
    return rule;
}

Adjustment rural(Fraction top) {
    return rule_of(Adjustment::FewOrRural{top, middle, std::nullopt});
}

Adjustment weighted(Fraction weight) {
    return rule_of(Adjustment::WeightedRanks{weight});
}

/// Ten areas by ascending index, three of them few; area 0 is the most urban, 3 the most rural, then 1, 5, 7.
struct Ten {
    std::vector<IndexedArea> areas{{100, few},    {110, few},    {120, few},  {130, middle}, {140, middle},
                                   {150, middle}, {160, middle}, {170, many}, {180, many},   {190, many}};
    NamedRurality rurality{"straight_km", {1, 9, 5, 10, 2, 8, 3, 7, 4, 6}};

    [[nodiscard]] Designation under(const Adjustment& rule) const {
        const auto result = designate(rule, areas, rurality);
        REQUIRE(std::holds_alternative<Designation>(result));
        return std::get<Designation>(result);
    }
};

template <class T>
void check_error(const AdjustmentResult<T>& result, Kind kind, const std::vector<std::size_t>& rows = {}) {
    REQUIRE(std::holds_alternative<AdjustmentError>(result));
    CHECK(name(std::get<AdjustmentError>(result).kind) == name(kind));
    CHECK(std::get<AdjustmentError>(result).rows == rows);
}

std::set<std::size_t> designated_of(const Designation& designation) {
    std::set<std::size_t> areas;
    for (std::size_t a = 0; a < designation.causes.size(); ++a) {
        if (is_designated(designation.causes[a])) {
            areas.insert(a);
        }
    }
    return areas;
}

/// Areas with ties in both numbers, the lowest third few, the next middle.
struct AnyAreas {
    std::vector<IndexedArea> areas;
    NamedRurality rurality{"any", {}};

    AnyAreas() {
        const int n = *rc::gen::inRange(1, 40);
        for (int i = 0; i < n; ++i) {
            const int index = *rc::gen::inRange(0, 30);
            areas.push_back({static_cast<double>(index), index < 10 ? few : index < 20 ? middle : many});
            rurality.values.push_back(*rc::gen::inRange(0, 25));
        }
    }
    [[nodiscard]] Designation under(const Adjustment& rule) const {
        return std::get<Designation>(designate(rule, areas, rurality));
    }
};

Fraction any_share() {
    return {*rc::gen::inRange<std::int64_t>(0, 101), 100};
}

}  // namespace

TEST_CASE("the index alone designates the class few") {
    const auto result = Ten().under(rule_of(Adjustment::IndexAlone{}));
    CHECK(designated_of(result) == std::set<std::size_t>{0, 1, 2});
    CHECK(result.changes.empty());
    CHECK(result.causes[0] == Cause::few_by_index);
    CHECK(result.causes[3] == Cause::not_met);
}

TEST_CASE("few, or middle with rurality in the top share") {
    const Ten ten;
    CHECK(ten.under(rural({1, 10})).changes == Changes{{3, true}});
    CHECK(ten.under(rural({1, 10})).causes[3] == Cause::rural);
    CHECK(ten.under(rural({1, 10})).variant == "straight_km");
    // Areas 3, 1 and 5 are the top three; 1 is few already.
    CHECK(ten.under(rural({3, 10})).changes == Changes{{3, true}, {5, true}});
    CHECK(ten.under(rural({3, 10})).causes[1] == Cause::few_by_index);
    // Area 7 is the fourth, but has many.
    CHECK(ten.under(rural({4, 10})).changes == Changes{{3, true}, {5, true}});
    CHECK(ten.under(rural({9, 100})).changes.empty());  // nine tenths of an area are none
    CHECK(ten.under(rural({0, 1})).changes.empty());
    CHECK(ten.under(Adjustment{{}, Adjustment::FewOrRural{}, {}}).changes == Changes{{3, true}});
}

TEST_CASE("the band of the index that rurality may lift") {
    const Ten ten;
    const auto wide = rule_of(Adjustment::FewOrRural{{4, 10}, many, std::nullopt});
    CHECK(ten.under(wide).changes == Changes{{3, true}, {5, true}, {7, true}});
    const auto narrow = rule_of(Adjustment::FewOrRural{{4, 10}, middle, 149.9});
    CHECK(ten.under(narrow).changes == Changes{{3, true}});
    const auto to_limit = rule_of(Adjustment::FewOrRural{{4, 10}, middle, 150.0});
    CHECK(ten.under(to_limit).changes == Changes{{3, true}, {5, true}});
    // A limit of the index never takes a few area out.
    CHECK(ten.under(rule_of(Adjustment::FewOrRural{{4, 10}, middle, 50.0})).changes.empty());
}

TEST_CASE("areas that tie at the limit of the top share are all in") {
    Ten ten;
    ten.rurality.values = {1, 2, 3, 10, 10, 9, 4, 5, 6, 7};
    CHECK(ten.under(rural({1, 10})).changes == Changes{{3, true}, {4, true}});
    ten.rurality.values.assign(10, 5);
    CHECK(ten.under(rural({1, 10})).changes == Changes{{3, true}, {4, true}, {5, true}, {6, true}});
}

TEST_CASE("a share of areas is counted in whole numbers") {
    // 0.29 x 100 is 28.999999999999996 in binary.
    std::vector<IndexedArea> areas;
    NamedRurality rurality{"any", {}};
    for (int i = 0; i < 100; ++i) {
        areas.push_back({100.0 + i, middle});
        rurality.values.push_back(i);
    }
    CHECK(std::get<Designation>(designate(rural({29, 100}), areas, rurality)).changes.size() == 29);
}

TEST_CASE("weighted ranks with as many areas") {
    const Ten ten;
    CHECK(ten.under(weighted({0, 1})).changes.empty());
    // Half and half, in half ranks of index + rurality: 11 4 9 5 14 9 15 12 16 15. Areas 2 and 5 tie; 2 has the lower
    // index.
    CHECK(designated_of(ten.under(weighted({1, 2}))) == std::set<std::size_t>{1, 2, 3});
    CHECK(ten.under(weighted({1, 2})).changes == Changes{{3, true}, {0, false}});
    CHECK(ten.under(weighted({1, 2})).causes[3] == Cause::weighted_ranks);
    // Rurality alone: 3, 1, 5.
    CHECK(ten.under(weighted({1, 1})).changes == Changes{{3, true}, {5, true}, {0, false}, {2, false}});
}

TEST_CASE("ranks that tie share their mean in weighted ranks") {
    // By index 1, 2.5, 2.5, 4 and from the most rural 4, 3, 2, 1, doubled and added: 10, 11, 9, 10.
    const std::vector<IndexedArea> areas{{1, few}, {2, few}, {2, few}, {3, many}};
    const NamedRurality rurality{"any", {1, 2, 3, 4}};
    const auto result = std::get<Designation>(designate(weighted({1, 2}), areas, rurality));
    CHECK(designated_of(result) == std::set<std::size_t>{0, 2, 3});
    CHECK(result.changes == Changes{{3, true}, {1, false}});
}

TEST_CASE("a veto on the most urban") {
    const Ten ten;
    const auto alone = ten.under(rule_of(Adjustment::IndexAlone{}, Fraction{1, 10}));
    CHECK(alone.causes[0] == Cause::urban_veto);
    CHECK(alone.changes == Changes{{0, false}});
    // The lowest half are areas 0, 4, 6, 8, 2: both few ones leave, most urban first; what was not designated is not
    // vetoed.
    const auto half = ten.under(rule_of(Adjustment::FewOrRural{}, Fraction{1, 2}));
    CHECK(half.changes == Changes{{3, true}, {0, false}, {2, false}});
    CHECK(half.causes[4] == Cause::not_met);
}

TEST_CASE("changes of equal rurality go by index") {
    Ten ten;
    ten.rurality.values = {1, 1, 5, 9, 4, 9, 4, 4, 4, 4};
    std::swap(ten.areas[3].index, ten.areas[5].index);
    CHECK(ten.under(rule_of(Adjustment::FewOrRural{{2, 10}, middle, {}}, Fraction{2, 10})).changes ==
          Changes{{5, true}, {3, true}, {1, false}, {0, false}});
}

TEST_CASE("the same rule under each rurality") {
    const Ten ten;
    const std::vector<NamedRurality> variants{ten.rurality, {"road_minutes", {1, 2, 3, 4, 10, 5, 6, 7, 8, 9}}};
    const auto all = std::get<0>(designate_by_variant(rural({1, 10}), ten.areas, variants));
    REQUIRE(all.size() == 2);
    CHECK(all[0].changes == Changes{{3, true}});
    CHECK(all[1].variant == "road_minutes");
    CHECK(all[1].changes == Changes{{4, true}});
}

TEST_CASE("firmness counted by hand") {
    const Ten ten;
    const auto rules = rule_grid(rural({1, 10}), {{{1, 10}, {3, 10}}, {{1, 1}}, {{1, 10}}});
    REQUIRE(rules.size() == 6);
    // 0 1 2 3; 1 2 3; 0 1 2 3 5; 1 2 3 5; 1 3 5; 1 3 5.
    const auto counts = std::get<0>(firmness(rules, ten.areas, std::vector{ten.rurality}));
    const std::vector<std::uint32_t> expected{2, 6, 4, 6, 0, 4, 0, 0, 0, 0};
    for (std::size_t a = 0; a < 10; ++a) {
        CHECK(counts[a] == Firmness{expected[a], 6});
    }
    CHECK(counts[2].share() == Approx(2.0 / 3));
    // Area 3 enters in six of six, 0 stays away in four, 5 enters in four: equals keep their order.
    const Changes changes{{5, true}, {3, true}, {0, false}};
    CHECK(firmest(changes, counts, 2) == Changes{{3, true}, {5, true}});
    CHECK(firmest(changes, counts, 9) == Changes{{3, true}, {5, true}, {0, false}});
    CHECK(firmest(Changes{{2, false}, {0, false}}, counts, 9) == Changes{{0, false}, {2, false}});
}

TEST_CASE("a grid keeps the settings that are not its own") {
    auto like = rule_of(Adjustment::FewOrRural{{1, 10}, many, 155.0}, Fraction{1, 3});
    like.head.id = "trial";
    const auto rules = rule_grid(like, {{{1, 5}}, {{1, 4}}, {}});
    REQUIRE(rules.size() == 2);
    const auto& form = std::get<Adjustment::FewOrRural>(rules[0].form);
    CHECK(form.widest == many);
    CHECK(form.index_at_most == 155.0);
    CHECK(form.top.denominator == 5);
    CHECK_FALSE(rules[0].veto);
    CHECK(rules[1].head.id == "trial");
    CHECK(std::get<Adjustment::WeightedRanks>(rules[1].form).rurality_weight.denominator == 4);
}

TEST_CASE("inputs of a designation at fault") {
    Ten ten;
    const auto rule = rural({1, 10});
    check_error(designate(rule, {}, ten.rurality), Kind::no_areas);
    check_error(designate(rule, std::span(ten.areas).first(9), ten.rurality), Kind::lengths_differ);
    ten.areas[2].index = not_a_number;
    ten.areas[4].index = -std::numeric_limits<double>::infinity();
    check_error(designate(rule, ten.areas, ten.rurality), Kind::bad_index, {2, 4});
    ten = Ten();
    ten.rurality.values[9] = not_a_number;
    check_error(designate(rule, ten.areas, ten.rurality), Kind::bad_rurality, {9});
    check_error(designate_by_variant(rule, ten.areas, std::vector{Ten().rurality, ten.rurality}), Kind::bad_rurality,
                {9});
    check_error(firmness(std::vector{rule}, ten.areas, std::vector{ten.rurality}), Kind::bad_rurality, {9});
}

TEST_CASE("rules of a designation at fault") {
    const Ten ten;
    const auto check_bad = [&](const Adjustment& rule) {
        check_error(designate(rule, ten.areas, ten.rurality), Kind::bad_rule);
        check_error(firmness(std::vector{rural({1, 2}), rule}, ten.areas, std::vector{ten.rurality}), Kind::bad_rule);
    };
    check_bad(rural({11, 10}));
    check_bad(rural({-1, 10}));
    check_bad(rural({0, 0}));
    check_bad(rural({1, 1'000'001}));
    check_bad(weighted({2, 1}));
    check_bad(rule_of(Adjustment::IndexAlone{}, Fraction{3, 2}));
    check_bad(rule_of(Adjustment::FewOrRural{{1, 10}, middle, not_a_number}));
    check_error(firmness({}, ten.areas, std::vector{ten.rurality}), Kind::empty_grid);
    check_error(firmness(std::vector{rural({1, 10})}, ten.areas, {}), Kind::empty_grid);
}

TEST_CASE("weighted ranks designate as many as are few") {
    CHECK(rc::check("with ties, and as many enter as leave", [] {
        const AnyAreas any;
        const auto result = any.under(weighted(any_share()));
        const auto count = std::count_if(any.areas.begin(), any.areas.end(),
                                         [](const auto& area) { return area.physician_class == few; });
        RC_ASSERT(designated_of(result).size() == static_cast<std::size_t>(count));
        const auto enter = std::count_if(result.changes.begin(), result.changes.end(),
                                         [](const auto& change) { return change.enters; });
        RC_ASSERT(2 * static_cast<std::size_t>(enter) == result.changes.size());
    }));
}

TEST_CASE("a larger share never takes an area out") {
    CHECK(rc::check("and a larger veto never brings one in", [] {
        const AnyAreas any;
        auto less = any_share();
        auto more = any_share();
        if (less.numerator > more.numerator) {
            std::swap(less, more);
        }
        const auto small = designated_of(any.under(rural(less)));
        const auto large = designated_of(any.under(rural(more)));
        RC_ASSERT((std::includes(large.begin(), large.end(), small.begin(), small.end())));
        const auto kept = designated_of(any.under(rule_of(Adjustment::FewOrRural{}, less)));
        const auto fewer = designated_of(any.under(rule_of(Adjustment::FewOrRural{}, more)));
        RC_ASSERT((std::includes(kept.begin(), kept.end(), fewer.begin(), fewer.end())));
    }));
}

TEST_CASE("the top share by plain code") {
    CHECK(rc::check("fewer areas are strictly more rural than the share allows", [] {
        const AnyAreas any;
        const auto top = any_share();
        const auto result = any.under(rural(top));
        for (std::size_t a = 0; a < any.areas.size(); ++a) {
            std::int64_t more = 0;
            for (const double other : any.rurality.values) {
                more += other > any.rurality.values[a] ? 1 : 0;
            }
            const bool in_top = (more + 1) * 100 <= top.numerator * static_cast<std::int64_t>(any.areas.size());
            const auto of = any.areas[a].physician_class;
            RC_ASSERT(is_designated(result.causes[a]) == (of == few || (of == middle && in_top)));
        }
    }));
}

TEST_CASE("the lowest share by plain code") {
    CHECK(rc::check("fewer areas are strictly more urban than the share allows", [] {
        const AnyAreas any;
        const auto lowest = any_share();
        const auto result = any.under(rule_of(Adjustment::IndexAlone{}, lowest));
        for (std::size_t a = 0; a < any.areas.size(); ++a) {
            std::int64_t less = 0;
            for (const double other : any.rurality.values) {
                less += other < any.rurality.values[a] ? 1 : 0;
            }
            const bool in_lowest = (less + 1) * 100 <= lowest.numerator * static_cast<std::int64_t>(any.areas.size());
            RC_ASSERT(is_designated(result.causes[a]) == (any.areas[a].physician_class == few && !in_lowest));
        }
    }));
}

TEST_CASE("firmness is the count over single designations") {
    CHECK(rc::check("of every rule under every rurality", [] {
        const AnyAreas any;
        auto turned = any.rurality;
        std::reverse(turned.values.begin(), turned.values.end());
        const std::vector ruralities{any.rurality, turned};
        const auto rules = rule_grid(rural({1, 10}), {{any_share(), any_share()}, {any_share()}, {any_share()}});
        const auto counts = std::get<0>(firmness(rules, any.areas, ruralities));
        for (std::size_t a = 0; a < any.areas.size(); ++a) {
            std::uint32_t count = 0;
            for (const auto& rurality : ruralities) {
                for (const auto& rule : rules) {
                    const auto one = std::get<Designation>(designate(rule, any.areas, rurality));
                    count += is_designated(one.causes[a]) ? 1 : 0;
                }
            }
            RC_ASSERT((counts[a] == Firmness{count, 12}));
        }
    }));
}

TEST_CASE("of national percentiles the top share is a number, not a rank") {
    // Of three areas the top tenth would be none by rank; percentiles 90, 91 and 10 hold one above 100 (1 - 1/10).
    const std::vector<IndexedArea> areas{{130, middle}, {140, middle}, {100, few}};
    NamedRurality part{"frozen", {90, 91, 10}, NamedRurality::Meaning::national_percentile};
    const auto told = std::get<Designation>(designate(rural({1, 10}), areas, part));
    CHECK(told.causes == std::vector{Cause::not_met, Cause::rural, Cause::few_by_index});
    CHECK(told.changes == Changes{{1, true}});
    // The lowest tenth are those up to 10: the few area is vetoed at 10 and not at 11.
    const auto vetoed = rule_of(Adjustment::IndexAlone{}, Fraction{1, 10});
    CHECK(std::get<Designation>(designate(vetoed, areas, part)).causes[2] == Cause::urban_veto);
    part.values[2] = 11;
    CHECK(std::get<Designation>(designate(vetoed, areas, part)).causes[2] == Cause::few_by_index);
    check_error(designate(weighted({1, 2}), areas, part), Kind::not_for_a_part);
    check_error(firmness(std::vector{rural({1, 10}), weighted({1, 2})}, areas, std::vector{part}),
                Kind::not_for_a_part);
}
