// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "location/front.h"
#include "location/sequence.h"
#include "scenario/site_plan.h"
#include "scenario/site_question.h"

namespace michinori::scenario {

/// The same question under another season, profile or year.
struct SensitivityCase {
    std::string id;                 ///< "winter", "measured", "2040"
    std::vector<std::string> kept;  ///< ids of the best set
    location::Solution proof;
    PlanFigures best;  ///< of that set
    PlanFigures plan;  ///< of the plan made for today, under this case
};

/// A question "which sites" answered.
struct OptimiseAnswer {
    const OptimiseSettings* settings = nullptr;
    std::unique_ptr<SiteQuestion> question;
    std::vector<SitePlan> plans;  ///< today, the best of each size asked for, those of simple rules beside the first
    std::vector<SitePlan> front;  ///< the best of each size that is possible, the fewest sites first
    std::vector<std::uint32_t> sizes_without_set;  ///< of the front
    std::optional<location::Front> second;         ///< the goal against people beyond a limit, at the first size
    std::optional<location::ClosureSequence> steps;
    std::vector<SensitivityCase> sensitivity;

    /// The plan the question is about: the best of the first size.
    [[nodiscard]] const SitePlan& plan() const;
};

/// Answers every [[optimise]] of a scenario. Of sets that are as good in people_within the one with the shortest mean
/// is taken. `maternity` prices plans; null: it does not. Time limits and problems too large for a proof are told
/// (not_proven, model_too_large). Throws InputError: too_many_sites, constraints_conflict, and those of ask().
[[nodiscard]] std::vector<OptimiseAnswer> study_optimise(const VariantFamily& family, const Analysis& today,
                                                         const MaternityStudy* maternity, Findings& findings,
                                                         Progress& progress);

/// What a cost of location/solve.h means for a goal, in its unit: minutes, people or sites. `total`: all people.
[[nodiscard]] double value_of(const OptimiseSettings& settings, location::Amount cost, People total);

/// The value of a goal in words: "12.34 min", "98,765.0 people", "7 sites".
[[nodiscard]] std::string value_words(const OptimiseSettings& settings, location::Amount cost, People total);

}  // namespace michinori::scenario
