// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "demo/plane.h"

namespace michinori::demo {

/// Values on square cells of a quarter of a kilometre over the whole board.
inline constexpr double raster_cell_km = 0.25;
inline constexpr int raster_columns = static_cast<int>(board_width_km / raster_cell_km);
inline constexpr int raster_rows = static_cast<int>(board_height_km / raster_cell_km);

[[nodiscard]] inline Pos cell_middle(int column, int row) {
    return {(column + 0.5) * raster_cell_km, (row + 0.5) * raster_cell_km};
}

template <class T>
class Raster {
public:
    explicit Raster(T value = {}) : values_(static_cast<std::size_t>(raster_columns) * raster_rows, value) {}

    [[nodiscard]] const T& at(int column, int row) const { return values_[index(column, row)]; }
    [[nodiscard]] T& at(int column, int row) { return values_[index(column, row)]; }
    /// Value of the cell that holds p; places off the board take the nearest cell.
    [[nodiscard]] const T& at(Pos p) const {
        return at(std::clamp(static_cast<int>(std::floor(p.x / raster_cell_km)), 0, raster_columns - 1),
                  std::clamp(static_cast<int>(std::floor(p.y / raster_cell_km)), 0, raster_rows - 1));
    }
    [[nodiscard]] static bool holds(int column, int row) {
        return column >= 0 && row >= 0 && column < raster_columns && row < raster_rows;
    }

private:
    [[nodiscard]] static std::size_t index(int column, int row) {
        return static_cast<std::size_t>(row) * raster_columns + static_cast<std::size_t>(column);
    }
    std::vector<T> values_;
};

}  // namespace michinori::demo
