// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <catch2/catch.hpp>

#include <chrono>

#include "geo/shared_borders.h"
#include "geo/surface_area.h"
#include "io/place_readers.h"
#include "support/geodata.h"

namespace {

using namespace michinori;

std::vector<geo::MultiPolygon> shapes_of(const std::filesystem::path& folder, const std::string& name,
                                         const std::string& code_column) {
    io::InputLog log;
    io::AreaOptions options;
    options.code_column = code_column;
    std::vector<geo::MultiPolygon> shapes;
    for (auto& area : io::read_areas({folder / name, name}, options, "areas", log)) {
        shapes.push_back(std::move(area.shape));
    }
    return shapes;
}

std::size_t points_of(const std::vector<geo::MultiPolygon>& shapes) {
    std::size_t points = 0;
    for (const auto& shape : shapes) {
        for (const auto& part : shape.parts) {
            for (const auto& ring : part.rings) {
                points += ring.size();
            }
        }
    }
    return points;
}

std::vector<geo::MultiPolygon> drawn(const geo::SharedBorders& borders, std::size_t level) {
    std::vector<geo::MultiPolygon> shapes;
    for (const auto& area : borders.levels[level]) {
        auto& shape = shapes.emplace_back();
        for (const auto& polygon : area) {
            auto& part = shape.parts.emplace_back();
            for (const auto& ring : polygon) {
                auto& points = part.rings.emplace_back();
                for (const auto arc : ring) {
                    const auto number = static_cast<std::size_t>(arc >= 0 ? arc : ~arc);
                    const auto first = borders.arcs.start[number];
                    const auto last = borders.arcs.start[number + 1] - 1;
                    for (auto i = first; i <= last; ++i) {
                        const auto at = static_cast<std::size_t>(arc >= 0 ? i : last - (i - first));
                        points.push_back({borders.arcs.lon[at] / 1e7, borders.arcs.lat[at] / 1e7});
                    }
                }
            }
        }
    }
    return shapes;
}

double square_km(const std::vector<geo::MultiPolygon>& shapes) {
    double sum = 0;
    for (const auto& shape : shapes) {
        sum += geo::square_kilometres(shape);
    }
    return sum;
}

/// Draws published areas and checks each; tells what it took.
void draw_and_check(const std::string& title, const std::vector<std::vector<geo::MultiPolygon>>& levels,
                    const geo::BorderOptions& options, double share_of_points) {
    const std::vector<std::span<const geo::MultiPolygon>> spans(levels.begin(), levels.end());
    const auto begin = std::chrono::steady_clock::now();
    const auto borders = geo::share_borders(spans, options);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::size_t before = 0;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        INFO(title << " level " << l);
        before += points_of(levels[l]);
        const auto shapes = drawn(borders, l);
        CHECK(geo::PolygonIndex(shapes).repairs().empty());
        CHECK(square_km(shapes) == Approx(square_km(levels[l])).epsilon(0.002));
        for (std::size_t a = 0; a < shapes.size(); ++a) {
            CHECK(shapes[a].parts.empty() == levels[l][a].parts.empty());
        }
    }
    fmt::print("{}: {} points in {} arcs for {} in {:.2f} s\n", title, borders.arcs.lon.size(), borders.arcs.size(),
               before, seconds.count());
    CHECK(static_cast<double>(borders.arcs.lon.size()) < share_of_points * static_cast<double>(before));
}

}  // namespace

TEST_CASE("published areas are drawn with few points and stay whole", "[needs-data]") {
    const auto folder = test::geodata_or_skip();
    const auto towns = shapes_of(folder, "hokkaido/municipalities_2015.shp", "muni_code");
    const auto areas = shapes_of(folder, "hokkaido/medical_areas_secondary.shp", "area_code");
    const auto nation = shapes_of(folder, "japan/medical_areas_approx.geojson", "area_code");
    draw_and_check("Hokkaido", {towns, areas}, {.tolerance = Metres{100}}, 1);
    draw_and_check("Japan", {nation}, {.tolerance = Metres{200}}, 1);
}
