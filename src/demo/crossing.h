// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>

#include "demo/plane.h"

namespace michinori::demo {

/// Where the straight pieces a-b and c-d cross: shares along each.
struct Crossing {
    double along_first = 0;
    double along_second = 0;
};

[[nodiscard]] inline std::optional<Crossing> crossing(Pos a, Pos b, Pos c, Pos d) {
    const Pos r = b - a;
    const Pos s = d - c;
    const double cross = r.x * s.y - r.y * s.x;
    if (cross == 0) {
        return std::nullopt;
    }
    const Pos w = c - a;
    const double t = (w.x * s.y - w.y * s.x) / cross;
    const double q = (w.x * r.y - w.y * r.x) / cross;
    const bool inside = t >= 0 && t <= 1 && q >= 0 && q <= 1;
    return inside ? std::optional(Crossing{t, q}) : std::nullopt;
}

}  // namespace michinori::demo
