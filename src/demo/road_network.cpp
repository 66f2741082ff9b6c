// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/road_network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/disjoint_sets.h"
#include "demo/curve.h"
#include "demo/expressway.h"
#include "demo/noding.h"
#include "demo/random.h"
#include "demo/streets.h"

namespace michinori::demo {
namespace {

constexpr std::size_t port_city = 1;  // of the mainland: municipalities by their place in the table
constexpr std::size_t ferry_town = 23;
constexpr std::size_t cape_town = 17;
constexpr std::size_t lone_village = 24;

/// The node of an ordinary car road nearest to p in the given landmass, close to the water.
std::uint32_t harbour(const RoadSketch& sketch, const Terrain& terrain, Pos hall, Pos over_there) {
    const Pos towards = (over_there - hall) * (1 / length(over_there - hall));
    Pos shore = hall;
    while (terrain.landmass(shore) != Landmass::sea) {
        shore = shore + towards * 0.1;
    }
    std::vector<std::uint32_t> candidates;
    for (const auto& line : sketch.lines) {
        if (carries_cars(line.facts) && line.facts.road_class <= 3 && line.facts.state == 1 &&
            !line.facts.winter_closed) {
            candidates.push_back(line.from);
        }
    }
    return *std::ranges::min_element(candidates, {}, [&](auto n) { return distance_km(sketch.nodes[n], shore); });
}

Roads::Ferry sail(const RoadSketch& sketch, std::string name, std::uint32_t from, std::uint32_t to, int minutes,
                  bool cars) {
    const Pos a = sketch.nodes[from];
    const Pos b = sketch.nodes[to];
    const Pos aside{-(b - a).y * 0.06, (b - a).x * 0.06};
    Roads::Ferry ferry{std::move(name), from, to, {}, minutes, cars};
    for (const Pos p : smooth_curve({a, between(a, b, 0.3) + aside, between(a, b, 0.7) + aside, b}, 2.5)) {
        ferry.line.push_back(to_earth(p));
    }
    return ferry;
}

void add_ferries(const RoadSketch& sketch, const Terrain& terrain, const Territory& territory, Roads& roads) {
    const auto port = [&](std::size_t here, std::size_t there) {
        return harbour(sketch, terrain, territory.hall(here), territory.hall(there));
    };
    roads.ferries.push_back(
        sail(sketch, "海野沖波フェリー", port(port_city, ferry_town), port(ferry_town, port_city), 95, true));
    roads.ferries.push_back(
        sail(sketch, "鳥留航路（旅客船）", port(cape_town, lone_village), port(lone_village, cape_town), 80, false));
}

}  // namespace

Roads build_roads(const Terrain& terrain, const Territory& territory, const Lattice& lattice,
                  const std::vector<Settlement>& settlements, const std::vector<bool>& inhabited, std::uint64_t seed) {
    const CountryRoads country(lattice, settlements, inhabited, seed);
    auto sketch = draw(lattice, country, seed);
    cut_at_crossings(sketch, add_streets(sketch, terrain, territory, settlements, seed));
    std::vector<std::uint32_t> halls;
    for (std::size_t m = 0; m < municipality_count; ++m) {
        halls.push_back(lattice.nearest(territory.hall(m)));
    }
    tidy(sketch, halls, seed);
    Roads roads;
    roads.interchanges = add_expressway(sketch, terrain);
    add_ferries(sketch, terrain, territory, roads);
    finish_sections(sketch, roads);
    keep_closures_apart(roads);
    return roads;
}

void tidy(RoadSketch& sketch, const std::vector<std::uint32_t>& halls, std::uint64_t seed) {
    constexpr double walking_share = 0.05;
    Random random(seed, "walkers");
    DisjointSets joined(sketch.nodes.size());
    for (auto& line : sketch.lines) {
        const double drawn = random.uniform();
        if (!carries_cars(line.facts)) {
            continue;
        }
        const bool spare = joined.find(line.from) == joined.find(line.to);
        if (spare && line.inner.empty() && line.facts.road_class == 3 && drawn < walking_share) {
            line.facts.kind = drawn < 0.6 * walking_share ? 3 : drawn < 0.85 * walking_share ? 2 : 4;
            line.facts.width = 1;
        } else {
            joined.join(line.from, line.to);
        }
    }
    std::vector<bool> reached(sketch.nodes.size(), false);
    for (const auto hall : halls) {
        reached[joined.find(hall)] = true;
    }
    std::erase_if(sketch.lines, [&](const RoadSketch::Line& line) {
        return carries_cars(line.facts) && !reached[joined.find(line.from)];
    });
}

}  // namespace michinori::demo
