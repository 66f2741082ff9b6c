// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_places.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "bench/nation_habitat.h"
#include "demo/random.h"
#include "routing/graph.h"

namespace michinori::bench {
namespace {

using demo::Random;

constexpr double settled_share = 0.75;
constexpr double zipf_exponent = 0.95;
constexpr double zipf_offset = 2;         // so that the capital is not everything
constexpr double core_per_km2 = 450;      // junctions in the middle of a settlement
constexpr std::size_t batch = 1U << 16U;  // draws of one random stream
constexpr int most_tries = 400;

struct Plan {
    Pos middle;
    Rank rank;
    std::size_t vertices = 0;
    std::size_t first = 0;
};

/// All settlements, largest first: cities, towns, villages, each in random order.
std::vector<Plan> plan_settlements(const Terrain& terrain, std::uint64_t seed) {
    std::vector<Plan> plans;
    Random random(seed, "settlements");
    for (const auto rank : {Rank::city, Rank::town, Rank::village}) {
        auto middles = terrain.middles(1 + static_cast<std::size_t>(rank));
        for (std::size_t i = middles.size(); i > 1; --i) {
            std::swap(middles[i - 1], middles[random.below(i)]);
        }
        for (const auto middle : middles) {
            plans.push_back({middle, rank});
        }
    }
    return plans;
}

/// Gives each its share by Zipf's law; returns how many vertices went to settlements.
std::size_t share_out(std::vector<Plan>& plans, std::size_t vertices) {
    const auto weight = [](std::size_t i) {
        return std::pow(static_cast<double>(i) + 1 + zipf_offset, -zipf_exponent);
    };
    double sum = 0;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        sum += weight(i);
    }
    std::size_t given = 0;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        plans[i].first = given;
        plans[i].vertices = static_cast<std::size_t>(settled_share * static_cast<double>(vertices) * weight(i) / sum);
        given += plans[i].vertices;
    }
    return given;
}

/// Density falls off as exp(-distance / reach) from `core_per_km2` in the middle.
void fill_settlement(const Habitat& habitat, const Plan& plan, std::uint64_t seed, std::span<Pos> places) {
    if (places.empty()) {
        return;
    }
    Random random(seed + plan.first, "settlement");
    const double size = static_cast<double>(plan.vertices);
    const double reach = std::sqrt(size / (2 * std::numbers::pi * core_per_km2));
    places.front() = plan.middle;
    for (auto& place : places.subspan(1)) {
        double within = reach;
        for (int i = 0; i < most_tries; ++i) {
            const double away = -within * std::log((1 - random.uniform()) * (1 - random.uniform()));
            const double angle = random.between(0, 2 * std::numbers::pi);
            place = plan.middle + Pos{std::cos(angle), std::sin(angle)} * away;
            if (random.chance(habitat.at(place))) {
                break;
            }
            within = std::max(0.98 * within, 0.3 * reach);
        }
    }
}

void scatter(const Terrain& terrain, const Habitat& habitat, Random random, std::span<Pos> places) {
    for (auto& place : places) {
        for (int i = 0; i < most_tries; ++i) {
            place = {random.between(0, terrain.length()), random.between(0, terrain.width())};
            if (random.chance(habitat.at(place))) {
                break;
            }
        }
    }
}

/// The chain of islands lies aslant on the earth, as Japan does, so that no method gains from a nation
/// that runs along an axis.
geo::Point to_earth(Pos p) {
    constexpr double cosine = 0.788;
    constexpr double sine = 0.616;
    constexpr double km_per_lon = 88.9;
    constexpr double km_per_lat = 111.0;
    return {130.5 + (p.x * cosine - p.y * sine) / km_per_lon, 31.0 + (p.x * sine + p.y * cosine) / km_per_lat};
}

std::vector<Pos> draw(const Terrain& terrain, const std::vector<Plan>& plans, std::size_t settled, std::size_t vertices,
                      std::uint64_t seed) {
    const Habitat habitat(terrain);
    std::vector<Pos> drawn(vertices);
    const std::span<Pos> all(drawn);
    tbb::parallel_for(std::size_t{0}, plans.size(), [&](std::size_t i) {
        fill_settlement(habitat, plans[i], seed, all.subspan(plans[i].first, plans[i].vertices));
    });
    const auto scattered = all.subspan(settled);
    tbb::parallel_for(std::size_t{0}, (scattered.size() + batch - 1) / batch, [&](std::size_t b) {
        const auto first = b * batch;
        scatter(terrain, habitat, Random(seed + b, "scatter"),
                scattered.subspan(first, std::min(batch, scattered.size() - first)));
    });
    return drawn;
}

}  // namespace

Places settle(const Terrain& terrain, std::size_t vertices, std::uint64_t seed) {
    auto plans = plan_settlements(terrain, seed);
    const auto settled = share_out(plans, vertices);
    const auto drawn = draw(terrain, plans, settled, vertices, seed);
    std::vector<geo::Point> on_earth(vertices);
    std::ranges::transform(drawn, on_earth.begin(), to_earth);
    const auto new_id = routing::hilbert_numbering(on_earth);
    Places places;
    places.plane.resize(vertices);
    places.position.resize(vertices);
    for (std::size_t v = 0; v < vertices; ++v) {
        places.plane[new_id[v]] = drawn[v];
        places.position[new_id[v]] = on_earth[v];
    }
    for (const auto& plan : plans) {
        if (plan.vertices > 0) {
            places.settlements.push_back({new_id[plan.first], plan.rank});
        }
    }
    return places;
}

}  // namespace michinori::bench
