// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/point.h"

#include <geodesic.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace michinori;
using geo::Point;

namespace {

double geodesic(Point a, Point b) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257222101);
    double metres = 0;
    geod_inverse(&ellipsoid, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

}  // namespace

TEST_CASE("short pieces agree with the geodesic to a millionth") {
    rc::prop("between 20 and 46 degrees north, up to 5 km", [] {
        const Point a{*rc::gen::inRange(122000, 149000) / 1000.0, *rc::gen::inRange(20000, 46000) / 1000.0};
        const Point b{a.lon + *rc::gen::inRange(-3000, 3000) * 1e-5, a.lat + *rc::gen::inRange(-3000, 3000) * 1e-5};
        const double expected = geodesic(a, b);
        RC_ASSERT(std::abs(geo::distance(a, b).value() - expected) <= 1e-6 * expected + 1e-6);
    });
}

TEST_CASE("long pieces are geodesics") {
    const Point tokyo{139.767, 35.681};
    const Point sapporo{141.351, 43.069};
    CHECK(geo::distance(tokyo, sapporo).value() == Approx(geodesic(tokyo, sapporo)).epsilon(1e-9));
    CHECK(geo::distance(tokyo, tokyo).value() == 0);
}

TEST_CASE("what is not a place on earth is told") {
    CHECK(geo::is_on_earth({180, -90}));
    CHECK_FALSE(geo::is_on_earth({43.06, 141.35}));
    CHECK_FALSE(geo::is_on_earth({std::numeric_limits<double>::infinity(), 0}));
}

TEST_CASE("the foot of a point on a piece") {
    const auto middle = geo::nearest_on_piece({-10, 5}, {10, 5});
    CHECK(middle.share == Approx(0.5));
    CHECK(middle.distance.value() == Approx(5));
    CHECK(geo::nearest_on_piece({3, 4}, {6, 8}).share == 0);
    CHECK(geo::nearest_on_piece({3, 4}, {3, 4}).distance.value() == Approx(5));
}

TEST_CASE("the local plane goes there and back") {
    const geo::LocalPlane plane({141.35, 43.06});
    const Point p{141.40, 43.01};
    const auto v = plane.to_plane(p);
    CHECK(std::hypot(v.x, v.y) == Approx(geodesic({141.35, 43.06}, p)).epsilon(1e-3));
    CHECK(plane.to_earth(v).lon == Approx(p.lon));
    CHECK(plane.box_around(Metres{1000}).contains({141.362, 43.06}));
}
