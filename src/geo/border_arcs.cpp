// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/border_arcs.h"

#include <algorithm>

namespace michinori::geo {

std::vector<Piece> pieces_of(std::span<const VertexRing> rings) {
    std::vector<Piece> pieces;
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            pieces.push_back(piece_between(ring[i], ring[(i + 1) % ring.size()]));
        }
    }
    std::ranges::sort(pieces);
    return pieces;
}

ArcCutter::ArcCutter(std::span<const Piece> pieces, std::size_t vertex_count) : pieces_at_(vertex_count) {
    for (const auto& [a, b] : pieces) {
        ++pieces_at_[a];
        ++pieces_at_[b];
    }
}

std::vector<std::int32_t> ArcCutter::cut(const VertexRing& ring) {
    auto begin = std::ranges::find_if(ring, [&](auto vertex) { return is_end(vertex); });
    if (begin == ring.end()) {
        begin = std::ranges::min_element(ring);
    }
    std::vector<std::uint32_t> turned(begin, ring.end());
    turned.insert(turned.end(), ring.begin(), begin);
    turned.push_back(turned.front());
    std::vector<std::int32_t> signed_arcs;
    std::size_t first = 0;
    for (std::size_t i = 1; i < turned.size(); ++i) {
        if (is_end(turned[i]) || i + 1 == turned.size()) {
            signed_arcs.push_back(arc_along(std::span(turned).subspan(first, i - first + 1)));
            first = i;
        }
    }
    return signed_arcs;
}

std::int32_t ArcCutter::arc_along(std::span<const std::uint32_t> chain) {
    const auto first = piece_between(chain[0], chain[1]);
    if (const auto known = by_end_piece_.find(first); known != by_end_piece_.end()) {
        const auto arc = arcs_.of(static_cast<std::size_t>(known->second));
        return arc[0] == chain[0] && arc[1] == chain[1] ? known->second : ~known->second;
    }
    const auto number = static_cast<std::int32_t>(arcs_.size());
    arcs_.vertex.insert(arcs_.vertex.end(), chain.begin(), chain.end());
    arcs_.start.push_back(static_cast<std::uint32_t>(arcs_.vertex.size()));
    by_end_piece_.emplace(first, number);
    by_end_piece_.emplace(piece_between(chain[chain.size() - 2], chain.back()), number);
    return number;
}

}  // namespace michinori::geo
