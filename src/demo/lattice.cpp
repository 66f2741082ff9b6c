// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/lattice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr double spacing_km = 0.42;
constexpr double row_km = spacing_km * 0.8660254;
constexpr double jitter_km = 0.26 * spacing_km;
constexpr std::uint32_t no_node = 0xFFFFFFFF;

}  // namespace

Lattice::Lattice(const Terrain& terrain, const Territory& territory, std::uint64_t seed) {
    Random random(seed, "lattice");
    const int columns = static_cast<int>(board_width_km / spacing_km);
    const int rows = static_cast<int>(board_height_km / row_km);
    std::vector<std::uint32_t> grid(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), no_node);
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i) {
            const Pos jitter{random.between(-jitter_km, jitter_km), random.between(-jitter_km, jitter_km)};
            const Pos p = Pos{(i + (j % 2) * 0.5 + 0.25) * spacing_km, (j + 0.5) * row_km} + jitter;
            if (territory.is_land(p)) {
                grid[static_cast<std::size_t>(j * columns + i)] = static_cast<std::uint32_t>(nodes_.size());
                nodes_.push_back(p);
            }
        }
    }
    link(terrain, seed, grid, columns, rows);
    index_exits();
}

void Lattice::link(const Terrain& terrain, std::uint64_t seed, const std::vector<std::uint32_t>& grid, int columns,
                   int rows) {
    Random random(seed, "lattice whims");
    const auto node_at = [&](int i, int j) {
        return i < 0 || i >= columns || j >= rows ? no_node : grid[static_cast<std::size_t>(j * columns + i)];
    };
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
        const auto whim = static_cast<float>(random.between(0.6, 1.6));
        if (a == no_node || b == no_node) {
            return;
        }
        const double up = terrain.elevation(nodes_[a]);
        const double down = terrain.elevation(nodes_[b]);
        edges_.push_back({a, b, static_cast<float>(distance_km(nodes_[a], nodes_[b])),
                          static_cast<float>(std::abs(up - down)), static_cast<float>(std::max(up, down)),
                          terrain.crosses_river(nodes_[a], nodes_[b]), whim});
    };
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i) {
            const auto here = node_at(i, j);
            join(here, node_at(i + 1, j));
            join(here, node_at(i - 1 + j % 2, j + 1));
            join(here, node_at(i + j % 2, j + 1));
        }
    }
}

void Lattice::index_exits() {
    first_exit_.assign(nodes_.size() + 1, 0);
    for (const auto& edge : edges_) {
        ++first_exit_[edge.a + 1];
        ++first_exit_[edge.b + 1];
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        first_exit_[n + 1] += first_exit_[n];
    }
    exits_.resize(2 * edges_.size());
    auto next = first_exit_;
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
        exits_[next[edges_[e].a]++] = {edges_[e].b, e};
        exits_[next[edges_[e].b]++] = {edges_[e].a, e};
    }
}

std::uint32_t Lattice::nearest(Pos p) const {
    const auto best = std::ranges::min_element(nodes_, {}, [&](Pos n) { return distance_km(n, p); });
    return static_cast<std::uint32_t>(best - nodes_.begin());
}

/// Dijkstra from all roots at once; stops early when `stop_at` is settled.
std::vector<Lattice::Exit> Lattice::search(const std::vector<std::uint32_t>& roots, std::uint32_t stop_at,
                                           const Cost& cost) const {
    using Entry = std::pair<double, std::uint32_t>;
    std::vector<double> best(nodes_.size(), std::numeric_limits<double>::max());
    std::vector<Exit> back(nodes_.size(), Exit{no_node, no_edge});
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (const auto root : roots) {
        best[root] = 0;
        queue.emplace(0.0, root);
    }
    while (!queue.empty()) {
        const auto [here_cost, here] = queue.top();
        queue.pop();
        if (here == stop_at) {
            break;
        }
        if (here_cost > best[here]) {
            continue;
        }
        for (const auto exit : exits(here)) {
            const double there_cost = here_cost + cost(exit.edge);
            if (there_cost < best[exit.node]) {
                best[exit.node] = there_cost;
                back[exit.node] = {here, exit.edge};
                queue.emplace(there_cost, exit.node);
            }
        }
    }
    return back;
}

std::vector<std::uint32_t> Lattice::path(std::uint32_t from, std::uint32_t to, const Cost& cost) const {
    const auto back = search({from}, to, cost);
    std::vector<std::uint32_t> edges;
    for (auto node = to; node != from; node = back[node].node) {
        if (back[node].edge == no_edge) {
            return {};
        }
        edges.push_back(back[node].edge);
    }
    return edges;
}

std::vector<Lattice::Exit> Lattice::towards(const std::vector<std::uint32_t>& roots, const Cost& cost) const {
    return search(roots, no_node, cost);
}

}  // namespace michinori::demo
