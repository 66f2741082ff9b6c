// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/open_ends.h"

#include <algorithm>
#include <utility>

namespace michinori::network {
namespace {

bool is_open(const TravelModel& model, SegmentId segment, std::uint32_t part, Direction direction) {
    Position begin{segment, part, 0};
    Position end{segment, part, 1};
    if (direction == Direction::backward) {
        std::swap(begin, end);
    }
    return model.time_between(begin, end, direction) != no_way;
}

/// The parts before the first that may not be driven in the direction.
std::uint32_t run_at_from(const TravelModel& model, SegmentId segment, Direction direction) {
    const auto count = model.network().segment(segment).part_count;
    std::uint32_t end = 0;
    while (end < count && is_open(model, segment, end, direction)) {
        ++end;
    }
    return end;
}

/// Where the parts after the last such one begin.
std::uint32_t run_at_to(const TravelModel& model, SegmentId segment, Direction direction) {
    auto begin = model.network().segment(segment).part_count;
    while (begin > 0 && is_open(model, segment, begin - 1, direction)) {
        --begin;
    }
    return begin;
}

}  // namespace

OpenEnds open_ends(const TravelModel& model, SegmentId segment) {
    OpenEnds ends{0, model.network().segment(segment).part_count};
    for (const auto direction : both_directions) {
        ends.from_end = std::max(ends.from_end, run_at_from(model, segment, direction));
        ends.to_begin = std::min(ends.to_begin, run_at_to(model, segment, direction));
    }
    return ends;
}

}  // namespace michinori::network
