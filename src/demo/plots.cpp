// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <numbers>

#include "demo/facilities.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

bool has_plots(const RoadFacts& facts) {
    return carries_cars(facts) && facts.state == 1 && (facts.road_class == 2 || facts.road_class == 3) &&
           !facts.winter_closed;
}

}  // namespace

StreetCorners::StreetCorners(const Roads& roads) {
    for (const auto& section : roads.sections) {
        if (has_plots(section.facts)) {
            corners_.push_back(to_board(section.line.front()));
        }
    }
    const auto by_place = [](Pos p) { return std::pair(p.x, p.y); };
    std::ranges::sort(corners_, {}, by_place);
    const auto twins = std::ranges::unique(corners_, {}, by_place);
    corners_.erase(twins.begin(), twins.end());
}

std::vector<std::size_t> StreetCorners::around(Pos middle, double reach_km) const {
    std::vector<std::size_t> found;
    const auto first = std::ranges::lower_bound(corners_, middle.x - reach_km, {}, &Pos::x);
    for (auto corner = first; corner != corners_.end() && corner->x <= middle.x + reach_km; ++corner) {
        if (distance_km(*corner, middle) < reach_km) {
            found.push_back(static_cast<std::size_t>(corner - corners_.begin()));
        }
    }
    return found;
}

geo::Point Plots::in(const Settlement& settlement, Random& random) {
    for (double reach = plot_reach_km(settlement);; reach *= 1.5) {
        auto free = corners_.around(settlement.middle, reach);
        std::erase_if(free, [&](std::size_t corner) { return taken_[corner]; });
        if (!free.empty()) {
            const auto chosen = free[random.below(free.size())];
            taken_[chosen] = true;
            return beside(corners_.at(chosen), random);
        }
    }
}

geo::Point beside(Pos corner, Random& random) {
    const double angle = random.between(0, 2 * std::numbers::pi);
    const double km = random.between(0.015, 0.035);
    return to_earth(corner + Pos{std::cos(angle), std::sin(angle)} * km);
}

double plot_reach_km(const Settlement& settlement) {
    return std::max(0.3, 0.85 * settlement.radius_km);
}

}  // namespace michinori::demo
