// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "network/noding_joins.h"
#include "network/noding_joints.h"
#include "network/noding_lines.h"

namespace michinori::network::noding {

/// The lines with their ends moved to their joints and the joints on them as vertices. A line that is
/// left without length comes out empty.
[[nodiscard]] std::vector<std::vector<Place>> lines_through_joints(const std::vector<FlatLine>& lines,
                                                                   const Joints& joints, const Joins& joins);

}  // namespace michinori::network::noding
