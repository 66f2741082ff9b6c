// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/islands.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace michinori;

namespace {

geo::MultiPolygon::Part box(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}};
}

}  // namespace

TEST_CASE("every polygon is an island, and parts that share a corner are one") {
    // One feature of two islands; two features that a municipal border cuts out of one island.
    const std::vector<geo::MultiPolygon> features{
        {{box(0, 0, 1, 1), box(5, 0, 6, 1)}}, {{box(10, 0, 11, 1)}}, {{box(11, 0, 12, 1)}}};
    const auto islands = scenario::islands_of(features, {{0.5, 0.5},
                                                         {5.5, 0.5},
                                                         {10.5, 0.5},
                                                         {11.5, 0.5},
                                                         {3, 3},
                                                         {0.9, 0.1},
                                                         {std::numeric_limits<double>::quiet_NaN(), 0}});
    REQUIRE(islands.size() == 7);
    CHECK(islands[0]);
    CHECK(islands[0] == islands[5]);
    CHECK(islands[1]);
    CHECK(islands[0] != islands[1]);
    CHECK(islands[2]);
    CHECK(islands[2] == islands[3]);
    CHECK(islands[2] != islands[1]);
    CHECK_FALSE(islands[4]);
    CHECK_FALSE(islands[6]);
}

TEST_CASE("no polygons, no islands") {
    CHECK(scenario::islands_of({}, {{139, 36}}) == std::vector<std::optional<std::uint32_t>>{std::nullopt});
}
