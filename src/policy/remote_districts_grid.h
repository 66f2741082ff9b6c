// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "geo/point.h"

namespace michinori::policy {

/// Which of many places lie within one radius of a point: places in bands of latitude, by longitude inside a band.
/// Exact: the bands only choose what geo::distance is asked about. Does not look across the 180th meridian.
///
///     const PlacesWithin index(cells, Metres{4000});
///     for (const auto cell : index.around(centre)) ...
///
/// Places lie within 80 degrees of the equator, radius is at most 20 km (as geo::LocalPlane::box_around). Immutable;
/// may be asked from several threads. Holds `places` by reference: it must outlive the index.
class PlacesWithin {
public:
    PlacesWithin(std::span<const geo::Point> places, Metres radius);

    /// Indices of the places at most the radius away, ascending. O(log n + places in the box around).
    [[nodiscard]] std::vector<std::uint32_t> around(geo::Point centre) const;

private:
    struct Entry {
        std::int64_t band;
        double lon;
        std::uint32_t place;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    [[nodiscard]] std::int64_t band_of(double lat) const;
    void collect(std::vector<std::uint32_t>& found, geo::Point centre, std::int64_t band, const geo::Box& box) const;

    std::span<const geo::Point> places_;
    Metres radius_;
    double band_height_;  ///< degrees
    std::vector<Entry> entries_;
};

}  // namespace michinori::policy
