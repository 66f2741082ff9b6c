// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/area_geography.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace michinori::policy {
namespace {

/// A degree of latitude is nowhere shorter (at the equator 110,574.3 m on GRS 80), and no way between two parallels is
/// shorter than the meridian: a bound from below.
Metres at_least(double degrees_of_latitude) {
    return Metres{degrees_of_latitude * 110574.0};
}

/// Places from south to north, so that only those whose latitude is near enough are measured.
class PlacesByLatitude {
public:
    explicit PlacesByLatitude(std::span<const geo::Point> places) : places_(places), order_(places.size()) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::ranges::stable_sort(order_, {}, [&](std::size_t p) { return places_[p].lat; });
    }

    [[nodiscard]] std::optional<NearestPlace> nearest(geo::Point point) const {
        if (!geo::is_on_earth(point)) {
            return std::nullopt;
        }
        const auto lat = [&](std::size_t p) { return places_[p].lat; };
        auto north = std::ranges::lower_bound(order_, point.lat, {}, lat);
        auto south = north;
        std::optional<NearestPlace> best;
        while (north != order_.end() || south != order_.begin()) {
            const bool go_north = south == order_.begin() ||
                                  (north != order_.end() && lat(*north) - point.lat <= point.lat - lat(*(south - 1)));
            const auto place = go_north ? *north++ : *--south;
            if (best && at_least(std::abs(lat(place) - point.lat)) > best->distance) {
                break;  // and all that are left lie farther north or south
            }
            const auto distance = geo::distance(point, places_[place]);
            if (!best || distance < best->distance || (distance == best->distance && place < best->place)) {
                best = NearestPlace{place, distance};
            }
        }
        return best;
    }

private:
    std::span<const geo::Point> places_;
    std::vector<std::size_t> order_;
};

}  // namespace

std::vector<std::optional<NearestPlace>> nearest_places(std::span<const geo::Point> points,
                                                        std::span<const geo::Point> places) {
    const PlacesByLatitude sorted(places);
    std::vector<std::optional<NearestPlace>> result(points.size());
    tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t i) { result[i] = sorted.nearest(points[i]); });
    return result;
}

}  // namespace michinori::policy
