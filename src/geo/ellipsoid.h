// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <numbers>

// Private to src/geo: the GRS 80 ellipsoid, on which all lengths and areas are measured.

namespace michinori::geo {

inline constexpr double equatorial_radius = 6378137.0;  // metres
inline constexpr double flattening = 1 / 298.257222101;
inline constexpr double eccentricity2 = flattening * (2 - flattening);
inline constexpr double radians_per_degree = std::numbers::pi / 180;

}  // namespace michinori::geo
