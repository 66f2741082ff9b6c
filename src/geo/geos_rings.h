// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/geo, like geos_support.h: areas out of GEOS.

#include "geo/geos_support.h"
#include "geo/polygon_index.h"

namespace michinori::geo::geos {

/// The areas of a geometry (lines and points in it are passed over), rings closed, in the order in which
/// GEOS has them: normalise before for one that does not depend on how it was made.
[[nodiscard]] MultiPolygon multi_polygon(const GEOSGeometry& geometry);

}  // namespace michinori::geo::geos
