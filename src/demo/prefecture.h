// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/progress.h"
#include "demo/addresses.h"
#include "demo/facilities.h"
#include "demo/finer_cells.h"
#include "demo/homes.h"
#include "demo/outline.h"
#include "demo/people.h"
#include "demo/remote_care.h"
#include "demo/road_network.h"

namespace michinori::demo {

/// Polygons of the area files.
struct AreaShapes {
    std::vector<geo::MultiPolygon> municipalities;  ///< by municipality
    std::vector<double> square_km;                  ///< by municipality
    std::vector<int> snow;                          ///< by municipality: 0 none, 1 heavy, 2 special heavy
    std::vector<geo::MultiPolygon> dense;           ///< densely inhabited districts, from the south
    std::vector<std::size_t> dense_municipality;
    geo::MultiPolygon ferry_island;
    geo::MultiPolygon lone_island;
};

/// The whole prefecture in memory.
struct Prefecture {
    AreaShapes areas;
    std::vector<geo::Point> halls;  ///< by municipality
    Roads roads;
    std::vector<Cell> cells;
    std::vector<FinerCell> finer;  ///< of a grid finer than 500 m; else none
    std::vector<Facility> hospitals;
    std::vector<Facility> clinics;
    std::vector<Facility> candidates;  ///< of delivery wards
    std::vector<Facility> dentists;
    RemoteCare remote;
    std::vector<AddressTown> towns;  ///< of the address files, by municipality
    std::vector<Home> homes;         ///< of applicants for support
};

/// A pure function of the seed and the grid.
[[nodiscard]] Prefecture make_prefecture(std::uint64_t seed, Progress& progress, const PeopleGrid& grid = {});

/// The parts of AreaShapes that do not need people.
[[nodiscard]] AreaShapes shape_areas(const Terrain& terrain, const Territory& territory);
/// Contiguous ground with 4,000 people or more to the square kilometre and 5,000 people in all.
void find_dense_districts(const std::vector<Cell>& cells, const Territory& territory, AreaShapes& areas);

}  // namespace michinori::demo
