// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/geos_support.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <utility>
#include <vector>

namespace michinori::geo::geos {
namespace {

class Context {
public:
    Context() : handle_(GEOS_init_r()) {}
    ~Context() { GEOS_finish_r(handle_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    [[nodiscard]] GEOSContextHandle_t handle() const { return handle_; }

private:
    GEOSContextHandle_t handle_;
};

bool is_usable(const std::vector<Point>& ring) {
    return std::ranges::all_of(ring, [](Point p) { return is_on_earth(p); });
}

/// Nothing when fewer than three corners are left or a coordinate is not a number.
Geometry ring_of(std::vector<Point> ring) {
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());
    }
    if (ring.size() < 4 || !is_usable(ring)) {
        return nullptr;
    }
    GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(context(), static_cast<unsigned>(ring.size()), 2);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        GEOSCoordSeq_setXY_r(context(), sequence, static_cast<unsigned>(i), ring[i].lon, ring[i].lat);
    }
    return Geometry(GEOSGeom_createLinearRing_r(context(), sequence));
}

/// The polygon of one part; rings that cannot be rings are left out and named in `reason`.
Geometry part_of(const MultiPolygon::Part& part, std::optional<std::string>& reason) {
    Geometry shell;
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 0; i < part.rings.size(); ++i) {
        auto ring = ring_of(part.rings[i]);
        if (!ring) {
            reason = "a ring without area was left out";
        } else if (i == 0) {
            shell = std::move(ring);
        } else {
            holes.push_back(ring.release());
        }
    }
    if (!shell) {
        std::ranges::for_each(holes, Destroy{});
        return nullptr;
    }
    return Geometry(
        GEOSGeom_createPolygon_r(context(), shell.release(), holes.data(), static_cast<unsigned>(holes.size())));
}

/// "Self-intersection at 141.35, 43.06", or nothing for a valid polygon.
std::optional<std::string> fault_of(const GEOSGeometry* polygon) {
    char* words = nullptr;
    GEOSGeometry* place = nullptr;
    const char verdict = GEOSisValidDetail_r(context(), polygon, 0, &words, &place);
    const Geometry place_owner(place);
    const std::unique_ptr<char, void (*)(char*)> words_owner(words, [](char* w) { GEOSFree_r(context(), w); });
    if (verdict == 1) {
        return std::nullopt;
    }
    std::string reason = words != nullptr ? words : "invalid";
    double lon = 0;
    double lat = 0;
    if (place != nullptr && GEOSGeomGetX_r(context(), place, &lon) == 1 &&
        GEOSGeomGetY_r(context(), place, &lat) == 1) {
        char where[64];
        std::snprintf(where, sizeof where, " at %.6f, %.6f", lon, lat);
        reason += where;
    }
    return reason;
}

/// Every loop of a crossing outline is kept as area ("structure" method): a bow tie becomes its two
/// wings, which is what the drawer of a boundary meant.
Geometry repaired(const GEOSGeometry* polygon) {
    GEOSMakeValidParams* parameters = GEOSMakeValidParams_create_r(context());
    GEOSMakeValidParams_setMethod_r(context(), parameters, GEOS_MAKE_VALID_STRUCTURE);
    Geometry valid(GEOSMakeValidWithParams_r(context(), polygon, parameters));
    GEOSMakeValidParams_destroy_r(context(), parameters);
    return valid;
}

/// Parts of one area may touch or overlap: that is no fault of the area, they are melted together.
Geometry melted(std::vector<Geometry> parts) {
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    std::vector<GEOSGeometry*> raw;
    raw.reserve(parts.size());
    for (auto& part : parts) {
        raw.push_back(part.release());
    }
    Geometry together(
        GEOSGeom_createCollection_r(context(), GEOS_GEOMETRYCOLLECTION, raw.data(), static_cast<unsigned>(raw.size())));
    return together ? Geometry(GEOSUnaryUnion_r(context(), together.get())) : nullptr;
}

}  // namespace

GEOSContextHandle_t context() {
    thread_local const Context own;
    return own.handle();
}

Geometry point(Point p) {
    return Geometry(GEOSGeom_createPointFromXY_r(context(), p.lon, p.lat));
}

Geometry straight_piece(Point a, Point b) {
    if (a == b) {  // GEOS calls a line without length invalid
        return point(a);
    }
    GEOSCoordSequence* ends = GEOSCoordSeq_create_r(context(), 2, 2);
    GEOSCoordSeq_setXY_r(context(), ends, 0, a.lon, a.lat);
    GEOSCoordSeq_setXY_r(context(), ends, 1, b.lon, b.lat);
    return Geometry(GEOSGeom_createLineString_r(context(), ends));
}

Geometry rectangle(const Box& box) {
    return Geometry(GEOSGeom_createRectangle_r(context(), box.west, box.south, box.east, box.north));
}

Mended mended(const MultiPolygon& polygon) {
    Mended result;
    std::vector<Geometry> parts;
    for (const auto& part : polygon.parts) {
        auto geometry = part_of(part, result.reason);
        if (!geometry) {
            continue;
        }
        if (auto fault = fault_of(geometry.get())) {
            result.reason = std::move(fault);
            geometry = repaired(geometry.get());
        }
        if (geometry && GEOSisEmpty_r(context(), geometry.get()) == 0) {
            parts.push_back(std::move(geometry));
        }
    }
    if (!parts.empty()) {
        result.geometry = melted(std::move(parts));
    }
    return result;
}

}  // namespace michinori::geo::geos
