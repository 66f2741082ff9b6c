// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/noding_assembly.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace michinori::network::noding {
namespace {

/// The inside vertices of a line that stay: an end that moves back onto the line it overshot takes the
/// vertices of its overshoot with it, or they would stand out as a hook.
struct Kept {
    std::size_t first;
    std::size_t last;  ///< one past
};

/// How many inside vertices, counted from the front, lie within `moved` metres of way from the end.
std::size_t overshoot(const std::vector<Place>& points, bool from_back, double moved) {
    double way = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const auto at = [&](std::size_t k) { return points[from_back ? points.size() - 1 - k : k]; };
        way += distance(at(i - 1), at(i));
        if (way > moved) {
            return i - 1;
        }
    }
    return points.size() - 2;
}

Kept kept_vertices(const FlatLine& line, Place start, Place end, std::span<const Join> on_line) {
    const auto& points = line.points;
    std::size_t first = 1 + overshoot(points, false, distance(points.front(), start));
    std::size_t last = points.size() - 1 - overshoot(points, true, distance(points.back(), end));
    if (!on_line.empty()) {
        first = std::min(first, static_cast<std::size_t>(std::floor(on_line.front().along)));
        last = std::max(last, static_cast<std::size_t>(std::ceil(on_line.back().along)) + 1);
    }
    return {std::max<std::size_t>(first, 1), std::min(last, points.size() - 1)};
}

void append(std::vector<Place>& points, Place place) {
    if (points.empty() || !SamePlace{}(points.back(), place)) {
        points.push_back(place);
    }
}

std::vector<Place> assemble(const FlatLine& line, Place start, Place end, std::span<const Join> on_line,
                            const std::vector<Place>& positions) {
    const auto kept = kept_vertices(line, start, end, on_line);
    std::vector<Place> points{start};
    auto join = on_line.begin();
    for (std::size_t vertex = 1; vertex < line.points.size(); ++vertex) {
        bool replaced = false;
        for (; join != on_line.end() && join->along <= static_cast<double>(vertex); ++join) {
            append(points, positions[join->joint]);
            replaced = replaced || join->along == static_cast<double>(vertex);
        }
        if (!replaced && vertex >= kept.first && vertex < kept.last) {
            append(points, line.points[vertex]);
        }
    }
    append(points, end);
    return points.size() >= 2 ? points : std::vector<Place>{};
}

}  // namespace

std::vector<std::vector<Place>> lines_through_joints(const std::vector<FlatLine>& lines, const Joints& joints,
                                                     const Joins& joins) {
    std::vector<std::vector<Place>> result;
    auto next = joins.all.begin();
    for (std::size_t line = 0; line < lines.size(); ++line) {
        const auto first = next;
        while (next != joins.all.end() && next->line == line) {
            ++next;
        }
        const auto start = joins.positions[joints.of_end(2 * line)];
        const auto end = joins.positions[joints.of_end(2 * line + 1)];
        result.push_back(assemble(lines[line], start, end, {first, next}, joins.positions));
    }
    return result;
}

}  // namespace michinori::network::noding
