// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <vector>

#include "network/noding_lines.h"

namespace michinori::network::noding {

/// A piece of a line, in its direction.
struct CutPiece {
    std::size_t line = 0;  ///< which of the lines given
    std::vector<Place> points;
};

/// Cuts lines of one level where they cross, touch or share a vertex, also with themselves: step 3 of
/// node_lines. `members` names the lines of that level. Pieces come by line, then along it.
[[nodiscard]] std::vector<CutPiece> cut_at_crossings(const std::vector<std::vector<Place>>& lines,
                                                     const std::vector<std::size_t>& members);

}  // namespace michinori::network::noding
