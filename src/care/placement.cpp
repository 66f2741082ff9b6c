// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/placement.h"

#include <algorithm>

namespace michinori::care {

Placement::Placement(const routing::SparseTable& times, std::span<const People> people)
    : times_(&times), far_away_((std::int64_t{nowhere()} + 1) << 32U), parts_(people.size()) {
    for (std::size_t point = 0; point < people.size(); ++point) {
        if (!people[point].is_zero()) {
            parts_[point] = {{place_count(point) - 1, people[point]}};
        }
    }
}

People Placement::people(std::size_t point, std::uint32_t place) const {
    const auto part = std::ranges::find(parts_[point], place, &Part::place);
    return part == parts_[point].end() ? People{} : part->people;
}

void Placement::move(std::size_t point, std::uint32_t from, std::uint32_t to, People people) {
    add(point, to, people);
    add(point, from, People{} - people);
}

void Placement::add(std::size_t point, std::uint32_t place, People people) {
    auto& parts = parts_[point];
    const auto part = std::ranges::find(parts, place, &Part::place);
    if (part == parts.end()) {
        parts.push_back({place, people});
        return;
    }
    part->people += people;
    if (part->people.is_zero()) {
        parts.erase(part);
    }
}

}  // namespace michinori::care
