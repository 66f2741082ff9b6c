// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "demo/raster.h"
#include "geo/polygon_index.h"

namespace michinori::demo {

/// Turns 2 x 2 blocks in which equal labels touch only at a corner into plain borders, so that every
/// outline is a simple ring.
void without_corner_touches(Raster<std::int8_t>& labels);

/// Outlines of the labelled regions of a raster, with the stairs of the cells smoothed. Corners move
/// by a rule that knows only the corner, so that neighbours share their border vertex by vertex.
class Outlines {
public:
    explicit Outlines(const Raster<std::int8_t>& labels);

    /// All parts of one label with their holes; shells clockwise as Shapefiles want them.
    [[nodiscard]] geo::MultiPolygon of(std::int8_t label) const;

private:
    struct Corner {
        Pos place;
        std::uint8_t borders = 0;  // bit per direction in which a border line leaves
    };
    void find_borders();
    void smooth();
    [[nodiscard]] std::int8_t label(int column, int row) const;
    [[nodiscard]] std::vector<std::vector<Pos>> rings(std::int8_t label) const;
    [[nodiscard]] std::size_t corner_index(int i, int j) const;

    const Raster<std::int8_t>& labels_;
    std::vector<Corner> corners_;
};

}  // namespace michinori::demo
