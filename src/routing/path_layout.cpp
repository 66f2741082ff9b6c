// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/path_layout.h"

#include <stdexcept>

namespace michinori::routing {

PathLayout::PathLayout(const Hierarchy& hierarchy, const RankArcs& arcs,
                       std::optional<std::span<const std::uint32_t>> wanted)
    : height_(hierarchy.height()) {
    const auto n = static_cast<std::uint32_t>(hierarchy.vertex_count());
    const auto needed = wanted ? needed_for(arcs, *wanted) : std::vector<std::uint8_t>(n, 1);
    row_of_rank_.assign(n, wanted ? no_row : 0);
    if (wanted) {
        for (const auto rank : *wanted) {
            row_of_rank_[rank] = 0;
        }
    }
    place_of_rank_.assign(n, no_row);
    for (std::uint32_t x = n; x-- > 0;) {
        if (needed[x] == 0) {
            continue;
        }
        const auto own = arcs.of(x);
        const bool is_wanted = row_of_rank_[x] != no_row;
        place_of_rank_[x] = static_cast<std::uint32_t>(vertices_.size());
        row_of_rank_[x] = is_wanted ? static_cast<std::uint32_t>(row_count_++) : no_row;
        if (own.size() > 0xfffe) {
            throw std::length_error("a network whose hierarchy is too deep to sweep");
        }
        arc_count_ += own.size();
        for (const auto& arc : own) {
            arcs_.push_back({hierarchy.depth(arc.head) - 1, arc.time});
        }
        if (own.size() % 2 == 1) {
            arcs_.push_back(arcs_.back());
        }
        const auto padded = static_cast<std::uint16_t>((own.size() + 1) / 2 * 2);
        vertices_.push_back({hierarchy.depth(x) - 1, padded, is_wanted});
    }
}

std::size_t PathLayout::bytes() const {
    return vertices_.size() * sizeof(PathArcs::Vertex) + arcs_.size() * sizeof(PathArcs::Arc) +
           (row_of_rank_.size() + place_of_rank_.size()) * sizeof(std::uint32_t);
}

}  // namespace michinori::routing
