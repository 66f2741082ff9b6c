// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "location/amount.h"
#include "location/problem.h"
#include "location/solve.h"

namespace michinori::location {

/// One closure of a sequence.
struct ClosureStep {
    std::uint32_t closed = 0;         ///< the site that goes
    std::vector<std::uint32_t> open;  ///< what stays, ascending
    Amount cost = 0;                  ///< as Evaluation::cost of what stays
    std::optional<Solution> best;     ///< the best set of that size, when it was asked for
};

struct ClosureSequence {
    std::vector<std::uint32_t> first;  ///< what is open before the first closure: all but must_close, ascending
    Amount cost = 0;
    std::vector<ClosureStep> steps;
    bool stopped = false;  ///< before Problem::sites were left: nothing more may close (must_open, groups)
};

/// Closures one at a time, each the least harmful at that moment (the lower number among equals), until Problem::sites
/// are left. Honours must_open, must_close and groups; capacities and floor are not looked at on the way. With
/// `options` the best set of each size stands beside it (which honours everything), each solved under these options.
/// Throws std::invalid_argument as check() does, for fewest_sites, and for no number of sites. O(closures x entries
/// passed), worst_time O(closures x sites x entries).
[[nodiscard]] ClosureSequence close_one_by_one(const Problem& problem, const std::optional<SolveOptions>& options = {});

}  // namespace michinori::location
