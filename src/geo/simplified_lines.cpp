// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/simplified_lines.h"

#include <algorithm>
#include <cmath>

#include "geo/area_union.h"
#include "geo/geos_rings.h"
#include "geo/geos_support.h"

namespace michinori::geo {
namespace {

using geos::checked;
using geos::context;
using geos::Geometry;

constexpr double per_degree = 1e7;

/// A map on which a metre is about as long in every direction, around the middle of the lines.
LocalPlane plane_of(const std::vector<std::vector<Point>>& lines) {
    Box box;
    for (const auto& line : lines) {
        for (const auto p : line) {
            box.extend(p);
        }
    }
    return LocalPlane(box.is_empty() ? Point{} : Point{(box.west + box.east) / 2, (box.south + box.north) / 2});
}

Geometry flat_line(const std::vector<Point>& line, const LocalPlane& plane) {
    const auto size = static_cast<unsigned>(line.size());
    GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(context(), size, 2);
    for (unsigned i = 0; i < size; ++i) {
        const auto [x, y] = plane.to_plane(line[i]);
        GEOSCoordSeq_setXY_r(context(), sequence, i, x, y);
    }
    return checked(GEOSGeom_createLineString_r(context(), sequence));
}

void append(const GEOSGeometry* line, const LocalPlane& plane, PackedLines& packed) {
    const auto* sequence = GEOSGeom_getCoordSeq_r(context(), line);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context(), sequence, &size);
    for (unsigned i = 0; i < size; ++i) {
        LocalPlane::Vector at;
        GEOSCoordSeq_getXY_r(context(), sequence, i, &at.x, &at.y);
        const auto p = plane.to_earth(at);
        packed.lon.push_back(static_cast<std::int32_t>(std::lround(p.lon * per_degree)));
        packed.lat.push_back(static_cast<std::int32_t>(std::lround(p.lat * per_degree)));
    }
    packed.start.push_back(static_cast<std::int32_t>(packed.lon.size()));
}

bool has_length(const std::vector<Point>& line) {
    return std::ranges::any_of(line, [&](Point p) { return p != line.front(); });
}

}  // namespace

PackedLines simplified_lines(const std::vector<std::vector<Point>>& lines, Metres tolerance) {
    const auto plane = plane_of(lines);
    std::vector<Geometry> pieces;
    for (const auto& line : lines) {
        if (has_length(line)) {
            pieces.push_back(flat_line(line, plane));
        }
    }
    PackedLines packed;
    if (pieces.empty()) {
        return packed;
    }
    const auto together = geos::collected(std::move(pieces), GEOS_MULTILINESTRING);
    const auto merged = checked(GEOSLineMerge_r(context(), together.get()));
    const auto simple = checked(GEOSSimplify_r(context(), merged.get(), tolerance.value()));
    GEOSNormalize_r(context(), simple.get());
    for (int i = 0; i < GEOSGetNumGeometries_r(context(), simple.get()); ++i) {
        append(GEOSGetGeometryN_r(context(), simple.get(), i), plane, packed);
    }
    return packed;
}

}  // namespace michinori::geo
