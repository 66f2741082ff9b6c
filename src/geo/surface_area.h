// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "geo/polygon_index.h"

namespace michinori::geo {

/// How large land is, in square kilometres on the GRS 80 ellipsoid: shells less their holes, whichever way the
/// rings turn. Rings run straight on a cylindrical equal-area map, which for pieces of some kilometres is as
/// good as a geodesic. Rings must not cross the 180th meridian. O(points); safe from several threads.
/// Source: Snyder 1987, Map Projections: A Working Manual, equation 3-12.
[[nodiscard]] double square_kilometres(const MultiPolygon& land);

}  // namespace michinori::geo
