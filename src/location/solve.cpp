// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/solve.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "location/answer.h"
#include "location/case.h"
#include "location/centre.h"
#include "location/deadline.h"
#include "location/evaluation.h"
#include "location/exact.h"
#include "location/fewest.h"
#include "location/solve_case.h"

namespace michinori::location {
namespace {

using Status = Solution::Status;

/// Sites, groups and their number can be settled without a single demand point, whatever the size.
bool sites_possible(const Problem& problem) {
    auto families = families_of(problem);
    std::erase_if(families, [](const Family& family) {
        return family.kind == Family::Kind::floor || family.kind == Family::Kind::capacity ||
               family.kind == Family::Kind::share;
    });
    return solve_exact(case_of(problem, families)).status != Answer::Status::infeasible;
}

Answer answer_for(const Problem& problem, const SolveOptions& options, const Deadline& deadline) {
    if (!sites_possible(problem)) {
        Answer none;
        none.status = Answer::Status::infeasible;
        return none;
    }
    switch (problem.objective.kind) {
        case Objective::Kind::worst_time: return solve_centre(problem, options, deadline);
        case Objective::Kind::fewest_sites: return solve_fewest(problem, options, deadline);
        case Objective::Kind::mean_time:
        case Objective::Kind::covered: break;
    }
    return solve_case(case_of(problem), options.method, options.start, deadline);
}

double share(Amount part, Amount whole) {
    return whole > 0 ? as_double(part) / as_double(whole) : 0;
}

double gap_of(const Problem& problem, const Evaluation& told, Amount bound) {
    const auto off = told.cost - bound;
    const bool covered = problem.objective.kind == Objective::Kind::covered;
    return share(off, covered ? amount(told.total) - bound : told.cost);
}

Status status_of(const Answer& answer) {
    if (answer.status == Answer::Status::infeasible) {
        return Status::infeasible;
    }
    if (!answer.open) {
        return Status::none_found;
    }
    return answer.status == Answer::Status::optimal ? Status::optimal : Status::feasible;
}

/// All families where there is no time to find out which of them it is.
Conflict conflict_of(const Problem& problem, double time_limit) {
    return find_conflict(problem, time_limit).value_or(Conflict{families_of(problem), false});
}

}  // namespace

Solution solve(const Problem& problem, const SolveOptions& options) {
    check(problem);
    const Deadline deadline(options.time_limit);
    const auto answer = answer_for(problem, options, deadline);
    Solution solution;
    solution.status = status_of(answer);
    solution.size = answer.size;
    solution.bound = answer.bound;
    if (solution.found()) {
        solution.open = sites_of(*answer.open);
        const auto told = evaluate(problem, solution.open);
        solution.cost = told.cost;
        solution.gap = gap_of(problem, told, solution.bound);
    }
    if (solution.status == Status::infeasible) {
        solution.conflict = conflict_of(problem, deadline.left());
    }
    solution.seconds = deadline.spent();
    return solution;
}

std::vector<Solution> solve_by_size(const Problem& problem, std::span<const std::uint32_t> sizes,
                                    const SolveOptions& options) {
    if (problem.objective.kind == Objective::Kind::fewest_sites) {
        throw std::invalid_argument("location: the fewest sites have one size");
    }
    std::vector<Solution> solutions;
    auto sized = problem;
    auto from = options;
    for (const auto size : sizes) {
        sized.sites = size;
        solutions.push_back(solve(sized, from));
        if (solutions.back().found()) {
            from.start = solutions.back().open;
        }
    }
    return solutions;
}

}  // namespace michinori::location
