// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/units.h"
#include "care/assignment.h"
#include "routing/sparse_table.h"

namespace michinori::care {

/// By point which group (an area) it belongs to, if any. Groups are numbered from 0. Empty: nothing is asked by group.
using GroupOf = std::span<const std::optional<std::uint32_t>>;

/// People of a group of points. Lists of them ascend by group and leave out groups where the number is 0.
struct GroupPeople {
    std::uint32_t group = 0;
    People people;
    friend bool operator==(const GroupPeople&, const GroupPeople&) = default;
};

/// What one more site means to people who go to the nearest, whatever it can take.
struct NearestEffect {
    People newly_within;   ///< within the limit of it and of none that is open today
    People nearer;         ///< have a way today, and a shorter one then
    PersonTime saved = 0;  ///< by them
    std::vector<GroupPeople> newly_within_by_group;
};

struct NearestEffects {
    People with_way;                ///< reach an open site today
    std::vector<NearestEffect> of;  ///< in the order of the candidates

    /// Over all who have a way today; 0 where nobody has.
    [[nodiscard]] double mean_minutes_saved(std::size_t candidate) const;
};

struct NearestQuestion {
    const routing::SparseTable& times;  ///< to today's sites and to the candidates
    std::span<const People> people;     ///< by point, at least 0
    TravelTime limit;                   ///< inclusive
    std::vector<std::uint32_t> open;    ///< today's sites, in any order
};

/// The effect of each candidate (sites of the table) alone. Sums are exact. O(entries) in all, parallel over
/// candidates, the same for any number of threads. Memory: 8 bytes an entry of the candidates. Throws
/// std::invalid_argument for sizes that do not match, sites beyond the table and people below 0.
///
///     const auto told = nearest_effects({times, people, from_minutes(60), today}, candidates, area_of);
///     told.of[0].newly_within;
[[nodiscard]] NearestEffects nearest_effects(const NearestQuestion& question, std::span<const std::uint32_t> candidates,
                                             GroupOf group_of = {});

/// A site that might open, or grow, and what it could take.
struct NewSite {
    std::uint32_t site = 0;
    People capacity;
};

/// What one more site means where sites can take only so much.
struct ServedEffect {
    People newly_served;                             ///< more than today
    People load;                                     ///< who would go there
    std::vector<GroupPeople> newly_served_by_group;  ///< likewise: nobody is given up for others
};

/// Each candidate alone is opened on a copy of today's assignment, whose table must have it: the whole is optimal
/// again. For a need that is known from low to high, call it for each. Parallel over candidates, the same for any
/// number of threads; a copy and its search (some 60 bytes an entry of open sites) for each thread. Throws
/// std::invalid_argument as nearest_effects does and for capacities below 0.
[[nodiscard]] std::vector<ServedEffect> served_effects(const Assignment& today, std::span<const NewSite> candidates,
                                                       GroupOf group_of = {});

}  // namespace michinori::care
