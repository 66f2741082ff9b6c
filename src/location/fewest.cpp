// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/fewest.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "location/case.h"
#include "location/exact.h"
#include "location/search.h"
#include "location/solve_case.h"

namespace michinori::location {
namespace {

using Status = Answer::Status;

/// The same with so many sites and another aim.
Case sized(Case wanted, std::uint32_t sites, const Aim& aim) {
    wanted.fewest = sites;
    wanted.most = sites;
    wanted.minimise = aim;
    return wanted;
}

std::uint32_t size_of(const Flags& open) {
    return static_cast<std::uint32_t>(std::ranges::count(open, 1));
}

/// A set of that many sites that satisfies everything, if the heuristic finds one.
std::optional<Flags> set_of(const Case& wanted, std::uint32_t sites, std::span<const std::uint32_t> start,
                            const Deadline& deadline) {
    const auto limit = wanted.budgets.front();
    auto largest_cover = sized(wanted, sites, limit.aim);
    if (!wanted.loads_matter()) {
        largest_cover.budgets.clear();  // the aim itself; without it the search is quick
    }
    auto found = search(largest_cover, start, deadline);
    if (found.standing.excess > 0 || found.standing.cost > limit.at_most) {
        return {};
    }
    return std::move(found.open);
}

/// The fewest that the heuristic can do with, by halving; larger sets mostly satisfy when smaller ones do.
std::optional<Flags> guess(const Case& wanted, std::span<const std::uint32_t> start, const Deadline& deadline) {
    std::optional<Flags> best;
    auto low = wanted.fewest;
    auto high = static_cast<std::uint32_t>(std::min<std::size_t>(wanted.most, wanted.candidates()));
    while (low <= high && !deadline.passed()) {
        const auto middle = low + (high - low) / 2;
        if (auto open = set_of(wanted, middle, start, deadline)) {
            best = std::move(open);
            if (middle == 0) {
                break;
            }
            high = middle - 1;
        } else {
            low = middle + 1;
        }
    }
    return best;
}

/// Of the sets of the size found the one of least mean time.
Flags nearest_on_average(const Case& wanted, const Problem& problem, Flags open, const SolveOptions& options,
                         const Deadline& deadline) {
    const Aim time{Aim::Kind::mean_time, TravelTime{0}, problem.objective.unreached};
    const auto best = solve_case(sized(wanted, size_of(open), time), options.method, sites_of(open), deadline);
    return best.open ? *best.open : open;
}

}  // namespace

Answer solve_fewest(const Problem& problem, const SolveOptions& options, const Deadline& deadline) {
    const auto wanted = case_of(problem);
    const auto start = guess(wanted, options.start, deadline);
    auto answer = solve_exact(
        wanted, {.time_limit = deadline.left(), .start = start, .most_sets = most_sets_for(wanted, options.method)});
    if (answer.status == Status::too_large) {
        answer.status = Status::stopped;
    }
    if (answer.open) {
        answer.open = nearest_on_average(wanted, problem, std::move(*answer.open), options, deadline);
    }
    return answer;
}

}  // namespace michinori::location
