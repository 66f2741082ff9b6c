// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/surface_area.h"

#include <cmath>

#include "geo/ellipsoid.h"

namespace michinori::geo {
namespace {

constexpr double equatorial_km = equatorial_radius / 1000;

/// Square kilometres between the equator and a latitude, for each radian of longitude.
double below(double latitude) {
    const double e = std::sqrt(eccentricity2);
    const double sine = std::sin(latitude * radians_per_degree);
    const double polar_km2 = equatorial_km * equatorial_km * (1 - eccentricity2);
    return polar_km2 / 2 * (sine / (1 - eccentricity2 * sine * sine) + std::atanh(e * sine) / e);
}

/// By the shoelace formula. Heights count from the ring's first point, lest a small ring drown in
/// the rounding of large numbers.
double enclosed(const std::vector<Point>& ring) {
    const double base = ring.empty() ? 0 : below(ring[0].lat);
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& a = ring[i];
        const auto& b = ring[(i + 1) % ring.size()];
        twice += (b.lon - a.lon) * radians_per_degree * (below(a.lat) - base + below(b.lat) - base);
    }
    return std::abs(twice) / 2;
}

}  // namespace

double square_kilometres(const MultiPolygon& land) {
    double sum = 0;
    for (const auto& part : land.parts) {
        for (std::size_t r = 0; r < part.rings.size(); ++r) {
            sum += (r == 0 ? 1 : -1) * enclosed(part.rings[r]);
        }
    }
    return sum;
}

}  // namespace michinori::geo
