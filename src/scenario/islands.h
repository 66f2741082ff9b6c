// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/point.h"
#include "geo/polygon_index.h"

namespace michinori::scenario {

/// The island of each place, as a number, or nothing for places on none. Every polygon is an island, several parts of
/// one feature are several; parts that share a corner (an island cut by a municipal border) are one. O(corners +
/// places log parts).
[[nodiscard]] std::vector<std::optional<std::uint32_t>> islands_of(const std::vector<geo::MultiPolygon>& features,
                                                                   const std::vector<geo::Point>& places);

}  // namespace michinori::scenario
