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

Plots::Plots(const Roads& roads) {
    for (const auto& section : roads.sections) {
        if (has_plots(section.facts)) {
            corners_.push_back(to_board(section.line.front()));
        }
    }
    const auto by_place = [](Pos p) { return std::pair(p.x, p.y); };
    std::ranges::sort(corners_, {}, by_place);
    const auto twins = std::ranges::unique(corners_, {}, by_place);
    corners_.erase(twins.begin(), twins.end());
    taken_.assign(corners_.size(), false);
}

geo::Point Plots::in(const Settlement& settlement, Random& random) {
    for (double reach = std::max(0.3, 0.85 * settlement.radius_km);; reach *= 1.5) {
        std::vector<std::size_t> free;
        const auto first = std::ranges::lower_bound(corners_, settlement.middle.x - reach, {}, &Pos::x);
        for (auto corner = first; corner != corners_.end() && corner->x <= settlement.middle.x + reach; ++corner) {
            const auto index = static_cast<std::size_t>(corner - corners_.begin());
            if (!taken_[index] && distance_km(*corner, settlement.middle) < reach) {
                free.push_back(index);
            }
        }
        if (!free.empty()) {
            const auto chosen = free[random.below(free.size())];
            taken_[chosen] = true;
            const double angle = random.between(0, 2 * std::numbers::pi);
            const double km = random.between(0.015, 0.035);
            return to_earth(corners_[chosen] + Pos{std::cos(angle), std::sin(angle)} * km);
        }
    }
}

}  // namespace michinori::demo
