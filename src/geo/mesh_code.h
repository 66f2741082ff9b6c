// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "geo/point.h"

namespace michinori::geo {

/// Cells of JIS X 0410 (地域メッシュ), by their number of digits.
enum class MeshLevel : std::uint8_t {
    first = 4,     ///< 40' x 1 degree, about 80 km
    second = 6,    ///< 5' x 7.5', about 10 km
    third = 8,     ///< 30" x 45", about 1 km
    half = 9,      ///< about 500 m
    quarter = 10,  ///< about 250 m
    eighth = 11,   ///< about 125 m
};

/// The cell a code names: nothing when the text is not a code (wrong length, letters, a digit out
/// of its range such as 8 in the fifth place). Codes are text: leading digits count.
[[nodiscard]] std::optional<Box> mesh_cell(std::string_view code);

/// Middle of the cell; nothing as above.
[[nodiscard]] std::optional<Point> mesh_centre(std::string_view code);

/// Code of the cell that holds p (a cell owns its southern and western edge). Integer arithmetic in
/// units of an eighth cell, so that points on an edge never fall to the wrong side. Nothing outside
/// 0 <= lat < 66.66, 100 <= lon < 180.
[[nodiscard]] std::optional<std::string> mesh_code(Point p, MeshLevel level);

}  // namespace michinori::geo
