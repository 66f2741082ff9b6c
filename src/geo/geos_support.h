// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/geo: GEOS through its re-entrant C interface, with owners that cannot leak.
// Do not include this outside src/geo.

#include <geos_c.h>

#include <memory>
#include <optional>
#include <string>

#include "geo/polygon_index.h"

namespace michinori::geo::geos {

/// This thread's GEOS context: handles must not be used by two threads at once.
[[nodiscard]] GEOSContextHandle_t context();

/// Geometries may be freed under any context.
struct Destroy {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context(), geometry); }
    void operator()(const GEOSPreparedGeometry* geometry) const { GEOSPreparedGeom_destroy_r(context(), geometry); }
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context(), tree); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, Destroy>;
using Tree = std::unique_ptr<GEOSSTRtree, Destroy>;

[[nodiscard]] Geometry point(Point p);
[[nodiscard]] Geometry straight_piece(Point a, Point b);
[[nodiscard]] Geometry rectangle(const Box& box);

/// A valid polygon or multipolygon out of one that may not be, and what was wrong with it.
struct Mended {
    Geometry geometry;                  ///< nothing when no area is left
    std::optional<std::string> reason;  ///< set when something had to be repaired
};
[[nodiscard]] Mended mended(const MultiPolygon& polygon);

}  // namespace michinori::geo::geos
