// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <cmath>
#include <span>

#include "base/text.h"
#include "geo/shared_borders.h"
#include "report/view_lines.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

/// In 1e-7 degrees, 3 m: the lowest bytes of coordinates are all zero and take no room.
constexpr std::int32_t coarse_grid = 256;

std::vector<geo::MultiPolygon> shapes_of(const access::AreaLevel& level) {
    std::vector<geo::MultiPolygon> shapes;
    for (const auto& area : level.areas) {
        shapes.push_back(area.shape);
    }
    return shapes;
}

geo::Box extent_of(const std::vector<std::vector<geo::MultiPolygon>>& levels) {
    geo::Box box;
    for (const auto& level : levels) {
        for (const auto& shape : level) {
            for (const auto& part : shape.parts) {
                for (const auto& ring : part.rings) {
                    std::ranges::for_each(ring, [&](geo::Point p) { box.extend(p); });
                }
            }
        }
    }
    return box;
}

/// A four-thousandth of the map: a pixel of a large screen shows no less when all of it is seen, and a prefecture is
/// still good to 50 m when one looks nearer. Islands are left out where they would be smaller than a square of it.
geo::BorderOptions options_for(const geo::Box& box) {
    constexpr double parts = 4000;
    const double middle = (box.south + box.north) / 2;
    const double across = box.is_empty()
                              ? 0
                              : std::max(geo::distance({box.west, middle}, {box.east, middle}).value(),
                                         geo::distance({box.west, box.south}, {box.west, box.north}).value());
    const double metres = std::clamp(across / parts, 1.0, 500.0);
    return {.tolerance = Metres{metres}, .grid = coarse_grid, .smallest_island_m2 = metres * metres};
}

Json level_view(const access::AreaLevel& level, const std::vector<geo::SharedBorders::Area>& shapes) {
    Json areas = Json::array();
    for (std::size_t a = 0; a < level.areas.size(); ++a) {
        areas.push_back({{"code", printable(level.areas[a].code)},
                         {"name", printable(level.areas[a].name)},
                         {"polygons", shapes[a]}});
    }
    return {{"id", level.id},
            {"title", words_view(bilingual_title(level.title_en, level.title_ja, level.id))},
            {"areas", std::move(areas)}};
}

}  // namespace

Json lines_view(const geo::PackedLines& lines, Columns& columns) {
    Json json;
    json["start"] = columns.i32(lines.start, Coding::delta_shuffled);
    json["lon"] = columns.i32(lines.lon, Coding::delta_shuffled);
    json["lat"] = columns.i32(lines.lat, Coding::delta_shuffled);
    return json;
}

void add_areas(const std::vector<access::AreaLevel>& levels, Columns& columns, Json& view) {
    std::vector<std::vector<geo::MultiPolygon>> shapes;
    for (const auto& level : levels) {
        shapes.push_back(shapes_of(level));
    }
    const std::vector<std::span<const geo::MultiPolygon>> spans(shapes.begin(), shapes.end());
    const auto borders = geo::share_borders(spans, options_for(extent_of(shapes)));
    view["levels"] = Json::array();
    for (std::size_t l = 0; l < levels.size(); ++l) {
        view["levels"].push_back(level_view(levels[l], borders.levels[l]));
    }
    view["arcs"] = lines_view(borders.arcs, columns);
}

}  // namespace michinori::report
