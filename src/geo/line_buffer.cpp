// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/line_buffer.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <compare>
#include <map>
#include <stdexcept>
#include <utility>

#include "geo/area_union.h"
#include "geo/geos_rings.h"
#include "geo/geos_support.h"

namespace michinori::geo {
namespace {

using geos::checked;
using geos::collected;
using geos::context;
using geos::Geometry;

constexpr double block_degrees = 0.05;
/// Buffering many lines in one go is quick while few of them overlap; then uniting is quicker.
constexpr std::size_t lines_per_buffer = 4;
constexpr int corners_per_quadrant = 8;
/// Leaves room for what GEOS and the flat map may add.
constexpr double radius_per_width = 0.985;

struct Block {
    int row = 0;
    int column = 0;
    friend auto operator<=>(const Block&, const Block&) = default;
};

Block block_of(Point p) {
    return {static_cast<int>(std::floor(p.lat / block_degrees)), static_cast<int>(std::floor(p.lon / block_degrees))};
}

Point middle_of(Block block) {
    return {(block.column + 0.5) * block_degrees, (block.row + 0.5) * block_degrees};
}

/// A line, or the run of one that begins in a block.
struct Chunk {
    Block block;
    std::span<const Point> points;
};

void cut(const Line& line, std::vector<Chunk>& chunks) {
    const std::span<const Point> points(line);
    std::size_t first = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool is_last = i + 1 == points.size();
        if (is_last || block_of(points[i]) != block_of(points[first])) {
            chunks.push_back({block_of(points[first]), points.subspan(first, i - first + 1)});
            first = i;
        }
    }
    if (points.size() == 1) {
        chunks.push_back({block_of(points[0]), points});
    }
}

Geometry flat_line(const LocalPlane& plane, std::span<const Point> points) {
    const auto size = static_cast<unsigned>(std::max<std::size_t>(points.size(), 2));
    GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(context(), size, 2);
    for (unsigned i = 0; i < size; ++i) {
        const auto [x, y] = plane.to_plane(points[std::min<std::size_t>(i, points.size() - 1)]);
        GEOSCoordSeq_setXY_r(context(), sequence, i, x, y);
    }
    return checked(GEOSGeom_createLineString_r(context(), sequence));
}

Geometry to_earth(const GEOSGeometry* flat, const LocalPlane& plane) {
    const auto move = [](double* x, double* y, void* on) {
        const auto p = static_cast<const LocalPlane*>(on)->to_earth({*x, *y});
        *x = p.lon;
        *y = p.lat;
        return 1;
    };
    auto* own = const_cast<LocalPlane*>(&plane);  // the C interface has no const here
    return checked(GEOSGeom_transformXY_r(context(), flat, move, own));
}

/// The chunks are of one block.
Geometry buffered(const LocalPlane& plane, std::span<const Chunk> chunks, double radius) {
    std::vector<Geometry> areas;
    while (!chunks.empty()) {
        std::vector<Geometry> lines;
        for (const auto& chunk : chunks.first(std::min(chunks.size(), lines_per_buffer))) {
            lines.push_back(flat_line(plane, chunk.points));
        }
        chunks = chunks.subspan(lines.size());
        const auto together = collected(std::move(lines), GEOS_MULTILINESTRING);
        areas.push_back(checked(GEOSBuffer_r(context(), together.get(), radius, corners_per_quadrant)));
    }
    return geos::united(std::move(areas));
}

Geometry united(Geometry area, Geometry before) {
    if (!before) {
        return area;
    }
    std::vector<Geometry> both;
    both.push_back(std::move(before));
    both.push_back(std::move(area));
    return geos::united(std::move(both));
}

/// The land along the lines so far, block by block, each on its own flat map.
class Blocks {
public:
    explicit Blocks(const BufferOptions& options)
        : tolerance_(options.tolerance.value()), radius_(radius_per_width * (options.width.value() - tolerance_)) {}

    void add(const std::vector<Line>& lines) {
        std::vector<Chunk> chunks;
        for (const auto& line : lines) {
            cut(line, chunks);
        }
        std::ranges::stable_sort(chunks, {}, &Chunk::block);
        std::vector<std::pair<Land*, std::span<const Chunk>>> work;
        for (std::span<const Chunk> left(chunks); !left.empty();) {
            const auto block = left.front().block;
            const auto end = std::ranges::upper_bound(left, block, {}, &Chunk::block);
            const auto own = left.first(static_cast<std::size_t>(end - left.begin()));
            work.emplace_back(&lands_[block], own);
            left = left.subspan(own.size());
        }
        tbb::parallel_for(std::size_t{0}, work.size(), [&](std::size_t i) { add_to(*work[i].first, work[i].second); });
    }

    [[nodiscard]] Geometry all() const {
        std::vector<const GEOSGeometry*> areas;
        for (const auto& [block, land] : lands_) {
            areas.push_back(land.on_earth.get());
        }
        return geos::united_blocks(areas);
    }

private:
    struct Land {
        Geometry exact;
        Geometry simple;  // holds what it was the step before; nothing when the exact one is shown
        Geometry on_earth;
    };

    void add_to(Land& land, std::span<const Chunk> chunks) const {
        const LocalPlane plane(middle_of(chunks.front().block));
        land.exact = united(buffered(plane, chunks, radius_), std::move(land.exact));
        if (tolerance_ > 0) {
            auto simple = checked(GEOSTopologyPreserveSimplify_r(context(), land.exact.get(), tolerance_));
            land.simple = united(std::move(simple), std::move(land.simple));
        }
        land.on_earth = to_earth(tolerance_ > 0 ? land.simple.get() : land.exact.get(), plane);
    }

    double tolerance_;
    double radius_;
    std::map<Block, Land> lands_;
};

void check(std::span<const std::vector<Line>> steps, const BufferOptions& options) {
    const double width = options.width.value();
    const double tolerance = options.tolerance.value();
    if (!(width > 0) || !std::isfinite(width) || !(tolerance >= 0) || tolerance > width / 3) {
        throw std::invalid_argument("a buffer needs a width above 0 and a tolerance of 0 to a third of it");
    }
    for (const auto& lines : steps) {
        for (const auto& line : lines) {
            if (!std::ranges::all_of(line, is_on_earth)) {
                throw std::invalid_argument("a line to buffer has a point that is not on earth");
            }
        }
    }
}

}  // namespace

std::vector<MultiPolygon> nested_buffers(std::span<const std::vector<Line>> steps, const BufferOptions& options) {
    check(steps, options);
    std::vector<MultiPolygon> result;
    Blocks blocks(options);
    for (const auto& lines : steps) {
        blocks.add(lines);
        const auto area = blocks.all();
        GEOSNormalize_r(context(), area.get());
        result.push_back(geos::multi_polygon(*area));
    }
    return result;
}

}  // namespace michinori::geo
