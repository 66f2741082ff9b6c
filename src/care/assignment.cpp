// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/assignment.h"

#include <algorithm>
#include <span>
#include <stdexcept>

#include "care/move_paths.h"
#include "care/site_moves.h"

namespace michinori::care {
namespace {

std::span<const People> checked(const routing::SparseTable& times, const std::vector<People>& people) {
    const auto negative = [](People one) { return one < People{}; };
    if (people.size() != times.point_count() || std::ranges::any_of(people, negative)) {
        throw std::invalid_argument("people are one number for each point, from 0 upwards");
    }
    return people;
}

/// The people who go on each leg of a path. Chosen before anybody moves: a move changes which is the cheapest.
std::vector<Move> moves_along(const MovePaths::Path& path, const SiteMoves& moves) {
    std::vector<Move> chosen;
    for (std::size_t leg = 1; leg < path.nodes.size(); ++leg) {
        chosen.push_back(moves.cheapest(path.nodes[leg - 1], path.nodes[leg]));
    }
    return chosen;
}

People most_that_can(const std::vector<Move>& chosen, const Placement& placement, People room) {
    for (const auto& move : chosen) {
        room = std::min(room, placement.people(move.point, move.from));
    }
    return room;
}

void carry_out(const Move& move, People people, Placement& placement, SiteMoves& moves) {
    const bool was_empty = placement.people(move.point, move.to).is_zero();
    placement.move(move.point, move.from, move.to, people);
    if (was_empty) {
        moves.filled(move.point, move.to);
    }
    if (placement.people(move.point, move.from).is_zero()) {
        moves.emptied(move.point, move.from);
    }
}

}  // namespace

Assignment::Assignment(const routing::SparseTable& times, const std::vector<People>& people)
    : times_(&times), placement_(times, checked(times, people)), load_(times.site_count), capacity_(times.site_count) {
    for (const auto one : people) {
        demand_ += one;
    }
    unserved_ = demand_;
}

void Assignment::open(std::uint32_t site, People capacity) {
    if (site >= load_.size() || capacity < People{}) {
        throw std::invalid_argument("a site of the table opens with a capacity from 0 upwards");
    }
    const bool was_full = load_[site] == capacity_[site];
    capacity_[site] += capacity;
    if (was_full && !capacity.is_zero()) {  // else whoever wants to come is there already
        fill(site);
    }
}

bool Assignment::anybody_at(std::uint32_t site) const {
    return !(site == placement_.nowhere() ? unserved_ : load_[site]).is_zero();
}

/// Only from where people are can somebody make room for somebody else.
std::vector<std::uint32_t> Assignment::sites_of_paths_to(std::uint32_t site) const {
    std::vector<std::uint32_t> sites;
    for (std::uint32_t other = 0; other <= placement_.nowhere(); ++other) {
        if (other != site && anybody_at(other)) {
            sites.push_back(other);
        }
    }
    sites.push_back(site);
    return sites;
}

void Assignment::fill(std::uint32_t site) {
    const auto sites = sites_of_paths_to(site);
    SiteMoves moves(placement_, sites);
    MovePaths paths(moves);
    while (load_[site] < capacity_[site]) {
        const auto path = paths.cheapest();
        if (!path || path->cost >= 0) {
            return;
        }
        const auto chosen = moves_along(*path, moves);
        const auto people = most_that_can(chosen, placement_, capacity_[site] - load_[site]);
        for (const auto& move : chosen) {
            carry_out(move, people, placement_, moves);
        }
        const auto giver = sites[path->nodes.front()];
        auto& left = giver == placement_.nowhere() ? unserved_ : load_[giver];
        left = left - people;
        load_[site] += people;
    }
}

std::vector<Assignment::Part> Assignment::of(std::size_t point) const {
    std::vector<Part> parts;
    for (const auto& part : placement_.parts(point)) {
        const auto site = placement_.site(point, part.place);
        if (site != placement_.nowhere()) {
            parts.push_back({site, part.people});
        }
    }
    std::ranges::sort(parts, {}, &Part::site);
    return parts;
}

People Assignment::unserved(std::size_t point) const {
    return placement_.people(point, placement_.place_count(point) - 1);
}

PersonTime Assignment::person_time() const {
    PersonTime sum = 0;
    for (std::size_t point = 0; point < point_count(); ++point) {
        for (const auto& part : placement_.parts(point)) {
            if (placement_.site(point, part.place) != placement_.nowhere()) {
                sum += PersonTime(part.people.micro()) * PersonTime(placement_.time(point, part.place));
            }
        }
    }
    return sum;
}

bool Assignment::all_full(std::size_t point) const {
    bool any = false;
    for (const auto& entry : times_->of(point)) {
        if (load_[entry.site] < capacity_[entry.site]) {
            return false;
        }
        any = any || !capacity_[entry.site].is_zero();
    }
    return any;
}

}  // namespace michinori::care
