// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/area_union.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace michinori::geo::geos {
namespace {

using Members = std::vector<const GEOSGeometry*>;

Geometry copy_of(const GEOSGeometry* geometry) {
    return checked(GEOSGeom_clone_r(context(), geometry));
}

void append_polygons(const GEOSGeometry* area, Members& polygons) {
    const int parts = GEOSGetNumGeometries_r(context(), area);
    for (int i = 0; i < parts; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context(), area, i);
        if (GEOSGeomTypeId_r(context(), part) == GEOS_POLYGON && GEOSisEmpty_r(context(), part) == 0) {
            polygons.push_back(part);
        }
    }
}

Members holes_of(const GEOSGeometry* polygon) {
    Members holes(static_cast<std::size_t>(GEOSGetNumInteriorRings_r(context(), polygon)));
    for (std::size_t i = 0; i < holes.size(); ++i) {
        holes[i] = GEOSGetInteriorRingN_r(context(), polygon, static_cast<int>(i));
    }
    return holes;
}

Geometry polygon_of(const GEOSGeometry* shell, const Members& holes) {
    std::vector<GEOSGeometry*> rings;
    rings.reserve(holes.size());
    for (const auto* hole : holes) {
        rings.push_back(copy_of(hole).release());
    }
    return checked(GEOSGeom_createPolygon_r(context(), copy_of(shell).release(), rings.data(),
                                            static_cast<unsigned>(rings.size())));
}

Box box_of(const GEOSGeometry* geometry) {
    Box box;
    GEOSGeom_getXMin_r(context(), geometry, &box.west);
    GEOSGeom_getXMax_r(context(), geometry, &box.east);
    GEOSGeom_getYMin_r(context(), geometry, &box.south);
    GEOSGeom_getYMax_r(context(), geometry, &box.north);
    return box;
}

/// Tells how many polygons' boxes meet the box of a geometry.
class Boxes {
public:
    explicit Boxes(const Members& polygons) : tree_(GEOSSTRtree_create_r(context(), 10)) {
        for (const auto* polygon : polygons) {
            GEOSSTRtree_insert_r(context(), tree_.get(), polygon, const_cast<GEOSGeometry*>(polygon));
        }
    }
    [[nodiscard]] std::size_t count_meeting(const GEOSGeometry* geometry) const {
        const auto count_up = [](void*, void* counter) { ++*static_cast<std::size_t*>(counter); };
        std::size_t count = 0;
        GEOSSTRtree_query_r(context(), tree_.get(), geometry, count_up, &count);
        return count;
    }

private:
    Tree tree_;
};

/// The parts of a union, into which holes are put back.
class Parts {
public:
    explicit Parts(const GEOSGeometry* area) {
        Members polygons;
        append_polygons(area, polygons);
        for (const auto* polygon : polygons) {
            parts_.push_back(
                {polygon, Prepared(GEOSPrepare_r(context(), polygon)), box_of(polygon), holes_of(polygon)});
        }
    }

    /// Holes of a polygon that went into the union: all of it came to lie in one part.
    void put_back(const GEOSGeometry* polygon, const Members& holes) {
        const auto inside = checked(GEOSPointOnSurface_r(context(), polygon));
        Point p;
        GEOSGeomGetX_r(context(), inside.get(), &p.lon);
        GEOSGeomGetY_r(context(), inside.get(), &p.lat);
        for (auto& part : parts_) {
            if (part.box.contains(p) && GEOSPreparedCovers_r(context(), part.prepared.get(), inside.get()) == 1) {
                part.holes.insert(part.holes.end(), holes.begin(), holes.end());
                return;
            }
        }
        throw std::runtime_error("GEOS lost an area in a union");
    }

    [[nodiscard]] Geometry together() const {
        std::vector<Geometry> polygons;
        for (const auto& part : parts_) {
            polygons.push_back(polygon_of(GEOSGetExteriorRing_r(context(), part.polygon), part.holes));
        }
        return collected(std::move(polygons), GEOS_MULTIPOLYGON);
    }

private:
    struct Part {
        const GEOSGeometry* polygon;
        Prepared prepared;
        Box box;
        Members holes;
    };
    std::vector<Part> parts_;
};

}  // namespace

Geometry checked(GEOSGeometry* geometry) {
    if (geometry == nullptr) {
        throw std::runtime_error("GEOS could not make an area");
    }
    return Geometry(geometry);
}

Geometry collected(std::vector<Geometry> members, int type) {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(members.size());
    for (auto& member : members) {
        raw.push_back(member.release());
    }
    return checked(GEOSGeom_createCollection_r(context(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

Geometry united(std::vector<Geometry> areas) {
    const auto together = collected(std::move(areas), GEOS_GEOMETRYCOLLECTION);
    return checked(GEOSUnaryUnion_r(context(), together.get()));
}

Geometry united_blocks(std::span<const GEOSGeometry* const> areas) {
    Members polygons;
    for (const auto* area : areas) {
        append_polygons(area, polygons);
    }
    const Boxes boxes(polygons);
    std::vector<std::pair<const GEOSGeometry*, Members>> set_aside;
    std::vector<Geometry> rest;
    for (const auto* polygon : polygons) {
        auto holes = holes_of(polygon);
        // The polygon's own box meets its holes; whatever else does may reach into them.
        const auto is_alone = [&](const GEOSGeometry* hole) { return boxes.count_meeting(hole) == 1; };
        const auto shared = std::ranges::partition(holes, is_alone);
        rest.push_back(polygon_of(GEOSGetExteriorRing_r(context(), polygon), {shared.begin(), shared.end()}));
        holes.erase(shared.begin(), shared.end());
        if (!holes.empty()) {
            set_aside.emplace_back(polygon, std::move(holes));
        }
    }
    const auto outlines = united(std::move(rest));
    Parts parts(outlines.get());
    for (const auto& [polygon, holes] : set_aside) {
        parts.put_back(polygon, holes);
    }
    return parts.together();
}

}  // namespace michinori::geo::geos
