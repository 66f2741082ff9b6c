// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/boost_search.h"

#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <functional>
#include <utility>

namespace michinori::bench {

BoostSearch::BoostSearch(const routing::TimedGraph& graph, std::span<const Seed> seeds)
    : times_(graph.graph.vertex_count() + 1) {
    const auto hub = static_cast<std::uint32_t>(graph.graph.vertex_count());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<Weight> weights;
    edges.reserve(graph.graph.arc_count() + seeds.size());
    weights.reserve(edges.capacity());
    for (std::uint32_t tail = 0; tail < hub; ++tail) {
        for (auto arc = graph.graph.first_arc[tail]; arc < graph.graph.first_arc[tail + 1]; ++arc) {
            edges.emplace_back(tail, graph.graph.head[arc]);
            weights.push_back({graph.time[arc].count()});
        }
    }
    for (const auto& seed : seeds) {
        edges.emplace_back(hub, seed.vertex);
        weights.push_back({seed.time.count()});
    }
    graph_ = Graph(boost::edges_are_sorted, edges.begin(), edges.end(), weights.begin(), hub + 1);
}

void BoostSearch::run() {
    const auto add = [](std::uint32_t a, std::uint32_t b) {
        return saturating_add(TravelTime{a}, TravelTime{b}).count();
    };
    const auto source = static_cast<std::uint32_t>(times_.size() - 1);
    const auto times = boost::make_iterator_property_map(times_.begin(), get(boost::vertex_index, graph_));
    boost::dijkstra_shortest_paths(graph_, source,
                                   boost::weight_map(get(&Weight::ms, graph_))
                                       .distance_map(times)
                                       .distance_compare(std::less<>{})
                                       .distance_combine(add)
                                       .distance_inf(no_way.count())
                                       .distance_zero(0U));
}

}  // namespace michinori::bench
