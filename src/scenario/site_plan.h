// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "location/solve.h"
#include "scenario/maternity.h"
#include "scenario/site_question.h"
#include "scenario/support_costs.h"

namespace michinori::scenario {

/// What all rules of a scenario together would pay in a year, by policy::Bound.
struct PlanSupport {
    std::array<People, policy::bounds.size()> claims;
    std::array<policy::Yen, policy::bounds.size()> yen;
};

/// What a set of sites means for the people of a question.
struct PlanFigures {
    People people;
    People with_way;             ///< to any site of the question, open or not
    People reached;              ///< to an open one
    double mean_min = 0;         ///< of those reached
    std::vector<People> within;  ///< by threshold of the service
    People within_goal;          ///< within the minutes of the question
    /// The longest way of a point with people.
    struct Worst {
        DemandId point;
        TravelTime time{0};
    };
    std::optional<Worst> worst;
    std::vector<People> load;            ///< by site; of the load's group
    std::optional<People> least_load;    ///< of an open site
    std::optional<PlanSupport> support;  ///< nothing: no rules, or births are not known
};

/// A set of sites and how it came about.
struct SitePlan {
    enum class Kind { today, best, by_size, by_area };
    Kind kind = Kind::today;
    std::vector<std::uint32_t> open;  ///< ascending
    PlanFigures figures;
    std::optional<location::Solution> proof;  ///< of `best`
};

/// Figures of an open set. O(entries passed), exact sums.
[[nodiscard]] PlanFigures figures_of(const SiteQuestion& question, const OptimiseSettings& settings,
                                     const std::vector<std::uint32_t>& open);

/// What the rules of the scenario would pay in a year with these sites open; yen are made whole place by place, as in
/// the tables of support. Nothing where `maternity` is null or no
/// births are known. The other services stay as they are.
[[nodiscard]] std::optional<PlanSupport> support_of(const SiteQuestion& question, const MaternityStudy* maternity,
                                                    const std::vector<std::uint32_t>& open);

}  // namespace michinori::scenario
