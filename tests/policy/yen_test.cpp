// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/yen.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <array>
#include <numeric>

using namespace michinori::policy;

namespace {

constexpr std::array halves_and_quarters{Fraction{1, 2}, Fraction{1, 4}, Fraction{1, 4}};
using Direction = Rounding::Direction;

}  // namespace

TEST_CASE("a share of an amount is rounded the way that is asked for") {
    CHECK(part_of(Yen{101}, {4, 5}, {Direction::down, Yen{1}}) == Yen{80});  // 80.8
    CHECK(part_of(Yen{101}, {4, 5}, {Direction::half_up, Yen{1}}) == Yen{81});
    CHECK(part_of(Yen{101}, {4, 5}, {Direction::up, Yen{1}}) == Yen{81});
    CHECK(part_of(Yen{100}, {4, 5}, {Direction::up, Yen{1}}) == Yen{80});
    CHECK(part_of(Yen{5}, {1, 2}, {Direction::half_up, Yen{1}}) == Yen{3});
    CHECK(part_of(Yen{1999}, {1, 1}, {Direction::down, Yen{100}}) == Yen{1900});
    CHECK(part_of(Yen{1901}, {1, 1}, {Direction::up, Yen{100}}) == Yen{2000});
    CHECK(part_of(Yen{1950}, {1, 1}, {Direction::half_up, Yen{100}}) == Yen{2000});
    CHECK(part_of(Yen{1949}, {1, 1}, {Direction::half_up, Yen{100}}) == Yen{1900});
}

TEST_CASE("payers bear an amount to the yen, one of them what does not divide") {
    CHECK(split(Yen{10000}, halves_and_quarters, 2) == std::vector{Yen{5000}, Yen{2500}, Yen{2500}});
    CHECK(split(Yen{10003}, halves_and_quarters, 2) == std::vector{Yen{5001}, Yen{2500}, Yen{2502}});
    CHECK(split(Yen{10003}, halves_and_quarters, 0) == std::vector{Yen{5003}, Yen{2500}, Yen{2500}});
    CHECK(split(Yen{0}, halves_and_quarters, 1) == std::vector{Yen{0}, Yen{0}, Yen{0}});
}

TEST_CASE("shares add up exactly or not at all") {
    CHECK(add_up_to_one(halves_and_quarters));
    CHECK(add_up_to_one(std::array{Fraction{1, 3}, Fraction{1, 3}, Fraction{1, 3}}));
    CHECK_FALSE(
        add_up_to_one(std::array{Fraction{333333, 1000000}, Fraction{333333, 1000000}, Fraction{333333, 1000000}}));
    CHECK_FALSE(add_up_to_one(std::array{Fraction{1, 2}, Fraction{1, 4}}));
    CHECK_FALSE(add_up_to_one({}));
}

TEST_CASE("no yen is lost between payers, and none pays more than the yen that do not divide beyond its share") {
    REQUIRE(rc::check([] {
        const auto amount = *rc::gen::inRange<std::int64_t>(0, 100000000);
        const auto taker = *rc::gen::inRange<std::size_t>(0, 3);
        const auto parts = split(Yen{amount}, halves_and_quarters, taker);
        RC_ASSERT(parts[0] + parts[1] + parts[2] == Yen{amount});
        for (std::size_t p = 0; p < 3; ++p) {
            const auto exact = part_of(Yen{amount}, halves_and_quarters[p], {});
            RC_ASSERT((parts[p] == exact || p == taker));
            RC_ASSERT(parts[p] - exact <= Yen{2});
        }
    }));
}
