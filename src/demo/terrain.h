// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "demo/plane.h"
#include "demo/raster.h"

namespace michinori::demo {

enum class Landmass : std::uint8_t { sea, mainland, ferry_island, lone_island };

/// Land, sea and heights: a coast to the north-west, a plain behind its middle, ranges towards the
/// south-eastern border, three rivers that cut valleys through them, two islands off the coast.
class Terrain {
public:
    explicit Terrain(std::uint64_t seed);

    [[nodiscard]] Landmass landmass(Pos p) const { return land_.at(p); }
    [[nodiscard]] const Raster<Landmass>& land() const { return land_; }
    /// Metres above the sea; 0 on the sea. Linear between the middles of raster cells.
    [[nodiscard]] double elevation(Pos p) const;
    /// Metres of rise per kilometre, over half a kilometre.
    [[nodiscard]] double steepness(Pos p) const;
    [[nodiscard]] const std::vector<std::vector<Pos>>& rivers() const { return rivers_; }
    /// Kilometres to the nearest river.
    [[nodiscard]] double river_distance(Pos p) const;
    /// True when the straight piece a-b crosses a river.
    [[nodiscard]] bool crosses_river(Pos a, Pos b) const;

private:
    Raster<Landmass> land_{Landmass::sea};
    Raster<float> height_{0};
    std::vector<std::vector<Pos>> rivers_;
};

inline constexpr Pos ferry_island_middle{47, 130};
inline constexpr Pos lone_island_middle{20, 101};

}  // namespace michinori::demo
