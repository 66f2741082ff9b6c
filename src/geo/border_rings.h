// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/geo: areas on a grid of whole numbers, the first step of shared_borders.h.

#include <compare>
#include <cstdint>
#include <vector>

#include "geo/polygon_index.h"

namespace michinori::geo {

/// In 1e-7 degrees.
struct GridPoint {
    std::int32_t lon = 0;
    std::int32_t lat = 0;
    friend auto operator<=>(const GridPoint&, const GridPoint&) = default;
};
inline constexpr double grid_points_per_degree = 1e7;
[[nodiscard]] inline Point on_earth(GridPoint p) {
    return {p.lon / grid_points_per_degree, p.lat / grid_points_per_degree};
}

/// The shell, then the holes; of each ring the first point is not repeated at the end.
struct GridPolygon {
    std::vector<std::vector<GridPoint>> rings;
};
[[nodiscard]] MultiPolygon::Part on_earth(const GridPolygon& polygon);

/// The area as valid polygons whose coordinates are multiples of `grid`: each point rounded by itself, so that
/// neighbours keep their common points; only where rings would come to cross are they noded anew. An area too small for
/// the grid is rounded to 1e-7 degrees instead. Throws std::runtime_error when GEOS fails.
[[nodiscard]] std::vector<GridPolygon> on_grid(const MultiPolygon& area, std::int32_t grid);

}  // namespace michinori::geo
