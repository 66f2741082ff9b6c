// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/problem.h"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace michinori::location {
namespace {

void demand(bool holds, const char* what) {
    if (!holds) {
        throw std::invalid_argument(what);
    }
}

bool all_within(std::span<const std::uint32_t> sites, std::size_t count) {
    return std::ranges::all_of(sites, [&](auto site) { return site < count; });
}

bool none_negative(std::span<const People> people) {
    return std::ranges::all_of(people, [](People each) { return each >= People{}; });
}

void check_people(const Problem& problem) {
    const auto points = problem.choices->point_count();
    demand(problem.weight.size() == points, "location: not one weight a point");
    demand(problem.load.empty() || problem.load.size() == points, "location: not one load a point");
    demand(none_negative(problem.weight) && none_negative(problem.load), "location: people below zero");
}

void check_sites(const Problem& problem) {
    const auto count = problem.choices->site_count;
    demand(std::ranges::all_of(problem.choices->entries, [&](const auto& entry) { return entry.site < count; }),
           "location: a list names a site beyond the table");
    demand(all_within(problem.must_open, count) && all_within(problem.must_close, count),
           "location: a site that must open or close is beyond the table");
    demand(std::ranges::all_of(problem.groups, [&](const auto& group) { return all_within(group.sites, count); }),
           "location: a group names a site beyond the table");
    demand(problem.capacity.empty() || problem.capacity.size() == count, "location: not one capacity a site");
}

}  // namespace

void check(const Problem& problem) {
    demand(problem.choices != nullptr, "location: no table of choices");
    check_people(problem);
    check_sites(problem);
    const auto& objective = problem.objective;
    demand(objective.share >= 0 && objective.share <= 1, "location: a share outside 0 to 1");
    demand(objective.kind == Objective::Kind::fewest_sites || problem.sites.has_value(),
           "location: no number of sites");
}

}  // namespace michinori::location
