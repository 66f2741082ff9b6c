// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/mesh_code.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace michinori::geo;

namespace {

constexpr MeshLevel levels[] = {MeshLevel::first, MeshLevel::second,  MeshLevel::third,
                                MeshLevel::half,  MeshLevel::quarter, MeshLevel::eighth};

}  // namespace

TEST_CASE("known cells of JIS X 0410 decode to their published corners") {
    const auto tokyo = mesh_cell("53394611");  // the Imperial Palace stands here
    REQUIRE(tokyo);
    CHECK(tokyo->south == Approx(35.675).margin(1e-12));
    CHECK(tokyo->west == Approx(139.7625).margin(1e-12));
    CHECK(tokyo->north - tokyo->south == Approx(30.0 / 3600).margin(1e-12));
    CHECK(tokyo->east - tokyo->west == Approx(45.0 / 3600).margin(1e-12));

    const auto first = mesh_cell("5339");
    REQUIRE(first);
    CHECK(first->south == Approx(53 / 1.5).margin(1e-12));
    CHECK(first->west == 139.0);
    CHECK(first->east == 140.0);
}

TEST_CASE("the first cell of the Hokkaido census has its published centre") {
    const auto centre = mesh_centre("623927494");
    REQUIRE(centre);
    CHECK(centre->lat == Approx(41.539583).margin(5e-7));
    CHECK(centre->lon == Approx(139.996875).margin(5e-7));
}

TEST_CASE("quarters of a cell are numbered SW, SE, NW, NE") {
    const auto whole = *mesh_cell("53394611");
    const auto south_west = *mesh_cell("533946111");
    const auto south_east = *mesh_cell("533946112");
    const auto north_west = *mesh_cell("533946113");
    const auto north_east = *mesh_cell("533946114");
    CHECK(south_west.west == whole.west);
    CHECK(south_west.south == whole.south);
    CHECK(south_east.east == whole.east);
    CHECK(south_east.south == whole.south);
    CHECK(north_west.north == whole.north);
    CHECK(north_west.west == whole.west);
    CHECK(north_east.north == whole.north);
    CHECK(north_east.east == whole.east);
}

TEST_CASE("what is not a mesh code gives nothing") {
    const std::string bad = GENERATE("", "5", "533", "53394", "5339461", "533946111111", "53398611", "53394811",
                                     "5339461a", "533946115", "533946110", "5389", "５３３９", "-339");
    CAPTURE(bad);
    CHECK_FALSE(mesh_cell(bad));
    CHECK_FALSE(mesh_centre(bad));
}

TEST_CASE("places outside the grid have no code") {
    CHECK_FALSE(mesh_code({14.5, 35.9}, MeshLevel::half));
    CHECK_FALSE(mesh_code({139, -1}, MeshLevel::half));
    CHECK_FALSE(mesh_code({139, 66.7}, MeshLevel::half));
    CHECK_FALSE(mesh_code({180, 35}, MeshLevel::half));
    CHECK_FALSE(mesh_code({std::nan(""), 35}, MeshLevel::half));
    CHECK(mesh_code({100, 0}, MeshLevel::first) == "0000");
}

TEST_CASE("Tokyo Station has its known codes") {
    const Point station{139.767125, 35.681236};
    CHECK(mesh_code(station, MeshLevel::first) == "5339");
    CHECK(mesh_code(station, MeshLevel::second) == "533946");
    CHECK(mesh_code(station, MeshLevel::third) == "53394611");
    CHECK(mesh_code(station, MeshLevel::half) == "533946113");
}

TEST_CASE("the code of a place names the cell that holds it, at every level") {
    rc::check([] {
        const Point p{*rc::gen::map(rc::gen::inRange(0, 79'999'999), [](int n) { return 100 + n / 1e6; }),
                      *rc::gen::map(rc::gen::inRange(0, 66'600'000), [](int n) { return n / 1e6; })};
        for (const auto level : levels) {
            const auto code = mesh_code(p, level);
            RC_ASSERT(code.has_value());
            RC_ASSERT(code->size() == static_cast<std::size_t>(level));
            const auto cell = mesh_cell(*code);
            RC_ASSERT(cell.has_value());
            RC_ASSERT(cell->west <= p.lon && p.lon < cell->east);
            RC_ASSERT(cell->south <= p.lat && p.lat < cell->north);
            RC_ASSERT(mesh_code(*mesh_centre(*code), level) == code);
        }
    });
}

TEST_CASE("a corner belongs to the cell north-east of it") {
    rc::check([] {
        const Point p{*rc::gen::map(rc::gen::inRange(0, 79'999'999), [](int n) { return 100 + n / 1e6; }),
                      *rc::gen::map(rc::gen::inRange(0, 66'600'000), [](int n) { return n / 1e6; })};
        for (const auto level : levels) {
            const auto code = *mesh_code(p, level);
            const auto cell = *mesh_cell(code);
            RC_ASSERT(mesh_code({cell.west, cell.south}, level) == code);
            RC_ASSERT(mesh_code({cell.east, cell.north}, level) != code);
        }
    });
}
