// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/slice_schedule.h"

#include <algorithm>

namespace michinori::routing {

std::vector<std::uint32_t> SliceSchedule::lanes(std::span<const std::uint32_t> ranks) {
    find_levels(ranks);
    std::vector<std::uint32_t> lanes;
    lanes.reserve(ranks.size() + slice_lanes);
    for (std::size_t i = 0; i < inner_.size(); ++i) {
        if (i > 0 && level_[inner_[i]] != level_[inner_[i - 1]]) {
            fill_up(lanes, level_[inner_[i - 1]], width(inner_[i - 1]));
        }
        lanes.push_back(inner_[i]);
    }
    if (!inner_.empty()) {
        fill_up(lanes, level_[inner_.back()], width(inner_.back()));
    }
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
        if (leaf_taken_[i] == 0) {
            lanes.push_back(leaves_[i]);
        }
    }
    lanes.resize((lanes.size() + slice_lanes - 1) / slice_lanes * slice_lanes, nobody);
    for (const auto rank : ranks) {
        level_[rank] = nobody;
        waited_for_[rank] = 0;
    }
    return lanes;
}

void SliceSchedule::find_levels(std::span<const std::uint32_t> ranks) {
    for (const auto rank : ranks) {  // heads come before tails
        level_[rank] = 0;
        tall_[rank] = 0;
        for (const auto& arc : arcs_.of(rank)) {
            tall_[rank] |= arc.time > narrow_limit ? 1 : 0;
            if (level_[arc.head] != nobody) {
                level_[rank] = std::max(level_[rank], level_[arc.head] + 1);
                waited_for_[arc.head] = 1;
            }
        }
    }
    inner_.clear();
    leaves_.clear();
    for (const auto rank : ranks) {
        (waited_for_[rank] == 1 ? inner_ : leaves_).push_back(rank);
    }
    const auto wider = [&](std::uint32_t a, std::uint32_t b) {
        return width(a) != width(b) ? width(a) > width(b) : tall_[a] > tall_[b];
    };
    std::ranges::stable_sort(inner_, [&](std::uint32_t a, std::uint32_t b) {
        return level_[a] != level_[b] ? level_[a] < level_[b] : wider(a, b);
    });
    std::ranges::stable_sort(leaves_, [&](std::uint32_t a, std::uint32_t b) {
        return width(a) != width(b) || tall_[a] != tall_[b] ? wider(a, b) : level_[a] < level_[b];
    });
    leaf_taken_.assign(leaves_.size(), 0);
}

/// Fills the last slice with leaves whose heads stand in earlier levels' slices: the widest that need no
/// further column.
void SliceSchedule::fill_up(std::vector<std::uint32_t>& lanes, std::uint32_t level, std::uint32_t widest) {
    const auto until = (lanes.size() + slice_lanes - 1) / slice_lanes * slice_lanes;
    auto leaf = std::ranges::lower_bound(leaves_, widest, std::greater<>(), [&](std::uint32_t l) { return width(l); });
    for (; lanes.size() < until && leaf != leaves_.end(); ++leaf) {
        auto& taken = leaf_taken_[static_cast<std::size_t>(leaf - leaves_.begin())];
        if (taken == 0 && level_[*leaf] <= level) {
            taken = 1;
            lanes.push_back(*leaf);
        }
    }
    lanes.resize(until, nobody);
}

}  // namespace michinori::routing
