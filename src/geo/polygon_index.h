// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/point.h"

namespace michinori::geo {

/// A polygon with holes, or several: rings of (lon, lat), each closed or not. A ring's role follows
/// from the part it stands in: the first ring of a part is its shell, the others are holes.
struct MultiPolygon {
    struct Part {
        std::vector<std::vector<Point>> rings;
    };
    std::vector<Part> parts;
};

/// Which polygons hold a point: an STRtree over GEOS prepared geometry. Immutable after
/// construction. A repaired polygon (self-intersection) is reported by `repairs()`.
///
///     PolygonIndex areas(std::move(polygons));
///     auto inside = areas.covering({141.35, 43.06});   // {3}
class PolygonIndex {
public:
    explicit PolygonIndex(const std::vector<MultiPolygon>& polygons);
    ~PolygonIndex();
    PolygonIndex(PolygonIndex&&) noexcept;
    PolygonIndex& operator=(PolygonIndex&&) noexcept;

    /// Indices of the polygons that hold p inside or on their border, ascending. O(log n + vertices
    /// of candidates). Safe from several threads at once.
    [[nodiscard]] std::vector<std::size_t> covering(Point p) const;

    /// Whether the straight piece a-b has a point in common with any polygon, its border included. O(log n + vertices
    /// of candidates). Safe from several threads at once. False when a or b is not on earth.
    [[nodiscard]] bool meets(Point a, Point b) const;

    /// The polygon nearest to p within `limit` (ties: lowest index) for points just off a
    /// simplified coast; nothing when none is that near.
    [[nodiscard]] std::optional<std::size_t> nearest(Point p, Metres limit) const;

    struct Repair {
        std::size_t polygon;
        std::string reason;  ///< as GEOS words it, with the place
    };
    [[nodiscard]] const std::vector<Repair>& repairs() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace michinori::geo
