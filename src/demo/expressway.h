// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>

#include "demo/road_sketch.h"
#include "demo/terrain.h"

namespace michinori::demo {

/// Adds a toll expressway along the plain with a branch over the mountains to a sketch whose ground
/// roads are already cut. It passes over or under every other road; only interchanges join them.
/// Its north-eastern end is still being built. Returns the number of interchanges.
std::size_t add_expressway(RoadSketch& sketch, const Terrain& terrain);

}  // namespace michinori::demo
