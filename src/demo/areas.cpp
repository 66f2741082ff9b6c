// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <cmath>

#include "demo/prefecture.h"
#include "geo/mesh_code.h"

namespace michinori::demo {
namespace {

constexpr double heavy_snow_m = 190;  // mean height of the municipality's land
constexpr double special_snow_m = 390;

struct LandOf {
    std::array<double, municipality_count> height{};
    std::array<double, municipality_count> cells{};
};

LandOf land_of(const Terrain& terrain, const Territory& territory) {
    LandOf land;
    for (int row = 0; row < raster_rows; ++row) {
        for (int column = 0; column < raster_columns; ++column) {
            const auto label = territory.labels().at(column, row);
            if (label != Territory::sea) {
                land.height[static_cast<std::size_t>(label)] += terrain.elevation(cell_middle(column, row));
                land.cells[static_cast<std::size_t>(label)] += 1;
            }
        }
    }
    return land;
}

geo::MultiPolygon island(const Territory& territory, std::string_view code) {
    const auto found = std::ranges::find(municipalities(), code, &Municipality::code);
    return Outlines(territory.labels()).of(static_cast<std::int8_t>(found - municipalities().begin()));
}

/// Fills a region of equal labels with another; returns its cells.
std::vector<std::pair<int, int>> flood(Raster<std::int8_t>& labels, int column, int row, std::int8_t to) {
    const auto from = labels.at(column, row);
    std::vector<std::pair<int, int>> cells{{column, row}};
    labels.at(column, row) = to;
    for (std::size_t next = 0; next < cells.size(); ++next) {
        const auto [c, r] = cells[next];
        for (const auto& [dc, dr] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            if (Raster<int>::holds(c + dc, r + dr) && labels.at(c + dc, r + dr) == from) {
                labels.at(c + dc, r + dr) = to;
                cells.emplace_back(c + dc, r + dr);
            }
        }
    }
    return cells;
}

/// People to the square kilometre on the raster, evened out over three cells.
Raster<float> density(const std::vector<Cell>& cells) {
    constexpr double cell_km2 = 0.257;
    Raster<float> raw(0);
    for (const auto& cell : cells) {
        for (const double dx : {-0.14, 0.14}) {
            for (const double dy : {-0.12, 0.12}) {
                const Pos p = cell.middle + Pos{dx, dy};
                raw.at(static_cast<int>(p.x / raster_cell_km), static_cast<int>(p.y / raster_cell_km)) =
                    static_cast<float>(static_cast<double>(cell.population) / cell_km2);
            }
        }
    }
    Raster<float> even(0);
    for (int row = 2; row + 2 < raster_rows; ++row) {
        for (int column = 2; column + 2 < raster_columns; ++column) {
            float sum = 0;
            for (int d = 0; d < 9; ++d) {
                sum += raw.at(column + d % 3 - 1, row + d / 3 - 1);
            }
            even.at(column, row) = sum / 9;
        }
    }
    return even;
}

}  // namespace

AreaShapes shape_areas(const Terrain& terrain, const Territory& territory) {
    const Outlines outlines(territory.labels());
    const auto land = land_of(terrain, territory);
    AreaShapes areas;
    for (std::size_t m = 0; m < municipality_count; ++m) {
        areas.municipalities.push_back(outlines.of(static_cast<std::int8_t>(m)));
        areas.square_km.push_back(land.cells[m] * raster_cell_km * raster_cell_km);
        const double height = land.height[m] / land.cells[m];
        areas.snow.push_back(height > special_snow_m ? 2 : height > heavy_snow_m ? 1 : 0);
    }
    areas.ferry_island = island(territory, "48381");
    areas.lone_island = island(territory, "48382");
    return areas;
}

void find_dense_districts(const std::vector<Cell>& cells, const Territory& territory, AreaShapes& areas) {
    constexpr float dense_enough = 4000;
    constexpr double people_enough = 5000;
    constexpr std::int8_t dense = 1;
    constexpr std::int8_t too_small = 0;
    constexpr std::int8_t first_district = 2;
    const auto people = density(cells);
    Raster<std::int8_t> labels(0);
    for (int row = 0; row < raster_rows; ++row) {
        for (int column = 0; column < raster_columns; ++column) {
            const bool land = territory.labels().at(column, row) != Territory::sea;
            labels.at(column, row) = land && people.at(column, row) >= dense_enough ? dense : too_small;
        }
    }
    without_corner_touches(labels);
    auto next = first_district;
    for (int row = 0; row < raster_rows; ++row) {
        for (int column = 0; column < raster_columns; ++column) {
            if (labels.at(column, row) != dense) {
                continue;
            }
            const auto district = flood(labels, column, row, next);
            double sum = 0;
            for (const auto& [c, r] : district) {
                sum += people.at(c, r) * raster_cell_km * raster_cell_km;
            }
            if (sum < people_enough) {
                flood(labels, column, row, too_small);
            } else {
                areas.dense_municipality.push_back(
                    territory.municipality(cell_middle(column, row)).value_or(capital_index));
                ++next;
            }
        }
    }
    const Outlines outlines(labels);
    for (auto district = first_district; district < next; ++district) {
        areas.dense.push_back(outlines.of(district));
    }
}

}  // namespace michinori::demo
