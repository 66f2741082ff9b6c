// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/remote_districts_grid.h"

#include <algorithm>
#include <cmath>

namespace michinori::policy {

PlacesWithin::PlacesWithin(std::span<const geo::Point> places, Metres radius)
    // A third of the radius: few places outside the circle are asked about, and a circle meets few bands.
    : places_(places), radius_(radius), band_height_(std::max(radius.value(), 1.0) / 3 / 111000) {
    entries_.reserve(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        entries_.push_back({band_of(places[i].lat), places[i].lon, i});
    }
    std::sort(entries_.begin(), entries_.end());
}

std::int64_t PlacesWithin::band_of(double lat) const {
    return static_cast<std::int64_t>(std::floor(lat / band_height_));
}

std::vector<std::uint32_t> PlacesWithin::around(geo::Point centre) const {
    const auto box = geo::LocalPlane(centre).box_around(radius_);
    std::vector<std::uint32_t> found;
    for (auto band = band_of(box.south); band <= band_of(box.north); ++band) {
        collect(found, centre, band, box);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void PlacesWithin::collect(std::vector<std::uint32_t>& found, geo::Point centre, std::int64_t band,
                           const geo::Box& box) const {
    auto entry = std::lower_bound(entries_.begin(), entries_.end(), Entry{band, box.west, 0});
    for (; entry != entries_.end() && entry->band == band && entry->lon <= box.east; ++entry) {
        if (geo::distance(centre, places_[entry->place]) <= radius_) {
            found.push_back(entry->place);
        }
    }
}

}  // namespace michinori::policy
