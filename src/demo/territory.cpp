// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/territory.h"

#include <limits>
#include <queue>
#include <tuple>

#include "demo/noise.h"
#include "demo/outline.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

/// Low, even land near the wished place, a little way from the shore.
Pos place_hall(const Terrain& terrain, Pos wished) {
    constexpr double reach = 5;
    Pos best = wished;
    double best_cost = std::numeric_limits<double>::max();
    for (double dx = -reach; dx <= reach; dx += 0.25) {
        for (double dy = -reach; dy <= reach; dy += 0.25) {
            const Pos p = wished + Pos{dx, dy};
            if (terrain.landmass(p) == Landmass::sea || terrain.landmass(p + Pos{0.5, 0.5}) == Landmass::sea ||
                terrain.landmass(p - Pos{0.5, 0.5}) == Landmass::sea) {
                continue;
            }
            const double cost = terrain.elevation(p) / 40 + terrain.steepness(p) / 25 + length({dx, dy});
            if (cost < best_cost) {
                best_cost = cost;
                best = p;
            }
        }
    }
    return best;
}

struct Step {
    int column;
    int row;
};
constexpr std::array<Step, 8> neighbours{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};

/// Multi-source Dijkstra over the raster: each land cell takes the label of its least-cost hall.
class Spread {
public:
    Spread(const Terrain& terrain, std::uint64_t seed, Raster<std::int8_t>& labels)
        : terrain_(terrain), custom_(seed_for(seed, "borders"), 5), labels_(labels) {}

    void from(Pos hall, int label, double head_start) {
        queue_.emplace(-head_start, static_cast<int>(hall.x / raster_cell_km),
                       static_cast<int>(hall.y / raster_cell_km), label);
    }

    void run() {
        while (!queue_.empty()) {
            const auto [cost, column, row, label] = queue_.top();
            queue_.pop();
            if (labels_.at(column, row) != Territory::sea) {
                continue;
            }
            labels_.at(column, row) = static_cast<std::int8_t>(label);
            for (const auto step : neighbours) {
                visit(cost, {column, row}, {column + step.column, row + step.row}, label);
            }
        }
    }

private:
    void visit(double cost, Step from, Step to, int label) {
        const bool open = Raster<int>::holds(to.column, to.row) && labels_.at(to.column, to.row) == Territory::sea &&
                          terrain_.land().at(to.column, to.row) != Landmass::sea;
        if (open) {
            const Pos here = cell_middle(from.column, from.row);
            const Pos there = cell_middle(to.column, to.row);
            const double rise = std::abs(terrain_.elevation(there) - terrain_.elevation(here));
            const double steps = distance_km(here, there) / raster_cell_km;
            queue_.emplace(cost + steps * (1 + 0.8 * custom_.rough(there, 4)) + rise / 8, to.column, to.row, label);
        }
    }

    using Entry = std::tuple<double, int, int, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
    const Terrain& terrain_;
    Noise custom_;  // borders that only history explains
    Raster<std::int8_t>& labels_;
};

}  // namespace

Territory::Territory(const Terrain& terrain, std::uint64_t seed) {
    Spread spread(terrain, seed, labels_);
    for (std::size_t m = 0; m < municipality_count; ++m) {
        const auto& municipality = municipalities()[m];
        halls_[m] = place_hall(terrain, from_coastal(municipality.where.u, municipality.where.v));
        spread.from(halls_[m], static_cast<int>(m), m == capital_index ? 30 : 0);
    }
    spread.run();
    without_corner_touches(labels_);
}

std::optional<std::size_t> Territory::municipality(Pos p) const {
    const auto label = labels_.at(p);
    return label == sea ? std::nullopt : std::optional(static_cast<std::size_t>(label));
}

}  // namespace michinori::demo
