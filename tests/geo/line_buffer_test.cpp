// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/line_buffer.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace {

using namespace michinori;
using namespace michinori::geo;

constexpr Point somewhere{141.3, 43.0};

/// A place `x` metres east and `y` north of somewhere.
Point at(double x, double y) {
    return LocalPlane(somewhere).to_earth({x, y});
}

double distance_to(const std::vector<Line>& lines, Point p) {
    const LocalPlane plane(p);
    double nearest = std::numeric_limits<double>::infinity();
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto next = line[std::min(i + 1, line.size() - 1)];
            nearest =
                std::min(nearest, nearest_on_piece(plane.to_plane(line[i]), plane.to_plane(next)).distance.value());
        }
    }
    return nearest;
}

bool holds(const MultiPolygon& area, Point p) {
    return !PolygonIndex({area}).covering(p).empty();
}

std::size_t corners(const MultiPolygon& area) {
    std::size_t count = 0;
    for (const auto& part : area.parts) {
        for (const auto& ring : part.rings) {
            count += ring.size();
        }
    }
    return count;
}

MultiPolygon buffer(const std::vector<Line>& lines, const BufferOptions& options = {}) {
    return nested_buffers(std::array{lines}, options).at(0);
}

}  // namespace

TEST_CASE("the land beside a line belongs to it up to the width, round its ends as well") {
    const std::vector<Line> road{{at(0, 0), at(1000, 0)}};
    const auto area = buffer(road);
    REQUIRE(area.parts.size() == 1);
    CHECK(area.parts[0].rings.size() == 1);
    for (const double y : {-95.0, 0.0, 95.0}) {
        CHECK(holds(area, at(500, y)));
    }
    CHECK_FALSE(holds(area, at(500, 100.5)));
    CHECK_FALSE(holds(area, at(500, -100.5)));
    CHECK(holds(area, at(-95, 0)));
    CHECK_FALSE(holds(area, at(-100.5, 0)));
    CHECK_FALSE(holds(area, at(1075, 75)));  // a corner: 106 m
}

TEST_CASE("land within a ring of roads stays a hole") {
    const std::vector<Line> ring{{at(0, 0), at(1000, 0), at(1000, 1000)}, {at(1000, 1000), at(0, 1000), at(0, 0)}};
    const auto area = buffer(ring);
    REQUIRE(area.parts.size() == 1);
    CHECK(area.parts[0].rings.size() == 2);
    CHECK_FALSE(holds(area, at(500, 500)));
    CHECK_FALSE(holds(area, at(150, 500)));
    CHECK(holds(area, at(90, 500)));
    CHECK(buffer(ring, {.width = Metres{600}}).parts.at(0).rings.size() == 1);
}

TEST_CASE("what stands in a hole stays there, also when it comes from a neighbouring block") {
    const std::vector<Line> ring{{at(0, 0), at(4000, 0), at(4000, 4000), at(0, 4000), at(0, 0)}};
    auto lines = ring;
    lines.push_back({at(2000, 2000)});
    const auto area = buffer(lines);
    CHECK(area.parts.size() == 2);
    CHECK(holds(area, at(2000, 2000)));
    CHECK_FALSE(holds(area, at(1000, 2000)));
    // Roads that begin 3 km to the west, in other blocks, and end inside the ring.
    lines.push_back({at(-9000, 1000), at(-3000, 1000), at(1000, 1000)});
    lines.push_back({at(-9000, 3000), at(-3000, 3000), at(1000, 3000)});
    const auto crossed = buffer(lines);
    CHECK(holds(crossed, at(900, 1000)));
    CHECK(holds(crossed, at(900, 3000)));
    CHECK_FALSE(holds(crossed, at(1000, 2000)));
    CHECK(crossed.parts.size() == 2);
    CHECK(PolygonIndex({crossed}).repairs().empty());
}

TEST_CASE("roads far apart are several parts, a spot is a disc, and no road is no land") {
    const auto area = buffer({{at(0, 0), at(10, 0)}, {at(5000, 0)}, {at(9000, 0), at(9000, 0)}, {}});
    CHECK(area.parts.size() == 3);
    CHECK(holds(area, at(5000, 95)));
    CHECK_FALSE(holds(area, at(5000, 101)));
    CHECK(holds(area, at(9000, -95)));
    CHECK(buffer({}).parts.empty());
    CHECK(nested_buffers({}, {}).empty());
}

TEST_CASE("a later step holds the steps before it, and an empty step repeats them") {
    const std::vector<std::vector<Line>> steps{{{at(0, 0), at(900, 0)}}, {}, {{at(900, 0), at(1800, 0)}}};
    const auto areas = nested_buffers(steps, {});
    REQUIRE(areas.size() == 3);
    CHECK(areas[0].parts.at(0).rings == areas[1].parts.at(0).rings);
    CHECK(holds(areas[2], at(450, 90)));
    CHECK(holds(areas[2], at(1700, 90)));
    CHECK_FALSE(holds(areas[0], at(1700, 90)));
    CHECK(areas[2].parts.size() == 1);
}

TEST_CASE("widths, tolerances and places that make no sense are refused") {
    const std::vector<Line> road{{at(0, 0), at(1000, 0)}};
    CHECK_THROWS_AS(buffer(road, {.width = Metres{0}}), std::invalid_argument);
    CHECK_THROWS_AS(buffer(road, {.width = Metres{std::numeric_limits<double>::infinity()}}), std::invalid_argument);
    CHECK_THROWS_AS(buffer(road, {.tolerance = Metres{-1}}), std::invalid_argument);
    CHECK_THROWS_AS(buffer(road, {.tolerance = Metres{34}}), std::invalid_argument);
    CHECK_THROWS_AS(buffer({{at(0, 0), {std::numeric_limits<double>::quiet_NaN(), 43}}}), std::invalid_argument);
}

TEST_CASE("the area holds the lines and ends at the width, simplified or not, over several blocks") {
    rc::prop("random lines in steps", [] {
        const auto metres = [] { return static_cast<double>(*rc::gen::inRange(-3000, 3000)); };
        std::vector<std::vector<Line>> steps(*rc::gen::inRange<std::size_t>(1, 4));
        for (auto& lines : steps) {
            lines.resize(*rc::gen::inRange<std::size_t>(0, 8));
            for (auto& line : lines) {
                auto x = metres();
                auto y = metres();
                for (int n = *rc::gen::inRange(1, 8); n > 0; --n) {
                    line.push_back(at(x, y));
                    x += metres() / 10;
                    y += metres() / 10;
                }
            }
        }
        const BufferOptions options{Metres{100}, Metres{*rc::gen::element(0.0, 10.0, 33.0)}};
        const double surely = 96 - 2 * options.tolerance.value();
        const auto areas = nested_buffers(steps, options);
        std::vector<Line> so_far;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            so_far.insert(so_far.end(), steps[i].begin(), steps[i].end());
            const PolygonIndex index({areas[i]});
            RC_ASSERT(index.repairs().empty());
            for (const auto& line : so_far) {
                for (const auto p : line) {
                    RC_ASSERT(!index.covering(p).empty());
                }
            }
            for (int n = 0; n < 200; ++n) {
                const auto p = at(metres(), metres());
                const double distance = distance_to(so_far, p);
                const bool inside = !index.covering(p).empty();
                RC_ASSERT(!inside || distance <= 100);
                RC_ASSERT(inside || distance > surely);
            }
            for (const auto& part : areas[i].parts) {
                for (const auto& ring : part.rings) {
                    for (const auto p : ring) {
                        RC_ASSERT(distance_to(so_far, p) <= 100);
                    }
                }
            }
        }
        RC_ASSERT(corners(areas.back()) <= corners(nested_buffers(steps, {Metres{100}, Metres{0}}).back()) ||
                  steps.size() > 1);
        const auto again = nested_buffers(steps, options);
        RC_ASSERT(again.back().parts.size() == areas.back().parts.size());
        for (std::size_t p = 0; p < again.back().parts.size(); ++p) {
            RC_ASSERT(again.back().parts[p].rings == areas.back().parts[p].rings);
        }
    });
}
