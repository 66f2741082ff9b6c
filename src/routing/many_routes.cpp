// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/many_routes.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace michinori::routing {
namespace {

/// Enough journeys to be worth a sweep, few enough to keep all threads busy when most go to one place.
constexpr std::size_t most_in_chunk = 2048;

/// Requests to one goal, as a range of the order.
struct Chunk {
    std::size_t begin;
    std::size_t end;
};

std::vector<std::uint32_t> by_goal(std::span<const RouteRequest> requests) {
    std::vector<std::uint32_t> order(requests.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return requests[i].goal; });
    return order;
}

std::vector<Chunk> chunks_of(std::span<const RouteRequest> requests, const std::vector<std::uint32_t>& order) {
    std::vector<Chunk> chunks;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool same_goal = !chunks.empty() && requests[order[chunks.back().begin]].goal == requests[order[i]].goal;
        if (!same_goal || i - chunks.back().begin == most_in_chunk) {
            chunks.push_back({i, i});
        }
        chunks.back().end = i + 1;
    }
    return chunks;
}

}  // namespace

void find_routes(const Engine& engine, std::span<const network::Position> goals, std::span<const RouteRequest> requests,
                 const std::function<void(std::size_t, const std::optional<Route>&)>& use) {
    const auto order = by_goal(requests);
    const auto chunks = chunks_of(requests, order);
    tbb::parallel_for(std::size_t{0}, chunks.size(), [&](std::size_t c) {
        const auto goal = goals[requests[order[chunks[c].begin]].goal];
        const auto times = engine.times_to(goal);
        for (auto i = chunks[c].begin; i < chunks[c].end; ++i) {
            use(order[i], route_along(engine.model(), requests[order[i]].from, goal, *times));
        }
    });
}

}  // namespace michinori::routing
