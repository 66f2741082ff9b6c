// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/exchange.h"

#include <optional>
#include <utility>

#include "location/group_guard.h"
#include "location/survey.h"

namespace michinori::location {
namespace {

using Swap = std::pair<std::uint32_t, std::uint32_t>;  // opened, closed

std::optional<Swap> best_swap(const Case& wanted, const Flags& open) {
    const auto told = survey(wanted, open, SurveyOf::swaps);
    const GroupGuard guard(wanted, open);
    std::optional<Swap> best;
    Amount most = 0;
    for (std::uint32_t opened = 0; opened < open.size(); ++opened) {
        // No pair saves more than opening alone does.
        if (open[opened] != 0 || wanted.may_open[opened] == 0 || told.gain[opened] <= most) {
            continue;
        }
        for (std::uint32_t closed = 0; closed < open.size(); ++closed) {
            if (open[closed] == 0 || wanted.must_open[closed] != 0 || told.swap_saving(opened, closed) <= most) {
                continue;
            }
            if (guard.may_swap(opened, closed)) {
                most = told.swap_saving(opened, closed);
                best = {opened, closed};
            }
        }
    }
    return best;
}

}  // namespace

void exchange(const Case& wanted, Flags& open, const Deadline& deadline) {
    while (!deadline.passed()) {
        const auto swap = best_swap(wanted, open);
        if (!swap) {
            return;
        }
        open[swap->first] = 1;
        open[swap->second] = 0;
    }
}

}  // namespace michinori::location
