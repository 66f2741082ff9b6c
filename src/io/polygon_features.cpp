// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/polygon_features.h"

#include <algorithm>
#include <cmath>

#include "io/position_check.h"

namespace michinori::io {
namespace {

const geo::Point* first_bad(const std::vector<geo::Point>& points) {
    const auto bad = std::ranges::find_if_not(points, geo::is_on_earth);
    return bad == points.end() ? nullptr : &*bad;
}

const geo::Point* first_bad(const Feature& feature) {
    for (const auto& line : feature.lines) {
        if (const auto* bad = first_bad(line)) {
            return bad;
        }
    }
    for (const auto& part : feature.polygon.parts) {
        for (const auto& ring : part.rings) {
            if (const auto* bad = first_bad(ring)) {
                return bad;
            }
        }
    }
    return nullptr;
}

}  // namespace

std::optional<Finding> geometry_fault(const Feature& feature, GeometryKind needed, const std::string& file) {
    const Place place{file, feature.row, {}};
    if (feature.kind == GeometryKind::none) {
        return Finding{FindingCode::geometry_missing, place, {}};
    }
    if (feature.kind != needed) {
        return Finding{
            FindingCode::geometry_wrong_kind, place, {std::string(name(feature.kind)), std::string(name(needed))}};
    }
    const auto* bad = first_bad(feature);
    if (bad == nullptr) {
        return std::nullopt;
    }
    const bool swapped = geo::is_on_earth({bad->lat, bad->lon});
    return Finding{swapped ? FindingCode::swapped_coordinates : FindingCode::bad_coordinate,
                   place,
                   {degrees_text(bad->lon), degrees_text(bad->lat)}};
}

void note_repairs(const std::vector<geo::MultiPolygon>& outlines, const std::vector<std::int64_t>& rows,
                  const std::string& file, Findings& findings) {
    const geo::PolygonIndex index(outlines);
    for (const auto& repair : index.repairs()) {
        findings.add({FindingCode::polygon_repaired, {file, rows[repair.polygon], {}}, {repair.reason}});
    }
}

}  // namespace michinori::io
