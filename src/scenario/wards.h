// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "policy/ward_support.h"
#include "scenario/ward_context.h"

namespace michinori::scenario {

/// One ward under one rule.
struct WardRow {
    FacilityId facility;
    std::optional<std::uint32_t> municipality;  ///< in the municipality level
    std::optional<std::uint32_t> area;          ///< in the rule's level
    policy::WardFacts facts;
    policy::WardResult result;
};

/// What a rule says of every ward: a row per facility of the rule's role, in the order of the inputs; under a rule
/// with municipalities, of those that lie in them.
struct WardTable {
    policy::WardSupport rule;
    std::optional<std::size_t> municipality_level;  ///< into the region's levels
    std::optional<std::size_t> area_level;          ///< nothing: the scenario has no such level
    std::vector<WardRow> rows;
};

/// Applies each rule to every facility of its role. Which version of a rule applies is the caller's choice. A fact
/// that the scenario does not hold is unknown, not a fault. Throws InputError unknown_reference when the scenario has
/// no service for the role of a rule.
[[nodiscard]] std::vector<WardTable> judge_wards(const WardContext& context,
                                                 const std::vector<policy::WardSupport>& rules);

}  // namespace michinori::scenario
