// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/direct_search.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "location/standing.h"

namespace michinori::location {
namespace {

using Swap = std::pair<std::uint32_t, std::uint32_t>;  // opened, closed

std::vector<Swap> swaps_of(const Case& wanted, const Flags& open) {
    std::vector<Swap> swaps;
    for (std::uint32_t opened = 0; opened < open.size(); ++opened) {
        for (std::uint32_t closed = 0; closed < open.size(); ++closed) {
            if (open[opened] == 0 && wanted.may_open[opened] != 0 && open[closed] != 0 &&
                wanted.must_open[closed] == 0) {
                swaps.emplace_back(opened, closed);
            }
        }
    }
    return swaps;
}

Flags after(Flags open, const Swap& swap) {
    open[swap.first] = 1;
    open[swap.second] = 0;
    return open;
}

/// Keeps one in so many that a round stays within the work it may do; which, changes from round to round.
void thin(std::vector<Swap>& swaps, std::size_t points, std::size_t round) {
    constexpr std::size_t most_work = 400'000'000;
    const auto step = swaps.size() * points / most_work + 1;
    std::vector<Swap> kept;
    for (auto at = round % step; at < swaps.size(); at += step) {
        kept.push_back(swaps[at]);
    }
    swaps = std::move(kept);
}

}  // namespace

void direct_search(const Case& wanted, Flags& open, const Deadline& deadline) {
    auto best = standing(wanted, open);
    for (std::size_t round = 0; !deadline.passed(); ++round) {
        auto swaps = swaps_of(wanted, open);
        thin(swaps, wanted.point_count(), round);
        std::vector<Standing> standings(swaps.size());
        tbb::parallel_for(std::size_t{0}, swaps.size(),
                          [&](std::size_t at) { standings[at] = standing_alone(wanted, after(open, swaps[at])); });
        const auto least = std::ranges::min_element(standings);
        if (least == standings.end() || *least >= best) {
            return;
        }
        best = *least;
        open = after(open, swaps[static_cast<std::size_t>(least - standings.begin())]);
    }
}

}  // namespace michinori::location
