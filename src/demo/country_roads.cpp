// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/country_roads.h"

#include <algorithm>
#include <array>
#include <utility>

#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr double pass_begins_m = 400;
constexpr double tunnel_begins_m = 560;
constexpr double shelter_begins_m = 330;

/// Pairs of places such that no third place is nearer to both (relative neighbourhood graph, Toussaint
/// 1980): the roads that people build first.
std::vector<std::pair<std::size_t, std::size_t>> neighbours(const std::vector<Pos>& places) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) {
            const double apart = distance_km(places[a], places[b]);
            const bool between = std::ranges::any_of(
                places, [&](Pos c) { return distance_km(places[a], c) < apart && distance_km(places[b], c) < apart; });
            if (!between) {
                pairs.emplace_back(a, b);
            }
        }
    }
    return pairs;
}

/// Where national roads leave the prefecture.
constexpr std::array<Coastal, 5> gates{{{-30, 37}, {7, 37}, {44, 37}, {-66, -15}, {66, -14}}};

/// Ends of the roads over the ranges, by municipality.
constexpr std::array<std::pair<std::size_t, std::size_t>, 7> pass_ends{
    {{16, 21}, {20, 9}, {22, 21}, {18, 9}, {15, 8}, {19, 20}, {16, 15}}};

}  // namespace

CountryRoads::CountryRoads(const Lattice& lattice, const std::vector<Settlement>& settlements,
                           const std::vector<bool>& inhabited, std::uint64_t seed)
    : lattice_(lattice), settlements_(settlements), uses_(lattice.edges().size()) {
    national();
    prefectural();
    municipal(inhabited, seed);
    loops(inhabited, seed);
    // After the rest: nobody depends on a road that is shut in winter or not yet open.
    bypass();
    passes();
}

double CountryRoads::effort(std::uint32_t id) const {
    const auto& edge = lattice_.edges()[id];
    const double slope = edge.rise_m / edge.km;  // metres per kilometre
    return edge.km * edge.whim * (1 + slope / 35 + edge.height_m / 450) + (edge.over_river ? 1.0 : 0.0);
}

void CountryRoads::take(const std::vector<std::uint32_t>& path, RoadFacts facts) {
    for (const auto id : path) {
        auto& use = uses_[id];
        if (use.used) {
            continue;  // the older road keeps its number
        }
        const auto& edge = lattice_.edges()[id];
        use = {true, facts};
        if (edge.over_river) {
            use.facts.state = 2;
            use.facts.level = 1;
        } else if (facts.road_class == 1 && edge.height_m > tunnel_begins_m && id % 4 != 0) {
            use.facts.state = 3;
            use.facts.level = -1;
        } else if (facts.road_class <= 2 && edge.height_m > shelter_begins_m && id % 5 == 0) {
            use.facts.state = 4;
        }
    }
}

void CountryRoads::join_places(const std::vector<Pos>& places, int road_class, std::uint16_t first_route) {
    const auto cost = [&](std::uint32_t edge) {
        const bool good = uses_[edge].used && uses_[edge].facts.road_class <= road_class;
        return effort(edge) * (good ? 0.35 : 1.0);
    };
    std::uint16_t route = first_route;
    for (const auto& [a, b] : neighbours(places)) {
        RoadFacts facts;
        facts.road_class = road_class;
        facts.route = route++;
        facts.width = road_class == 1 ? (route % 3 == 0 ? 4 : 3) : (route % 4 == 0 ? 2 : 3);
        take(lattice_.path(lattice_.nearest(places[a]), lattice_.nearest(places[b]), cost), facts);
    }
}

void CountryRoads::national() {
    std::vector<Pos> places;
    for (const auto& s : settlements_) {
        if (s.rank == Rank::capital || s.rank == Rank::city || (s.rank == Rank::town && s.weight > 5500)) {
            places.push_back(s.middle);
        }
    }
    for (const auto gate : gates) {
        places.push_back(from_coastal(gate.u, gate.v));
    }
    join_places(places, 1, 301);
}

void CountryRoads::prefectural() {
    std::vector<Pos> places;
    for (const auto& s : settlements_) {
        if (s.rank != Rank::hamlet) {
            places.push_back(s.middle);
        }
    }
    join_places(places, 2, 1);
}

/// Every inhabited node follows its least-cost way to the nearest road: a tree of lanes.
void CountryRoads::municipal(const std::vector<bool>& inhabited, std::uint64_t seed) {
    Random random(seed, "municipal roads");
    std::vector<std::uint32_t> roots;
    for (std::uint32_t e = 0; e < uses_.size(); ++e) {
        if (uses_[e].used) {
            roots.insert(roots.end(), {lattice_.edges()[e].a, lattice_.edges()[e].b});
        }
    }
    for (const auto& s : settlements_) {
        if (s.rank != Rank::hamlet) {
            roots.push_back(lattice_.nearest(s.middle));  // an island's only centre has no other road yet
        }
    }
    const auto back = lattice_.towards(roots, [&](std::uint32_t edge) { return effort(edge); });
    for (std::uint32_t start = 0; start < inhabited.size(); ++start) {
        if (!inhabited[start]) {
            continue;
        }
        for (auto node = start; back[node].edge != Lattice::no_edge && !uses_[back[node].edge].used;
             node = back[node].node) {
            RoadFacts facts;
            facts.width = random.chance(0.25) ? 3 : random.chance(0.3) ? 1 : 2;
            take({back[node].edge}, facts);
        }
    }
}

/// Short cuts between neighbours, more where the land is low and people are many.
void CountryRoads::loops(const std::vector<bool>& inhabited, std::uint64_t seed) {
    Random random(seed, "loops");
    for (std::uint32_t e = 0; e < uses_.size(); ++e) {
        const auto& edge = lattice_.edges()[e];
        const double wanted = edge.height_m < 40 ? 0.45 : edge.height_m < 150 ? 0.22 : 0.06;
        const bool drawn = random.chance(wanted);
        const double kind = random.uniform();
        if (drawn && inhabited[edge.a] && inhabited[edge.b] && !edge.over_river && !uses_[e].used) {
            RoadFacts facts;
            facts.road_class = kind < 0.86 ? 3 : kind < 0.97 ? 5 : 6;
            facts.width = kind < 0.35 ? 1 : kind < 0.93 ? 2 : 6;
            take({e}, facts);
        }
    }
}

/// A new national road around the capital, not open yet.
void CountryRoads::bypass() {
    const Pos hall = settlements_[capital_index].middle;
    const auto cost = [&](std::uint32_t edge) {
        const auto& e = lattice_.edges()[edge];
        const double into_town = distance_km(lattice_.nodes()[e.a], hall) < 5.5 ? 8 : 1;
        return e.km * into_town + (uses_[edge].used ? 6 : 0) + (e.over_river ? 1 : 0);
    };
    const Pos west = hall + Pos{-5, -6};
    const Pos east = hall + Pos{7, -2};
    for (const auto edge : lattice_.path(lattice_.nearest(west), lattice_.nearest(east), cost)) {
        RoadFacts facts;
        facts.road_class = 1;
        facts.width = 4;
        facts.route = 399;
        facts.state = 5;
        if (!uses_[edge].used) {
            uses_[edge] = {true, facts};
        }
    }
}

void CountryRoads::passes() {
    std::uint16_t route = 251;
    for (const auto& [a, b] : pass_ends) {
        // Straight over: what counts is the distance, and roads already there are of no use above.
        const auto cost = [&](std::uint32_t edge) {
            const auto& e = lattice_.edges()[edge];
            const bool there = uses_[edge].used && e.height_m > pass_begins_m;
            return e.km * e.whim * (1 + e.rise_m / e.km / 45) * (uses_[edge].used && !there ? 0.6 : 1) +
                   (there ? 2 : 0);
        };
        const auto path =
            lattice_.path(lattice_.nearest(settlements_[a].middle), lattice_.nearest(settlements_[b].middle), cost);
        for (const auto edge : path) {
            RoadFacts facts;
            facts.road_class = 2;
            facts.route = route;
            facts.width = 2;
            const bool fresh = !uses_[edge].used;
            take({edge}, facts);
            uses_[edge].facts.winter_closed |= fresh && lattice_.edges()[edge].height_m > pass_begins_m;
        }
        ++route;
    }
}

}  // namespace michinori::demo
