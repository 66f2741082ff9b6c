// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <vector>

#include "network/noding_joints.h"
#include "network/noding_lines.h"

namespace michinori::network::noding {

/// A joint that lies on a line: at `along` the line gets the joint's position as a vertex.
struct Join {
    std::size_t line = 0;
    double along = 0;  ///< vertex number + share of the piece behind it
    std::size_t joint = 0;
};

struct Joins {
    std::vector<Join> all;         ///< by line, then along it
    std::vector<Place> positions;  ///< of each joint: moved onto the nearest line it joins
};

/// Joints within the tolerance of the inside of lines of their level: step 2 of node_lines. All
/// distances are to the lines as given, so the order of joints does not matter.
[[nodiscard]] Joins join_to_lines(const std::vector<FlatLine>& lines, const Joints& joints, double tolerance);

}  // namespace michinori::network::noding
