// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/starting_set.h"

#include <algorithm>
#include <optional>

#include "location/group_guard.h"
#include "location/survey.h"

namespace michinori::location {
namespace {

/// What saves most of the closed sites that are allowed; nothing when there are none.
template <class Allowed>
std::optional<std::uint32_t> best_to_open(const Case& wanted, const Flags& open, const Allowed& allowed) {
    const auto told = survey(wanted, open, SurveyOf::single_changes);
    std::optional<std::uint32_t> best;
    for (std::uint32_t site = 0; site < open.size(); ++site) {
        if (open[site] == 0 && wanted.may_open[site] != 0 && allowed(site) &&
            (!best || told.gain[site] > told.gain[*best])) {
            best = site;
        }
    }
    return best;
}

void serve_groups(const Case& wanted, Flags& open) {
    for (const auto& group : wanted.groups) {
        if (std::ranges::any_of(group, [&](auto site) { return open[site] != 0; })) {
            continue;
        }
        const auto members = flags_of(group, open.size());
        if (const auto site = best_to_open(wanted, open, [&](auto each) { return members[each] != 0; })) {
            open[*site] = 1;
        }
    }
}

/// What is missed least of the open sites that may go; nothing when there are none.
std::optional<std::uint32_t> best_to_close(const Case& wanted, const Flags& open) {
    const auto told = survey(wanted, open, SurveyOf::single_changes);
    const GroupGuard guard(wanted, open);
    std::optional<std::uint32_t> best;
    for (std::uint32_t site = 0; site < open.size(); ++site) {
        if (open[site] != 0 && wanted.must_open[site] == 0 && guard.may_close(site) &&
            (!best || told.loss[site] < told.loss[*best])) {
            best = site;
        }
    }
    return best;
}

}  // namespace

Flags starting_set(const Case& wanted, std::span<const std::uint32_t> wish) {
    auto open = wanted.must_open;
    for (const auto site : wish) {
        open[site] |= wanted.may_open[site];
    }
    serve_groups(wanted, open);
    auto count = std::ranges::count(open, 1);
    for (; count < static_cast<std::ptrdiff_t>(wanted.most); ++count) {
        const auto site = best_to_open(wanted, open, [](auto) { return true; });
        if (!site) {
            break;
        }
        open[*site] = 1;
    }
    for (; count > static_cast<std::ptrdiff_t>(wanted.most); --count) {
        const auto site = best_to_close(wanted, open);
        if (!site) {
            break;
        }
        open[*site] = 0;
    }
    return open;
}

}  // namespace michinori::location
