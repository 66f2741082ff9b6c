// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "demo/country_roads.h"
#include "demo/road_sketch.h"
#include "geo/point.h"

namespace michinori::demo {

/// The roads as both files carry them: sections between nodes, cut at the edges of second-level
/// meshes (and so of first-level ones), coordinates of seven decimals.
struct Roads {
    struct Section {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::vector<geo::Point> line;  ///< with its two nodes
        std::string mesh;              ///< second-level mesh that holds it
        RoadFacts facts;
    };
    struct Ferry {
        std::string name;
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::vector<geo::Point> line;
        int minutes = 0;
        bool cars = true;
    };
    std::vector<geo::Point> nodes;  ///< ends of sections
    std::vector<Section> sections;
    std::vector<Ferry> ferries;
    std::size_t interchanges = 0;
};

/// Everything together: country roads, streets, expressway, ferries; pieces of road that nobody could
/// reach are left out, some streets are for walkers only.
[[nodiscard]] Roads build_roads(const Terrain& terrain, const Territory& territory, const Lattice& lattice,
                                const std::vector<Settlement>& settlements, const std::vector<bool>& inhabited,
                                std::uint64_t seed);

/// Leaves out car roads that have no way to any hall, and turns some streets into footpaths, never
/// one that somebody's way depends on.
void tidy(RoadSketch& sketch, const std::vector<std::uint32_t>& halls, std::uint64_t seed);

/// The final form of a sketch's lines.
void finish_sections(const RoadSketch& sketch, Roads& roads);

/// Opens closed sections beside which another road runs so near that a line along them would not tell
/// which of the two is closed.
void keep_closures_apart(Roads& roads);

/// Winter-closed sections joined end to end: one line per stretch.
[[nodiscard]] std::vector<std::vector<geo::Point>> closed_stretches(const Roads& roads);

}  // namespace michinori::demo
