// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/conflict.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "location/case.h"
#include "location/deadline.h"
#include "location/exact.h"
#include "location/search.h"

namespace michinori::location {
namespace {

enum class Possible { yes, no, unknown };

/// Does the heuristic find a set? Where the number of sites is free, a few sizes are tried.
bool found_by_search(const Case& wanted, const Deadline& deadline) {
    auto sized = wanted;
    sized.minimise = {};
    const auto most = std::min<std::size_t>(wanted.most, wanted.candidates());
    for (auto size = static_cast<std::uint32_t>(most); size >= wanted.fewest && !deadline.passed(); size /= 2) {
        sized.fewest = size;
        sized.most = size;
        if (search(sized, {}, deadline).standing.excess == 0) {
            return true;
        }
        if (size == 0) {
            break;
        }
    }
    return false;
}

Possible possible(const Problem& problem, const std::vector<Family>& kept, double time_limit) {
    const Deadline deadline(time_limit);
    const auto wanted = case_of(problem, kept);
    if (!wanted.is_plain() && found_by_search(wanted, deadline)) {
        return Possible::yes;
    }
    const auto most = wanted.loads_matter() ? most_prefix_sets_with_loads : most_prefix_sets;
    const auto answer = solve_exact(wanted, {.time_limit = deadline.left(), .most_sets = most});
    if (answer.open) {
        return Possible::yes;
    }
    return answer.status == Answer::Status::infeasible ? Possible::no : Possible::unknown;
}

std::vector<Family> without(std::vector<Family> families, const Family& family) {
    std::erase(families, family);
    return families;
}

}  // namespace

std::optional<Conflict> find_conflict(const Problem& problem, double time_limit) {
    check(problem);
    const Deadline deadline(time_limit);
    const auto all = families_of(problem);
    if (possible(problem, all, deadline.left()) != Possible::no) {
        return {};
    }
    Conflict conflict{all, true};
    auto to_try = all.size();
    for (const auto& family : all) {
        auto fewer = without(conflict.families, family);
        // A hard question must not take the time of all that follow.
        switch (possible(problem, fewer, deadline.left() / static_cast<double>(to_try--))) {
            case Possible::no: conflict.families = std::move(fewer); break;
            case Possible::unknown: conflict.irreducible = false; break;
            case Possible::yes: break;
        }
    }
    std::ranges::sort(conflict.families, {}, [](const Family& family) { return std::pair(family.kind, family.index); });
    return conflict;
}

}  // namespace michinori::location
