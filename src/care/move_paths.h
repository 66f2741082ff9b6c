// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "care/site_moves.h"

namespace michinori::care {

/// The cheapest paths of moves that bring one person more to the last node of SiteMoves, one after the other: somebody
/// leaves the first node for the second, somebody else the second for the third, and so on. No cycle of moves may have
/// a cost below 0 at the beginning; it stays so as long as people move along the paths found.
///
/// Successive shortest paths: Dijkstra on costs made positive by potentials, broken off when no node is left where a
/// cheaper path might begin (Edmonds and Karp 1972; Tomizawa 1971). A search is O(nodes x nodes it settles), and it
/// settles few, since most costs are 0 after the one before. The first potentials are those of Bellman and Ford.
class MovePaths {
public:
    struct Path {
        std::int64_t cost = 0;
        std::vector<std::size_t> nodes;  ///< from the one that gives to the last; at least two
    };

    /// `moves` must outlive it and may change only along the paths found.
    explicit MovePaths(const SiteMoves& moves);

    /// From any other node: one without people has no moves. Nothing when no path is left.
    [[nodiscard]] std::optional<Path> cheapest();

private:
    void settle_first_potentials();
    [[nodiscard]] std::optional<std::size_t> nearest_unsettled() const;
    void relax(std::size_t node);
    [[nodiscard]] Path path_from(std::size_t giver, std::int64_t cost) const;
    void raise_potentials(std::int64_t at_most);

    const SiteMoves& moves_;
    std::vector<std::int64_t> potential_;  // cost to the last node, at least; SiteMoves::none where no path leads there
    std::int64_t least_ = 0;               // the potential of whoever gives: the cost of the path before
    std::vector<std::int64_t> distance_;
    std::vector<std::uint8_t> settled_;
    std::vector<std::size_t> next_;
};

}  // namespace michinori::care
