// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "routing/hierarchy.h"

namespace michinori::routing {

/// Ranks in groups of at most `largest` (single subtrees that are smaller stay whole): generation 0 is the top of
/// the hierarchy, and whatever a rank's edges lead to upwards is in its own group or in one of an earlier generation.
struct TreeBlocks {
    std::vector<std::vector<std::uint32_t>> groups;  ///< each from high ranks to low
    std::vector<std::uint32_t> generation_begin;     ///< into groups, one more than generations
};

/// `needed`: by rank, 1 for the ranks to group. O(n) a generation; there are two or three.
[[nodiscard]] TreeBlocks grouped(const Hierarchy& hierarchy, std::vector<std::uint8_t> needed, std::uint32_t largest);

}  // namespace michinori::routing
