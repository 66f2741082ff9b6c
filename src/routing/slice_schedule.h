// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/kernels.h"
#include "routing/useful_edges.h"

namespace michinori::routing {

/// Puts the vertices of a block into slices so that every head in the block stands in an earlier slice than
/// its tails, with few lanes and columns left empty: vertices that others wait for go level by level, in a level by
/// width (number of arcs); vertices nobody waits for fill the lanes that remain at a level's end, and come last.
/// One object for many blocks: its scratch is by rank.
class SliceSchedule {
public:
    static constexpr std::uint32_t nobody = 0xffffffffU;

    explicit SliceSchedule(const RankArcs& arcs)
        : arcs_(arcs),
          level_(arcs.first.size() - 1, nobody),
          waited_for_(arcs.first.size() - 1, 0),
          tall_(arcs.first.size() - 1, 0) {}

    /// `ranks` (a block, from high to low) in lanes, slice_lanes to a slice; nobody where a lane stays empty.
    std::vector<std::uint32_t> lanes(std::span<const std::uint32_t> ranks);

private:
    void find_levels(std::span<const std::uint32_t> ranks);
    void fill_up(std::vector<std::uint32_t>& lanes, std::uint32_t level, std::uint32_t width);
    [[nodiscard]] std::uint32_t width(std::uint32_t rank) const { return arcs_.first[rank + 1] - arcs_.first[rank]; }

    const RankArcs& arcs_;
    std::vector<std::uint32_t> level_;      // by rank: longest way from outside the block; nobody outside
    std::vector<std::uint8_t> waited_for_;  // by rank
    std::vector<std::uint8_t> tall_;        // by rank: 1 if a time needs a tall column
    std::vector<std::uint32_t> inner_;      // waited for, by level, then width from wide to narrow
    std::vector<std::uint32_t> leaves_;     // the others, by width from wide to narrow, then level
    std::vector<std::uint8_t> leaf_taken_;
};

}  // namespace michinori::routing
