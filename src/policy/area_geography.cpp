// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/area_geography.h"

#include <tbb/parallel_for.h>

namespace michinori::policy {
namespace {

std::optional<NearestPlace> nearest(geo::Point point, std::span<const geo::Point> places) {
    std::optional<NearestPlace> best;
    for (std::size_t p = 0; p < places.size(); ++p) {
        const auto distance = geo::distance(point, places[p]);
        if (!best || distance < best->distance) {
            best = NearestPlace{p, distance};
        }
    }
    return best;
}

}  // namespace

std::vector<std::optional<NearestPlace>> nearest_places(std::span<const geo::Point> points,
                                                        std::span<const geo::Point> places) {
    std::vector<std::optional<NearestPlace>> result(points.size());
    tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t i) { result[i] = nearest(points[i], places); });
    return result;
}

}  // namespace michinori::policy
