// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/inner_point.h"

#include "geo/geos_support.h"

namespace michinori::geo {

std::optional<Point> inner_point(const MultiPolygon& polygon) {
    const auto mended = geos::mended(polygon);
    if (!mended.geometry) {
        return std::nullopt;
    }
    const geos::Geometry point(GEOSPointOnSurface_r(geos::context(), mended.geometry.get()));
    Point p;
    const bool found = point && GEOSGeomGetX_r(geos::context(), point.get(), &p.lon) == 1 &&
                       GEOSGeomGetY_r(geos::context(), point.get(), &p.lat) == 1;
    return found ? std::optional(p) : std::nullopt;
}

}  // namespace michinori::geo
