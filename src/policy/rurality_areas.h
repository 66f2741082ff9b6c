// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/units.h"
#include "policy/rurality_error.h"

namespace michinori::policy {

/// The index of an area made of small units.
struct AreaRurality {
    std::uint32_t units = 0;
    People people;
    std::optional<double> by_people;  ///< mean weighted by population; nothing: nobody lives there
    std::optional<double> simple;     ///< mean over units; nothing: no unit lies there
    friend bool operator==(const AreaRurality&, const AreaRurality&) = default;
};
struct RuralityOfAreas {
    std::vector<AreaRurality> areas;  ///< by area
    AreaRurality outside;             ///< units in no area: none is lost
};

/// Means of the percentiles 1 to 100 of units by area. Sums are whole numbers, so the order of units does not matter.
/// index, people and area are by unit. Fails: lengths_differ, bad_area, bad_people. O(units).
///
///     const auto table = rurality_of_areas(index, people, area_of_unit, area_count);
///     const auto classes = deciles(means, ByRank{ReferenceSet::national, Ties::mean_rank});
[[nodiscard]] RuralityResult<RuralityOfAreas> rurality_of_areas(std::span<const int> index,
                                                                std::span<const People> people,
                                                                std::span<const std::optional<std::uint32_t>> area,
                                                                std::uint32_t area_count);

}  // namespace michinori::policy
