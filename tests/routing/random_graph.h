// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "routing/graph.h"
#include "routing/kernels.h"

namespace michinori::test {

/// A small graph with all that roads can do to a search: loops, parallel arcs, isolated vertices, one-way
/// traps, arcs of no time and of closed, and times so long that sums pass the end of 32 bits.
inline routing::TimedGraph random_graph(int most_vertices) {
    const auto n = *rc::gen::inRange(1, most_vertices + 1);
    const auto m = *rc::gen::inRange(0, 3 * n + 1);
    std::vector<geo::Point> places;
    for (int v = 0; v < n; ++v) {
        places.push_back({139 + 0.01 * *rc::gen::inRange(0, 20), 36 + 0.01 * *rc::gen::inRange(0, 20)});
    }
    const auto longest = *rc::gen::element(3U, 1000U, 100'000U, no_way.count());
    std::vector<routing::ListedArc> arcs;
    const auto vertex = [&] { return static_cast<std::uint32_t>(*rc::gen::inRange(0, n)); };
    for (int a = 0; a < m; ++a) {
        const auto time = *rc::gen::weightedOneOf<std::uint32_t>(
            {{1, rc::gen::just(0U)}, {1, rc::gen::just(no_way.count())}, {8, rc::gen::inRange(0U, longest)}});
        const auto tail = vertex();
        const auto head = vertex();
        arcs.push_back({tail, head, TravelTime{time}});
        if (*rc::gen::inRange(0, 3) > 0) {
            arcs.push_back({head, tail, TravelTime{time}});
        }
    }
    return routing::graph_from_arcs(std::move(places), arcs);
}

/// The slow plain way: Boost's Dijkstra in 64 bits, cut at no_way. Times from a vertex to all.
inline std::vector<std::uint32_t> times_from(const routing::TimedGraph& graph, std::uint32_t from) {
    using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                        boost::property<boost::edge_weight_t, std::uint64_t>>;
    Plain plain(graph.graph.vertex_count());
    for (std::uint32_t v = 0; v < graph.graph.vertex_count(); ++v) {
        for (auto a = graph.graph.first_arc[v]; a < graph.graph.first_arc[v + 1]; ++a) {
            if (graph.time[a] != no_way) {
                add_edge(v, graph.graph.head[a], graph.time[a].count(), plain);
            }
        }
    }
    std::vector<std::uint64_t> distance(graph.graph.vertex_count());
    boost::dijkstra_shortest_paths(
        plain, from,
        boost::distance_map(boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, plain))));
    std::vector<std::uint32_t> times;
    for (const auto d : distance) {
        times.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(d, no_way.count())));
    }
    return times;
}

/// times[from][to].
inline std::vector<std::vector<std::uint32_t>> all_times(const routing::TimedGraph& graph) {
    std::vector<std::vector<std::uint32_t>> times;
    for (std::uint32_t v = 0; v < graph.graph.vertex_count(); ++v) {
        times.push_back(times_from(graph, v));
    }
    return times;
}

inline std::vector<std::uint32_t> random_order(std::size_t n) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = n; i > 1; --i) {
        std::swap(order[i - 1], order[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
    }
    return order;
}

}  // namespace michinori::test
