// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "routing/graph.h"

namespace michinori::routing {

/// The part of a contraction hierarchy that does not depend on speeds: which vertices become joined
/// when vertices are contracted in an order. Times are laid on it by `customise`.
///
///     Hierarchy hierarchy(graph, nested_dissection(graph));
///     HierarchyTimes times;
///     customise(hierarchy, model.arc_times(), times);
///
/// Vertices are addressed by rank: 0 is contracted first. Ranks are the order given, renumbered to a
/// postorder of the elimination tree (which leaves the hierarchy the same), so that a subtree is a range
/// of ranks. An edge joins a lower rank x to a higher rank y and stands for both directions; edges are
/// numbered by x, then y. Immutable; safe from several threads.
///
/// Cost: O(edges log) time, 20 bytes an edge. Source: Dibbelt, Strasser, Wagner, "Customizable Contraction
/// Hierarchies", ACM JEA 2016; elimination tree: Liu, SIAM J. Matrix Anal. Appl. 1990.
class Hierarchy {
public:
    /// order[i] is the vertex contracted as number i: a permutation of the graph's vertices.
    Hierarchy(const Graph& graph, std::span<const std::uint32_t> order);

    static constexpr std::uint32_t no_parent = 0xffffffffU;

    [[nodiscard]] std::size_t vertex_count() const { return vertex_.size(); }
    [[nodiscard]] std::size_t edge_count() const { return up_head_.size(); }
    /// Arcs of the graph it was made from.
    [[nodiscard]] std::size_t arc_count() const { return slot_of_arc_.size(); }

    [[nodiscard]] std::uint32_t rank(std::uint32_t vertex) const { return rank_[vertex]; }
    [[nodiscard]] std::uint32_t vertex(std::uint32_t rank) const { return vertex_[rank]; }

    /// Edges from rank x to higher ranks: first_up(x) ... first_up(x + 1), by ascending head.
    [[nodiscard]] std::uint32_t first_up(std::uint32_t x) const { return up_first_[x]; }
    [[nodiscard]] std::uint32_t head(std::uint32_t edge) const { return up_head_[edge]; }
    [[nodiscard]] std::span<const std::uint32_t> heads(std::uint32_t x) const {
        return {up_head_.data() + up_first_[x], up_head_.data() + up_first_[x + 1]};
    }
    /// The lower end of an edge. O(log n).
    [[nodiscard]] std::uint32_t tail(std::uint32_t edge) const;
    /// The edge between ranks x < y, which must exist. O(log of x's edges).
    [[nodiscard]] std::uint32_t edge_between(std::uint32_t x, std::uint32_t y) const;
    /// The lowest higher neighbour, or no_parent. All of heads(x) lie on the way from x to the root.
    [[nodiscard]] std::uint32_t parent(std::uint32_t x) const {
        return up_first_[x] == up_first_[x + 1] ? no_parent : up_head_[up_first_[x]];
    }
    /// First rank of the subtree of x; the subtree is [first_below(x), x].
    [[nodiscard]] std::uint32_t first_below(std::uint32_t x) const { return first_below_[x]; }
    /// Vertices on the way from x to its root, x included.
    [[nodiscard]] std::uint32_t depth(std::uint32_t x) const { return depth_[x]; }
    [[nodiscard]] std::uint32_t height() const { return height_; }

    /// An edge seen from its higher end.
    struct Lower {
        std::uint32_t tail = 0;  ///< the lower rank
        std::uint32_t edge = 0;
    };
    /// Edges from rank y down, by ascending tail.
    [[nodiscard]] std::span<const Lower> lower(std::uint32_t y) const {
        return {lower_.data() + lower_first_[y], lower_.data() + lower_first_[y + 1]};
    }

    /// Where an arc of the graph lies: 2 * edge, + 1 if it leads from the higher rank to the lower.
    /// no_slot for loops, which no quickest way uses.
    static constexpr std::uint32_t no_slot = 0xffffffffU;
    [[nodiscard]] std::uint32_t slot_of_arc(std::uint32_t arc) const { return slot_of_arc_[arc]; }
    /// The arcs of the graph that lie in a slot (parallel arcs: several; shortcuts: none), ascending.
    [[nodiscard]] std::span<const std::uint32_t> arcs_in_slot(std::uint32_t slot) const;
    /// All pairs (input_slots()[i], input_arcs()[i]) by slot, then arc.
    [[nodiscard]] std::span<const std::uint32_t> input_slots() const { return input_slot_; }
    [[nodiscard]] std::span<const std::uint32_t> input_arcs() const { return input_arc_; }

    [[nodiscard]] std::size_t bytes() const;

private:
    void number_ranks(const Graph& graph, std::span<const std::uint32_t> order);
    void fill_in(const Graph& graph);
    void link_lower();
    void place_arcs(const Graph& graph);

    std::vector<std::uint32_t> rank_;    // by vertex
    std::vector<std::uint32_t> vertex_;  // by rank
    std::vector<std::uint32_t> up_first_;
    std::vector<std::uint32_t> up_head_;
    std::vector<std::uint32_t> first_below_;
    std::vector<std::uint32_t> depth_;
    std::uint32_t height_ = 0;
    std::vector<std::uint32_t> lower_first_;
    std::vector<Lower> lower_;
    std::vector<std::uint32_t> slot_of_arc_;
    std::vector<std::uint32_t> input_slot_;  // sorted
    std::vector<std::uint32_t> input_arc_;
};

}  // namespace michinori::routing
