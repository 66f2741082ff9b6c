// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <queue>
#include <span>
#include <utility>
#include <vector>

#include "network/speed_profile.h"
#include "routing/site.h"

namespace michinori::routing {

/// Which way the journeys of a search are driven.
enum class Journey : std::uint8_t { from_places, to_places };

/// Plain Dijkstra over the vertices, from places or to them, that goes no further than it is asked:
///
///     VertexSearch search(model, Journey::to_places, std::array{Site{goal}});
///     search.at_most(vertex, from_minutes(30));            // exact when it is 30 minutes or less
///     auto all = std::move(search).run(from_minutes(60));  // exact up to an hour, else no_way
///
/// Times include the access times of the places. Cost: O(m log n) for what is settled, plus 4 bytes
/// a vertex. One thread at a time. The model has to outlive it. Source: Dijkstra 1959.
class VertexSearch {
public:
    VertexSearch(const network::TravelModel& model, Journey journey, std::span<const Site> places);

    /// The time of a vertex. Above `limit` it is only known to be above: some greater time then.
    TravelTime at_most(std::uint32_t vertex, TravelTime limit);

    /// Times of all vertices within the limit; no_way for the others, also when there is a way. Ends
    /// the search.
    [[nodiscard]] std::vector<TravelTime> run(TravelTime limit = no_way) &&;

private:
    using Entry = std::pair<TravelTime, std::uint32_t>;
    void start_at(const Site& place);
    void reach(std::uint32_t vertex, TravelTime time);
    void settle_next();

    const network::TravelModel* model_;
    Journey journey_;
    std::vector<TravelTime> time_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

}  // namespace michinori::routing
