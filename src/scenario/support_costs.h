// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "policy/support_estimate.h"
#include "routing/engine.h"
#include "scenario/analysis.h"
#include "scenario/region.h"
#include "scenario/rule_book.h"

namespace michinori::scenario {

/// Expected numbers of one rule for low, central and high assumptions, by policy::Bound.
using ExpectedRange = std::array<policy::Expected, 3>;

/// What rules of travel support are expected to cost in a year, area by area.
struct SupportCosts {
    /// The demand points that lie in the same area of every level: the smallest places that any sum is made of. Yen are
    /// made whole here, once, so that the tables of all levels add up to the same yen.
    struct Piece {
        std::vector<std::optional<std::uint32_t>> areas;  ///< by level
        std::vector<ExpectedRange> by_rule;               ///< beside `rules`
    };
    std::vector<ChosenRule> rules;  ///< in force on the day
    /// Verdicts of each demand point for a woman of normal and of high risk who declares nothing: [rule][point].
    struct PointVerdict {
        policy::Decision normal;
        policy::Decision high;
    };
    std::vector<std::vector<PointVerdict>> verdicts;
    std::vector<Piece> pieces;  ///< ascending by areas
};

/// Applies the rules of a day to the births of every demand point (`births` empty: none are known, only the verdicts
/// are told). An ordinance of some municipalities is applied to their points alone; its verdicts elsewhere stand for
/// what it would say there. Parallel; the result does not depend on the number of threads. Throws InputError
/// unknown_reference (a role that is no service).
[[nodiscard]] SupportCosts estimate_support(const Scenario& scenario, const RuleBook& book, Date day,
                                            std::span<const People> births, const Region& region,
                                            const Analysis& analysis, const routing::Engine& engine);

}  // namespace michinori::scenario
