// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace michinori::routing {

/// An undirected piece of a graph with its own small numbers: every edge stands in both adjacency
/// lists, lists are sorted, no loops, no parallels. What nested dissection works on.
struct Cell {
    std::vector<std::uint32_t> first{0};  ///< by vertex, one more than vertices
    std::vector<std::uint32_t> head;
    std::vector<std::uint32_t> id;  ///< by vertex: number in the whole graph; ascending
    std::vector<float> x;           ///< by vertex: flat coordinates, any unit, same scale as y
    std::vector<float> y;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(id.size()); }
    /// The piece spanned by `members` (ascending), in time of its own size. `new_number` is scratch: empty
    /// at the first call for this cell, handed on unchanged to the next.
    [[nodiscard]] Cell part(std::span<const std::uint32_t> members, std::vector<std::uint32_t>& new_number) const;
};

/// A cell taken apart: removing `separator` leaves no edge between `left` and `right`. Each ascending.
struct CellCut {
    std::vector<std::uint32_t> left;
    std::vector<std::uint32_t> right;
    std::vector<std::uint32_t> separator;
};

/// Inertial flow: for each of several directions, the vertices farthest to one side and to the other are
/// tied together and a smallest cut between the two groups is found; the best direction's cut edges
/// are covered by as few vertices as possible. Each side keeps at least a fifth of the cell.
/// The cell must be connected and have at least 4 vertices. O(cut x edges) at worst, about ten passes over
/// the edges in practice. Source: Schild, Sommer, "On Balanced Separators in Road Networks", SEA 2015;
/// cover: König's theorem.
[[nodiscard]] CellCut inertial_flow_cut(const Cell& cell);

}  // namespace michinori::routing
