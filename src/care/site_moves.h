// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "care/placement.h"

namespace michinori::care {

/// Somebody of a point leaves one of its places for another.
struct Move {
    std::int64_t cost = 0;  ///< ms: the time to the new place less that to the old
    std::uint32_t point = 0;
    std::uint32_t from = 0;  ///< places of the point
    std::uint32_t to = 0;
};

/// The cheapest move from each site to each other: the residual graph of an assignment with its points folded away, so
/// that a search sees sites alone. Only some sites are in it, numbered as they are given ("nodes"); nowhere may be one.
/// The last is where people shall go, so that moves away from it are left out. So are moves to nowhere: a path through
/// it is never better than its second half, which begins there, since no cycle has a cost below 0.
///
/// For each two nodes a list of moves, which becomes a heap when its cheapest move is no more; other dead ones go when
/// they come to light. Most lists never do: a path changes the moves of few points. Built in O(entries of points with
/// people), kept up in O(list of a point x log) when a place of it fills or empties.
class SiteMoves {
public:
    /// Longer than any: there is no such move.
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max() / 4;

    /// `placement` must outlive it.
    SiteMoves(const Placement& placement, std::span<const std::uint32_t> sites);

    [[nodiscard]] std::size_t node_count() const { return node_count_; }
    /// Of the cheapest moves to a node, by node where they begin; `none` where there is none.
    [[nodiscard]] std::span<const std::int64_t> costs_to(std::size_t node) const {
        return std::span(costs_).subspan(node * node_count_, node_count_);
    }
    /// There must be one.
    [[nodiscard]] const Move& cheapest(std::size_t from, std::size_t to) const {
        return pairs_[to * node_count_ + from].cheapest;
    }

    /// A place that was empty is so no more.
    void filled(std::uint32_t point, std::uint32_t place);
    /// Nobody is left there.
    void emptied(std::uint32_t point, std::uint32_t place);

private:
    /// The moves between two nodes.
    struct Pair {
        Move cheapest;
        bool is_heap = false;
        std::vector<Move> moves;
    };
    [[nodiscard]] std::optional<std::uint32_t> node(std::uint32_t point, std::uint32_t place) const {
        return node_of_[placement_.site(point, place)];
    }
    /// Calls visit(from node, to node, move) for each move away from a place.
    template <class Visit>
    void each_move(std::uint32_t point, std::uint32_t place, const Visit& visit) const;
    void add(std::size_t from, std::size_t to, const Move& move);
    void renew(std::size_t from, std::size_t to);

    const Placement& placement_;
    std::size_t node_count_;
    std::vector<std::optional<std::uint32_t>> node_of_;  // by site
    std::vector<Pair> pairs_;                            // [to][from]
    std::vector<std::int64_t> costs_;                    // of their cheapest
};

}  // namespace michinori::care
