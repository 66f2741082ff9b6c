// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/vertex_search.h"

#include <boost/graph/graph_traits.hpp>
#include <boost/range/iterator_range.hpp>

namespace michinori::routing {

VertexSearch::VertexSearch(const network::TravelModel& model, Journey journey, std::span<const Site> places)
    : model_(&model), journey_(journey), time_(model.network().vertex_count(), no_way) {
    for (const auto& place : places) {
        start_at(place);
    }
}

void VertexSearch::start_at(const Site& place) {
    const auto& net = model_->network();
    const bool leaving = journey_ == Journey::from_places;
    for (const auto direction : network::both_directions) {
        const auto drive = leaving ? model_->time_to_end(place.position, direction)
                                   : model_->time_from_start(place.position, direction);
        const auto time = saturating_add(drive, place.access_time);
        for (const auto arc : net.arcs_along(place.position.segment, direction)) {
            reach((leaving ? net.arc(arc).head : net.arc(arc).tail).raw(), time);
        }
    }
}

void VertexSearch::reach(std::uint32_t vertex, TravelTime time) {
    if (time < time_[vertex]) {
        time_[vertex] = time;
        queue_.emplace(time, vertex);
    }
}

void VertexSearch::settle_next() {
    const auto [time, vertex] = queue_.top();
    queue_.pop();
    if (time != time_[vertex]) {
        return;  // reached sooner since
    }
    const auto& net = model_->network();
    if (journey_ == Journey::from_places) {
        const auto& graph = net.forward_graph();
        for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph))) {
            const ArcId arc{boost::get(boost::edge_index, graph, edge)};
            reach(target(edge, graph), saturating_add(time, model_->time(arc)));
        }
    } else {
        const auto& graph = net.reverse_graph();
        for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph))) {
            reach(target(edge, graph), saturating_add(time, model_->time(ArcId{graph[edge]})));
        }
    }
}

TravelTime VertexSearch::at_most(std::uint32_t vertex, TravelTime limit) {
    // What the queue holds, and all that will come of it, is no sooner than its top.
    while (!queue_.empty() && queue_.top().first <= limit && queue_.top().first < time_[vertex]) {
        settle_next();
    }
    return time_[vertex];
}

std::vector<TravelTime> VertexSearch::run(TravelTime limit) && {
    while (!queue_.empty() && queue_.top().first <= limit) {
        settle_next();
    }
    for (auto& time : time_) {
        time = time <= limit ? time : no_way;
    }
    return std::move(time_);
}

}  // namespace michinori::routing
