// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/outline.h"

#include <array>
#include <bit>
#include <limits>

namespace michinori::demo {
namespace {

constexpr std::int8_t outside = std::numeric_limits<std::int8_t>::min();
constexpr int corner_columns = raster_columns + 1;

// Directions are numbered east, north, west, south: turning left adds one.
constexpr std::array<int, 4> step_i{1, 0, -1, 0};
constexpr std::array<int, 4> step_j{0, 1, 0, -1};

double signed_area(const std::vector<Pos>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
    }
    return twice / 2;
}

bool holds(const std::vector<Pos>& ring, Pos p) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Pos a = ring[i];
        const Pos b = ring[i + 1];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

std::vector<geo::Point> on_earth(const std::vector<Pos>& ring) {
    std::vector<geo::Point> points;
    points.reserve(ring.size());
    for (auto p = ring.rbegin(); p != ring.rend(); ++p) {
        points.push_back(to_earth(*p));
    }
    return points;
}

}  // namespace

void without_corner_touches(Raster<std::int8_t>& labels) {
    for (bool changed = true; changed;) {
        changed = false;
        for (int j = 0; j + 1 < raster_rows; ++j) {
            for (int i = 0; i + 1 < raster_columns; ++i) {
                const auto sw = labels.at(i, j), se = labels.at(i + 1, j);
                const auto nw = labels.at(i, j + 1), ne = labels.at(i + 1, j + 1);
                const bool touch = (sw == ne && sw != se && sw != nw) || (se == nw && se != sw && se != ne);
                if (touch) {
                    labels.at(i + 1, j + 1) = labels.at(i + 1, j) = std::min(se, ne);
                    changed = true;
                }
            }
        }
    }
}

Outlines::Outlines(const Raster<std::int8_t>& labels)
    : labels_(labels), corners_(static_cast<std::size_t>(corner_columns) * (raster_rows + 1)) {
    find_borders();
    smooth();
}

std::size_t Outlines::corner_index(int i, int j) const {
    return static_cast<std::size_t>(j) * corner_columns + static_cast<std::size_t>(i);
}

std::int8_t Outlines::label(int column, int row) const {
    return Raster<std::int8_t>::holds(column, row) ? labels_.at(column, row) : outside;
}

void Outlines::find_borders() {
    for (int j = 0; j <= raster_rows; ++j) {
        for (int i = 0; i <= raster_columns; ++i) {
            auto& corner = corners_[corner_index(i, j)];
            corner.place = {i * raster_cell_km, j * raster_cell_km};
            const auto sw = label(i - 1, j - 1), se = label(i, j - 1), nw = label(i - 1, j), ne = label(i, j);
            corner.borders =
                static_cast<std::uint8_t>((ne != se) | (nw != ne) << 1 | (nw != sw) << 2 | (sw != se) << 3);
        }
    }
}

/// Each corner on a plain stretch of border moves towards the middle of its two neighbours, three
/// times; corners where three regions meet stay.
void Outlines::smooth() {
    for (int round = 0; round < 3; ++round) {
        const auto before = corners_;
        for (int j = 1; j < raster_rows; ++j) {
            for (int i = 1; i < raster_columns; ++i) {
                auto& corner = corners_[corner_index(i, j)];
                if (std::popcount(corner.borders) != 2) {
                    continue;
                }
                Pos sum;
                for (unsigned d = 0; d < 4; ++d) {
                    if ((corner.borders >> d & 1U) != 0) {
                        sum = sum + before[corner_index(i + step_i[d], j + step_j[d])].place;
                    }
                }
                corner.place = corner.place * 0.5 + sum * 0.25;
            }
        }
    }
}

/// Walks the borders with the region on the left hand; at a corner where it could turn either way
/// it turns left, which keeps regions that touch only there apart.
std::vector<std::vector<Pos>> Outlines::rings(std::int8_t wanted) const {
    const auto inside = [&](int column, int row) { return label(column, row) == wanted; };
    // The cell to the left of and the cell to the right of a step in direction d from corner (i, j).
    const auto left = [&](int i, int j, unsigned d) { return inside(i - (d == 1 || d == 2), j - (d == 2 || d == 3)); };
    const auto right = [&](int i, int j, unsigned d) { return inside(i - (d == 2 || d == 3), j - (d == 0 || d == 3)); };
    std::vector<bool> walked(corners_.size(), false);
    std::vector<std::vector<Pos>> all;
    for (int j = 0; j < raster_rows; ++j) {
        for (int i = 0; i < raster_columns; ++i) {
            if (!left(i, j, 0) || right(i, j, 0) || walked[corner_index(i, j)]) {
                continue;
            }
            std::vector<Pos> ring;
            int ci = i, cj = j;
            unsigned d = 0;
            do {
                if (d == 0) {
                    walked[corner_index(ci, cj)] = true;
                }
                ring.push_back(corners_[corner_index(ci, cj)].place);
                ci += step_i[d];
                cj += step_j[d];
                for (unsigned turn : {1U, 0U, 3U}) {
                    const unsigned next = (d + turn) % 4;
                    if (left(ci, cj, next) && !right(ci, cj, next)) {
                        d = next;
                        break;
                    }
                }
            } while (ci != i || cj != j || d != 0);
            ring.push_back(ring.front());
            all.push_back(std::move(ring));
        }
    }
    return all;
}

geo::MultiPolygon Outlines::of(std::int8_t wanted) const {
    std::vector<std::vector<Pos>> shells;
    std::vector<std::vector<Pos>> holes;
    for (auto& ring : rings(wanted)) {
        (signed_area(ring) > 0 ? shells : holes).push_back(std::move(ring));
    }
    geo::MultiPolygon polygon;
    for (const auto& shell : shells) {
        polygon.parts.push_back({{on_earth(shell)}});
        for (const auto& hole : holes) {
            if (holds(shell, hole.front())) {
                polygon.parts.back().rings.push_back(on_earth(hole));
            }
        }
    }
    return polygon;
}

}  // namespace michinori::demo
