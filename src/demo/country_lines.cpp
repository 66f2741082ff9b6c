// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <cmath>
#include <numbers>

#include "demo/country_roads.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

/// For each node the neighbours along its most important road, when that road runs through (two ends).
struct Through {
    int road_class = 9;
    int ends = 0;
    Pos sum;
};

std::vector<Through> roads_through(const Lattice& lattice, const std::vector<CountryRoads::Use>& uses,
                                   const std::vector<Pos>& places) {
    std::vector<Through> through(places.size());
    const auto add = [&](std::uint32_t node, std::uint32_t other, int road_class) {
        auto& t = through[node];
        if (road_class < t.road_class) {
            t = {road_class, 0, {}};
        }
        if (road_class == t.road_class) {
            ++t.ends;
            t.sum = t.sum + places[other];
        }
    };
    for (std::size_t e = 0; e < uses.size(); ++e) {
        if (uses[e].used) {
            const auto& edge = lattice.edges()[e];
            add(edge.a, edge.b, uses[e].facts.road_class);
            add(edge.b, edge.a, uses[e].facts.road_class);
        }
    }
    return through;
}

/// Takes the lattice's corners out of the roads: the greater the road, the more it is straightened.
std::vector<Pos> straightened(const Lattice& lattice, const std::vector<CountryRoads::Use>& uses) {
    auto places = lattice.nodes();
    for (int round = 0; round < 5; ++round) {
        const auto through = roads_through(lattice, uses, places);
        for (std::size_t n = 0; n < places.size(); ++n) {
            const auto& t = through[n];
            const double pull = t.road_class <= 2 ? 0.6 : round < 2 ? 0.4 : 0;
            if (t.ends == 2) {
                places[n] = between(places[n], t.sum * 0.5, pull);
            }
        }
    }
    return places;
}

/// Vertices between two nodes, pushed aside by a smooth field that is nothing at the nodes.
std::vector<Pos> bend(Pos a, Pos b, double amplitude, const Noise& field) {
    const int pieces = std::clamp(static_cast<int>(distance_km(a, b) / 0.11), 1, 8);
    std::vector<Pos> inner;
    for (int k = 1; k < pieces; ++k) {
        const double t = static_cast<double>(k) / pieces;
        const Pos p = between(a, b, t);
        const double fade = std::sin(std::numbers::pi * t);
        inner.push_back(p + Pos{field.at(p), field.at(p + Pos{211, 97})} * (amplitude * fade));
    }
    return inner;
}

}  // namespace

RoadSketch draw(const Lattice& lattice, const CountryRoads& roads, std::uint64_t seed) {
    const Noise field(seed_for(seed, "bends"), 0.55);
    RoadSketch sketch;
    sketch.nodes = straightened(lattice, roads.uses());
    for (std::uint32_t e = 0; e < roads.uses().size(); ++e) {
        const auto& use = roads.uses()[e];
        if (use.used) {
            const auto& edge = lattice.edges()[e];
            const double steep = std::min(1.0F, edge.rise_m / edge.km / 80);
            const double amplitude = use.facts.state == 3 ? 0 : 0.03 + 0.05 * steep;
            sketch.lines.push_back({edge.a, edge.b,
                                    bend(sketch.nodes[edge.a], sketch.nodes[edge.b], amplitude, field), use.facts});
        }
    }
    return sketch;
}

}  // namespace michinori::demo
