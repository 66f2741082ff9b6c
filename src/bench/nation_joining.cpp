// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_joining.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace michinori::bench {
namespace {

constexpr std::size_t sampled_of_piece = 256;
constexpr std::size_t sampled_of_large_piece = 8;  // a search from far inland looks at very much
constexpr std::size_t large_piece = 20'000;

/// The points of one half of an island that reach out farthest to the west and to the east.
struct Capes {
    std::optional<std::uint32_t> west;
    std::optional<std::uint32_t> east;
};

Pair sorted_pair(std::uint32_t a, std::uint32_t b) {
    return {std::min(a, b), std::max(a, b)};
}

struct Link {
    double squared = std::numeric_limits<double>::infinity();
    Pair ends;
};

/// The shortest of the links from some members of a piece to whatever is nearest outside it.
Link link_out(const PointGrid& grid, std::span<const Pos> plane, std::span<const std::uint32_t> members,
              std::span<const std::uint32_t> piece) {
    Link best;
    const auto samples = members.size() > large_piece ? sampled_of_large_piece : sampled_of_piece;
    const auto step = std::max<std::size_t>(1, members.size() / samples);
    for (std::size_t i = 0; i < members.size(); i += step) {
        const auto from = members[i];
        const auto to = grid.nearest_of_other_group(plane[from], piece[from], piece);
        if (to) {
            const Pos d = plane[*to] - plane[from];
            const double squared = d.x * d.x + d.y * d.y;
            if (squared < best.squared) {
                best = {squared, sorted_pair(from, *to)};
            }
        }
    }
    return best;
}

std::uint32_t largest_piece(std::span<const std::uint32_t> piece) {
    std::vector<std::uint32_t> size;
    size.resize(piece.size());
    std::uint32_t largest = 0;
    for (const auto p : piece) {
        largest = ++size[p] > size[largest] ? p : largest;
    }
    return largest;
}

/// The members of every piece but the largest, piece by piece.
std::vector<std::vector<std::uint32_t>> smaller_pieces(std::span<const std::uint32_t> piece) {
    const auto largest = largest_piece(piece);
    std::vector<std::uint32_t> number(piece.size(), 0);
    std::vector<std::vector<std::uint32_t>> pieces;
    for (std::uint32_t v = 0; v < piece.size(); ++v) {
        const auto p = piece[v];
        if (p == largest) {
            continue;
        }
        if (p == v) {  // the lowest member stands for its piece, so it comes first
            number[p] = static_cast<std::uint32_t>(pieces.size());
            pieces.emplace_back();
        }
        pieces[number[p]].push_back(v);
    }
    return pieces;
}

}  // namespace

std::vector<Pair> bridge_straits(const Terrain& terrain, std::span<const Pos> plane) {
    std::vector<Capes> capes(2 * terrain.islands());
    for (std::uint32_t v = 0; v < plane.size(); ++v) {
        const std::size_t half = plane[v].y < terrain.width() / 2 ? 0 : 1;
        auto& cape = capes[2 * terrain.island_of(plane[v]) + half];
        if (!cape.west || plane[v].x < plane[*cape.west].x) {
            cape.west = v;
        }
        if (!cape.east || plane[v].x > plane[*cape.east].x) {
            cape.east = v;
        }
    }
    std::vector<Pair> bridges;
    for (std::size_t c = 0; c + 2 < capes.size(); ++c) {
        if (capes[c].east && capes[c + 2].west) {
            bridges.push_back(sorted_pair(*capes[c].east, *capes[c + 2].west));
        }
    }
    return bridges;
}

std::vector<Pair> join_pieces(const PointGrid& grid, std::span<const Pos> plane, DisjointSets& pieces) {
    std::vector<Pair> links;
    std::vector<std::uint32_t> piece(plane.size());
    while (!plane.empty()) {
        for (std::size_t v = 0; v < plane.size(); ++v) {
            piece[v] = pieces.find(v);
        }
        const auto apart = smaller_pieces(piece);
        if (apart.empty()) {
            break;
        }
        for (const auto& members : apart) {
            const auto link = link_out(grid, plane, members, piece);
            if (pieces.find(link.ends.u) != pieces.find(link.ends.v)) {
                pieces.join(link.ends.u, link.ends.v);
                links.push_back(link.ends);
            }
        }
    }
    return links;
}

}  // namespace michinori::bench
