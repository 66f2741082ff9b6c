// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "geo/polygon_index.h"

namespace michinori::geo {

/// Polylines one after the other, in whole 1e-7 degrees: line a is the points start[a] ... start[a + 1] - 1.
struct PackedLines {
    std::vector<std::int32_t> start{0};
    std::vector<std::int32_t> lon;
    std::vector<std::int32_t> lat;
    [[nodiscard]] std::size_t size() const { return start.size() - 1; }
};

struct BorderOptions {
    Metres tolerance{50};           ///< on the ground: no border moves farther, one way or the other; 0: none moves
    std::int32_t grid = 1;          ///< coordinates are rounded to multiples of it, in 1e-7 degrees (1: about 1 cm)
    double smallest_island_m2 = 0;  ///< smaller islands and lakes are left out, see below
};

/// Areas of one or several levels, drawn with few points, borders between them held once.
struct SharedBorders {
    using Ring = std::vector<std::int32_t>;  ///< arc a driven forwards, ~a backwards; the ring closes
    using Polygon = std::vector<Ring>;       ///< the shell, then the holes
    using Area = std::vector<Polygon>;       ///< none where the input has no area
    PackedLines arcs;                        ///< from one point where borders meet to the next, both ends included
    std::vector<std::vector<Area>> levels;   ///< [level][area]
    std::size_t rings_left_out = 0;          ///< islands and lakes below smallest_island_m2
    double m2_left_out = 0;                  ///< their size together, level by level
};

/// Simplifies areas so that neighbours keep the very same border: no gaps, no overlaps that the input did not have.
///
///     const std::vector<std::span<const MultiPolygon>> levels{municipalities, medical_areas};
///     const auto borders = share_borders(levels, {.tolerance = Metres{80}});
///     for (auto arc : borders.levels[0][3][0][0]) ...    // the shell of the first part of municipality 3
///
/// Borders are cut where more than two of them meet; those points stay. A point p between a and b goes, least move
/// first, when every point of the input between a and b lies within the tolerance of the straight piece a-b, nothing of
/// the level lies in the triangle a-p-b, and no other piece a-b is there yet. So no line comes to cross another, no
/// ring collapses, and a polygon that was valid stays so. Invalid polygons are mended first, as PolygonIndex does it.
///
/// Levels share arcs when they come from the same lines (nine in ten pieces of the later level are pieces of the
/// earlier one). Where two inputs draw one border with different points they are two borders, here as there.
///
/// Left out are shells and holes below smallest_island_m2 that no other ring of their level touches; the largest part
/// of an area never is. Rings must not cross the 180th meridian. O(n log n) in points where tolerances are small
/// against the map. Pure function, one thread; throws std::invalid_argument for options out of range.
[[nodiscard]] SharedBorders share_borders(std::span<const std::span<const MultiPolygon>> levels,
                                          const BorderOptions& options);

}  // namespace michinori::geo
