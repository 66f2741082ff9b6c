// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/shared_borders.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>

#include "geo/border_arcs.h"
#include "geo/border_rings.h"
#include "geo/border_thinning.h"
#include "geo/surface_area.h"

namespace michinori::geo {
namespace {

constexpr std::size_t most_levels = 32;  // a bit each
constexpr std::int32_t coarsest_grid = 1'000'000;
constexpr double m2_per_km2 = 1e6;

/// A ring of a level, and where it belongs.
struct RingPlace {
    std::size_t area = 0;
    std::size_t polygon = 0;
};

/// One level by numbers of vertices.
struct LevelRings {
    std::size_t area_count = 0;
    std::vector<std::vector<GridPolygon>> areas;  // until the vertices are numbered
    std::vector<VertexRing> rings;
    std::vector<RingPlace> places;  // by ring
    std::vector<Piece> pieces;      // ascending, each once
};

void check(std::size_t level_count, const BorderOptions& options) {
    const double tolerance = options.tolerance.value();
    if (!(tolerance >= 0) || !std::isfinite(tolerance) || options.grid < 1 || options.grid > coarsest_grid ||
        !(options.smallest_island_m2 >= 0)) {
        throw std::invalid_argument("borders need a tolerance and an island of 0 or more and a grid of 1 to 1,000,000");
    }
    if (level_count > most_levels) {
        throw std::invalid_argument("borders of more than 32 levels");
    }
}

double square_metres(const GridPolygon& polygon) {
    return m2_per_km2 * square_kilometres({{on_earth(polygon)}});
}

/// Leaves out islands and lakes.
class IslandFilter {
public:
    IslandFilter(double smallest_m2, SharedBorders& result) : smallest_m2_(smallest_m2), result_(result) {}

    void run(std::vector<std::vector<GridPolygon>>& areas) {
        if (smallest_m2_ == 0) {
            return;
        }
        find_shared(areas);
        for (auto& area : areas) {
            keep_large(area);
        }
    }

private:
    using Side = std::pair<GridPoint, GridPoint>;

    template <class Use>
    static void for_sides(const std::vector<GridPoint>& ring, const Use& use) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto& next = ring[(i + 1) % ring.size()];
            use(Side{std::min(ring[i], next), std::max(ring[i], next)});
        }
    }

    void find_shared(const std::vector<std::vector<GridPolygon>>& areas) {
        std::vector<Side> sides;
        for (const auto& area : areas) {
            for (const auto& polygon : area) {
                for (const auto& ring : polygon.rings) {
                    for_sides(ring, [&](const Side& side) { sides.push_back(side); });
                }
            }
        }
        std::ranges::sort(sides);
        for (std::size_t i = 1; i < sides.size(); ++i) {
            if (sides[i] == sides[i - 1]) {
                shared_.push_back(sides[i]);
            }
        }
    }

    [[nodiscard]] bool stands_alone(const std::vector<GridPoint>& ring) const {
        bool alone = true;
        for_sides(ring, [&](const Side& side) { alone = alone && !std::ranges::binary_search(shared_, side); });
        return alone;
    }

    void keep_large(std::vector<GridPolygon>& area) {
        std::vector<double> sizes;
        std::ranges::transform(area, std::back_inserter(sizes), square_metres);
        const auto largest = std::ranges::max_element(sizes) - sizes.begin();
        std::vector<GridPolygon> kept;
        for (std::ptrdiff_t p = 0; p < std::ssize(area); ++p) {
            auto& polygon = area[static_cast<std::size_t>(p)];
            const bool alone = std::ranges::all_of(polygon.rings, [&](const auto& ring) { return stands_alone(ring); });
            if (p != largest && alone && sizes[static_cast<std::size_t>(p)] < smallest_m2_) {
                note(polygon.rings.size(), sizes[static_cast<std::size_t>(p)]);
            } else {
                fill_lakes(polygon);
                kept.push_back(std::move(polygon));
            }
        }
        area = std::move(kept);
    }

    void fill_lakes(GridPolygon& polygon) {
        GridPolygon kept{{std::move(polygon.rings.front())}};
        for (std::size_t r = 1; r < polygon.rings.size(); ++r) {
            const auto size = square_metres({{polygon.rings[r]}});
            if (size < smallest_m2_ && stands_alone(polygon.rings[r])) {
                note(1, size);
            } else {
                kept.rings.push_back(std::move(polygon.rings[r]));
            }
        }
        polygon = std::move(kept);
    }

    void note(std::size_t rings, double m2) {
        result_.rings_left_out += rings;
        result_.m2_left_out += m2;
    }

    double smallest_m2_;
    SharedBorders& result_;
    std::vector<Side> shared_;  // sides of two rings, ascending
};

std::vector<GridPoint> vertices_of(const std::vector<LevelRings>& levels) {
    std::vector<GridPoint> points;
    for (const auto& level : levels) {
        for (const auto& area : level.areas) {
            for (const auto& polygon : area) {
                for (const auto& ring : polygon.rings) {
                    points.insert(points.end(), ring.begin(), ring.end());
                }
            }
        }
    }
    std::ranges::sort(points);
    const auto [first, last] = std::ranges::unique(points);
    points.erase(first, last);
    return points;
}

void number_vertices(LevelRings& level, const std::vector<GridPoint>& points) {
    for (std::size_t a = 0; a < level.areas.size(); ++a) {
        for (std::size_t p = 0; p < level.areas[a].size(); ++p) {
            for (const auto& ring : level.areas[a][p].rings) {
                auto& numbers = level.rings.emplace_back();
                level.places.push_back({a, p});
                for (const auto point : ring) {
                    const auto at = std::ranges::lower_bound(points, point);
                    numbers.push_back(static_cast<std::uint32_t>(at - points.begin()));
                }
            }
        }
    }
    level.area_count = level.areas.size();
    level.areas.clear();
    level.pieces = pieces_of(level.rings);
    const auto [first, last] = std::ranges::unique(level.pieces);
    level.pieces.erase(first, last);
}

/// Levels drawn with the same lines, and the pieces of all of them.
struct Group {
    std::vector<std::size_t> levels;
    std::vector<Piece> pieces;
};

bool draws_the_same(const LevelRings& level, const Group& group) {
    std::vector<Piece> common;
    std::ranges::set_intersection(level.pieces, group.pieces, std::back_inserter(common));
    return 10 * common.size() >= 9 * level.pieces.size();
}

std::vector<Group> groups_of(const std::vector<LevelRings>& levels) {
    std::vector<Group> groups;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        auto group = std::ranges::find_if(groups, [&](const auto& g) { return draws_the_same(levels[l], g); });
        if (group == groups.end()) {
            group = groups.insert(group, Group{});
        }
        std::vector<Piece> all;
        std::ranges::set_union(group->pieces, levels[l].pieces, std::back_inserter(all));
        group->pieces = std::move(all);
        group->levels.push_back(l);
    }
    return groups;
}

void append(const VertexArcs& arcs, const std::vector<GridPoint>& points, PackedLines& lines) {
    for (std::size_t a = 0; a < arcs.size(); ++a) {
        for (const auto v : arcs.of(a)) {
            lines.lon.push_back(points[v].lon);
            lines.lat.push_back(points[v].lat);
        }
        lines.start.push_back(static_cast<std::int32_t>(lines.lon.size()));
    }
}

void draw(const Group& group, const std::vector<LevelRings>& levels, const std::vector<GridPoint>& points,
          Metres tolerance, SharedBorders& result) {
    ArcCutter cutter(group.pieces, points.size());
    std::vector<std::uint32_t> levels_at(points.size());
    const auto first = static_cast<std::int32_t>(result.arcs.size());
    for (const auto l : group.levels) {
        auto& areas = result.levels[l];
        areas.resize(levels[l].area_count);
        for (std::size_t r = 0; r < levels[l].rings.size(); ++r) {
            for (const auto v : levels[l].rings[r]) {
                levels_at[v] |= std::uint32_t{1} << l;
            }
            auto ring = cutter.cut(levels[l].rings[r]);
            for (auto& arc : ring) {
                arc += arc >= 0 ? first : -first;
            }
            auto& area = areas[levels[l].places[r].area];
            area.resize(levels[l].places[r].polygon + 1);
            area.back().push_back(std::move(ring));
        }
    }
    append(thinned(cutter.arcs(), points, levels_at, tolerance), points, result.arcs);
}

}  // namespace

SharedBorders share_borders(std::span<const std::span<const MultiPolygon>> levels, const BorderOptions& options) {
    check(levels.size(), options);
    SharedBorders result;
    result.levels.resize(levels.size());
    std::vector<LevelRings> rings(levels.size());
    for (std::size_t l = 0; l < levels.size(); ++l) {
        for (const auto& area : levels[l]) {
            rings[l].areas.push_back(on_grid(area, options.grid));
        }
        IslandFilter(options.smallest_island_m2, result).run(rings[l].areas);
    }
    const auto points = vertices_of(rings);
    for (auto& level : rings) {
        number_vertices(level, points);
    }
    for (const auto& group : groups_of(rings)) {
        draw(group, rings, points, options.tolerance, result);
    }
    return result;
}

}  // namespace michinori::geo
