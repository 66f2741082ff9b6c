// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/case.h"

#include <algorithm>
#include <cmath>

namespace michinori::location {
namespace {

Aim aim_of(const Objective& objective) {
    switch (objective.kind) {
        case Objective::Kind::covered: return {Aim::Kind::beyond, objective.limit};
        case Objective::Kind::fewest_sites: return {Aim::Kind::sites};
        case Objective::Kind::mean_time:
        case Objective::Kind::worst_time: break;
    }
    return {Aim::Kind::mean_time, TravelTime{0}, objective.unreached};
}

/// People who may be left beyond the limit: all that nobody can help, and what the share leaves of the others.
Budget budget_of(const Problem& problem) {
    Amount total = 0;
    for (const auto people : problem.weight) {
        total += amount(people);
    }
    const auto never = never_within(problem, problem.objective.limit);
    const auto coverable = total - never;
    // Only a share of one must be met to the last person; of others the product is rounded as doubles are.
    const auto needed =
        problem.objective.share == 1
            ? coverable
            : std::min(coverable, static_cast<Amount>(std::ceil(as_double(coverable) * problem.objective.share)));
    return {{Aim::Kind::beyond, problem.objective.limit}, total - needed};
}

/// No constraints at all: any number of sites.
Case bare_case(const Problem& problem) {
    Case bare;
    bare.choices = problem.choices;
    bare.weight = problem.weight;
    bare.load = problem.load.empty() ? problem.weight : problem.load;
    bare.minimise = aim_of(problem.objective);
    bare.most = static_cast<std::uint32_t>(problem.choices->site_count);
    bare.must_open.assign(bare.site_count(), 0);
    bare.may_open.assign(bare.site_count(), 1);
    return bare;
}

void limit_sites(Case& to, const Problem& problem) {
    to.most = *problem.sites;
    if (problem.objective.kind != Objective::Kind::fewest_sites) {
        to.fewest = *problem.sites;
    }
}

void apply(Case& to, const Problem& problem, const Family& family) {
    switch (family.kind) {
        case Family::Kind::must_open: to.must_open = flags_of(problem.must_open, to.site_count()); break;
        case Family::Kind::must_close:
            for (const auto site : problem.must_close) {
                to.may_open[site] = 0;
            }
            break;
        case Family::Kind::group: to.groups.emplace_back(problem.groups[family.index].sites); break;
        case Family::Kind::floor: to.floor = problem.floor; break;
        case Family::Kind::capacity: to.capacity = problem.capacity; break;
        case Family::Kind::sites: limit_sites(to, problem); break;
        case Family::Kind::share: to.budgets.push_back(budget_of(problem)); break;
    }
}

}  // namespace

Flags flags_of(std::span<const std::uint32_t> sites, std::size_t count) {
    Flags flags(count, 0);
    for (const auto site : sites) {
        flags[site] = 1;
    }
    return flags;
}

std::vector<std::uint32_t> sites_of(const Flags& flags) {
    std::vector<std::uint32_t> sites;
    for (std::uint32_t site = 0; site < flags.size(); ++site) {
        if (flags[site] != 0) {
            sites.push_back(site);
        }
    }
    return sites;
}

std::size_t Case::candidates() const {
    return static_cast<std::size_t>(std::ranges::count(may_open, 1));
}

Case case_of(const Problem& problem) {
    auto made = bare_case(problem);
    for (const auto& family : families_of(problem)) {
        apply(made, problem, family);
    }
    std::ranges::reverse(made.groups);  // the families name them from the last to the first
    return made;
}

Case case_of(const Problem& problem, std::span<const Family> kept) {
    auto made = bare_case(problem);
    made.minimise = {Aim::Kind::sites};
    for (const auto& family : kept) {
        apply(made, problem, family);
    }
    return made;
}

std::vector<Family> families_of(const Problem& problem) {
    std::vector<Family> families;
    for (auto index = problem.groups.size(); index > 0; --index) {
        families.push_back({Family::Kind::group, index - 1});
    }
    const auto add = [&](bool there, Family::Kind kind) {
        if (there) {
            families.push_back({kind});
        }
    };
    add(problem.floor.has_value(), Family::Kind::floor);
    add(!problem.capacity.empty(), Family::Kind::capacity);
    add(!problem.must_open.empty(), Family::Kind::must_open);
    add(!problem.must_close.empty(), Family::Kind::must_close);
    add(problem.objective.kind == Objective::Kind::fewest_sites, Family::Kind::share);
    add(problem.sites.has_value(), Family::Kind::sites);
    return families;
}

Amount never_within(const Problem& problem, TravelTime limit) {
    Amount people = 0;
    for (std::size_t point = 0; point < problem.choices->point_count(); ++point) {
        const auto list = problem.choices->of(point);
        if (list.empty() || list.front().time > limit.count()) {
            people += amount(problem.weight[point]);
        }
    }
    return people;
}

}  // namespace michinori::location
