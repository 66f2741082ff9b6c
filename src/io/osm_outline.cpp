// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_outline.h"

#include <algorithm>
#include <cmath>

namespace michinori::io {
namespace {

bool join_to(OsmNodeLine& line, const OsmNodeLine& other) {
    if (line.back() == other.front()) {
        line.insert(line.end(), other.begin() + 1, other.end());
    } else if (line.back() == other.back()) {
        line.insert(line.end(), other.rbegin() + 1, other.rend());
    } else {
        return false;
    }
    return true;
}

void grow(OsmNodeLine& line, std::vector<OsmNodeLine>& others) {
    bool grown = true;
    while (grown && line.front() != line.back()) {
        grown = false;
        for (auto other = others.begin(); other != others.end(); ++other) {
            if (join_to(line, *other)) {
                others.erase(other);
                grown = true;
                break;
            }
        }
    }
}

using Vector = geo::LocalPlane::Vector;

/// Twice the signed area, and the moment for the centroid.
struct Moments {
    double area2 = 0;
    Vector sum;
};

Moments moments(const OsmRing& ring, const geo::LocalPlane& plane) {
    Moments result;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const auto a = plane.to_plane(ring[i - 1]);
        const auto b = plane.to_plane(ring[i]);
        const double cross = a.x * b.y - b.x * a.y;
        result.area2 += cross;
        result.sum.x += (a.x + b.x) * cross;
        result.sum.y += (a.y + b.y) * cross;
    }
    return result;
}

double ring_area(const OsmRing& ring) {
    return ring.empty() ? 0.0 : std::abs(moments(ring, geo::LocalPlane(ring.front())).area2) / 2;
}

/// Longitudes at which the horizontal line at `lat` crosses the rings, ascending. A point is inside
/// between the first and second, third and fourth ...
std::vector<double> crossings(const OsmOutline& outline, double lat) {
    std::vector<double> found;
    const auto add = [&](const std::vector<OsmRing>& rings) {
        for (const auto& ring : rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const auto a = ring[i - 1];
                const auto b = ring[i];
                if ((a.lat <= lat) != (b.lat <= lat)) {
                    found.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
                }
            }
        }
    };
    add(outline.outer);
    add(outline.inner);
    std::sort(found.begin(), found.end());
    return found;
}

bool is_inside(const OsmOutline& outline, geo::Point p) {
    const auto found = crossings(outline, p.lat);
    const auto west = std::count_if(found.begin(), found.end(), [p](double lon) { return lon < p.lon; });
    return west % 2 == 1;
}

std::optional<geo::Point> widest_middle(const OsmOutline& outline, double lat) {
    const auto found = crossings(outline, lat);
    std::optional<geo::Point> best;
    double widest = 0;
    for (std::size_t i = 1; i < found.size(); i += 2) {
        if (found[i] - found[i - 1] > widest) {
            widest = found[i] - found[i - 1];
            best = geo::Point{(found[i] + found[i - 1]) / 2, lat};
        }
    }
    return best;
}

}  // namespace

OsmJoinedLines join_lines(std::vector<OsmNodeLine> lines) {
    std::erase_if(lines, [](const OsmNodeLine& line) { return line.size() < 2; });
    OsmJoinedLines joined;
    while (!lines.empty()) {
        auto line = std::move(lines.front());
        lines.erase(lines.begin());
        grow(line, lines);
        const bool closed = line.front() == line.back() && line.size() >= 4;
        (closed ? joined.closed : joined.open).push_back(std::move(line));
    }
    return joined;
}

double area_m2(const OsmOutline& outline) {
    double area = 0;
    for (const auto& ring : outline.outer) {
        area += ring_area(ring);
    }
    for (const auto& ring : outline.inner) {
        area -= ring_area(ring);
    }
    return std::max(area, 0.0);
}

std::optional<geo::Point> inner_point(const OsmOutline& outline) {
    const auto largest =
        std::max_element(outline.outer.begin(), outline.outer.end(),
                         [](const OsmRing& a, const OsmRing& b) { return ring_area(a) < ring_area(b); });
    if (largest == outline.outer.end() || largest->empty()) {
        return std::nullopt;
    }
    const geo::LocalPlane plane(largest->front());
    const auto [area2, sum] = moments(*largest, plane);
    if (area2 == 0.0) {
        return std::nullopt;
    }
    const auto centroid = plane.to_earth({sum.x / (3 * area2), sum.y / (3 * area2)});
    if (is_inside(outline, centroid)) {
        return centroid;
    }
    const auto [low, high] =
        std::minmax_element(largest->begin(), largest->end(), [](geo::Point a, geo::Point b) { return a.lat < b.lat; });
    return widest_middle(outline, (low->lat + high->lat) / 2);
}

}  // namespace michinori::io
