// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/move_paths.h"

#include <algorithm>

namespace michinori::care {
namespace {

constexpr auto none = SiteMoves::none;

}  // namespace

MovePaths::MovePaths(const SiteMoves& moves)
    : moves_(moves),
      potential_(moves.node_count(), none),
      distance_(moves.node_count()),
      settled_(moves.node_count()),
      next_(moves.node_count()) {
    settle_first_potentials();
}

void MovePaths::settle_first_potentials() {
    const auto count = moves_.node_count();
    potential_[count - 1] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t node = 0; node < count; ++node) {
            const auto costs = moves_.costs_to(node);
            for (std::size_t from = 0; from < count && potential_[node] != none; ++from) {
                if (costs[from] != none && costs[from] + potential_[node] < potential_[from]) {
                    potential_[from] = costs[from] + potential_[node];
                    changed = true;
                }
            }
        }
    }
    // Not above the potential of any node, from whichever a path will begin.
    least_ = *std::ranges::min_element(potential_);
}

std::optional<MovePaths::Path> MovePaths::cheapest() {
    std::ranges::fill(distance_, none);
    std::ranges::fill(settled_, 0);
    distance_.back() = 0;
    std::optional<std::size_t> giver;
    auto best = none;
    for (auto node = nearest_unsettled(); node && distance_[*node] < best; node = nearest_unsettled()) {
        settled_[*node] = 1;
        if (*node + 1 != distance_.size() && distance_[*node] + potential_[*node] - least_ < best) {
            best = distance_[*node] + potential_[*node] - least_;
            giver = node;
        }
        relax(*node);
    }
    if (!giver) {
        return std::nullopt;
    }
    raise_potentials(best);
    return path_from(*giver, least_);
}

std::optional<std::size_t> MovePaths::nearest_unsettled() const {
    std::optional<std::size_t> nearest;
    auto least = none;
    for (std::size_t node = 0; node < distance_.size(); ++node) {
        if (settled_[node] == 0 && distance_[node] < least) {
            least = distance_[node];
            nearest = node;
        }
    }
    return nearest;
}

void MovePaths::relax(std::size_t node) {
    const auto costs = moves_.costs_to(node);
    const auto before = distance_[node] + potential_[node];
    for (std::size_t from = 0; from < costs.size(); ++from) {
        if (costs[from] == none || settled_[from] != 0) {
            continue;
        }
        const auto distance = before + costs[from] - potential_[from];
        if (distance < distance_[from]) {
            distance_[from] = distance;
            next_[from] = node;
        }
    }
}

void MovePaths::raise_potentials(std::int64_t at_most) {
    for (std::size_t node = 0; node < distance_.size(); ++node) {
        if (potential_[node] != none) {
            potential_[node] += std::min(distance_[node], at_most);
        }
    }
    least_ += at_most;
}

MovePaths::Path MovePaths::path_from(std::size_t giver, std::int64_t cost) const {
    Path path{cost, {giver}};
    while (path.nodes.back() + 1 != distance_.size()) {
        path.nodes.push_back(next_[path.nodes.back()]);
    }
    return path;
}

}  // namespace michinori::care
