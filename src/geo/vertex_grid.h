// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Private to src/geo: which vertices lie in a box.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/border_rings.h"

namespace michinori::geo {

struct GridBox {
    GridPoint low;
    GridPoint high;
    void extend(GridPoint p);
    [[nodiscard]] bool holds(GridPoint p) const {
        return p.lon >= low.lon && p.lon <= high.lon && p.lat >= low.lat && p.lat <= high.lat;
    }
};

/// Vertices in square cells, about one a cell. Immutable.
class VertexGrid {
public:
    /// `points`: by vertex; `members`: the vertices to hold. O(vertices).
    VertexGrid(std::span<const GridPoint> points, std::span<const std::uint32_t> members);

    /// Whether `holds(vertex)` for a vertex in a cell that meets the box, which must not lie off the members.
    template <class Holds>
    [[nodiscard]] bool any_near(const GridBox& box, const Holds& holds) const {
        const auto [west, south] = cell_of(box.low);
        const auto [east, north] = cell_of(box.high);
        for (auto row = south; row <= north; ++row) {
            for (auto i = first_[row * columns_ + west]; i < first_[row * columns_ + east + 1]; ++i) {
                if (holds(vertex_[i])) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    struct CellPlace {
        std::size_t column;
        std::size_t row;
    };
    [[nodiscard]] CellPlace cell_of(GridPoint p) const;
    [[nodiscard]] std::size_t number_of(GridPoint p) const;

    GridBox extent_;
    std::int64_t side_ = 1;
    std::size_t columns_ = 1;
    std::vector<std::uint32_t> first_;  // by cell, row by row
    std::vector<std::uint32_t> vertex_;
};

}  // namespace michinori::geo
