// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "demo/piece_index.h"
#include "demo/road_sketch.h"
#include "demo/settlements.h"

namespace michinori::demo {

/// Adds the streets of every settlement to a sketch that holds the country roads: blocks turned to
/// the settlement's heading, shaken, with gaps, wider avenues, and bridges only for these. Streets
/// that come near a country road end on it; the places where it must be cut are returned.
[[nodiscard]] std::vector<Split> add_streets(RoadSketch& sketch, const Terrain& terrain, const Territory& territory,
                                             const std::vector<Settlement>& settlements, std::uint64_t seed);

}  // namespace michinori::demo
