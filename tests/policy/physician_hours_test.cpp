// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_hours.h"

#include <catch2/catch.hpp>

#include <limits>

#include "physician_toy.h"

using namespace michinori;
using namespace michinori::test;
using policy::standardise;

TEST_CASE("note 1: physicians by class times hours of the class by hours of all") {
    auto counts = no_physicians();
    counts.sole[male_20s] = people(10);    // 10 x 60 / 50 = 12
    counts.sole[female_40s] = people(25);  // 25 x 40 / 50 = 20
    const auto result = value_of(standardise(counts, toy_hours(), {}));
    CHECK(result.classes.size() == 12);
    CHECK(result.classes[male_20s].hours_ratio == Approx(1.2));
    CHECK(result.classes[male_20s].standardised == Approx(12));
    CHECK(result.classes[female_40s].standardised == Approx(20));
    CHECK(result.classes[male_50s].standardised == 0);
    CHECK(result.physicians == Approx(35));
    CHECK(result.standardised == Approx(32));
}

TEST_CASE("note 1: who works at two places counts 0.8 at the main and 0.2 at the second one") {
    auto counts = no_physicians();
    counts.sole[male_50s] = people(5);
    counts.main[male_50s] = people(10);
    counts.second[male_50s] = people(20);
    CHECK(value_of(standardise(counts, toy_hours(), {})).classes[male_50s].physicians == Approx(5 + 8 + 4));
    // The survey's mean instead of its mode.
    CHECK(value_of(standardise(counts, toy_hours(), {0.805, 0.195})).standardised == Approx(5 + 8.05 + 3.9));
}

TEST_CASE("an area without physicians has none, which is a number") {
    CHECK(value_of(standardise(no_physicians(), toy_hours(), {})).standardised == 0);
}

TEST_CASE("physicians cannot be standardised without hours, by lists that do not fit, or below zero") {
    const auto with_hours = [](std::size_t c, double hours) {
        auto all = toy_hours();
        all.by_class[c] = hours;
        return why_not(standardise(no_physicians(), all, {}));
    };
    CHECK(with_hours(male_70s, 0) == "hours zero 5");
    CHECK(with_hours(male_20s, -1) == "hours negative 0");
    CHECK(with_hours(female_70s, std::numeric_limits<double>::quiet_NaN()) == "hours not_finite 11");
    CHECK(why_not(standardise(no_physicians(), {toy_hours().by_class, 0}, {})) == "mean_hours zero");
    CHECK(why_not(standardise(no_physicians(), {{}, 50}, {})) == "hours no_values");
    CHECK(why_not(standardise(no_physicians(), toy_hours(), {1.1, 0.2})) == "workplace_share above_whole");
    CHECK(why_not(standardise(no_physicians(), toy_hours(), {0.8, -0.2})) == "workplace_share negative");
    auto counts = no_physicians();
    counts.main.pop_back();
    CHECK(why_not(standardise(counts, toy_hours(), {})) == "physicians count_differs");
    counts = no_physicians();
    counts.second[female_20s] = people(-1);
    CHECK(why_not(standardise(counts, toy_hours(), {})) == "physicians negative 6");
}
