// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace michinori::network {

/// Why a point has no travel time. No result is ever a sentinel number.
enum class Reason : std::uint8_t {
    bad_coordinate,    ///< the point is not a place on earth
    outside_network,   ///< no road of any kind near: the network does not cover the place
    too_far_to_snap,   ///< the nearest eligible road is beyond the snapping limit
    no_drivable_road,  ///< there are roads within the limit, but none a journey may start from
    other_component,   ///< on a piece of network without any facility of the service
    ferry_excluded,    ///< reachable only by a ferry that is left out
    road_closed,       ///< reachable only by roads closed in this season or profile
    one_way_trap,      ///< connected, but one-way rules allow no way there
    beyond_cutoff,     ///< reachable, but beyond the service's cut-off
};
inline constexpr std::size_t reason_count = 9;
inline constexpr std::array<std::string_view, reason_count> reason_names{
    "bad_coordinate", "outside_network", "too_far_to_snap", "no_drivable_road", "other_component",
    "ferry_excluded", "road_closed",     "one_way_trap",    "beyond_cutoff"};

[[nodiscard]] constexpr std::string_view name(Reason r) {
    return reason_names[static_cast<std::size_t>(r)];
}

}  // namespace michinori::network
