// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/simple_rules.h"

#include <catch2/catch.hpp>

#include <stdexcept>

#include "cases.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::Sites;

TEST_CASE("the largest stay, one of each group first, ties to the lower number", "[location]") {
    auto made = test::line({{0, 1}}, {0, 1, 2, 3, 4});
    auto& problem = made.problem;
    problem.sites = 2;
    std::vector<People> size;
    for (const int people : {10, 30, 30, 20, 40}) {
        size.push_back(People::from_double(people));
    }
    CHECK(keep_largest(problem, size) == Sites{1, 4});
    problem.must_close = {4};
    CHECK(keep_largest(problem, size) == Sites{1, 2});
    problem.must_open = {0};
    CHECK(keep_largest(problem, size) == Sites{0, 1});
    problem.sites = 9;
    CHECK(keep_largest(problem, size) == Sites{0, 1, 2, 3});

    problem.sites = 3;
    problem.groups = {{"a", {0, 1}}, {"b", {3, 4}}, {"c", {4}}};  // a has 0 already; 4 must close
    CHECK(keep_one_per_group(problem, size) == Sites{0, 1, 3});
    problem.sites = 1;
    CHECK(keep_one_per_group(problem, size) == Sites{0, 3});
    problem.sites.reset();
    CHECK_THROWS_AS(keep_largest(problem, size), std::invalid_argument);
    problem.sites = 1;
    size.pop_back();
    CHECK_THROWS_AS(keep_one_per_group(problem, size), std::invalid_argument);
}

}  // namespace
