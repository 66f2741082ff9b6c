// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "geo/point.h"

namespace michinori::report {

/// A way to draw: from the home to a facility.
struct SketchedRoute {
    std::string label;  ///< beside its end
    std::vector<geo::Point> line;
};

/// Routes from one home as an inline SVG picture with a bar of scale, north at the top. Nothing but lines and labels:
/// it needs no map service. Empty when there is no route.
[[nodiscard]] std::string route_sketch(const std::vector<SketchedRoute>& routes);

}  // namespace michinori::report
