// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <vector>

#include "access/closure_effects.h"
#include "base/progress.h"
#include "routing/engine.h"
#include "scenario/analysis.h"
#include "scenario/region.h"

namespace michinori::scenario {

/// What the loss of each facility, and of each two, would mean for the people of one group.
struct ClosureTable {
    std::size_t service = 0;  ///< in the analysis
    std::size_t group = 0;    ///< in the demand
    std::size_t limit = 0;    ///< the threshold (of the service) that ranks: 60 minutes, or the last one
    std::vector<access::ClosureEffect> singles;  ///< the worst first
    std::vector<access::ClosureEffect> pairs;    ///< likewise; empty unless asked for
};

/// The most facilities of a service every two of which are tried.
inline constexpr std::size_t most_for_pairs = 60;

/// A table for each [[closures]] of the scenario; without any, one for each service and the first population group. The
/// worst is the one that puts most people beyond the limit, then the one that leaves most without any, then the one
/// that adds most person-minutes, then the first. Throws InputError: unknown_reference (group), bad_value (pairs of too
/// many).
[[nodiscard]] std::vector<ClosureTable> study_closures(const Scenario& scenario, const Region& region,
                                                       const Analysis& analysis, const routing::Engine& engine,
                                                       Progress& progress);

}  // namespace michinori::scenario
