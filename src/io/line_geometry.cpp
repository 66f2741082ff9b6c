// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/line_geometry.h"

#include <fmt/core.h>

#include <algorithm>

namespace michinori::io {

std::optional<Finding> line_fault(const Feature& feature, const std::string& file) {
    const Place place{file, feature.row, {}};
    if (feature.kind == GeometryKind::none) {
        return Finding{FindingCode::geometry_missing, place, {}};
    }
    if (feature.kind != GeometryKind::line) {
        return Finding{FindingCode::geometry_wrong_kind,
                       place,
                       {feature.kind == GeometryKind::point ? "point" : "polygon", "line"}};
    }
    for (const auto& line : feature.lines) {
        for (const auto& p : line) {
            if (!geo::is_on_earth(p)) {
                return Finding{
                    FindingCode::bad_coordinate, place, {fmt::format("{}", p.lon), fmt::format("{}", p.lat)}};
            }
        }
    }
    return std::nullopt;
}

bool has_length(const std::vector<geo::Point>& line) {
    return std::ranges::any_of(line, [&](geo::Point p) { return p != line.front(); });
}

std::vector<const std::vector<geo::Point>*> parts_with_length(const Feature& feature) {
    std::vector<const std::vector<geo::Point>*> parts;
    for (const auto& line : feature.lines) {
        if (has_length(line)) {
            parts.push_back(&line);
        }
    }
    return parts;
}

Metres length_of(const std::vector<geo::Point>& line) {
    Metres sum;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum += geo::distance(line[i - 1], line[i]);
    }
    return sum;
}

}  // namespace michinori::io
