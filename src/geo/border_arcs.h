// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/geo: rings cut into arcs where more than two borders meet, the second step of shared_borders.h.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace michinori::geo {

using VertexRing = std::vector<std::uint32_t>;  ///< numbers of vertices, the first not repeated

/// The straight piece between two vertices, whichever way it is driven.
using Piece = std::pair<std::uint32_t, std::uint32_t>;
[[nodiscard]] inline Piece piece_between(std::uint32_t a, std::uint32_t b) {
    return {std::min(a, b), std::max(a, b)};
}
struct PieceHash {
    std::size_t operator()(Piece p) const {
        return std::hash<std::uint64_t>()(std::uint64_t{p.first} << 32 | p.second);
    }
};

/// Of all rings, ascending; as often as rings use them.
[[nodiscard]] std::vector<Piece> pieces_of(std::span<const VertexRing> rings);

/// Polylines one after the other: arc a is vertex[start[a]] ... vertex[start[a + 1] - 1], both ends included.
struct VertexArcs {
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint32_t> vertex;
    [[nodiscard]] std::size_t size() const { return start.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t arc) const {
        return std::span(vertex).subspan(start[arc], start[arc + 1] - start[arc]);
    }
};

/// Cuts rings at the vertices where other than two pieces end. An outline without such a vertex is one arc from
/// its lowest vertex round to it.
class ArcCutter {
public:
    /// `pieces`: each once, of all rings that will be cut.
    ArcCutter(std::span<const Piece> pieces, std::size_t vertex_count);

    /// The arcs of a ring in its order; new ones are numbered as they come. O(points).
    [[nodiscard]] std::vector<std::int32_t> cut(const VertexRing& ring);
    [[nodiscard]] const VertexArcs& arcs() const { return arcs_; }

private:
    [[nodiscard]] bool is_end(std::uint32_t vertex) const { return pieces_at_[vertex] != 2; }
    [[nodiscard]] std::int32_t arc_along(std::span<const std::uint32_t> chain);

    std::vector<std::uint32_t> pieces_at_;
    std::unordered_map<Piece, std::int32_t, PieceHash> by_end_piece_;
    VertexArcs arcs_;
};

}  // namespace michinori::geo
