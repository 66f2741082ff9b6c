// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "demo/country_roads.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

/// For each node its neighbours along its most important road; `ends` tells how many there are, and
/// the road runs through when there are two.
struct Through {
    int road_class = 9;
    int ends = 0;
    std::array<std::uint32_t, 2> neighbours{};
};

std::vector<Through> roads_through(const Lattice& lattice, const std::vector<CountryRoads::Use>& uses) {
    std::vector<Through> through(lattice.nodes().size());
    const auto add = [&](std::uint32_t node, std::uint32_t other, int road_class) {
        auto& t = through[node];
        if (road_class < t.road_class) {
            t = {road_class, 0, {}};
        }
        if (road_class == t.road_class) {
            t.neighbours[static_cast<std::size_t>(t.ends % 2)] = other;
            ++t.ends;
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

/// A node whose two neighbours are joined by a road of their own must keep off that road.
bool is_free(const Through& t, const Lattice& lattice, const std::vector<CountryRoads::Use>& uses) {
    return t.ends == 2 && std::ranges::none_of(lattice.exits(t.neighbours[0]), [&](const Lattice::Exit& exit) {
               return exit.node == t.neighbours[1] && uses[exit.edge].used;
           });
}

/// Takes the lattice's corners out of the roads: the greater the road, the more it is straightened.
std::vector<Pos> straightened(const Lattice& lattice, const std::vector<CountryRoads::Use>& uses) {
    constexpr int rounds = 5;
    constexpr int rounds_of_lanes = 2;
    const auto through = roads_through(lattice, uses);
    auto places = lattice.nodes();
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t n = 0; n < places.size(); ++n) {
            const auto& t = through[n];
            const double pull = t.road_class <= 2 ? 0.6 : round < rounds_of_lanes ? 0.4 : 0;
            if (is_free(t, lattice, uses)) {
                places[n] = between(places[n], (places[t.neighbours[0]] + places[t.neighbours[1]]) * 0.5, pull);
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
            sketch.lines.push_back(
                {edge.a, edge.b, bend(sketch.nodes[edge.a], sketch.nodes[edge.b], amplitude, field), use.facts});
        }
    }
    return sketch;
}

}  // namespace michinori::demo
