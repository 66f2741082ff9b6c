// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "demo/lattice.h"
#include "demo/road_sketch.h"
#include "demo/settlements.h"

namespace michinori::demo {

/// Which lattice edges carry a road, and of what kind: national roads between the cities and out of
/// the prefecture, prefectural roads between all centres, passes over the ranges that close in
/// winter, a bypass under construction, and municipal roads to every inhabited place.
class CountryRoads {
public:
    CountryRoads(const Lattice& lattice, const std::vector<Settlement>& settlements, const std::vector<bool>& inhabited,
                 std::uint64_t seed);

    struct Use {
        bool used = false;
        RoadFacts facts;
    };
    [[nodiscard]] const std::vector<Use>& uses() const { return uses_; }

private:
    void national();
    void prefectural();
    void bypass();
    void municipal(const std::vector<bool>& inhabited, std::uint64_t seed);
    void loops(const std::vector<bool>& inhabited, std::uint64_t seed);
    void passes();
    void take(const std::vector<std::uint32_t>& path, RoadFacts facts);
    void join_places(const std::vector<Pos>& places, int road_class, std::uint16_t first_route);
    [[nodiscard]] double effort(std::uint32_t edge) const;

    const Lattice& lattice_;
    const std::vector<Settlement>& settlements_;
    std::vector<Use> uses_;
};

/// The country roads as bending lines; node n of the sketch is node n of the lattice.
[[nodiscard]] RoadSketch draw(const Lattice& lattice, const CountryRoads& roads, std::uint64_t seed);

}  // namespace michinori::demo
