// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "geo/point.h"
#include "io/vector_layer.h"

namespace michinori::io {

/// A position, or why a row has none.
using PositionOrFault = std::variant<geo::Point, Finding>;

/// Reads the two texts of a row: empty_value, bad_number ("NaN" is none).
struct CoordinateColumns {
    std::size_t lon = 0;
    std::size_t lat = 0;
    std::string lon_name;
    std::string lat_name;
};
[[nodiscard]] PositionOrFault position_of(const std::vector<std::string>& fields, const CoordinateColumns& columns,
                                          const Place& place);

/// A point, or a polygon's inner point: geometry_missing, geometry_wrong_kind, bad_coordinate.
[[nodiscard]] PositionOrFault position_of(const Feature& feature, const std::string& file);

struct Located {
    std::int64_t row = 0;
    geo::Point position;
};
/// What is wrong with each position, if anything: zero_coordinate, bad_coordinate, and
/// swapped_coordinates when the exchanged pair is a place on earth and this one is not, or when only
/// the exchanged pair lies where the rest of the file does. When most of a file is exchanged, its
/// columns are: that is one error for the file, thrown.
[[nodiscard]] std::vector<std::optional<Finding>> judge_positions(const std::vector<Located>& positions,
                                                                  const std::string& file);

/// "140.5" as a person would write it.
[[nodiscard]] std::string degrees_text(double value);

}  // namespace michinori::io
