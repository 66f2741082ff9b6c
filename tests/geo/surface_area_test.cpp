// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/surface_area.h"

#include <geodesic.h>
#include <catch2/catch.hpp>

using namespace michinori::geo;

namespace {

std::vector<Point> square(double west, double south, double side) {
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
}

/// By PROJ's geodesics.
double reference_km2(const std::vector<Point>& ring) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257222101);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const auto& p : ring) {
        geod_polygon_addpoint(&ellipsoid, &polygon, p.lat, p.lon);
    }
    double square_metres = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &square_metres, nullptr);
    return square_metres / 1e6;
}

}  // namespace

TEST_CASE("land is as large as PROJ's geodesics say, from the south to the north and from small to large") {
    for (const double latitude : {-43.0, -0.005, 24.0, 36.0, 45.5, 70.0}) {
        for (const double side : {0.0001, 0.001, 0.01, 0.05}) {
            const auto ring = square(139, latitude, side);
            INFO(latitude << " " << side);
            CHECK(square_kilometres({{{{ring}}}}) == Approx(reference_km2(ring)).epsilon(1e-6));
        }
    }
}

TEST_CASE("holes are left out, whichever way rings turn and whether or not they are closed") {
    const auto shell = square(139, 36, 0.03);
    auto hole = square(139.01, 36.01, 0.01);
    const double expected = reference_km2(shell) - reference_km2(hole);
    CHECK(square_kilometres({{{{shell, hole}}}}) == Approx(expected).epsilon(1e-6));
    hole.pop_back();
    std::swap(hole[1], hole[3]);
    CHECK(square_kilometres({{{{shell, hole}}}}) == Approx(expected).epsilon(1e-6));
    CHECK(square_kilometres({{{{shell, hole}}, {{square(140, 36, 0.01)}}}}) > expected + 0.9);
    CHECK(square_kilometres({}) == 0);
}
