// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/settlements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr std::size_t wanted_centres = 105;
constexpr std::size_t wanted_hamlets = 430;

Rank hall_rank(std::size_t municipality) {
    return municipality == capital_index                                   ? Rank::capital
           : municipalities()[municipality].kind == MunicipalityKind::city ? Rank::city
                                                                           : Rank::town;
}

/// Streets reach as far as the people need at the densities such places have.
double hall_radius(std::size_t municipality) {
    const double people = municipalities()[municipality].population;
    const Rank rank = hall_rank(municipality);
    const double density = rank == Rank::capital ? 3600 : rank == Rank::city ? 2600 : 1500;  // per square kilometre
    return std::max(0.45, std::sqrt(0.75 * people / density / std::numbers::pi));
}

class Planner {
public:
    Planner(const Terrain& terrain, const Territory& territory, std::uint64_t seed)
        : terrain_(terrain), territory_(territory), random_(seed, "settlements") {}

    std::vector<Settlement> plan() {
        for (std::size_t m = 0; m < municipality_count; ++m) {
            const Rank rank = hall_rank(m);
            const double street = rank == Rank::capital ? 0.082 : rank == Rank::city ? 0.085 : 0.11;
            add({territory_.hall(m), rank, m, hall_radius(m), street, 0, 0.72 * hall_weight(m)});
        }
        scatter(Rank::centre, wanted_centres, 3.6, 330);
        scatter(Rank::hamlet, wanted_hamlets, 1.7, 620);
        return std::move(all_);
    }

private:
    static double hall_weight(std::size_t m) { return municipalities()[m].population; }

    void add(Settlement s) {
        s.heading = random_.between(0, std::numbers::pi / 2);
        all_.push_back(s);
    }

    [[nodiscard]] bool apart(Pos p, double gap) const {
        return std::ranges::none_of(
            all_, [&](const Settlement& s) { return distance_km(s.middle, p) < gap + 0.8 * s.radius_km; });
    }

    /// Darts thrown at the board until enough stick: on low, even land, apart from the others.
    void scatter(Rank rank, std::size_t wanted, double gap, double highest) {
        std::size_t placed = 0;
        for (int throws = 0; throws < 400000 && placed < wanted; ++throws) {
            const Pos p{random_.between(0, board_width_km), random_.between(0, board_height_km)};
            const auto municipality = territory_.municipality(p);
            const bool good = municipality && terrain_.elevation(p) < highest * random_.uniform() &&
                              terrain_.steepness(p) < 90 && apart(p, gap);
            if (good) {
                const double size = std::exp(random_.between(-0.7, 0.7));
                const bool centre = rank == Rank::centre;
                add({p, rank, *municipality, (centre ? 0.85 : 0.36) * std::sqrt(size), centre ? 0.118 : 0.14, 0,
                     (centre ? 2600 : 420) * size});
                ++placed;
            }
        }
    }

    const Terrain& terrain_;
    const Territory& territory_;
    Random random_;
    std::vector<Settlement> all_;
};

}  // namespace

std::vector<Settlement> place_settlements(const Terrain& terrain, const Territory& territory, std::uint64_t seed) {
    return Planner(terrain, territory, seed).plan();
}

Habitability::Habitability(const Terrain& terrain, const std::vector<Settlement>& settlements, std::uint64_t seed)
    : terrain_(terrain), patches_(seed_for(seed, "habitability"), 4) {
    for (const auto& s : settlements) {
        const double reach = s.radius_km + 5;
        for (double x = s.middle.x - reach; x <= s.middle.x + reach; x += raster_cell_km) {
            for (double y = s.middle.y - reach; y <= s.middle.y + reach; y += raster_cell_km) {
                const int column = static_cast<int>(x / raster_cell_km);
                const int row = static_cast<int>(y / raster_cell_km);
                if (Raster<float>::holds(column, row)) {
                    const double beyond = std::max(0.0, distance_km(cell_middle(column, row), s.middle) - s.radius_km);
                    auto& near = nearness_.at(column, row);
                    near = std::max(near, static_cast<float>(std::exp(-beyond / 1.6)));
                }
            }
        }
    }
}

double Habitability::at(Pos p) const {
    return 2.2 * nearness_.at(p) - terrain_.elevation(p) / 480 - terrain_.steepness(p) / 75 +
           0.9 * patches_.rough(p, 3);
}

}  // namespace michinori::demo
