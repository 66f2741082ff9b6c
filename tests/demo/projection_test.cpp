// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/projection.h"

#include <catch2/catch.hpp>

#include <cmath>

#include "demo/demo_support.h"

namespace michinori::demo {
namespace {

constexpr std::uint64_t seed = 2026;

double sum(const std::vector<Cell>& cells, std::int64_t Cell::*number) {
    double total = 0;
    for (const auto& cell : cells) {
        total += static_cast<double>(cell.*number);
    }
    return total;
}

/// What is left in a year of today's number.
double left(const std::vector<Cell>& then, std::int64_t Cell::*number) {
    return sum(then, number) / sum(made().cells, number);
}

}  // namespace

TEST_CASE("the prefecture loses 5, 15 and 24 in a hundred of its people, and more of its births") {
    const Projection projection(seed);
    const auto in_2030 = projection.cells(made().cells, 2030);
    const auto in_2040 = projection.cells(made().cells, 2040);
    const auto in_2050 = projection.cells(made().cells, 2050);
    CHECK(left(in_2030, &Cell::population) == Approx(0.95).margin(0.005));
    CHECK(left(in_2040, &Cell::population) == Approx(0.85).margin(0.005));
    CHECK(left(in_2050, &Cell::population) == Approx(0.76).margin(0.005));
    for (const auto* then : {&in_2030, &in_2040, &in_2050}) {
        CHECK(left(*then, &Cell::births_milli) < left(*then, &Cell::women_15_49));
        CHECK(left(*then, &Cell::women_15_49) < left(*then, &Cell::population));
        CHECK(left(*then, &Cell::aged_65) > left(*then, &Cell::population));
    }
    CHECK(left(in_2050, &Cell::births_milli) < left(in_2040, &Cell::births_milli));
}

TEST_CASE("the country loses its people faster than the towns") {
    const auto then = totals(Projection(seed).cells(made().cells, 2050));
    const auto left_in = [&](std::size_t m) {
        return static_cast<double>(then[m].population) / municipalities()[m].population;
    };
    for (std::size_t m = 0; m < municipality_count; ++m) {
        INFO(municipalities()[m].name);
        CHECK(left_in(m) < 0.85);
        CHECK(left_in(m) > 0.6);
        if (municipalities()[m].kind == MunicipalityKind::village) {
            CHECK(left_in(m) < left_in(capital_index) - 0.05);
        }
    }
}

TEST_CASE("cells of another year: today's cells, whole people, each municipality its rounded sum") {
    const Projection projection(seed);
    const auto& today = made().cells;
    const auto then = projection.cells(today, 2040);
    REQUIRE(then.size() == today.size());
    std::vector<double> expected(municipality_count);
    bool consistent = true;
    for (std::size_t c = 0; c < then.size(); ++c) {
        const auto people = projection.people(today[c], 2040);
        expected[then[c].municipality] += people;
        consistent = consistent && then[c].mesh == today[c].mesh && then[c].municipality == today[c].municipality &&
                     std::abs(static_cast<double>(then[c].population) - people) < 1.01 && then[c].population >= 0 &&
                     then[c].women_15_49 >= 0 && then[c].female >= then[c].women_15_49 &&
                     then[c].female <= then[c].population &&
                     then[c].women_15_49 + then[c].aged_65 + then[c].aged_under_15 <= then[c].population &&
                     then[c].births_milli >= 0 && then[c].cancer_deaths_milli >= 0;
    }
    CHECK(consistent);
    const auto sums = totals(then);
    for (std::size_t m = 0; m < municipality_count; ++m) {
        CHECK(sums[m].population == std::llround(expected[m]));
    }
}

TEST_CASE("today's people are the projection's first year, and ages of today are those of the cells") {
    const Projection projection(seed);
    auto cells = made().cells;
    give_ages(cells, 0, seed);
    bool same = true;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto& today = made().cells[c];
        same = same && projection.people(today, 2025) == static_cast<double>(today.population) &&
               cells[c].women_15_49 == today.women_15_49 && cells[c].births_milli == today.births_milli &&
               cells[c].aged_65 == today.aged_65 && cells[c].cancer_deaths_milli == today.cancer_deaths_milli;
    }
    CHECK(same);
}

}  // namespace michinori::demo
