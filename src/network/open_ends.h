// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>

#include "network/road_network.h"
#include "network/speed_profile.h"

namespace michinori::network {

/// A segment that is closed in part: which of its parts hang on which end by open road. The parts between the two runs
/// are closed, or cut off on both sides.
struct OpenEnds {
    std::uint32_t from_end = 0;  ///< parts 0 ... from_end - 1 hang on `from`
    std::uint32_t to_begin = 0;  ///< parts to_begin ... part_count - 1 hang on `to`

    [[nodiscard]] constexpr bool at_from(std::uint32_t part) const { return part < from_end; }
    [[nodiscard]] constexpr bool at_to(std::uint32_t part) const { return !at_from(part) && part >= to_begin; }
    [[nodiscard]] constexpr bool at_an_end(std::uint32_t part) const { return at_from(part) || at_to(part); }
};

/// Of a segment that is open from end to end in no direction. A part hangs on an end when a driver comes from that end
/// to it, or from it to that end: either direction is enough, as it is for a whole road. O(parts).
[[nodiscard]] OpenEnds open_ends(const TravelModel& model, SegmentId segment);

}  // namespace michinori::network
