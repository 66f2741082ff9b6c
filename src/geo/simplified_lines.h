// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "base/units.h"
#include "geo/point.h"
#include "geo/shared_borders.h"

namespace michinori::geo {

/// Lines to look at, with few points: pieces that meet where no third one does become one line, then no line leaves its
/// old course by more than the tolerance (Douglas and Peucker). Ends stay; lines may come to cross. A piece without
/// length is left out. One thread; O(n log n) for common roads. The order depends on the places alone.
///
///     const auto roads = simplified_lines({{a, b}, {b, c}, {c, d}}, Metres{30});   // one line from a to d
[[nodiscard]] PackedLines simplified_lines(const std::vector<std::vector<Point>>& lines, Metres tolerance);

}  // namespace michinori::geo
