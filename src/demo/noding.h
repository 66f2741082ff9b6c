// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "demo/piece_index.h"
#include "demo/road_sketch.h"

namespace michinori::demo {

/// Cuts the lines of a sketch at the given places and wherever two of them cross. Crossings within
/// 12 m of a node of either line use that node. Nodes keep their numbers; new ones follow.
void cut_at_crossings(RoadSketch& sketch, std::vector<Split> splits);

}  // namespace michinori::demo
