// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/geo, like geos_support.h: unions of many areas.

#include <span>
#include <vector>

#include "geo/geos_support.h"

namespace michinori::geo::geos {

/// Takes ownership of what a GEOS call made. Throws std::runtime_error when it failed.
[[nodiscard]] Geometry checked(GEOSGeometry* geometry);

/// A collection (GEOS_MULTILINESTRING, GEOS_GEOMETRYCOLLECTION, ...) of the members.
[[nodiscard]] Geometry collected(std::vector<Geometry> members, int type);

/// GEOS's cascaded union: right for anything, slow where areas have thousands of holes.
[[nodiscard]] Geometry united(std::vector<Geometry> areas);

/// The same for areas of neighbouring blocks. A hole whose box meets the box of no other polygon comes
/// through the union as it is, so it is set aside before and put back after: what is left to unite are
/// the outlines and the holes along the blocks' borders.
[[nodiscard]] Geometry united_blocks(std::span<const GEOSGeometry* const> areas);

}  // namespace michinori::geo::geos
