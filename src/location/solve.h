// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "location/amount.h"
#include "location/conflict.h"
#include "location/model_size.h"
#include "location/problem.h"

namespace michinori::location {

/// How a problem is worked on.
struct SolveOptions {
    enum class Method {
        automatic,  ///< exact where the merged model is small enough (exact.h says how small), else heuristic
        exact,      ///< whatever the size
        heuristic   ///< vertex substitution and a bound by Lagrangian relaxation
    };
    Method method = Method::automatic;
    double time_limit = 60;  ///< seconds of wall time. Only a run that it cuts short may differ from the next.
    std::vector<std::uint32_t> start = {};  ///< a set to begin from, such as today's; needs not satisfy the constraints
};

struct Solution {
    enum class Status {
        optimal,     ///< proven: no set has a cost lower by more than 1e-7 of it
        feasible,    ///< satisfies everything; the bound says how far from the optimum it may be
        infeasible,  ///< proven: no set satisfies the constraints; `conflict` says which
        none_found   ///< neither a set nor a proof
    };
    Status status = Status::none_found;
    std::vector<std::uint32_t> open;  ///< ascending
    Amount cost = 0;                  ///< as Evaluation::cost, computed afresh from `open`
    Amount bound = 0;                 ///< proven: no set has a lower cost. Of mean_time and the like never below 0.
    /// (cost - bound) / cost; covered: (people by the bound - people covered) / people by the bound. 0 when optimal.
    double gap = 0;
    std::optional<Conflict> conflict;  ///< when infeasible
    ModelSize size;
    double seconds = 0;

    [[nodiscard]] bool found() const { return status == Status::optimal || status == Status::feasible; }
};

/// The best set of sites and the proof of it, or how far it may be from the best, or why there is none.
/// Start with this file; README.md tells how it is done. Throws std::invalid_argument as check() does. Parallel; the
/// same for any number of threads unless the time limit cuts it short. One call at a time in a process: CBC is not
/// known to be safe from several threads.
///
///     const Solution best = solve(problem, {.time_limit = 30});
///     if (best.found()) { use(best.open, evaluate(problem, best.open)); }
[[nodiscard]] Solution solve(const Problem& problem, const SolveOptions& options = {});

/// The best set for each number of sites (Problem::sites is not read; fewest_sites throws std::invalid_argument), each
/// starting from its neighbour's. The time limit is for each.
[[nodiscard]] std::vector<Solution> solve_by_size(const Problem& problem, std::span<const std::uint32_t> sizes,
                                                  const SolveOptions& options = {});

}  // namespace michinori::location
