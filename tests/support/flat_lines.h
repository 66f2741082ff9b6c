// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "geo/point.h"
#include "network/noding.h"

namespace michinori::test {

/// Metres east and north of a place in Sapporo.
inline const geo::LocalPlane& plane() {
    static const geo::LocalPlane here({141.35, 43.06});
    return here;
}

inline std::vector<geo::Point> on_earth(const std::vector<geo::LocalPlane::Vector>& metres) {
    std::vector<geo::Point> points;
    for (const auto& v : metres) {
        points.push_back(plane().to_earth(v));
    }
    return points;
}

inline network::LineToNode flat_line(const std::vector<geo::LocalPlane::Vector>& metres) {
    return {on_earth(metres), 0};
}

inline double metres_of(const std::vector<geo::Point>& points) {
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        sum += geo::distance(points[i - 1], points[i]).value();
    }
    return sum;
}

/// Length of all sections, or of those of one line.
inline double metres_of(const network::NodedLines& noded, std::optional<std::size_t> line = std::nullopt) {
    double sum = 0;
    for (const auto& section : noded.sections) {
        sum += !line || section.line == *line ? metres_of(section.points) : 0;
    }
    return sum;
}

/// How many sections end at each node, descending; a loop counts twice.
inline std::vector<int> degrees_of(const network::NodedLines& noded) {
    std::vector<int> degree(noded.nodes.size(), 0);
    for (const auto& section : noded.sections) {
        ++degree[section.from];
        ++degree[section.to];
    }
    std::sort(degree.begin(), degree.end(), std::greater<>());
    return degree;
}

}  // namespace michinori::test
