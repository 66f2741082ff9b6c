// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/point.h"

namespace michinori::io {

using OsmNodeLine = std::vector<std::int64_t>;  ///< node ids along a way
using OsmRing = std::vector<geo::Point>;        ///< first point = last point

/// Ways joined end to end.
struct OsmJoinedLines {
    std::vector<OsmNodeLine> closed;
    std::vector<OsmNodeLine> open;  ///< what stays without a partner
};
/// Joins ways that share end nodes until they close. Deterministic: in the order given, each line
/// takes the first that fits. O(ways squared) in the worst case; relations have few ways.
[[nodiscard]] OsmJoinedLines join_lines(std::vector<OsmNodeLine> lines);

/// An area on the ground: shells and holes.
struct OsmOutline {
    std::vector<OsmRing> outer;
    std::vector<OsmRing> inner;
};

/// Square metres on a flat map around the outline: good to 1e-4 for anything the size of a town.
/// Holes are taken off; never below 0.
[[nodiscard]] double area_m2(const OsmOutline& outline);

/// A point inside: the centroid of the largest shell when it lies inside, else the middle of the widest
/// stretch that the horizontal line through the shell's mid-height runs inside. Nothing for a shell
/// without area.
[[nodiscard]] std::optional<geo::Point> inner_point(const OsmOutline& outline);

}  // namespace michinori::io
