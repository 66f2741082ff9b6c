// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/simplified_lines.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace michinori;
using geo::PackedLines;
using geo::Point;
using Lines = std::vector<std::vector<Point>>;
using Wholes = std::vector<std::int32_t>;

namespace {

/// How far p lies from the nearest piece of the lines.
double metres_from(const PackedLines& lines, Point p) {
    const geo::LocalPlane plane(p);
    double nearest = 1e9;
    for (std::size_t a = 0; a < lines.size(); ++a) {
        for (auto i = lines.start[a]; i + 1 < lines.start[a + 1]; ++i) {
            const auto at = [&](std::int32_t k) { return plane.to_plane({lines.lon[k] / 1e7, lines.lat[k] / 1e7}); };
            nearest = std::min(nearest, geo::nearest_on_piece(at(i), at(i + 1)).distance.value());
        }
    }
    return nearest;
}

}  // namespace

TEST_CASE("pieces that meet become one line, and points on the straight go") {
    const Lines pieces{
        {{139.0, 36}, {139.01, 36}}, {{139.02, 36.00001}, {139.01, 36}}, {{139.02, 36.00001}, {139.02, 36.01}}};
    const auto lines = geo::simplified_lines(pieces, Metres{30});
    REQUIRE(lines.size() == 1);
    auto lon = lines.lon;
    std::ranges::sort(lon);
    CHECK(lon == Wholes{1390000000, 1390200000, 1390200000});
}

TEST_CASE("where three roads meet lines end") {
    const Lines pieces{{{139.0, 36}, {139.01, 36}}, {{139.01, 36}, {139.02, 36}}, {{139.01, 36}, {139.01, 36.01}}};
    CHECK(geo::simplified_lines(pieces, Metres{30}).size() == 3);
}

TEST_CASE("no lines, and pieces without length") {
    CHECK(geo::simplified_lines({}, Metres{30}).size() == 0);
    CHECK(geo::simplified_lines({{{139, 36}, {139, 36}}}, Metres{30}).size() == 0);
    const Lines with_a_line{{{139, 36}, {139, 36}}, {{139, 36}, {139.1, 36}}};
    CHECK(geo::simplified_lines(with_a_line, Metres{30}).lon == Wholes{1390000000, 1391000000});
}

TEST_CASE("no point of a road lies farther than the tolerance from what is drawn") {
    REQUIRE(rc::check([] {
        const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(-9, 10), rc::gen::inRange(-9, 10)));
        std::vector<Point> line{{139, 36}};
        for (const auto& [east, north] : steps) {
            line.push_back({line.back().lon + 1e-4 * east, line.back().lat + 1e-4 * north});
        }
        line.push_back({139.5, 36.5});
        const auto lines = geo::simplified_lines({line}, Metres{40});
        RC_ASSERT(lines.start.front() == 0);
        RC_ASSERT((lines.start.back() == static_cast<std::int32_t>(lines.lon.size())));
        for (const auto p : line) {
            RC_ASSERT(metres_from(lines, p) < 40.5);
        }
    }));
}
