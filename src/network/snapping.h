// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <variant>

#include "base/units.h"
#include "network/components.h"
#include "network/reason.h"
#include "network/road_network.h"
#include "network/speed_profile.h"

namespace michinori::network {

struct SnapOptions {
    Metres limit{1000};               ///< farther from every eligible road: unreached, never moved
    Metres outside{5000};             ///< farther from every road of any kind: outside_network
    KmPerHour access_speed{4};        ///< on the leg from the point to the road (walking: 4)
    Metres smallest_component{2000};  ///< length of road a piece of network needs to start from
};

/// A point put on the network.
struct Snapped {
    Position position;
    geo::Point on_road;
    Metres distance;         ///< straight, point to road
    TravelTime access_time;  ///< of that leg at the access speed
};
using SnapResult = std::variant<Snapped, Reason>;

/// Whether a journey may begin or end on a road: not on a motorway or its link, a ferry, in a tunnel or on a
/// private road.
[[nodiscard]] bool may_start_from(const RoadAttributes& road);

/// Puts points on the nearest eligible road: open in the model in some direction, one that
/// may_start_from() allows, and in a component of at least smallest_component. Of a road closed in part those parts are
/// eligible that hang on an end of it by open road (open_ends.h), each by the component at that end.
/// Ties go to the lower segment id. R-tree over segment boxes; O(log n) a point; immutable and safe
/// from several threads. The answer for a point depends on nothing but the point, network and options.
class Snapper {
public:
    Snapper(const TravelModel& model, const Components& components, SnapOptions options);
    ~Snapper();
    Snapper(Snapper&&) noexcept;
    Snapper& operator=(Snapper&&) noexcept;

    /// Reasons it can give: bad_coordinate, outside_network, too_far_to_snap, no_drivable_road.
    [[nodiscard]] SnapResult snap(geo::Point point) const;

    /// Straight distance to the nearest road of any kind, for messages; searched without limit.
    [[nodiscard]] Metres distance_to_any_road(geo::Point point) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace michinori::network
