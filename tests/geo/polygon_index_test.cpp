// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/polygon_index.h"

#include <rapidcheck.h>
#include <tbb/parallel_for.h>
#include <catch2/catch.hpp>

#include <limits>

#include "geo/inner_point.h"

using namespace michinori;
using namespace michinori::geo;

namespace {

std::vector<Point> square(double west, double south, double size) {
    return {{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}, {west, south}};
}

MultiPolygon one(std::vector<Point> shell) {
    return {{{{std::move(shell)}}}};
}

using Indices = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a point lies in every polygon that holds it, the border included") {
    const PolygonIndex index({one(square(140, 40, 1)), one(square(140.5, 40, 1)), one(square(142, 40, 1))});
    CHECK(index.repairs().empty());
    CHECK(index.covering({140.2, 40.5}) == Indices{0});
    CHECK(index.covering({140.7, 40.5}) == Indices{0, 1});
    CHECK(index.covering({141, 40.5}) == Indices{0, 1});  // on the border of 0
    CHECK(index.covering({142, 40}) == Indices{2});       // a corner
    CHECK(index.covering({139, 40}).empty());
    CHECK(index.covering({std::numeric_limits<double>::quiet_NaN(), 40}).empty());
}

TEST_CASE("holes do not belong to a polygon, and an open ring is closed") {
    MultiPolygon ring = one(square(140, 40, 3));
    auto hole = square(141, 41, 1);
    hole.pop_back();
    ring.parts[0].rings.push_back(hole);
    const PolygonIndex index({ring});
    CHECK(index.covering({140.5, 40.5}) == Indices{0});
    CHECK(index.covering({141.5, 41.5}).empty());
    CHECK(index.repairs().empty());
}

TEST_CASE("a bow tie is repaired into its two wings and reported with its place") {
    const MultiPolygon bow_tie = one({{140, 40}, {142, 42}, {142, 40}, {140, 42}, {140, 40}});
    const PolygonIndex index({one(square(150, 40, 1)), bow_tie});
    REQUIRE(index.repairs().size() == 1);
    CHECK(index.repairs()[0].polygon == 1);
    CHECK(index.repairs()[0].reason == "Self-intersection at 141.000000, 41.000000");
    CHECK(index.covering({140.2, 41}) == Indices{1});
    CHECK(index.covering({141.8, 41}) == Indices{1});
    CHECK(index.covering({141, 40.2}).empty());
}

TEST_CASE("parts of one area that touch or overlap are no fault") {
    MultiPolygon area;
    area.parts.push_back({{square(140, 40, 1)}});
    area.parts.push_back({{square(141, 40, 1)}});      // shares a border
    area.parts.push_back({{square(141.5, 40.5, 1)}});  // overlaps
    const PolygonIndex index({area});
    CHECK(index.repairs().empty());
    CHECK(index.covering({141, 40.5}) == Indices{0});
    CHECK(index.covering({141.7, 40.7}) == Indices{0});
    CHECK(index.covering({142.3, 41.2}) == Indices{0});
}

TEST_CASE("rings without area are left out and said so") {
    const PolygonIndex index({one({{140, 40}, {141, 41}}), {}, one(square(140, 40, 1))});
    REQUIRE(index.repairs().size() == 1);
    CHECK(index.repairs()[0].polygon == 0);
    CHECK(index.repairs()[0].reason == "a ring without area was left out");
    CHECK(index.covering({140.5, 40.5}) == Indices{2});
}

TEST_CASE("a point just off the coast goes to the nearest polygon within the limit") {
    const PolygonIndex index({one(square(140, 40, 1)), one(square(141.01, 40, 1))});
    const Point between{141.004, 40.5};  // 340 m east of 0, 510 m west of 1
    CHECK(index.nearest(between, Metres{100}) == std::nullopt);
    CHECK(index.nearest(between, Metres{1000}) == std::size_t{0});
    CHECK(index.nearest({141.007, 40.5}, Metres{1000}) == std::size_t{1});
    CHECK(index.nearest({140.5, 40.5}, Metres{0}) == std::size_t{0});
    CHECK(index.nearest({150, 40.5}, Metres{1000}) == std::nullopt);
}

TEST_CASE("equally near polygons: the lowest index wins") {
    const auto a = one(square(140, 40, 1));
    const PolygonIndex index({a, a});
    CHECK(index.nearest({141.004, 40.5}, Metres{1000}) == std::size_t{0});
    CHECK(index.covering({140.5, 40.5}) == Indices{0, 1});
}

TEST_CASE("an empty index holds nothing") {
    const PolygonIndex index(std::vector<MultiPolygon>{});
    CHECK(index.covering({140, 40}).empty());
    CHECK(index.nearest({140, 40}, Metres{1000}) == std::nullopt);
}

TEST_CASE("the index agrees with plain arithmetic on random squares, from many threads at once") {
    rc::check([] {
        std::vector<MultiPolygon> polygons;
        std::vector<Box> boxes;
        for (const auto n : *rc::gen::container<std::vector<int>>(30, rc::gen::inRange(0, 100000))) {
            const double west = 140 + n % 300 / 100.0;
            const double south = 40 + n / 300 % 300 / 100.0;
            polygons.push_back(one(square(west, south, 0.5)));
            boxes.push_back({west, south, west + 0.5, south + 0.5});
        }
        const PolygonIndex index(polygons);
        std::vector<Indices> found(400);
        tbb::parallel_for(std::size_t{0}, found.size(), [&](std::size_t i) {
            found[i] = index.covering(
                {140.0031 + static_cast<double>(i % 20) * 0.17, 40.0017 + static_cast<double>(i / 20) * 0.17});
        });
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Point p{140.0031 + static_cast<double>(i % 20) * 0.17, 40.0017 + static_cast<double>(i / 20) * 0.17};
            Indices expected;
            for (std::size_t b = 0; b < boxes.size(); ++b) {
                if (boxes[b].contains(p)) {
                    expected.push_back(b);
                }
            }
            RC_ASSERT(found[i] == expected);
        }
    });
}

TEST_CASE("the inner point lies inside even a bent polygon") {
    const auto horseshoe =
        one({{140, 40}, {143, 40}, {143, 43}, {142, 43}, {142, 41}, {141, 41}, {141, 43}, {140, 43}});
    const auto p = inner_point(horseshoe);
    REQUIRE(p);
    CHECK(PolygonIndex({horseshoe}).covering(*p) == Indices{0});
    CHECK_FALSE(inner_point({}));
}
