// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "demo/noise.h"
#include "demo/territory.h"

namespace michinori::demo {

enum class Rank : std::uint8_t { capital, city, town, centre, hamlet };

/// A place with streets: the hall's town of each municipality, the centres of the municipalities it
/// once swallowed, and hamlets.
struct Settlement {
    Pos middle;
    Rank rank = Rank::hamlet;
    std::size_t municipality = 0;
    double radius_km = 0;  ///< its streets end about here
    double street_km = 0;  ///< distance between its streets
    double heading = 0;    ///< direction of its streets, radians
    double weight = 0;     ///< of its people, against the others of the municipality
};

[[nodiscard]] std::vector<Settlement> place_settlements(const Terrain& terrain, const Territory& territory,
                                                        std::uint64_t seed);

/// How good a place is to live at: low, even ground, near settlements; only the order matters.
class Habitability {
public:
    Habitability(const Terrain& terrain, const std::vector<Settlement>& settlements, std::uint64_t seed);
    [[nodiscard]] double at(Pos p) const;

private:
    const Terrain& terrain_;
    Raster<float> nearness_{0};
    Noise patches_;
};

}  // namespace michinori::demo
