// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/point.h"

#include <geodesic.h>

#include <algorithm>
#include <cmath>

#include "geo/ellipsoid.h"

namespace michinori::geo {
namespace {

constexpr double longest_local_piece = 50000.0;

struct Scale {
    double metres_per_lon;
    double metres_per_lat;
};

/// Metres per degree at a latitude, from the ellipsoid's two radii of curvature.
Scale scale_at(double lat) {
    const double sine = std::sin(lat * radians_per_degree);
    const double w2 = 1 - eccentricity2 * sine * sine;
    const double prime_vertical = equatorial_radius / std::sqrt(w2);
    const double meridional = prime_vertical * (1 - eccentricity2) / w2;
    return {radians_per_degree * prime_vertical * std::cos(lat * radians_per_degree), radians_per_degree * meridional};
}

double geodesic_distance(Point a, Point b) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, equatorial_radius, flattening);
    double metres = 0;
    geod_inverse(&ellipsoid, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

}  // namespace

void Box::extend(Point p) {
    west = std::min(west, p.lon);
    east = std::max(east, p.lon);
    south = std::min(south, p.lat);
    north = std::max(north, p.lat);
}

void Box::extend(const Box& other) {
    west = std::min(west, other.west);
    east = std::max(east, other.east);
    south = std::min(south, other.south);
    north = std::max(north, other.north);
}

bool Box::contains(Point p) const {
    return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
}

bool is_on_earth(Point p) {
    return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90;
}

Metres distance(Point a, Point b) {
    const auto scale = scale_at((a.lat + b.lat) / 2);
    const double metres = std::hypot((b.lon - a.lon) * scale.metres_per_lon, (b.lat - a.lat) * scale.metres_per_lat);
    return Metres{metres <= longest_local_piece ? metres : geodesic_distance(a, b)};
}

LocalPlane::LocalPlane(Point origin)
    : origin_(origin),
      metres_per_lon_(scale_at(origin.lat).metres_per_lon),
      metres_per_lat_(scale_at(origin.lat).metres_per_lat) {}

LocalPlane::Vector LocalPlane::to_plane(Point p) const {
    return {(p.lon - origin_.lon) * metres_per_lon_, (p.lat - origin_.lat) * metres_per_lat_};
}

Point LocalPlane::to_earth(Vector v) const {
    return {origin_.lon + v.x / metres_per_lon_, origin_.lat + v.y / metres_per_lat_};
}

Box LocalPlane::box_around(Metres radius) const {
    // A degree of longitude shrinks towards the pole; one part in fifty covers 20 km up to 80 degrees.
    const double dx = radius.value() * 1.02 / metres_per_lon_;
    const double dy = radius.value() * 1.02 / metres_per_lat_;
    return {origin_.lon - dx, origin_.lat - dy, origin_.lon + dx, origin_.lat + dy};
}

Foot nearest_on_piece(LocalPlane::Vector a, LocalPlane::Vector b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double share = length2 > 0 ? std::clamp(-(a.x * dx + a.y * dy) / length2, 0.0, 1.0) : 0.0;
    return {share, Metres{std::hypot(a.x + share * dx, a.y + share * dy)}};
}

}  // namespace michinori::geo
