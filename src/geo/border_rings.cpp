// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/border_rings.h"

#include <algorithm>
#include <cmath>

#include "geo/area_union.h"
#include "geo/geos_rings.h"
#include "geo/geos_support.h"

namespace michinori::geo {
namespace {

GridPoint rounded(Point p, std::int32_t grid) {
    const auto whole = [&](double degrees) {
        return static_cast<std::int32_t>(std::llround(degrees * grid_points_per_degree / grid) * grid);
    };
    return {whole(p.lon), whole(p.lat)};
}

/// Empty when fewer than three different points are left.
std::vector<GridPoint> rounded_ring(const std::vector<Point>& ring, std::int32_t grid) {
    std::vector<GridPoint> points;
    for (const auto p : ring) {
        const auto next = rounded(p, grid);
        if (points.empty() || points.back() != next) {
            points.push_back(next);
        }
    }
    while (points.size() > 1 && points.back() == points.front()) {
        points.pop_back();
    }
    return points.size() < 3 ? std::vector<GridPoint>() : points;
}

/// Parts and holes that collapse are gone; the others may be invalid.
std::vector<GridPolygon> rounded_polygons(const MultiPolygon& area, std::int32_t grid) {
    std::vector<GridPolygon> polygons;
    for (const auto& part : area.parts) {
        GridPolygon polygon;
        for (const auto& ring : part.rings) {
            auto points = rounded_ring(ring, grid);
            if (!points.empty()) {
                polygon.rings.push_back(std::move(points));
            } else if (polygon.rings.empty()) {
                break;  // the shell
            }
        }
        if (!polygon.rings.empty()) {
            polygons.push_back(std::move(polygon));
        }
    }
    return polygons;
}

MultiPolygon area_of(const std::vector<GridPolygon>& polygons) {
    MultiPolygon area;
    for (const auto& polygon : polygons) {
        area.parts.push_back(on_earth(polygon));
    }
    return area;
}

bool is_on_grid(const MultiPolygon& area, std::int32_t grid) {
    const auto stays = [&](Point p) { return on_earth(rounded(p, grid)) == p; };
    return std::ranges::all_of(area.parts, [&](const auto& part) {
        return std::ranges::all_of(part.rings, [&](const auto& ring) { return std::ranges::all_of(ring, stays); });
    });
}

std::vector<GridPolygon> noded_anew(const GEOSGeometry* area, std::int32_t grid) {
    const double step = grid / grid_points_per_degree;
    const auto exact = geos::checked(GEOSGeom_setPrecision_r(geos::context(), area, step, 0));
    return rounded_polygons(geos::multi_polygon(*exact), grid);
}

}  // namespace

MultiPolygon::Part on_earth(const GridPolygon& polygon) {
    MultiPolygon::Part part;
    for (const auto& ring : polygon.rings) {
        auto& points = part.rings.emplace_back();
        points.reserve(ring.size());
        for (const auto p : ring) {
            points.push_back(on_earth(p));
        }
    }
    return part;
}

std::vector<GridPolygon> on_grid(const MultiPolygon& area, std::int32_t grid) {
    const auto mended = geos::mended(area);
    if (!mended.geometry) {
        return {};
    }
    auto polygons = rounded_polygons(geos::multi_polygon(*mended.geometry), grid);
    const auto again = geos::mended(area_of(polygons));
    const auto sound = again.geometry ? geos::multi_polygon(*again.geometry) : MultiPolygon{};
    if (again.reason || !is_on_grid(sound, grid)) {
        polygons = noded_anew(mended.geometry.get(), grid);
    } else {
        polygons = rounded_polygons(sound, grid);  // parts that came to touch are one
    }
    return polygons.empty() && grid > 1 ? on_grid(area, 1) : polygons;
}

}  // namespace michinori::geo
