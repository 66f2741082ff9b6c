// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/position_check.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "geo/inner_point.h"

namespace michinori::io {
namespace {

using geo::Point;

/// Degrees within which a file's points surely lie together, and beyond which a point is astray.
constexpr double together = 2.0;
constexpr double astray = 5.0;

Point exchanged(Point p) {
    return {p.lat, p.lon};
}

double degrees_apart(Point a, Point b) {
    return std::max(std::abs(a.lon - b.lon), std::abs(a.lat - b.lat));
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Middle of the points that can be places; nothing when there are too few to tell.
std::optional<Point> middle_of(const std::vector<Located>& positions) {
    std::vector<double> lon;
    std::vector<double> lat;
    for (const auto& [row, p] : positions) {
        if (geo::is_on_earth(p) && p != Point{0, 0}) {
            lon.push_back(p.lon);
            lat.push_back(p.lat);
        }
    }
    constexpr std::size_t enough = 3;
    return lon.size() < enough ? std::nullopt : std::optional(Point{median(lon), median(lat)});
}

bool looks_exchanged(Point p, const std::optional<Point>& middle) {
    if (!geo::is_on_earth(p)) {
        return geo::is_on_earth(exchanged(p));
    }
    return middle && degrees_apart(p, *middle) > astray && degrees_apart(exchanged(p), *middle) < together;
}

std::optional<Finding> judge(const Located& located, const std::optional<Point>& middle, const std::string& file) {
    const auto p = located.position;
    const Place place{file, located.row, {}};
    const std::vector<std::string> words{degrees_text(p.lon), degrees_text(p.lat)};
    if (p == Point{0, 0}) {
        return Finding{FindingCode::zero_coordinate, place, {}};
    }
    if (looks_exchanged(p, middle)) {
        return Finding{FindingCode::swapped_coordinates, place, words};
    }
    if (!geo::is_on_earth(p)) {
        return Finding{FindingCode::bad_coordinate, place, words};
    }
    return std::nullopt;
}

std::optional<double> number_in(const std::vector<std::string>& fields, std::size_t column) {
    return to_number(fields[column]);
}

Finding number_fault(const std::string& text, const std::string& column, const Place& place) {
    if (trimmed(text).empty()) {
        return {FindingCode::empty_value, place, {column}};
    }
    return {FindingCode::bad_number, place, {column, text}};
}

}  // namespace

std::string degrees_text(double value) {
    return fmt::format("{:.6g}", value);
}

PositionOrFault position_of(const std::vector<std::string>& fields, const CoordinateColumns& columns,
                            const Place& place) {
    const auto lon = number_in(fields, columns.lon);
    const auto lat = number_in(fields, columns.lat);
    if (!lon) {
        return number_fault(fields[columns.lon], columns.lon_name, place);
    }
    if (!lat) {
        return number_fault(fields[columns.lat], columns.lat_name, place);
    }
    return Point{*lon, *lat};
}

PositionOrFault position_of(const Feature& feature, const std::string& file) {
    const Place place{file, feature.row, {}};
    if (feature.kind == GeometryKind::point) {
        return feature.point;
    }
    if (feature.kind == GeometryKind::none) {
        return Finding{FindingCode::geometry_missing, place, {}};
    }
    if (feature.kind != GeometryKind::polygon) {
        return Finding{FindingCode::geometry_wrong_kind, place, {std::string(name(feature.kind)), "point or polygon"}};
    }
    if (const auto inside = geo::inner_point(feature.polygon)) {
        return *inside;
    }
    return Finding{FindingCode::geometry_missing, place, {}};
}

std::vector<std::optional<Finding>> judge_positions(const std::vector<Located>& positions, const std::string& file) {
    const auto middle = middle_of(positions);
    std::vector<std::optional<Finding>> verdicts;
    std::vector<Finding> swapped;
    for (const auto& located : positions) {
        verdicts.push_back(judge(located, middle, file));
        if (verdicts.back() && verdicts.back()->code == FindingCode::swapped_coordinates) {
            swapped.push_back(*verdicts.back());
        }
    }
    if (2 * swapped.size() > positions.size()) {
        throw InputError({FindingCode::swapped_coordinates, {file, {}, {}}, swapped.front().arguments});
    }
    return verdicts;
}

}  // namespace michinori::io
