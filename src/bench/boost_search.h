// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstdint>
#include <span>
#include <vector>

#include "bench/baselines.h"

namespace michinori::bench {

/// Boost's dijkstra_shortest_paths as it comes, on its compressed_sparse_row_graph: the yardstick that
/// others can repeat. All seeds hang on one vertex added behind the graph's own, so that one search
/// gives the time to the nearest; sites are not told apart. Times saturate at no_way.
///
///     BoostSearch search(reversed(nation), seeds);
///     search.run();
///     search.times()[vertex]
class BoostSearch {
public:
    BoostSearch(const routing::TimedGraph& graph, std::span<const Seed> seeds);
    void run();
    /// By vertex, in ms; no_way where no seed leads.
    [[nodiscard]] std::span<const std::uint32_t> times() const { return {times_.data(), times_.size() - 1}; }

private:
    struct Weight {
        std::uint32_t ms = 0;
    };
    using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight, boost::no_property,
                                                     std::uint32_t, std::uint32_t>;
    Graph graph_;
    std::vector<std::uint32_t> times_;
};

}  // namespace michinori::bench
