// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "demo/plane.h"

namespace michinori::bench {

using demo::Pos;  // kilometres; here x runs along the chain of islands, y across it

/// The land of a generated nation, and what divides it. Five partitions of the plane, of ever smaller
/// cells with wavy borders, lie over each other: the borders of the coarse ones are mountain ridges and
/// great rivers, those of the fine ones brooks and railways. The middles of the cells are where people
/// settled.
class Terrain {
public:
    static constexpr std::size_t levels = 5;
    static constexpr std::array<double, levels> cell_km{60, 20, 7, 2.4, 0.8};

    Terrain(std::size_t vertices, std::uint64_t seed);

    [[nodiscard]] double length() const { return length_; }  ///< x from 0
    [[nodiscard]] double width() const { return width_; }    ///< y from 0
    [[nodiscard]] std::size_t islands() const { return ends_.size(); }
    [[nodiscard]] std::size_t island_of(Pos p) const;
    [[nodiscard]] bool is_land(Pos p) const;
    /// How readily anyone lives there: 0 at sea, little on ridges, at most 1.
    [[nodiscard]] double habitable(Pos p) const;

    /// The cells a place lies in, one a level, in one word; see coarsest_border.
    using Cells = std::uint64_t;
    [[nodiscard]] Cells cells(Pos p) const;
    /// The coarsest level whose border lies between two places; `levels` when none does.
    [[nodiscard]] static std::size_t coarsest_border(Cells a, Cells b);

    /// The middles of the cells of a level that are on land, in the order of their rows.
    [[nodiscard]] std::vector<Pos> middles(std::size_t level) const;

private:
    struct NearestCell {
        std::uint64_t id = 0;
        double border = 0;  ///< 0 on a border, about 0.5 in the middle
    };
    [[nodiscard]] NearestCell cell(Pos p, std::size_t level) const;

    std::uint64_t seed_;
    double length_;
    double width_;
    double strait_;
    std::vector<double> ends_;  // of the islands, along x, the straits' halves included
};

}  // namespace michinori::bench
