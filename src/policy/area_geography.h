// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/units.h"
#include "geo/point.h"

namespace michinori::policy {

/// The nearest of some places as the crow flies.
struct NearestPlace {
    std::size_t place = 0;
    Metres distance;
};

/// For each point the nearest place by geodesic distance; of equally near ones the first. Nothing when there is no
/// place, or the point is none on earth. Only places whose latitude is near enough are measured: some hundred of
/// Japan's thousands of hospitals a point. Parallel; the result does not depend on the number of threads.
///
///     const auto nearest = nearest_places(centres, hospitals);
[[nodiscard]] std::vector<std::optional<NearestPlace>> nearest_places(std::span<const geo::Point> points,
                                                                      std::span<const geo::Point> places);

}  // namespace michinori::policy
