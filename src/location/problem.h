// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/units.h"
#include "routing/sparse_table.h"

namespace michinori::location {

/// What a set of sites is judged by. Everybody goes to the nearest open site (the lower number among equals), as
/// everywhere in the program; a point that reaches none is counted as `unreached` says.
struct Objective {
    enum class Kind {
        mean_time,    ///< p-median: people x time to the nearest open site, least
        covered,      ///< maximal cover: people within `limit`, most
        worst_time,   ///< p-centre: the longest time of any point with people, least; then the mean time
        fewest_sites  ///< set cover: the fewest sites with `share` of the coverable people within `limit`; then the
                      ///< mean time
    };
    Kind kind = Kind::mean_time;
    TravelTime limit{0};  ///< covered, fewest_sites: inclusive
    /// fewest_sites: of the people who have any site of the table within the limit, those that must close included
    /// (a promise that closing breaks is a conflict, told by name).
    double share = 1;
    /// mean_time, worst_time: the most that a journey counts as, and what a person counts as who reaches no open site.
    /// Points that reach no site of the table at all count so in the mean time and are left out of the worst time.
    TravelTime unreached{14400000};
};

/// Sites of which at least one must be open, such as those of an area.
struct SiteGroup {
    std::string name;  ///< for messages
    std::vector<std::uint32_t> sites = {};
};

/// Which facilities to keep or choose: demand points, sites, what is wanted and what must hold.
///
///     Problem problem{.choices = &lists, .weight = people, .sites = 14};
///     problem.must_open = {3};                               // a regional centre stays
///     const Solution best = solve(problem);                  // location/solve.h
struct Problem {
    const routing::SparseTable* choices = nullptr;  ///< by point the sites it reaches, nearest first
    std::vector<People> weight = {};                ///< by point, not negative
    Objective objective;
    std::optional<std::uint32_t> sites =
        {};  ///< exactly so many open; must be given, but for fewest_sites: at most so many
    std::vector<std::uint32_t> must_open = {};  ///< stay whatever happens
    std::vector<std::uint32_t> must_close = {};
    std::vector<SiteGroup> groups = {};
    /// What a site takes in: the people of `load` (by point; empty: `weight`) whose nearest open site it is.
    std::vector<People> load = {};
    std::vector<std::optional<People>> capacity = {};  ///< by site; empty: no limits
    std::optional<People> floor = {};                  ///< an open site takes in at least this
};

/// Throws std::invalid_argument for a problem that is not one: no table, lengths that differ, sites beyond the table,
/// people below zero, a share outside 0 to 1, no number of sites where one is needed. Constraints that contradict each
/// other are no fault here: they are told by the solution.
void check(const Problem& problem);

}  // namespace michinori::location
