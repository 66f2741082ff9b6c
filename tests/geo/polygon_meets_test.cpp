// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck.h>
#include <tbb/parallel_for.h>
#include <catch2/catch.hpp>

#include <atomic>
#include <limits>

#include "geo/polygon_index.h"

using namespace michinori;
using namespace michinori::geo;

namespace {

MultiPolygon box(double west, double south, double east, double north) {
    return {{{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}}};
}

}  // namespace

TEST_CASE("a straight piece meets a polygon that it crosses, touches, enters or lies in") {
    const PolygonIndex ridge({box(140.4, 40, 140.6, 41), box(150, 40, 151, 41)});
    CHECK(ridge.meets({140, 40.5}, {141, 40.5}));          // across
    CHECK(ridge.meets({141, 40.5}, {140, 40.5}));          // and back
    CHECK(ridge.meets({140, 40.5}, {140.5, 40.5}));        // into
    CHECK(ridge.meets({140.45, 40.5}, {140.55, 40.6}));    // inside
    CHECK(ridge.meets({140, 40}, {141, 40}));              // along its border
    CHECK(ridge.meets({149.75, 40.75}, {150.25, 41.25}));  // through the corner of the other at 150, 41
    CHECK_FALSE(ridge.meets({149.75, 40.7501}, {150.25, 41.2501}));
    CHECK_FALSE(ridge.meets({140, 40}, {140.39, 41}));
    CHECK_FALSE(ridge.meets({140, 41.01}, {141, 41.01}));
    CHECK(ridge.meets({149, 40.5}, {150, 40.5}));  // touches the second
}

TEST_CASE("a piece without length is a point, and what is no place meets nothing") {
    const PolygonIndex ridge({box(140, 40, 141, 41)});
    CHECK(ridge.meets({140.5, 40.5}, {140.5, 40.5}));
    CHECK_FALSE(ridge.meets({142, 40.5}, {142, 40.5}));
    CHECK_FALSE(ridge.meets({std::numeric_limits<double>::quiet_NaN(), 40.5}, {141, 40.5}));
    CHECK_FALSE(PolygonIndex({}).meets({140, 40}, {141, 41}));
}

TEST_CASE("holes are free ground") {
    auto ring = box(140, 40, 143, 43);
    ring.parts[0].rings.push_back({{141, 41}, {142, 41}, {142, 42}, {141, 42}});
    const PolygonIndex lake({ring});
    CHECK_FALSE(lake.meets({141.2, 41.5}, {141.8, 41.5}));
    CHECK(lake.meets({141.2, 41.5}, {142.2, 41.5}));
}

TEST_CASE("a box is met exactly when a plain clip of the piece leaves something") {
    CHECK(rc::check("against the clip of Liang and Barsky", [] {
        const auto at = [] {
            return Point{140 + *rc::gen::inRange(0, 1000) / 1000.0, 40 + *rc::gen::inRange(0, 1000) / 1000.0};
        };
        const auto a = at();
        const auto b = at();
        // Corners off the lattice of the ends, so that no rounding decides.
        const double west = 140.30005;
        const double east = 140.60005;
        const double south = 40.20005;
        const double north = 40.70005;
        double begin = 0;
        double end = 1;
        const auto clip = [&](double step, double room) {
            if (step == 0) {
                end = room < 0 ? -1 : end;
            } else if (step < 0) {
                begin = std::max(begin, room / step);
            } else {
                end = std::min(end, room / step);
            }
        };
        clip(a.lon - b.lon, a.lon - west);
        clip(b.lon - a.lon, east - a.lon);
        clip(a.lat - b.lat, a.lat - south);
        clip(b.lat - a.lat, north - a.lat);
        RC_ASSERT(PolygonIndex({box(west, south, east, north)}).meets(a, b) == (begin <= end));
    }));
}

TEST_CASE("pieces may be asked about from several threads") {
    const PolygonIndex ridge({box(140.4, 40, 140.6, 41)});
    std::atomic<int> met{0};
    tbb::parallel_for(0, 2000, [&](int i) {
        const double lat = 40 + i / 1000.0;  // half of them north of it
        met += ridge.meets({140, lat}, {141, lat}) ? 1 : 0;
    });
    CHECK(met == 1001);
}
