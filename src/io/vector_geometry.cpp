// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/vector_geometry.h"

#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "io/gdal_session.h"

namespace michinori::io {
namespace {

using Points = std::vector<geo::Point>;

void turn_to_degrees(Points& points, OGRCoordinateTransformation* to_degrees) {
    if (to_degrees == nullptr || points.empty()) {
        return;
    }
    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    std::vector<int> done(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        x[i] = points[i].lon;
        y[i] = points[i].lat;
    }
    to_degrees->Transform(static_cast<int>(points.size()), x.data(), y.data(), nullptr, done.data());
    for (std::size_t i = 0; i < points.size(); ++i) {
        constexpr double nowhere = std::numeric_limits<double>::infinity();
        points[i] = done[i] != 0 ? geo::Point{x[i], y[i]} : geo::Point{nowhere, nowhere};
    }
}

Points points_of(const OGRSimpleCurve& curve, OGRCoordinateTransformation* to_degrees) {
    Points points;
    points.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        points.push_back({curve.getX(i), curve.getY(i)});
    }
    turn_to_degrees(points, to_degrees);
    return points;
}

void add_polygon(const OGRPolygon& polygon, OGRCoordinateTransformation* to_degrees, Feature& feature) {
    if (polygon.IsEmpty()) {
        return;
    }
    geo::MultiPolygon::Part part;
    for (const auto* ring : polygon) {
        part.rings.push_back(points_of(*ring, to_degrees));
    }
    feature.polygon.parts.push_back(std::move(part));
}

/// A second point, or pieces of several kinds, make a geometry that the program has no use for.
void set_kind(Feature& feature, GeometryKind kind) {
    const bool mixed = feature.kind != GeometryKind::none && (feature.kind != kind || kind == GeometryKind::point);
    feature.kind = mixed ? GeometryKind::other : kind;
}

void add(const OGRGeometry& geometry, OGRCoordinateTransformation* to_degrees, Feature& feature);

void add_members(const OGRGeometryCollection& collection, OGRCoordinateTransformation* to_degrees, Feature& feature) {
    for (const auto* member : collection) {
        add(*member, to_degrees, feature);
    }
}

void add(const OGRGeometry& geometry, OGRCoordinateTransformation* to_degrees, Feature& feature) {
    if (geometry.IsEmpty()) {
        return;
    }
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint: {
            Points point{{geometry.toPoint()->getX(), geometry.toPoint()->getY()}};
            turn_to_degrees(point, to_degrees);
            feature.point = point.front();
            set_kind(feature, GeometryKind::point);
            break;
        }
        case wkbLineString:
            feature.lines.push_back(points_of(*geometry.toLineString(), to_degrees));
            set_kind(feature, GeometryKind::line);
            break;
        case wkbPolygon:
            add_polygon(*geometry.toPolygon(), to_degrees, feature);
            set_kind(feature, GeometryKind::polygon);
            break;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection: add_members(*geometry.toGeometryCollection(), to_degrees, feature); break;
        default: feature.kind = GeometryKind::other;
    }
}

}  // namespace

void set_geometry(const OGRGeometry* geometry, OGRCoordinateTransformation* to_degrees, Feature& feature) {
    feature.kind = GeometryKind::none;
    feature.lines.clear();
    feature.polygon.parts.clear();
    if (geometry == nullptr || geometry->IsEmpty()) {
        return;
    }
    const GdalMessages messages;
    if (geometry->hasCurveGeometry() != 0) {
        const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry());
        add(*straight, to_degrees, feature);
    } else {
        add(*geometry, to_degrees, feature);
    }
}

}  // namespace michinori::io
