// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/births.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace michinori;
using scenario::shared_out;

namespace {

People people(double number) {
    return People::from_double(number);
}

People sum(const std::vector<People>& parts) {
    People total;
    for (const auto part : parts) {
        total += part;
    }
    return total;
}

}  // namespace

TEST_CASE("births are shared out in proportion, and what does not divide goes to the largest remainders") {
    CHECK(shared_out(people(10), std::vector{people(1), people(3)}) == std::vector{people(2.5), people(7.5)});
    CHECK(shared_out(people(1), std::vector{people(1), people(1), people(1)}) ==
          std::vector{people(0.333334), people(0.333333), people(0.333333)});
    CHECK(shared_out(people(1), std::vector{people(1), people(4), people(1)}) ==
          std::vector{people(0.166667), people(0.666667), people(0.166666)});
    CHECK(shared_out(people(5), std::vector{people(0), people(2)}) == std::vector{people(0), people(5)});
    CHECK(shared_out(people(5), std::vector{people(0), people(0)}) == std::vector{people(0), people(0)});
    CHECK(shared_out(people(5), {}).empty());
}

TEST_CASE("no birth is lost, and no part is off by more than a millionth") {
    REQUIRE(rc::check([] {
        const auto total = People::from_micro(*rc::gen::inRange<std::int64_t>(0, 5'000'000'000));
        std::vector<People> weights{people(1)};
        for (const auto w :
             *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 900'000'000))) {
            weights.push_back(People::from_micro(w));
        }
        const auto parts = shared_out(total, weights);
        RC_ASSERT(sum(parts) == total);
        const auto all = static_cast<long double>(sum(weights).micro());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto exact = static_cast<long double>(total.micro()) * weights[i].micro() / all;
            RC_ASSERT(std::abs(static_cast<long double>(parts[i].micro()) - exact) < 1.000001L);
        }
    }));
}
