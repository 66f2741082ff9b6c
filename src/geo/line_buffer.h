// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <vector>

#include "base/units.h"
#include "geo/point.h"
#include "geo/polygon_index.h"

namespace michinori::geo {

/// The land along lines, growing step by step:
///
///     std::vector<std::vector<Line>> steps{{first_roads}, {further_roads}};
///     auto areas = nested_buffers(steps, {.width = Metres{100}});   // areas[1] holds areas[0]

using Line = std::vector<Point>;  ///< degrees; one point stands for a spot

struct BufferOptions {
    Metres width{100};    ///< no point of an area is farther than this from a line of it
    Metres tolerance{0};  ///< outlines may be simplified by this much: 0 ... a third of the width
};

/// Area i: the places within the width of a line of steps 0 ... i, valid polygons in degrees without
/// overlap; land that no line comes near to stays a hole. Area i holds area i - 1.
///
/// Accuracy: everything within 0.96 x width - 2 x tolerance of a line is inside (circles are drawn with 32
/// corners, GEOS smooths its input by 1 % of the radius, and the flat map of a block is off by less than
/// 0.2 % of distances east-west below 66 degrees); nothing farther than the width is.
///
/// Lines are buffered in blocks of 0.05 degrees, each on its own flat map, in parallel; the blocks are
/// united by a cascade that holes inside a block are kept out of. 100,000 roads of 100 to 600 m in four
/// steps took 8 to 18 s on two busy cores (2026-11-21, generated grids; up to a million corners), and
/// O(n log n) is to be expected. The result depends on the lines and their order only, not on threads. Lines
/// must not cross the 180th meridian. Throws std::invalid_argument for a width or tolerance out of range or a
/// point that is not on earth, std::runtime_error when GEOS fails.
[[nodiscard]] std::vector<MultiPolygon> nested_buffers(std::span<const std::vector<Line>> steps,
                                                       const BufferOptions& options);

}  // namespace michinori::geo
