// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/area_geography.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <limits>

using namespace michinori;
using namespace michinori::policy;

namespace {

/// Every place measured, the first of equally near ones.
std::optional<NearestPlace> plainly(geo::Point point, const std::vector<geo::Point>& places) {
    std::optional<NearestPlace> best;
    for (std::size_t p = 0; p < places.size(); ++p) {
        const auto distance = geo::distance(point, places[p]);
        if (!best || distance < best->distance) {
            best = NearestPlace{p, distance};
        }
    }
    return best;
}

/// On a coarse grid, so that places coincide and distances tie.
geo::Point any_point(int reach) {
    return {139 + *rc::gen::inRange(-reach, reach + 1) / 8.0, 36 + *rc::gen::inRange(-reach, reach + 1) / 8.0};
}

}  // namespace

TEST_CASE("the nearest place is that of measuring all") {
    rc::check([] {
        const int reach = *rc::gen::element(2, 10, 80);
        std::vector<geo::Point> places(*rc::gen::inRange<std::size_t>(0, 30));
        for (auto& place : places) {
            place = any_point(reach);
        }
        std::vector<geo::Point> points(5);
        for (auto& point : points) {
            point = any_point(reach);
        }
        const auto nearest = nearest_places(points, places);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto plain = plainly(points[i], places);
            RC_ASSERT(nearest[i].has_value() == plain.has_value());
            if (plain) {
                RC_ASSERT(nearest[i]->place == plain->place);
                RC_ASSERT(nearest[i]->distance == plain->distance);
            }
        }
    });
}

TEST_CASE("of equally near places the first, and none without places or on no place of the earth") {
    const std::vector<geo::Point> places{{139, 37}, {139, 36}, {139, 36}, {140, 36}};
    CHECK(nearest_places(std::vector<geo::Point>{{139, 36.1}}, places)[0]->place == 1);
    CHECK_FALSE(nearest_places(std::vector<geo::Point>{{139, 36}}, {})[0]);
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(nearest_places(std::vector<geo::Point>{{nan, 36}}, places)[0]);
}
