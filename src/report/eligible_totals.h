// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "scenario/eligibility.h"

namespace michinori::report {

/// What the decisions of a rule on some homes add up to. Amounts apart for those eligible and those near the limit:
/// the latter are paid only if the municipality says so.
struct EligibleTotals {
    struct Sums {
        std::int64_t homes = 0;
        std::int64_t unpriced = 0;  ///< of them: a fact is missing, so no amount is told
        policy::Yen support;
        policy::Yen cost;
        policy::Yen own;
        std::map<std::string, policy::Yen> by_payer;
    };
    Sums eligible;
    Sums near_limit;
    std::int64_t not_eligible = 0;
    std::int64_t undecided = 0;
    std::int64_t not_in_force = 0;

    void add(const scenario::Eligibility& batch, const scenario::HomeDecision& one);
};

/// By family of rules; the second key is a municipality's code, "" for homes in none.
using TotalsByMunicipality = std::map<std::pair<std::size_t, std::string>, EligibleTotals>;
[[nodiscard]] TotalsByMunicipality totals_by_municipality(const scenario::Eligibility& batch);
/// By family of rules.
[[nodiscard]] std::vector<EligibleTotals> totals_by_rule(const scenario::Eligibility& batch);

/// The ids of all rules' payers, in the order of their first mention.
[[nodiscard]] std::vector<std::string> payer_ids(const std::vector<policy::TravelSupport>& rules);

}  // namespace michinori::report
