// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "bench/table.h"

namespace michinori::bench {

/// How long the location models take, on people and sites scattered over a plane in towns (the same on every run): 14
/// of 25 over 20,000 points proven optimal, 100 of 500 over 200,000 points by the heuristic against its bound. One row
/// each; the note has the gap, the size of the model, and "(missed)" where a minute or 1 % is passed. `quick`: a tenth
/// of the points.
///
///     for (const auto& row : measure_location(false)) { rows.push_back(row); }
[[nodiscard]] std::vector<TableRow> measure_location(bool quick);

}  // namespace michinori::bench
