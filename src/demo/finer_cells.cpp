// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/finer_cells.h"

#include <algorithm>
#include <cmath>

#include "demo/noise.h"
#include "demo/random.h"
#include "geo/mesh_code.h"

namespace michinori::demo {
namespace {

constexpr std::int64_t micro_per_milli = 1000;

/// How densely people live at a place, by the settlements around it and some farms everywhere.
class Density {
public:
    Density(const std::vector<Settlement>& settlements, std::uint64_t seed) : farms_(seed_for(seed, "finer farms"), 1) {
        of_municipality_.resize(municipality_count);
        for (const auto& s : settlements) {
            of_municipality_[s.municipality].push_back(&s);
        }
    }

    [[nodiscard]] double at(Pos p, std::size_t municipality) const {
        double density = 1.05 + farms_.rough(p, 3);
        for (const auto* s : of_municipality_[municipality]) {
            const double width = std::max(0.32, 0.68 * s->radius_km);
            const double d = distance_km(p, s->middle) / width;
            density += d < 4 ? s->weight / (width * width) * std::exp(-d * d) : 0;
        }
        return density;
    }

private:
    Noise farms_;
    std::vector<std::vector<const Settlement*>> of_municipality_;
};

/// The finer cells of one 500 m cell, as indices from `first` to `last`.
class Share {
public:
    Share(const std::vector<FinerCell>& finer, std::size_t first, std::size_t last) {
        for (auto f = first; f < last; ++f) {
            weights_.push_back(finer[f].weight);
        }
    }

    [[nodiscard]] std::vector<std::int64_t> of(std::int64_t total) const {
        return apportion(weights_, total, std::vector<std::int64_t>(weights_.size(), total));
    }
    [[nodiscard]] std::vector<std::int64_t> of(std::int64_t total, const std::vector<std::int64_t>& caps) const {
        return apportion(weights_, total, caps);
    }

private:
    std::vector<double> weights_;
};

void share_cell(const Cell& cell, const Share& share, std::size_t count, std::vector<FinerPeople>& people) {
    const auto milli = [](std::int64_t whole) { return 1000 * whole; };
    const auto population = share.of(milli(cell.population));
    const auto female = share.of(milli(cell.female), population);
    const auto women = share.of(milli(cell.women_15_49), female);
    auto others = population;
    for (std::size_t i = 0; i < count; ++i) {
        others[i] -= women[i];
    }
    const auto aged = share.of(milli(cell.aged_65), others);
    const auto births = share.of(micro_per_milli * cell.births_milli);
    const auto deaths = share.of(micro_per_milli * cell.cancer_deaths_milli);
    const auto whole = [](std::int64_t thousandths) { return People::from_micro(micro_per_milli * thousandths); };
    for (std::size_t i = 0; i < count; ++i) {
        people.push_back({whole(population[i]), whole(female[i]), whole(women[i]), whole(aged[i]),
                          People::from_micro(births[i]), People::from_micro(deaths[i])});
    }
}

}  // namespace

std::vector<FinerCell> divide(const std::vector<Cell>& cells, int per_side, const geo::PolygonIndex& municipal_polygons,
                              const std::vector<Settlement>& settlements, std::uint64_t seed) {
    const Density density(settlements, seed);
    std::vector<FinerCell> finer;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        for (const auto middle : finer_middles(cells[c], per_side, municipal_polygons)) {
            const auto level = per_side == 2 ? geo::MeshLevel::quarter : geo::MeshLevel::eighth;
            finer.push_back({*geo::mesh_code(middle, level), c, density.at(to_board(middle), cells[c].municipality)});
        }
    }
    std::ranges::sort(finer, {}, &FinerCell::mesh);
    return finer;
}

std::vector<FinerPeople> share_out(const std::vector<Cell>& cells, const std::vector<FinerCell>& finer) {
    std::vector<FinerPeople> people;
    people.reserve(finer.size());
    for (std::size_t first = 0; first < finer.size();) {
        auto last = first;
        while (last < finer.size() && finer[last].cell == finer[first].cell) {
            ++last;
        }
        share_cell(cells[finer[first].cell], Share(finer, first, last), last - first, people);
        first = last;
    }
    return people;
}

}  // namespace michinori::demo
