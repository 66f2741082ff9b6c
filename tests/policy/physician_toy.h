// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "policy/physician_index.h"

namespace michinori::test {

inline People people(double number) {
    return People::from_double(number);
}

/// The value, or a test that fails with the reason.
template <class T>
T value_of(const policy::Computed<T>& computed) {
    const auto* why = policy::impossible(computed);
    INFO((why ? std::string(policy::name(why->of)) + " " + std::string(policy::name(why->reason)) : std::string()));
    REQUIRE(why == nullptr);
    return std::get<T>(computed);
}

/// "term reason", with the position where there is one; "" when there is a value.
template <class T>
std::string why_not(const policy::Computed<T>& computed) {
    const auto* why = policy::impossible(computed);
    if (why == nullptr) {
        return "";
    }
    const auto at = why->position ? " " + std::to_string(*why->position) : std::string();
    return std::string(policy::name(why->of)) + " " + std::string(policy::name(why->reason)) + at;
}

/// A nation of two classes of people (young, old) and six areas, worked by hand.
///
/// Note 8: bedless clinics have 4/5 of the claims, so 4/5 of 1,000,000 outpatients: 800,000.
/// Note 5: D = (80,000 / 800,000) / (80,000 / 400,000) = 0.1 / 0.2 = 0.5.
/// Note 4, nation (K = 1): young 0.5 x 1000 + 200 = 700; old 0.5 x 4000 + 2000 = 4000 per 100,000.
/// Note 3, nation: (700 x 900,000 + 4000 x 300,000) / 1,200,000 = 1525.
inline policy::NationTreatment toy_nation() {
    policy::NationTreatment nation;
    nation.demand = {80000, 80000, people(1000000), people(400000), {10, 60, 10}, {20, 70, 10}};
    nation.rates = {{1000, 4000}, {200, 2000}};
    nation.population = {people(900000), people(300000)};
    return nation;
}

/// Mean 50 hours: ratios of men 1.2, 1.2, 1.1, 1.0, 0.9, 0.6 and of women 1.1, 0.9, 0.8, 0.9, 0.8, 0.6.
inline policy::WorkingHours toy_hours() {
    return {{60, 60, 55, 50, 45, 30, 55, 45, 40, 45, 40, 30}, 50};
}

inline policy::PhysicianCounts no_physicians() {
    const std::vector<People> none(policy::physician_classes.size());
    return {none, none, none};
}

/// Places in policy::physician_classes.
inline constexpr std::size_t male_20s = 0;
inline constexpr std::size_t male_30s = 1;
inline constexpr std::size_t male_40s = 2;
inline constexpr std::size_t male_50s = 3;
inline constexpr std::size_t male_60s = 4;
inline constexpr std::size_t male_70s = 5;
inline constexpr std::size_t female_20s = 6;
inline constexpr std::size_t female_30s = 7;
inline constexpr std::size_t female_40s = 8;
inline constexpr std::size_t female_60s = 10;
inline constexpr std::size_t female_70s = 11;

struct ToyArea {
    std::string code;
    policy::PhysicianCounts counts;
    policy::AreaTreatment treatment;
    double expected_rate = 0;  ///< by hand, as the next two
    double standardised = 0;
    double index = 0;
};

inline policy::PatientFlow stays(double patients) {
    return {people(patients), {}, {}};
}

/// Need = population / 100,000 x expected rate / 1525, written over 61 (1525 = 25 x 61).
inline std::vector<ToyArea> toy_areas() {
    std::vector<ToyArea> areas;
    const auto add = [&](const std::string& code, double young, double old, double rate, double standardised,
                         double index) -> ToyArea& {
        return areas.emplace_back(ToyArea{
            code, no_physicians(), {{people(young), people(old)}, stays(100), stays(50)}, rate, standardised, index});
    };
    // The nation's own mix and flows: rate 1525, ratio 1, need 2. 305 men in their 50s x 1.0: 305 / 2.
    auto* a = &add("0101", 150000, 50000, 1525, 305, 152.5);
    a->counts.sole[male_50s] = people(305);
    // K_out = (100 + 30 - 10) / 100 = 1.2, K_in = (50 + 10 - 5) / 50 = 1.1: young 0.5 x 1000 x 1.2 + 200 x 1.1 = 820,
    // old 0.5 x 4000 x 1.2 + 2000 x 1.1 = 4600; (820 x 250,000 + 4600 x 50,000) / 300,000 = 1450; need 3 x 58 / 61.
    // 1000 x 1.2 + 0.8 x 500 x 0.9 + 0.2 x 1000 x 0.9 = 1200 + 360 + 180 = 1740; x 61 / 174 = 610.
    a = &add("0102", 250000, 50000, 1450, 1740, 610);
    a->treatment.outpatients = {people(100), people(30), people(10)};
    a->treatment.inpatients = {people(50), people(10), people(5)};
    a->counts.sole[male_20s] = people(1000);
    a->counts.main[female_30s] = people(500);
    a->counts.second[male_60s] = people(1000);
    // (700 + 4000) / 2 = 2350; need 2 x 94 / 61. 470 x 0.8 = 376; x 61 / 188 = 122.
    a = &add("0201", 100000, 100000, 2350, 376, 122);
    a->counts.sole[female_40s] = people(470);
    // Nobody is old: 700; need 2 x 28 / 61. 140 x 0.6 = 84; x 61 / 56 = 91.5.
    a = &add("0202", 200000, 0, 700, 84, 91.5);
    a->counts.sole[male_70s] = people(140);
    // K_out = (100 + 10 - 30) / 100 = 0.8, K_in = (50 - 25) / 50 = 0.5: young 400 + 100 = 500, old 1600 + 1000 = 2600;
    // (500 x 150,000 + 2600 x 75,000) / 225,000 = 1200; need 2.25 x 48 / 61. 400 x 0.9 + 90 x 0.8 = 432; x 61 / 108 =
    // 244.
    a = &add("0301", 150000, 75000, 1200, 432, 244);
    a->treatment.outpatients = {people(100), people(10), people(30)};
    a->treatment.inpatients = {people(50), {}, people(25)};
    a->counts.sole[male_60s] = people(400);
    a->counts.sole[female_60s] = people(90);
    // (700 x 50,000 + 4000 x 25,000) / 75,000 = 1800; need 0.75 x 72 / 61. 100 x 1.1 + 0.2 x 125 x 1.0 = 135;
    // x 61 / 54 = 152.5, the same as the first.
    a = &add("0302", 50000, 25000, 1800, 135, 152.5);
    a->counts.sole[male_40s] = people(100);
    a->counts.second[male_50s] = people(125);
    return areas;
}

}  // namespace michinori::test
