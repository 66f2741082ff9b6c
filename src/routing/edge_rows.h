// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "routing/customise.h"

namespace michinori::routing {

/// a + b, at most 0xffffffff (no way).
inline std::uint32_t plus(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t sum = a + b;
    return sum < a ? 0xffffffffU : sum;
}

/// Where the heads of one rank's edges stand in its row: the row of z is the edges first_up(z) ... and
/// place()[y] is the edge from z to y. Whatever lower neighbour x of z has beyond z, z has too.
class RowPlaces {
public:
    explicit RowPlaces(const Hierarchy& hierarchy) : hierarchy_(&hierarchy), edge_to_(hierarchy.vertex_count()) {}

    void set(std::uint32_t z) {
        auto edge = hierarchy_->first_up(z);
        for (const auto head : hierarchy_->heads(z)) {
            edge_to_[head] = edge++;
        }
    }
    [[nodiscard]] std::uint32_t edge_to(std::uint32_t y) const { return edge_to_[y]; }

private:
    const Hierarchy* hierarchy_;
    std::vector<std::uint32_t> edge_to_;
};

/// Calls use(x_edge, z_edge, count) for runs of edges of x beyond z and the edges of z with the same
/// heads: together all of them. Runs, because in a row that belongs to a separator they are long, and
/// a long run is vector work. `begin` ... `end` are edges of x; places are set for z.
template <class Use>
void for_each_run(const Hierarchy& hierarchy, const RowPlaces& places, std::uint32_t begin, std::uint32_t end,
                  Use&& use) {
    constexpr std::uint32_t short_row = 4;
    while (begin < end) {
        const auto to = places.edge_to(hierarchy.head(begin));
        // Heads ascend in both rows, so a stretch whose ends stand as far apart in both is one run.
        auto length = end - begin;
        while (length > short_row && places.edge_to(hierarchy.head(begin + length - 1)) != to + length - 1) {
            length /= 2;
        }
        if (length <= short_row) {
            length = 1;
            while (begin + length < end && length < short_row &&
                   places.edge_to(hierarchy.head(begin + length)) == to + length) {
                ++length;
            }
        }
        use(begin, to, length);
        begin += length;
    }
}

/// Calls use(edge x-z, edge x-y) for every lower triangle of the edge z-y (x < z < y). The longer of the two
/// lists of lower neighbours is searched in leaps, so that it costs O(shorter x log longer).
template <class Use>
void for_each_lower_triangle(const Hierarchy& hierarchy, std::uint32_t z, std::uint32_t y, Use&& use) {
    const auto of_z = hierarchy.lower(z);
    const auto of_y = hierarchy.lower(y);
    const bool z_shorter = of_z.size() <= of_y.size();
    const auto shorter = z_shorter ? of_z : of_y;
    auto longer = z_shorter ? of_y : of_z;
    for (const auto& entry : shorter) {
        std::size_t leap = 1;
        while (leap < longer.size() && longer[leap].tail < entry.tail) {
            leap *= 2;
        }
        const auto within = longer.first(std::min(leap + 1, longer.size()));
        const auto found = std::ranges::lower_bound(within, entry.tail, {}, &Hierarchy::Lower::tail);
        longer = longer.subspan(static_cast<std::size_t>(found - within.begin()));
        if (longer.empty()) {
            return;
        }
        if (longer.front().tail == entry.tail) {
            const auto other = longer.front().edge;
            z_shorter ? use(entry.edge, other) : use(other, entry.edge);
        }
    }
}

/// A hierarchy divided for parallel work: subtrees small enough for one task each, and the ranks above
/// them, ascending.
struct Division {
    std::vector<std::uint32_t> top;
    std::vector<std::uint8_t> is_top;     ///< by rank
    std::vector<std::uint32_t> subtrees;  ///< their roots
};
/// Subtrees are so small that some dozens of them keep every thread busy to the end. O(n).
[[nodiscard]] Division divided(const Hierarchy& hierarchy);

}  // namespace michinori::routing
