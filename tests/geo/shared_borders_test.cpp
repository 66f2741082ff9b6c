// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/shared_borders.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "geo/surface_area.h"

namespace {

using namespace michinori;
using namespace michinori::geo;

constexpr Point somewhere{141.3, 43.0};

/// A place `x` metres east and `y` north of somewhere, on the grid.
Point at(double x, double y) {
    const auto p = LocalPlane(somewhere).to_earth({x, y});
    return {std::round(p.lon * 1e7) / 1e7, std::round(p.lat * 1e7) / 1e7};
}

using Line = std::vector<Point>;

MultiPolygon polygon(const std::vector<Line>& rings) {
    return {{{rings}}};
}

SharedBorders share(const std::vector<std::vector<MultiPolygon>>& levels, const BorderOptions& options) {
    std::vector<std::span<const MultiPolygon>> spans(levels.begin(), levels.end());
    return share_borders(spans, options);
}

Line points_of_arc(const PackedLines& arcs, std::int32_t arc) {
    const auto number = static_cast<std::size_t>(arc >= 0 ? arc : ~arc);
    Line line;
    for (auto i = arcs.start[number]; i < arcs.start[number + 1]; ++i) {
        line.push_back({arcs.lon[i] / 1e7, arcs.lat[i] / 1e7});
    }
    if (arc < 0) {
        std::ranges::reverse(line);
    }
    return line;
}

Line points_of_ring(const PackedLines& arcs, const SharedBorders::Ring& ring) {
    Line line;
    for (const auto arc : ring) {
        const auto piece = points_of_arc(arcs, arc);
        RC_ASSERT((line.empty() || line.back() == piece.front()));
        line.insert(line.end(), piece.begin() + (line.empty() ? 0 : 1), piece.end());
    }
    RC_ASSERT(line.front() == line.back());
    return line;
}

MultiPolygon area_of(const PackedLines& arcs, const SharedBorders::Area& area) {
    MultiPolygon shape;
    for (const auto& rings : area) {
        auto& part = shape.parts.emplace_back();
        for (const auto& ring : rings) {
            part.rings.push_back(points_of_ring(arcs, ring));
        }
    }
    return shape;
}

std::vector<MultiPolygon> areas_of(const SharedBorders& borders, std::size_t level) {
    std::vector<MultiPolygon> areas;
    for (const auto& area : borders.levels[level]) {
        areas.push_back(area_of(borders.arcs, area));
    }
    return areas;
}

double distance_to(const Line& line, Point p) {
    const LocalPlane plane(p);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        nearest =
            std::min(nearest, nearest_on_piece(plane.to_plane(line[i]), plane.to_plane(line[i + 1])).distance.value());
    }
    return nearest;
}

/// Squares of a kilometre whose sides are drawn by hand, smooth or rough, with a tiny enclave just north of most sides;
/// neighbours have the same points.
class RandomMap {
public:
    RandomMap() : columns_(*rc::gen::inRange(1, 4)), rows_(*rc::gen::inRange(1, 4)) {
        for (int k = 0; k < (columns_ + 1) * (rows_ + 1); ++k) {
            corners_.push_back({1000.0 * (k % (columns_ + 1)) + *rc::gen::inRange(-100, 101),
                                1000.0 * (k / (columns_ + 1)) + *rc::gen::inRange(-100, 101)});
        }
        for (int j = 0; j <= rows_; ++j) {
            for (int i = 0; i <= columns_; ++i) {
                holes_.emplace_back();
                east_.push_back(i < columns_ ? side(corner(i, j), corner(i + 1, j), &holes_.back()) : Line{});
                north_.push_back(j < rows_ ? side(corner(i, j), corner(i, j + 1), nullptr) : Line{});
            }
        }
    }

    /// Row by row; the last one is all the enclaves.
    [[nodiscard]] std::vector<MultiPolygon> areas() const {
        std::vector<MultiPolygon> all;
        MultiPolygon enclaves;
        for (int j = 0; j <= rows_; ++j) {
            for (int i = 0; i < columns_; ++i) {
                const auto& hole = holes_[number(i, j)];
                if (j < rows_) {
                    all.push_back(around(i, j, i + 1, j + 1));
                }
                if (!hole.empty()) {
                    enclaves.parts.push_back({{hole}});
                }
                if (j < rows_ && !hole.empty()) {
                    all.back().parts[0].rings.push_back(hole);
                }
            }
        }
        all.push_back(enclaves);
        return all;
    }

    /// Without what lies off the north coast.
    [[nodiscard]] std::vector<MultiPolygon> outline() const { return {around(0, 0, columns_, rows_)}; }

private:
    [[nodiscard]] std::size_t number(int i, int j) const { return static_cast<std::size_t>(j * (columns_ + 1) + i); }
    [[nodiscard]] LocalPlane::Vector corner(int i, int j) const { return corners_[number(i, j)]; }

    /// Off the straight line by up to 0.4 of the way to the nearer corner, so that sides do not cross.
    static Line side(LocalPlane::Vector a, LocalPlane::Vector b, Line* enclave) {
        const auto place = [&](double share, double off, double beyond) {
            const double long_m = std::hypot(b.x - a.x, b.y - a.y);
            const double aside = off + beyond / long_m;
            return at(a.x + (b.x - a.x) * share - (b.y - a.y) * aside, a.y + (b.y - a.y) * share + (b.x - a.x) * aside);
        };
        const int steps = *rc::gen::inRange(1, 30);
        const bool smooth = *rc::gen::inRange(0, 2) == 0;
        int bend = *rc::gen::inRange(-100, 101);
        Line line;
        for (int k = 0; k <= steps; ++k) {
            const double share = static_cast<double>(k) / steps;
            bend = smooth ? bend : *rc::gen::inRange(-100, 101);
            const double off = 0.4 * share * (1 - share) * bend / 100;
            line.push_back(place(share, off, 0));
            if (enclave != nullptr && k > 0 && k == steps / 2) {
                // A metre to each side: the line rises by less than 6 m there.
                *enclave = {place(share - 0.001, off, 8), place(share + 0.001, off, 8), place(share, off, 14)};
            }
        }
        return line;
    }

    [[nodiscard]] MultiPolygon around(int west, int south, int east, int north) const {
        Line ring;
        const auto add = [&](Line line, bool backwards) {
            if (backwards) {
                std::ranges::reverse(line);
            }
            ring.insert(ring.end(), line.begin(), line.end() - 1);
        };
        for (int i = west; i < east; ++i) {
            add(east_[number(i, south)], false);
        }
        for (int j = south; j < north; ++j) {
            add(north_[number(east, j)], false);
        }
        for (int i = east; i-- > west;) {
            add(east_[number(i, north)], true);
        }
        for (int j = north; j-- > south;) {
            add(north_[number(west, j)], true);
        }
        return polygon({ring});
    }

    int columns_;
    int rows_;
    std::vector<LocalPlane::Vector> corners_;
    std::vector<Line> east_;  // by corner: the side that begins there
    std::vector<Line> north_;
    std::vector<Line> holes_;  // by corner: the enclave at the side to the east
};

double square_km(const std::vector<MultiPolygon>& areas) {
    double sum = 0;
    for (const auto& area : areas) {
        sum += square_kilometres(area);
    }
    return sum;
}

}  // namespace

TEST_CASE("two neighbours hold their border once, one of them backwards") {
    // Squares of 1 km; the common side has a bend of 20 m, the outer sides one of 200 m in the east.
    const auto west = polygon({{at(0, 0), at(1000, 0), at(1020, 500), at(1000, 1000), at(0, 1000)}});
    const auto east =
        polygon({{at(1000, 0), at(2000, 0), at(2200, 500), at(2000, 1000), at(1000, 1000), at(1020, 500)}});
    const auto borders = share({{west, east}}, {.tolerance = Metres{50}});
    REQUIRE(borders.arcs.size() == 3);
    REQUIRE(borders.levels.size() == 1);
    REQUIRE(borders.levels[0].size() == 2);
    const auto& left = borders.levels[0][0];
    const auto& right = borders.levels[0][1];
    REQUIRE(left.size() == 1);
    REQUIRE(left[0].size() == 1);
    REQUIRE(left[0][0].size() == 2);
    REQUIRE(right[0][0].size() == 2);
    const auto shared = *std::ranges::find_if(
        left[0][0], [&](auto arc) { return std::ranges::find(right[0][0], ~arc) != right[0][0].end(); });
    auto common = points_of_arc(borders.arcs, shared);
    std::ranges::sort(common, {}, &Point::lat);
    CHECK(common == Line{at(1000, 0), at(1000, 1000)});
    CHECK(points_of_ring(borders.arcs, left[0][0]).size() == 5);
    CHECK(points_of_ring(borders.arcs, right[0][0]).size() == 6);
    const auto exact = share({{west, east}}, {.tolerance = Metres{10}});
    CHECK(points_of_ring(exact.arcs, exact.levels[0][0][0][0]).size() == 6);
}

TEST_CASE("an island keeps three corners, a lens between two borders its bend, however small they are") {
    const auto islet = polygon({{at(0, 0), at(3, 0), at(4, 2), at(3, 4), at(0, 4)}});
    const auto one = share({{islet}}, {.tolerance = Metres{1000}});
    REQUIRE(one.arcs.size() == 1);
    CHECK(points_of_ring(one.arcs, one.levels[0][0][0][0]).size() == 4);
    // Two squares with a lens of 10 m between them that belongs to a third area.
    const auto west = polygon({{at(0, 0), at(1000, 0), at(995, 500), at(1000, 1000), at(0, 1000)}});
    const auto lens = polygon({{at(1000, 0), at(1005, 500), at(1000, 1000), at(995, 500)}});
    const auto east = polygon({{at(1000, 0), at(2000, 0), at(2000, 1000), at(1000, 1000), at(1005, 500)}});
    const auto three = share({{west, lens, east}}, {.tolerance = Metres{300}});
    const auto areas = areas_of(three, 0);
    CHECK(PolygonIndex(areas).repairs().empty());
    CHECK(square_kilometres(areas[1]) > 0.002);  // half of it at least
    CHECK(square_km(areas) == Approx(2).epsilon(0.001));
}

TEST_CASE("the tolerance is one of the ground: a degree of longitude is shorter in the north") {
    // A corner 0.001 degrees off to the east: 111 m at the equator, 56 m at 60 degrees north.
    const auto shape = [](double lat) {
        return polygon({{{10, lat}, {10.5, lat}, {10.501, lat + 0.25}, {10.5, lat + 0.5}, {10, lat + 0.5}}});
    };
    const auto corners = [&](double lat) {
        const auto borders = share({{shape(lat)}}, {.tolerance = Metres{80}});
        return points_of_ring(borders.arcs, borders.levels[0][0][0][0]).size() - 1;
    };
    CHECK(corners(0) == 5);
    CHECK(corners(60) == 4);
}

TEST_CASE("small islands and lakes are left out as told, never an area's last part nor a neighbour's ground") {
    const auto square = [](double x, double y, double side) {
        return Line{at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side)};
    };
    MultiPolygon town{{{{square(0, 0, 1000), square(100, 100, 10), square(300, 300, 10), square(500, 500, 200)}},
                       {{square(2000, 0, 20)}},
                       {{square(3000, 0, 100)}}}};
    const auto enclave = polygon({square(300, 300, 10)});
    const auto rock = MultiPolygon{{{{square(5000, 0, 5)}}, {{square(5100, 0, 6)}}}};
    const auto borders = share({{town, enclave, rock}}, {.tolerance = Metres{0}, .smallest_island_m2 = 1000});
    CHECK(borders.rings_left_out == 3);  // a lake, an island, a rock
    CHECK(borders.m2_left_out == Approx(100 + 400 + 25).epsilon(0.001));
    const auto areas = areas_of(borders, 0);
    REQUIRE(areas[0].parts.size() == 2);
    CHECK(areas[0].parts[0].rings.size() + areas[0].parts[1].rings.size() == 4);
    CHECK(areas[1].parts.size() == 1);
    REQUIRE(areas[2].parts.size() == 1);
    CHECK(square_kilometres(areas[2]) == Approx(36e-6).epsilon(0.001));
    CHECK(share({{town, enclave, rock}}, {}).rings_left_out == 0);
}

TEST_CASE("invalid polygons are mended, areas without ground stay empty, options out of range are refused") {
    const auto bow_tie = polygon({{at(0, 0), at(1000, 1000), at(1000, 0), at(0, 1000)}});
    const MultiPolygon nothing;
    const auto flat = polygon({{at(0, 0), at(1000, 0), at(2000, 0)}});
    const auto borders = share({{bow_tie, nothing, flat}, {}}, {});
    CHECK(borders.levels[0][0].size() == 2);
    CHECK(borders.levels[0][1].empty());
    CHECK(borders.levels[0][2].empty());
    CHECK(borders.levels[1].empty());
    CHECK(PolygonIndex(areas_of(borders, 0)).repairs().empty());
    CHECK(share({}, {}).arcs.size() == 0);
    CHECK_THROWS_AS(share({}, {.tolerance = Metres{-1}}), std::invalid_argument);
    CHECK_THROWS_AS(share({}, {.tolerance = Metres{std::nan("")}}), std::invalid_argument);
    CHECK_THROWS_AS(share({}, {.grid = 0}), std::invalid_argument);
    CHECK_THROWS_AS(share({}, {.smallest_island_m2 = -1}), std::invalid_argument);
}

TEST_CASE("an area smaller than the grid is drawn all the same") {
    const auto rock = polygon({{at(0, 0), at(3, 0), at(3, 3), at(0, 3)}});
    const auto borders = share({{rock}}, {.tolerance = Metres{100}, .grid = 10000});
    CHECK(borders.levels[0][0].size() == 1);
}

TEST_CASE("levels that draw the same lines share their arcs, others keep their own") {
    const auto west = polygon({{at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000)}});
    const auto east = polygon({{at(1000, 0), at(2000, 0), at(2000, 1000), at(1000, 1000)}});
    const auto both = polygon({{at(0, 0), at(1000, 0), at(2000, 0), at(2000, 1000), at(1000, 1000), at(0, 1000)}});
    const auto borders = share({{west, east}, {both}}, {});
    CHECK(borders.arcs.size() == 3);
    CHECK(borders.levels[1][0][0][0].size() == 2);
    const auto other = polygon({{at(0, 0), at(2000, 0), at(2000, 1000), at(0, 1000)}});
    CHECK(share({{west, east}, {other}}, {}).arcs.size() == 4);
}

TEST_CASE("a rock in a shallow bay stays in the sea") {
    // The bay is 40 m deep and would go; the rock in it keeps its bend.
    const auto coast = polygon({{at(0, 0), at(2000, 0), at(2000, 1000), at(1000, 960), at(0, 1000)}});
    const auto rock = polygon({{at(995, 970), at(1005, 970), at(1000, 980)}});
    const auto alone = share({{coast}}, {.tolerance = Metres{50}});
    CHECK(points_of_ring(alone.arcs, alone.levels[0][0][0][0]).size() == 5);
    const auto both = share({{coast, rock}}, {.tolerance = Metres{50}});
    CHECK(points_of_ring(both.arcs, both.levels[0][0][0][0]).size() == 6);
    // In another level it is not in the way.
    const auto apart = share({{coast}, {rock}}, {.tolerance = Metres{50}});
    CHECK(points_of_ring(apart.arcs, apart.levels[0][0][0][0]).size() == 5);
}

TEST_CASE("simplified neighbours fit together, whatever the tolerance and the grid") {
    rc::prop("random maps", [] {
        const RandomMap map;
        const BorderOptions options{Metres{*rc::gen::element(0.0, 20.0, 150.0, 5000.0)}, *rc::gen::element(1, 30)};
        const auto borders = share({map.areas(), map.outline()}, options);
        const auto areas = areas_of(borders, 0);
        const auto outline = areas_of(borders, 1);
        RC_ASSERT(areas.size() == map.areas().size());
        const PolygonIndex index(areas);
        RC_ASSERT(index.repairs().empty());
        RC_ASSERT(PolygonIndex(outline).repairs().empty());
        RC_ASSERT(outline[0].parts.size() == 1U);
        RC_ASSERT(outline[0].parts[0].rings.size() == 1U);
        auto at_sea = areas.back();
        const PolygonIndex whole(outline);
        std::erase_if(at_sea.parts, [&](const auto& part) { return !whole.covering(part.rings[0][0]).empty(); });
        RC_ASSERT(std::abs(square_km(areas) - square_km(outline) - square_kilometres(at_sea)) < 1e-9);
        const PolygonIndex sea(std::vector{at_sea});
        for (int k = 0; k < 50; ++k) {
            const auto p = at(*rc::gen::inRange(-300, 3300) + 0.123, *rc::gen::inRange(-300, 3300) + 0.456);
            RC_ASSERT(index.covering(p).size() == whole.covering(p).size() + sea.covering(p).size());
        }
        RC_ASSERT((share({map.areas(), map.outline()}, options).arcs.lon == borders.arcs.lon));
    });
}

TEST_CASE("no point of a border moves by more than the tolerance, and no new point comes") {
    rc::prop("random maps", [] {
        const RandomMap map;
        const double tolerance = *rc::gen::element(0.0, 1.0, 10.0, 60.0);
        const auto areas = map.areas();
        const auto simple = areas_of(share({areas}, {.tolerance = Metres{tolerance}}), 0);
        for (std::size_t a = 0; a + 1 < areas.size(); ++a) {
            const auto& before = areas[a].parts[0].rings[0];
            const auto& after = simple[a].parts[0].rings[0];
            RC_ASSERT(after.size() >= 4U);
            for (const auto p : before) {
                RC_ASSERT(distance_to(after, p) <= tolerance + 0.02);
            }
            for (const auto p : after) {
                RC_ASSERT(std::ranges::find(before, p) != before.end());
            }
        }
    });
}

TEST_CASE("what is drawn exactly is drawn the same again") {
    rc::prop("random maps", [] {
        const RandomMap map;
        const BorderOptions exact{.tolerance = Metres{0}};
        const auto once = share({map.areas()}, {.tolerance = Metres{*rc::gen::element(0.0, 50.0)}});
        const auto twice = share({areas_of(once, 0)}, exact);
        const auto thrice = share({areas_of(twice, 0)}, exact);
        RC_ASSERT(twice.arcs.lon == thrice.arcs.lon);
        RC_ASSERT(twice.arcs.lat == thrice.arcs.lat);
        RC_ASSERT(twice.arcs.start == thrice.arcs.start);
        RC_ASSERT(std::abs(square_km(areas_of(once, 0)) - square_km(areas_of(twice, 0))) < 1e-9);
    });
}
