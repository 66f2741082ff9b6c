// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/geo: arcs with fewer points, the third step of shared_borders.h, whose rule it follows.

#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "geo/border_arcs.h"
#include "geo/border_rings.h"

namespace michinori::geo {

/// `points`: by vertex. `levels`: by vertex, a bit for each level that has it; vertices of other levels are not in each
/// other's way. Ends of arcs stay. O(n log n) while few points lie near each other within the tolerance.
[[nodiscard]] VertexArcs thinned(const VertexArcs& arcs, std::span<const GridPoint> points,
                                 std::span<const std::uint32_t> levels, Metres tolerance);

}  // namespace michinori::geo
