// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/point.h"

namespace michinori::network::noding {

/// A place in the flat map that noding works in, metres.
using Place = geo::LocalPlane::Vector;

[[nodiscard]] inline double distance(Place a, Place b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// A line in the flat map, without repeated points: at least two.
struct FlatLine {
    std::vector<Place> points;
    std::int32_t level = 0;
    double length = 0;
    std::size_t source = 0;  ///< which of the lines given to node_lines
};

[[nodiscard]] inline double length_of(const std::vector<Place>& points) {
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        sum += distance(points[i - 1], points[i]);
    }
    return sum;
}

struct PlaceHash {
    std::size_t operator()(Place p) const noexcept {
        const auto x = std::bit_cast<std::uint64_t>(p.x + 0.0);  // + 0.0: -0 and 0 are one place
        const auto y = std::bit_cast<std::uint64_t>(p.y + 0.0);
        const std::uint64_t mixed = x * 0x9e3779b97f4a7c15ULL ^ (y + (x >> 29U)) * 0xff51afd7ed558ccdULL;
        return mixed ^ (mixed >> 32U);
    }
};

struct SamePlace {
    bool operator()(Place a, Place b) const noexcept { return a.x == b.x && a.y == b.y; }
};

}  // namespace michinori::network::noding
