// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_streets.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>

#include "base/disjoint_sets.h"
#include "bench/nation_joining.h"
#include "demo/random.h"

namespace michinori::bench {
namespace {

constexpr double streets_per_place = 1.37;
constexpr std::size_t borders = Terrain::levels + 1;  // the last: no border is crossed
/// How much longer a way over a border counts when the spanning tree is chosen.
constexpr std::array<double, borders> effort{6, 4, 3, 2, 1.5, 1};
/// How likely one of the further streets crosses a border, against one that crosses none.
constexpr std::array<double, borders> liking{0.15, 0.22, 0.33, 0.5, 0.7, 1};

struct Way {
    float effort = 0;
    std::uint32_t pair = 0;
    friend auto operator<=>(const Way&, const Way&) = default;
};

std::vector<std::uint8_t> borders_crossed(const Terrain& terrain, const Places& places, std::span<const Pair> pairs) {
    std::vector<Terrain::Cells> cells(places.plane.size());
    tbb::parallel_for(std::size_t{0}, cells.size(), [&](std::size_t v) { cells[v] = terrain.cells(places.plane[v]); });
    std::vector<std::uint8_t> crossed(pairs.size());
    tbb::parallel_for(std::size_t{0}, pairs.size(), [&](std::size_t i) {
        crossed[i] = static_cast<std::uint8_t>(Terrain::coarsest_border(cells[pairs[i].u], cells[pairs[i].v]));
    });
    return crossed;
}

/// Marks the pairs of a spanning forest of least effort. Source: Kruskal 1956.
std::vector<bool> spanning_forest(std::span<const Pos> plane, std::span<const Pair> pairs,
                                  std::span<const std::uint8_t> crossed, DisjointSets& pieces) {
    std::vector<Way> ways(pairs.size());
    tbb::parallel_for(std::size_t{0}, pairs.size(), [&](std::size_t i) {
        const double length = demo::distance_km(plane[pairs[i].u], plane[pairs[i].v]);
        ways[i] = {static_cast<float>(length * effort[crossed[i]]), static_cast<std::uint32_t>(i)};
    });
    tbb::parallel_sort(ways.begin(), ways.end());
    std::vector<bool> needed(pairs.size(), false);
    for (const auto& way : ways) {
        const auto [u, v] = pairs[way.pair];
        if (pieces.find(u) != pieces.find(v)) {
            pieces.join(u, v);
            needed[way.pair] = true;
        }
    }
    return needed;
}

/// The share of the further streets to keep, by the border they cross: in proportion to `liking`, at
/// most all, and `wanted` of them altogether.
std::array<double, borders> shares(const std::array<double, borders>& count, double wanted) {
    std::array<double, borders> share{};
    double factor = 0;
    for (int round = 0; round < 20; ++round) {
        double kept = 0;
        double open = 0;  // what grows with the factor still
        for (std::size_t b = 0; b < borders; ++b) {
            share[b] = std::min(1.0, factor * liking[b]);
            kept += share[b] * count[b];
            open += share[b] < 1 ? liking[b] * count[b] : 0.0;
        }
        if (open <= 0) {
            break;
        }
        factor += std::max(0.0, wanted - kept) / open;
    }
    return share;
}

void add_further(std::span<const Pair> pairs, std::span<const std::uint8_t> crossed, const std::vector<bool>& needed,
                 double wanted, std::uint64_t seed, std::vector<Street>& streets) {
    std::array<double, borders> count{};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        count[crossed[i]] += needed[i] ? 0 : 1;
    }
    const auto share = shares(count, wanted);
    const auto stream = demo::seed_for(seed, "further streets");
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (needed[i]) {
            streets.push_back({pairs[i], true});
        } else if (demo::to_unit(demo::mixed(stream ^ i)) < share[crossed[i]]) {
            streets.push_back({pairs[i], false});
        }
    }
}

}  // namespace

std::vector<Street> lay_streets(const Terrain& terrain, const Places& places, std::uint64_t seed) {
    const PointGrid grid(places.plane);
    const auto pairs = grid.gabriel_pairs();
    const auto crossed = borders_crossed(terrain, places, pairs);
    DisjointSets pieces(places.plane.size());
    const auto needed = spanning_forest(places.plane, pairs, crossed, pieces);
    std::vector<Street> streets;
    const double size = static_cast<double>(places.plane.size());
    streets.reserve(static_cast<std::size_t>(1.02 * streets_per_place * size));
    add_further(pairs, crossed, needed, (streets_per_place - 1) * size, seed, streets);
    for (const auto& bridge : bridge_straits(terrain, places.plane)) {
        pieces.join(bridge.u, bridge.v);
        streets.push_back({bridge, true});
    }
    for (const auto& link : join_pieces(grid, places.plane, pieces)) {
        streets.push_back({link, true});
    }
    return streets;
}

}  // namespace michinori::bench
