// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <cmath>

#include "geo/point.h"

namespace michinori::demo {

/// A place on the drawing board: kilometres east and north of its south-western corner. The board is
/// a plain stretched map of a piece of the Sea of Japan where no real land lies.
struct Pos {
    double x = 0;
    double y = 0;
    friend bool operator==(Pos, Pos) = default;
    friend Pos operator+(Pos a, Pos b) { return {a.x + b.x, a.y + b.y}; }
    friend Pos operator-(Pos a, Pos b) { return {a.x - b.x, a.y - b.y}; }
    friend Pos operator*(Pos a, double f) { return {a.x * f, a.y * f}; }
};

inline constexpr double board_width_km = 156;
inline constexpr double board_height_km = 148;
inline constexpr geo::Point board_corner{134.2, 36.2};
inline constexpr double km_per_lon = 89.02;  // at 36.9 degrees north
inline constexpr double km_per_lat = 110.98;

/// Seven decimals, as OpenStreetMap stores them: both forms of the roads carry the same double.
[[nodiscard]] inline double rounded7(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

[[nodiscard]] inline geo::Point to_earth(Pos p) {
    return {rounded7(board_corner.lon + p.x / km_per_lon), rounded7(board_corner.lat + p.y / km_per_lat)};
}

[[nodiscard]] inline Pos to_board(geo::Point p) {
    return {(p.lon - board_corner.lon) * km_per_lon, (p.lat - board_corner.lat) * km_per_lat};
}

[[nodiscard]] inline double length(Pos a) {
    return std::hypot(a.x, a.y);
}
[[nodiscard]] inline double distance_km(Pos a, Pos b) {
    return length(a - b);
}
[[nodiscard]] inline Pos between(Pos a, Pos b, double share) {
    return a + (b - a) * share;
}

/// The prefecture lies aslant: u runs along its coast (south-west to north-east), v inland.
[[nodiscard]] inline Pos from_coastal(double u, double v) {
    constexpr double cosine = 0.766;
    constexpr double sine = 0.643;
    return {76 + u * cosine + v * sine, 72 + u * sine - v * cosine};
}

struct Coastal {
    double u = 0;
    double v = 0;
};
[[nodiscard]] inline Coastal to_coastal(Pos p) {
    constexpr double cosine = 0.766;
    constexpr double sine = 0.643;
    constexpr double norm = cosine * cosine + sine * sine;
    const Pos d = p - Pos{76, 72};
    return {(d.x * cosine + d.y * sine) / norm, (d.x * sine - d.y * cosine) / norm};
}

/// 0 below `low`, 1 above `high`, smooth between.
[[nodiscard]] inline double smooth_step(double low, double high, double x) {
    const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

/// Distance of p from the straight piece a-b, and where along it the nearest point lies (0..1).
struct Near {
    double km = 0;
    double share = 0;
};
[[nodiscard]] inline Near nearest(Pos p, Pos a, Pos b) {
    const Pos d = b - a;
    const double squared = d.x * d.x + d.y * d.y;
    const double dot = (p.x - a.x) * d.x + (p.y - a.y) * d.y;
    const double share = squared > 0 ? std::clamp(dot / squared, 0.0, 1.0) : 0.0;
    return {distance_km(p, between(a, b, share)), share};
}

}  // namespace michinori::demo
