// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "routing/hierarchy.h"
#include "routing/kernels.h"
#include "routing/useful_edges.h"

namespace michinori::routing {

/// The memory a wide sweep runs over: vertices from the last rank to the first, which is a depth-first
/// order from the roots, so that all heads of a vertex are on its way to the root. A sweep keeps the rows
/// of that way alone (they fit a cache) and writes each row it is asked for once. Immutable.
///
/// Cost: O(n + m) to build, 8 bytes an arc and 12 a vertex.
class PathLayout {
public:
    static constexpr std::uint32_t no_row = 0xffffffffU;

    /// With `wanted` ranks only their rows are written, and only what they depend on is swept.
    PathLayout(const Hierarchy& hierarchy, const RankArcs& arcs,
               std::optional<std::span<const std::uint32_t>> wanted = {});

    /// Where a rank's row is written; no_row if it is not wanted.
    [[nodiscard]] std::uint32_t row(std::uint32_t rank) const { return row_of_rank_[rank]; }
    [[nodiscard]] std::size_t row_count() const { return row_count_; }
    /// Where a rank stands in the sweep; no_row if it is not swept.
    [[nodiscard]] std::uint32_t place(std::uint32_t rank) const { return place_of_rank_[rank]; }
    [[nodiscard]] std::size_t vertex_count() const { return vertices_.size(); }
    [[nodiscard]] std::size_t arc_count() const { return arc_count_; }
    [[nodiscard]] std::size_t height() const { return height_; }
    [[nodiscard]] PathArcs arcs() const { return {vertices_, arcs_.data()}; }
    [[nodiscard]] std::size_t bytes() const;

private:
    std::vector<PathArcs::Vertex> vertices_;
    std::vector<PathArcs::Arc> arcs_;
    std::vector<std::uint32_t> row_of_rank_;
    std::vector<std::uint32_t> place_of_rank_;
    std::size_t arc_count_ = 0;
    std::size_t row_count_ = 0;
    std::size_t height_ = 0;
};

}  // namespace michinori::routing
