// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/polygon_index.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "geo/geos_support.h"

namespace michinori::geo {
namespace {

Metres distance_to_ring(const LocalPlane& plane, const std::vector<Point>& ring) {
    Metres nearest{std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto next = ring[(i + 1) % ring.size()];
        nearest = std::min(nearest, nearest_on_piece(plane.to_plane(ring[i]), plane.to_plane(next)).distance);
    }
    return nearest;
}

Metres distance_to_border(Point p, const MultiPolygon& polygon) {
    const LocalPlane plane(p);
    Metres nearest{std::numeric_limits<double>::infinity()};
    for (const auto& part : polygon.parts) {
        for (const auto& ring : part.rings) {
            nearest = std::min(nearest, distance_to_ring(plane, ring));
        }
    }
    return nearest;
}

}  // namespace

struct PolygonIndex::Impl {
    /// GEOS fills a prepared geometry's inner index at its first use and promises nothing about use
    /// from several threads, so one thread at a time asks any one polygon. A question takes a few
    /// microseconds; waiting for it costs less than a copy of every polygon per thread.
    struct Entry {
        geos::Geometry geometry;
        geos::Prepared prepared;
        std::unique_ptr<std::mutex> one_at_a_time = std::make_unique<std::mutex>();
    };
    std::vector<MultiPolygon> outlines;
    std::vector<Entry> entries;
    std::vector<Repair> repairs;
    geos::Tree tree;

    explicit Impl(const std::vector<MultiPolygon>& polygons);
    void add_to_tree(std::size_t i);
    void build_tree() const;
    [[nodiscard]] std::vector<std::size_t> candidates(const GEOSGeometry& shape) const;
    [[nodiscard]] bool intersects(std::size_t i, const GEOSGeometry& shape) const;
};

PolygonIndex::Impl::Impl(const std::vector<MultiPolygon>& polygons)
    : outlines(polygons), tree(GEOSSTRtree_create_r(geos::context(), 10)) {
    entries.reserve(polygons.size());
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        auto mended = geos::mended(polygons[i]);
        if (mended.reason) {
            repairs.push_back({i, *mended.reason});
        }
        Entry entry;
        entry.geometry = std::move(mended.geometry);
        if (entry.geometry) {
            entry.prepared.reset(GEOSPrepare_r(geos::context(), entry.geometry.get()));
        }
        entries.push_back(std::move(entry));
        add_to_tree(i);
    }
    build_tree();
}

void PolygonIndex::Impl::add_to_tree(std::size_t i) {
    if (entries[i].prepared) {
        // The tree hands back this pointer; entries never move again (reserved above).
        GEOSSTRtree_insert_r(geos::context(), tree.get(), entries[i].geometry.get(), &entries[i]);
    }
}

/// The tree is built at its first question: ask one now, before threads do.
void PolygonIndex::Impl::build_tree() const {
    (void)candidates(*geos::point({0, 0}));
}

std::vector<std::size_t> PolygonIndex::Impl::candidates(const GEOSGeometry& shape) const {
    struct Found {
        const Entry* first;
        std::vector<std::size_t> indices;
    } found{entries.data(), {}};
    const auto collect = [](void* item, void* userdata) {
        auto* out = static_cast<Found*>(userdata);
        out->indices.push_back(static_cast<std::size_t>(static_cast<const Entry*>(item) - out->first));
    };
    GEOSSTRtree_query_r(geos::context(), tree.get(), &shape, collect, &found);
    std::ranges::sort(found.indices);
    return std::move(found.indices);
}

bool PolygonIndex::Impl::intersects(std::size_t i, const GEOSGeometry& shape) const {
    const std::scoped_lock lock(*entries[i].one_at_a_time);
    const char verdict = GEOSPreparedIntersects_r(geos::context(), entries[i].prepared.get(), &shape);
    if (verdict == 2) {
        throw std::runtime_error("GEOS could not compare a shape with a polygon");
    }
    return verdict == 1;
}

PolygonIndex::PolygonIndex(const std::vector<MultiPolygon>& polygons) : impl_(std::make_unique<Impl>(polygons)) {}
PolygonIndex::~PolygonIndex() = default;
PolygonIndex::PolygonIndex(PolygonIndex&&) noexcept = default;
PolygonIndex& PolygonIndex::operator=(PolygonIndex&&) noexcept = default;

std::vector<std::size_t> PolygonIndex::covering(Point p) const {
    if (!is_on_earth(p)) {
        return {};
    }
    const auto point = geos::point(p);
    auto inside = impl_->candidates(*point);
    std::erase_if(inside, [&](std::size_t i) { return !impl_->intersects(i, *point); });
    return inside;
}

bool PolygonIndex::meets(Point a, Point b) const {
    if (!is_on_earth(a) || !is_on_earth(b)) {
        return false;
    }
    const auto piece = geos::straight_piece(a, b);
    return std::ranges::any_of(impl_->candidates(*piece), [&](std::size_t i) { return impl_->intersects(i, *piece); });
}

std::optional<std::size_t> PolygonIndex::nearest(Point p, Metres limit) const {
    if (!is_on_earth(p)) {
        return std::nullopt;
    }
    const auto inside = covering(p);
    if (!inside.empty()) {
        return inside.front();
    }
    std::optional<std::size_t> best;
    Metres best_distance = limit;
    for (const auto i : impl_->candidates(*geos::rectangle(LocalPlane(p).box_around(limit)))) {
        const auto distance = distance_to_border(p, impl_->outlines[i]);
        if (distance < best_distance || (!best && distance == best_distance)) {
            best = i;
            best_distance = distance;
        }
    }
    return best;
}

const std::vector<PolygonIndex::Repair>& PolygonIndex::repairs() const {
    return impl_->repairs;
}

}  // namespace michinori::geo
