// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>

#include "geo/polygon_index.h"

namespace michinori::geo {

/// A point that surely lies inside the polygon (not its centroid, which may fall outside a bent
/// shape): where a journey from it starts. Nothing when the polygon has no area. Safe from several
/// threads; O(n log n) in its vertices.
[[nodiscard]] std::optional<Point> inner_point(const MultiPolygon& polygon);

}  // namespace michinori::geo
