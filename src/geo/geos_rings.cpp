// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/geos_rings.h"

namespace michinori::geo::geos {
namespace {

std::vector<Point> points_of(const GEOSGeometry* ring) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context(), ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context(), sequence, &size);
    std::vector<Point> points(size);
    for (unsigned i = 0; i < size; ++i) {
        GEOSCoordSeq_getXY_r(context(), sequence, i, &points[i].lon, &points[i].lat);
    }
    return points;
}

MultiPolygon::Part part_of(const GEOSGeometry* polygon) {
    MultiPolygon::Part part;
    part.rings.push_back(points_of(GEOSGetExteriorRing_r(context(), polygon)));
    const int holes = GEOSGetNumInteriorRings_r(context(), polygon);
    for (int i = 0; i < holes; ++i) {
        part.rings.push_back(points_of(GEOSGetInteriorRingN_r(context(), polygon, i)));
    }
    return part;
}

}  // namespace

MultiPolygon multi_polygon(const GEOSGeometry& geometry) {
    MultiPolygon areas;
    const int parts = GEOSGetNumGeometries_r(context(), &geometry);
    for (int i = 0; i < parts; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context(), &geometry, i);
        if (GEOSGeomTypeId_r(context(), part) == GEOS_POLYGON && GEOSisEmpty_r(context(), part) == 0) {
            areas.parts.push_back(part_of(part));
        }
    }
    return areas;
}

}  // namespace michinori::geo::geos
