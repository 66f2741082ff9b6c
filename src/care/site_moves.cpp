// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/site_moves.h"

#include <algorithm>
#include <utility>

namespace michinori::care {
namespace {

/// Of equals the lower point, so that the order of moves in a list does not matter.
bool dearer(const Move& a, const Move& b) {
    return std::pair(a.cost, a.point) > std::pair(b.cost, b.point);
}

}  // namespace

SiteMoves::SiteMoves(const Placement& placement, std::span<const std::uint32_t> sites)
    : placement_(placement),
      node_count_(sites.size()),
      node_of_(placement.nowhere() + 1),
      pairs_(node_count_ * node_count_),
      costs_(node_count_ * node_count_, none) {
    for (std::uint32_t node = 0; node < sites.size(); ++node) {
        node_of_[sites[node]] = node;
    }
    for (std::uint32_t point = 0; point < placement.point_count(); ++point) {
        for (const auto& part : placement.parts(point)) {
            filled(point, part.place);
        }
    }
}

template <class Visit>
void SiteMoves::each_move(std::uint32_t point, std::uint32_t place, const Visit& visit) const {
    const auto from = node(point, place);
    if (!from || *from + 1 == node_count_) {
        return;
    }
    const auto time = placement_.time(point, place);
    for (std::uint32_t other = 0; other + 1 < placement_.place_count(point); ++other) {
        const auto to = node(point, other);
        if (to && to != from) {
            visit(*from, *to, Move{placement_.time(point, other) - time, point, place, other});
        }
    }
}

void SiteMoves::filled(std::uint32_t point, std::uint32_t place) {
    each_move(point, place, [&](auto from, auto to, const Move& move) { add(from, to, move); });
}

void SiteMoves::add(std::size_t from, std::size_t to, const Move& move) {
    auto& [cheapest, is_heap, moves] = pairs_[to * node_count_ + from];
    auto& cost = costs_[to * node_count_ + from];
    if (cost == none || dearer(cheapest, move)) {
        cheapest = move;
        cost = move.cost;
    }
    moves.push_back(move);
    if (is_heap) {
        std::ranges::push_heap(moves, dearer);
    }
}

void SiteMoves::emptied(std::uint32_t point, std::uint32_t place) {
    each_move(point, place, [&](auto from, auto to, const Move&) { renew(from, to); });
}

void SiteMoves::renew(std::size_t from, std::size_t to) {
    auto& [cheapest, is_heap, moves] = pairs_[to * node_count_ + from];
    const auto dead = [&](const Move& move) { return placement_.people(move.point, move.from).is_zero(); };
    if (!dead(cheapest)) {
        return;
    }
    if (!is_heap) {
        std::ranges::make_heap(moves, dearer);
        is_heap = true;
    }
    while (!moves.empty() && dead(moves.front())) {
        std::ranges::pop_heap(moves, dearer);
        moves.pop_back();
    }
    cheapest = moves.empty() ? Move{} : moves.front();
    costs_[to * node_count_ + from] = moves.empty() ? none : cheapest.cost;
}

}  // namespace michinori::care
