// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "demo/settlements.h"
#include "geo/polygon_index.h"

namespace michinori::demo {

/// An inhabited 500 m cell. Births and cancer deaths a year are expected values, in thousandths.
struct Cell {
    std::string mesh;  ///< nine digits
    Pos middle;
    std::size_t municipality = 0;
    std::int64_t population = 0;
    std::int64_t female = 0;
    std::int64_t women_15_49 = 0;
    std::int64_t aged_65 = 0;
    std::int64_t aged_under_15 = 0;
    std::int64_t births_milli = 0;
    std::int64_t cancer_deaths_milli = 0;
};

/// What the cells of a municipality add up to.
struct MunicipalTotals {
    std::int64_t cells = 0;
    std::int64_t population = 0;
    std::int64_t women_15_49 = 0;
    std::int64_t aged_65 = 0;
    std::int64_t births = 0;
    std::int64_t cancer_deaths = 0;
};

inline constexpr std::size_t inhabited_cell_count = 21600;

/// How finely people are counted.
struct PeopleGrid {
    std::size_t cells = inhabited_cell_count;  ///< there shall be so many, if there is land for them
    int per_side = 1;                          ///< cells along a side of a 500 m cell: 1, 2 (250 m) or 4 (125 m)
};

/// The most habitable cells whose middle lies in a municipality's polygon, by mesh code: inhabited_cell_count of them,
/// and further ones until the grid has its cells.
[[nodiscard]] std::vector<Cell> inhabited_cells(const geo::PolygonIndex& municipal_polygons,
                                                const Habitability& habitability, const PeopleGrid& grid);

/// Middles of the per_side x per_side cells in a 500 m cell that lie in its municipality; the one at its own middle, to
/// the north-east, when none does.
[[nodiscard]] std::vector<geo::Point> finer_middles(const Cell& cell, int per_side,
                                                    const geo::PolygonIndex& municipal_polygons);

/// Gives the cells their people: towns dense, villages loose, each municipality to its total.
void settle(std::vector<Cell>& cells, const std::vector<Settlement>& settlements, std::uint64_t seed);

/// Women, the old, births and deaths of cells that have their people, so many years after 2025: in these years the old
/// grow more and women fewer, and each woman has fewer children. Municipalities keep exact totals.
void give_ages(std::vector<Cell>& cells, int years_on, std::uint64_t seed);

/// Indices of the cells of each municipality.
[[nodiscard]] std::vector<std::vector<std::size_t>> by_municipality(const std::vector<Cell>& cells);

[[nodiscard]] std::array<MunicipalTotals, municipality_count> totals(const std::vector<Cell>& cells);

/// Whole numbers in proportion to the weights that add up to `total` (largest remainders), none above
/// its cap; the caps must leave room. Equal remainders go to the earlier one.
[[nodiscard]] std::vector<std::int64_t> apportion(const std::vector<double>& weights, std::int64_t total,
                                                  const std::vector<std::int64_t>& caps);

}  // namespace michinori::demo
