// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/graph.h"

#include <algorithm>
#include <numeric>

namespace michinori::routing {
namespace {

constexpr std::uint32_t hilbert_side = 1U << 16U;

/// Place along the Hilbert curve of a square of hilbert_side x hilbert_side cells.
std::uint64_t hilbert_index(std::uint32_t x, std::uint32_t y) {
    std::uint64_t index = 0;
    for (std::uint32_t side = hilbert_side / 2; side > 0; side /= 2) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        index += std::uint64_t{side} * side * ((3 * right) ^ upper);
        if (upper == 0) {  // turn the quadrant so that the curve goes on where it left off
            if (right == 1) {
                x = hilbert_side - 1 - x;
                y = hilbert_side - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return index;
}

std::uint32_t cell(double value, double from, double to) {
    const double share = to > from ? (value - from) / (to - from) : 0.0;
    return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * (hilbert_side - 1));
}

}  // namespace

Graph graph_of(const network::RoadNetwork& network) {
    Graph graph;
    const auto vertices = network.vertex_count();
    graph.first_arc.assign(vertices + 1, 0);
    graph.head.reserve(network.arc_count());
    for (const auto& arc : network.arcs()) {
        ++graph.first_arc[arc.tail.index() + 1];
        graph.head.push_back(arc.head.raw());
    }
    std::partial_sum(graph.first_arc.begin(), graph.first_arc.end(), graph.first_arc.begin());
    graph.position.reserve(vertices);
    for (std::size_t v = 0; v < vertices; ++v) {
        graph.position.push_back(network.position(NodeId{v}));
    }
    return graph;
}

TimedGraph graph_from_arcs(std::vector<geo::Point> position, std::span<const ListedArc> arcs) {
    TimedGraph result;
    auto& graph = result.graph;
    graph.position = std::move(position);
    graph.first_arc.assign(graph.position.size() + 1, 0);
    for (const auto& arc : arcs) {
        ++graph.first_arc[arc.tail + 1];
    }
    std::partial_sum(graph.first_arc.begin(), graph.first_arc.end(), graph.first_arc.begin());
    graph.head.resize(arcs.size());
    result.time.resize(arcs.size());
    std::vector<std::uint32_t> next(graph.first_arc.begin(), graph.first_arc.end() - 1);
    for (const auto& arc : arcs) {
        const auto slot = next[arc.tail]++;
        graph.head[slot] = arc.head;
        result.time[slot] = arc.time;
    }
    return result;
}

std::vector<std::uint32_t> hilbert_numbering(std::span<const geo::Point> position) {
    geo::Box box;
    for (const auto& point : position) {
        box.extend(point);
    }
    std::vector<std::uint64_t> key(position.size());
    for (std::size_t v = 0; v < position.size(); ++v) {
        key[v] = hilbert_index(cell(position[v].lon, box.west, box.east), cell(position[v].lat, box.south, box.north));
    }
    std::vector<std::uint32_t> order(position.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t v) { return std::pair(key[v], v); });
    std::vector<std::uint32_t> new_id(position.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        new_id[order[i]] = i;
    }
    return new_id;
}

TimedGraph renumbered(const TimedGraph& old, std::span<const std::uint32_t> new_id) {
    std::vector<geo::Point> position(old.graph.vertex_count());
    std::vector<ListedArc> arcs;
    arcs.reserve(old.graph.arc_count());
    for (std::uint32_t v = 0; v < old.graph.vertex_count(); ++v) {
        position[new_id[v]] = old.graph.position[v];
        for (auto a = old.graph.first_arc[v]; a < old.graph.first_arc[v + 1]; ++a) {
            arcs.push_back({new_id[v], new_id[old.graph.head[a]], old.time[a]});
        }
    }
    return graph_from_arcs(std::move(position), arcs);
}

}  // namespace michinori::routing
