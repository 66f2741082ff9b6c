// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/point.h"
#include "network/road_network.h"

namespace michinori::routing {

/// What every search of this folder runs on: a directed graph with places, without times. Arcs are
/// sorted by tail; parallel arcs, loops and isolated vertices are allowed. Times come beside it, one
/// TravelTime an arc, so that a new speed profile is a new vector.
///
///     Graph graph = graph_of(network);  // vertex and arc ids are the network's
///     for (auto a = graph.first_arc[v]; a < graph.first_arc[v + 1]; ++a) { use(graph.head[a], times[a]); }
struct Graph {
    std::vector<std::uint32_t> first_arc{0};  ///< by vertex, one more than vertices
    std::vector<std::uint32_t> head;          ///< by arc
    std::vector<geo::Point> position;         ///< by vertex; degrees. Steers the order, never an answer

    [[nodiscard]] std::size_t vertex_count() const { return first_arc.size() - 1; }
    [[nodiscard]] std::size_t arc_count() const { return head.size(); }
};

/// The graph of a network: vertex v is NodeId{v}, arc a is ArcId{a}. O(n + m).
[[nodiscard]] Graph graph_of(const network::RoadNetwork& network);

/// An arc of a graph that is still a list.
struct ListedArc {
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    TravelTime time{0};
    friend auto operator<=>(const ListedArc&, const ListedArc&) = default;
};

/// A graph together with one set of times.
struct TimedGraph {
    Graph graph;
    std::vector<TravelTime> time;  ///< by arc
};

/// Sorts the arcs by tail (stable: arcs of one tail keep their order). O(n + m).
[[nodiscard]] TimedGraph graph_from_arcs(std::vector<geo::Point> position, std::span<const ListedArc> arcs);

/// The same graph with vertices renumbered along a Hilbert curve over their places, so that
/// neighbours on the map are neighbours in memory: new_id[v] is v's new number. O(n log n).
[[nodiscard]] std::vector<std::uint32_t> hilbert_numbering(std::span<const geo::Point> position);
[[nodiscard]] TimedGraph renumbered(const TimedGraph& graph, std::span<const std::uint32_t> new_id);

}  // namespace michinori::routing
