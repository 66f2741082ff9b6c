// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "demo/territory.h"

namespace michinori::demo {

/// A jittered triangular lattice over the land: places where country roads may run. Its edges do not
/// cross, so roads that follow it meet only at its nodes.
class Lattice {
public:
    Lattice(const Terrain& terrain, const Territory& territory, std::uint64_t seed);

    struct Edge {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        float km = 0;
        float rise_m = 0;    ///< difference of height between its ends
        float height_m = 0;  ///< of the higher end
        bool over_river = false;
        float whim = 1;  ///< 0.6 to 1.6: what no map shows and makes a road bend
    };
    struct Exit {
        std::uint32_t node;
        std::uint32_t edge;
    };

    [[nodiscard]] const std::vector<Pos>& nodes() const { return nodes_; }
    [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }
    [[nodiscard]] std::span<const Exit> exits(std::uint32_t node) const {
        return std::span(exits_).subspan(first_exit_[node], first_exit_[node + 1] - first_exit_[node]);
    }
    [[nodiscard]] std::uint32_t nearest(Pos p) const;

    using Cost = std::function<double(std::uint32_t edge)>;
    /// Edges of the least-cost way; empty when there is none.
    [[nodiscard]] std::vector<std::uint32_t> path(std::uint32_t from, std::uint32_t to, const Cost& cost) const;
    /// For each node the exit towards the nearest of `roots` by cost (edge == no_edge at a root or
    /// where none can be reached).
    static constexpr std::uint32_t no_edge = 0xFFFFFFFF;
    [[nodiscard]] std::vector<Exit> towards(const std::vector<std::uint32_t>& roots, const Cost& cost) const;

private:
    void link(const Terrain& terrain, std::uint64_t seed, const std::vector<std::uint32_t>& grid, int columns,
              int rows);
    void index_exits();
    [[nodiscard]] std::vector<Exit> search(const std::vector<std::uint32_t>& roots, std::uint32_t stop_at,
                                           const Cost& cost) const;
    std::vector<Pos> nodes_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> first_exit_;
    std::vector<Exit> exits_;
};

}  // namespace michinori::demo
