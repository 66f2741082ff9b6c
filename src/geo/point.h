// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <compare>

#include "base/units.h"

namespace michinori::geo {

/// A place on earth in degrees, longitude first. Inside the program every coordinate is geographic:
/// JGD2011 and WGS 84 differ by less than a metre and are not told apart (README of this folder).
struct Point {
    double lon = 0;
    double lat = 0;
    friend auto operator<=>(const Point&, const Point&) = default;
};

struct Box {
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;

    void extend(Point p);
    void extend(const Box& other);
    [[nodiscard]] bool contains(Point p) const;
    [[nodiscard]] bool is_empty() const { return west > east; }
};

/// True when lon is in [-180, 180] and lat in [-90, 90] and both are finite.
[[nodiscard]] bool is_on_earth(Point p);

/// Length of the straight piece a-b on the GRS 80 ellipsoid. Mid-latitude formula: relative error
/// below 1e-6 up to 50 km; longer pieces use PROJ's geodesic. O(1), thread-safe.
[[nodiscard]] Metres distance(Point a, Point b);

/// A flat map around one place, in metres, good to 1e-4 within 20 km: for "nearest point on a line".
class LocalPlane {
public:
    explicit LocalPlane(Point origin);
    struct Vector {
        double x = 0;  ///< metres east of the origin
        double y = 0;  ///< metres north of the origin
    };
    [[nodiscard]] Vector to_plane(Point p) const;
    [[nodiscard]] Point to_earth(Vector v) const;
    /// A box that surely holds everything within `radius` of the origin.
    [[nodiscard]] Box box_around(Metres radius) const;

private:
    Point origin_;
    double metres_per_lon_;
    double metres_per_lat_;
};

/// The point of the straight piece a-b nearest to the plane's origin.
struct Foot {
    double share = 0;  ///< 0 at a, 1 at b
    Metres distance;   ///< from the origin
};
[[nodiscard]] Foot nearest_on_piece(LocalPlane::Vector a, LocalPlane::Vector b);

}  // namespace michinori::geo
