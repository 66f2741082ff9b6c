// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/inequality.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace michinori;
using namespace michinori::access;

namespace {

using Values = std::vector<WeightedValue>;
using Groups = std::vector<std::optional<std::uint32_t>>;

WeightedValue has(double value, double people) {
    return {value, People::from_double(people)};
}

Values random_values() {
    Values values;
    const auto count = *rc::gen::inRange(1, 30);
    for (int i = 0; i < count; ++i) {
        values.push_back(has(*rc::gen::inRange(0, 200) / 4.0, *rc::gen::inRange(0, 8) / 2.0));
    }
    values.push_back(has(*rc::gen::inRange(1, 50), 1));  // somebody has something
    return values;
}

/// Gini by its definition: the mean difference of two people over twice the mean.
double gini_by_pairs(const Values& values) {
    double people = 0;
    double value = 0;
    double differences = 0;
    for (const auto& a : values) {
        people += a.people.value();
        value += a.people.value() * a.value;
        for (const auto& b : values) {
            differences += a.people.value() * b.people.value() * std::abs(a.value - b.value);
        }
    }
    return differences / (2 * people * value);
}

}  // namespace

TEST_CASE("two people, a quarter and three quarters") {
    // Lorenz (0.5, 0.25); Gini 0.25; T = (0.5 ln 0.5 + 1.5 ln 1.5) / 2; the nearest 40 % have 0.4 x 0.5 of it, the
    // farthest tenth 0.1 x 1.5.
    const Values values{has(30, 1), has(10, 1)};
    const auto curve = lorenz(values);
    REQUIRE(curve.size() == 3);
    CHECK(curve[0].people_share == 0);
    CHECK(curve[1].people_share == 0.5);
    CHECK(curve[1].value_share == 0.25);
    CHECK(curve[2].value_share == 1);
    const auto found = inequality(values);
    REQUIRE(found);
    CHECK(found->gini == Approx(0.25));
    CHECK(found->theil == Approx((0.5 * std::log(0.5) + 1.5 * std::log(1.5)) / 2));
    CHECK(found->palma.value() == Approx(0.15 / 0.2));
}

TEST_CASE("people are weights: 30 at 10 minutes and 10 at 50") {
    // mean 20; Lorenz (0.75, 300/800); Gini = 0.75 - 0.375
    const Values values{has(10, 30), has(50, 10)};
    const auto found = inequality(values);
    CHECK(found->gini == Approx(0.375));
    CHECK(found->theil == Approx(0.75 * 0.5 * std::log(0.5) + 0.25 * 2.5 * std::log(2.5)));
    CHECK(found->palma.value() == Approx((0.1 * 2.5) / (0.4 * 0.5)));
}

TEST_CASE("nobody has no inequality, one point and equal values have none to speak of") {
    CHECK_FALSE(inequality({}));
    CHECK_FALSE(inequality(Values{has(10, 0)}));
    CHECK(lorenz(Values{has(10, 0)}).empty());
    CHECK_FALSE(theil_split(Values{has(10, 0)}, Groups{0U}));
    for (const auto& values : {Values{has(7, 3)}, Values{has(0.1, 1), has(0.1, 7), has(0.1, 0.3)}}) {
        CHECK(inequality(values)->gini == Approx(0).margin(1e-15));
        CHECK(inequality(values)->theil == 0);
        CHECK(inequality(values)->palma.value() == Approx(0.25));
    }
}

TEST_CASE("zero is a value like any other") {
    const auto all_zero = inequality(Values{has(0, 1), has(0, 5)});
    CHECK(all_zero->gini == 0);
    CHECK(all_zero->theil == 0);
    CHECK(all_zero->palma.value() == Approx(0.25));
    // Half have nothing, half all: Gini 1/2, T = ln 2; the nearest 40 % have nothing, so there is no ratio.
    const auto half = inequality(Values{has(0, 4), has(8, 4)});
    CHECK(half->gini == Approx(0.5));
    CHECK(half->theil == Approx(std::log(2.0)));
    CHECK_FALSE(half->palma);
}

TEST_CASE("Theil's index falls apart into areas") {
    // Areas A (10, 10) and B (20, 40), one person each: means 10, 30 and 20; shares of minutes 1/4 and 3/4.
    const Values values{has(10, 1), has(20, 1), has(10, 1), has(40, 1)};
    const auto split = theil_split(values, Groups{0U, 1U, 0U, 1U});
    CHECK(split->between == Approx(0.25 * std::log(0.5) + 0.75 * std::log(1.5)));
    const double within_b = (2.0 / 3 * std::log(2.0 / 3) + 4.0 / 3 * std::log(4.0 / 3)) / 2;
    CHECK(split->within == Approx(0.75 * within_b));
    CHECK(split->total() == Approx(inequality(values)->theil));
    const auto one_group = theil_split(values, Groups{{}, {}, {}, {}});
    CHECK(one_group->between == Approx(0).margin(1e-15));
}

TEST_CASE("what is no number of minutes is a fault of the caller") {
    CHECK_THROWS_AS(inequality(Values{has(-1, 1)}), std::logic_error);
    CHECK_THROWS_AS(lorenz(Values{has(NAN, 1)}), std::logic_error);
    CHECK_THROWS_AS(inequality(Values{has(1, -1)}), std::logic_error);
}

TEST_CASE("laws of inequality on random people") {
    CHECK(rc::check("Gini lies in [0, 1) and is half the relative mean difference", [] {
        const auto values = random_values();
        const double gini = inequality(values)->gini;
        RC_ASSERT((gini >= 0 && gini < 1));
        RC_ASSERT(std::abs(gini - gini_by_pairs(values)) < 1e-9);
    }));
    CHECK(rc::check("a scale does not matter, nor how often everybody is counted", [] {
        const auto values = random_values();
        auto scaled = values;
        for (auto& one : scaled) {
            one.value *= 3.7;
            one.people = People::from_micro(one.people.micro() * 100);
        }
        const auto a = *inequality(values);
        const auto b = *inequality(scaled);
        RC_ASSERT(std::abs(a.gini - b.gini) < 1e-9);
        RC_ASSERT(std::abs(a.theil - b.theil) < 1e-9);
        RC_ASSERT(a.palma.has_value() == b.palma.has_value());
    }));
    CHECK(rc::check("Theil = between + within, none below zero", [] {
        const auto values = random_values();
        Groups groups;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto g = *rc::gen::inRange(0U, 4U);
            groups.push_back(g == 0 ? std::nullopt : std::optional(g));
        }
        const auto split = *theil_split(values, groups);
        RC_ASSERT((split.between >= 0 && split.within >= 0));
        RC_ASSERT(std::abs(split.total() - inequality(values)->theil) < 1e-9);
    }));
    CHECK(rc::check("the Lorenz curve ascends below the diagonal and bends upwards", [] {
        const auto points = lorenz(random_values());
        for (std::size_t i = 1; i < points.size(); ++i) {
            RC_ASSERT(points[i].people_share > points[i - 1].people_share);
            RC_ASSERT(points[i].value_share >= points[i - 1].value_share);
            RC_ASSERT(points[i].value_share <= points[i].people_share + 1e-12);
        }
    }));
    CHECK(rc::check("a minute taken from the far and given to the near makes it less unequal", [] {
        const auto near = *rc::gen::inRange(1, 20);
        const auto far = near + *rc::gen::inRange(3, 40);
        const auto before = inequality(Values{has(near, 2), has(far, 2), has(15, 5)});
        const auto after = inequality(Values{has(near + 1, 2), has(far - 1, 2), has(15, 5)});
        RC_ASSERT(after->gini < before->gini);
        RC_ASSERT(after->theil < before->theil);
    }));
}
