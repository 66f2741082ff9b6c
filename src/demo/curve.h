// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <vector>

#include "demo/plane.h"

namespace michinori::demo {

/// A smooth line through the given points (Catmull-Rom), a vertex about every `step_km`.
[[nodiscard]] inline std::vector<Pos> smooth_curve(const std::vector<Pos>& through, double step_km) {
    std::vector<Pos> points;
    const auto at = [&](std::size_t i) { return through[std::min(i, through.size() - 1)]; };
    for (std::size_t i = 0; i + 1 < through.size(); ++i) {
        const Pos a = at(i == 0 ? 0 : i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
        const int steps = std::max(1, static_cast<int>(distance_km(b, c) / step_km));
        for (int k = 0; k < steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            points.push_back(
                (b * 2 + (c - a) * t + (a * 2 - b * 5 + c * 4 - d) * (t * t) + (b * 3 - a - c * 3 + d) * (t * t * t)) *
                0.5);
        }
    }
    points.push_back(through.back());
    return points;
}

[[nodiscard]] inline std::vector<Pos> on_board(const std::vector<Coastal>& line) {
    std::vector<Pos> points;
    for (const auto c : line) {
        points.push_back(from_coastal(c.u, c.v));
    }
    return points;
}

}  // namespace michinori::demo
