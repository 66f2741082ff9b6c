// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "geo/polygon_index.h"
#include "network/snapping.h"
#include "scenario/road_metric.h"

namespace michinori::scenario {

/// Which places near each other terrain parts: those whose straight line meets a barrier, and, where a limit is given,
/// those whose way by road, door to door and driven to the first of them, is longer.
///
///     RemoteParting parting(places, barriers, by_road);
///     if (parting.joins(centre, cell)) ...
///
/// A place that stands on no road is parted by road from every other place where `off_road_parts` says so, else from
/// none: people who cannot be counted to a centre by road are not, but an institution nobody can reach still stands
/// there. Remembers the last centre; not thread-safe.
class RemoteParting {
public:
    struct ByRoad {
        const RoadMetric& metric;  ///< of kilometres
        Metres limit;
    };
    /// `barriers` (may be null) and the metric must outlive it.
    RemoteParting(std::vector<geo::Point> places, const geo::PolygonIndex* barriers,
                  const std::optional<ByRoad>& by_road);

    /// False when it parts nothing at all.
    [[nodiscard]] bool parts_any() const { return barriers_ != nullptr || by_road_; }

    /// Both by their place in the list.
    [[nodiscard]] bool joins(std::uint32_t centre, std::uint32_t other, bool off_road_parts);

private:
    [[nodiscard]] bool is_near_by_road(std::uint32_t centre, std::uint32_t other, bool off_road_parts);
    [[nodiscard]] TravelTime way(const network::Snapped& from, const network::Snapped& to);

    std::vector<geo::Point> places_;
    const geo::PolygonIndex* barriers_;
    std::optional<ByRoad> by_road_;
    std::vector<network::SnapResult> snaps_;  ///< by place; empty without a limit
    std::optional<std::uint32_t> centre_;
    std::unique_ptr<routing::TimesToGoal> to_centre_;
};

}  // namespace michinori::scenario
