// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "location/amount.h"
#include "location/case.h"

namespace michinori::location {

/// What each single change of a set of open sites would do to the aim, out of one pass over the demand. Exact.
struct Survey {
    Amount cost = 0;
    std::vector<Amount> gain;  ///< by closed site: what opening it saves; 0 for open ones
    std::vector<Amount> loss;  ///< by open site: what closing it costs; 0 for closed ones
    /// By closed site x open site, where swaps were asked for: what opening the one and closing the other saves
    /// beyond gain - loss.
    std::vector<Amount> extra;
    std::vector<std::uint32_t> row;  ///< by site: its number among the closed, or among the open
    std::size_t open_count = 0;

    [[nodiscard]] Amount swap_saving(std::uint32_t opened, std::uint32_t closed) const {
        return gain[opened] - loss[closed] + extra[row[opened] * open_count + row[closed]];
    }
};

enum class SurveyOf { single_changes, swaps };

/// Of the aim of the case, which must not be the number of sites. Constraints are not looked at. O(entries up to the
/// second open site of each point), parallel; the same for any number of threads. Memory for swaps: 16 bytes a pair and
/// thread. Source: Resende, Werneck, A fast swap-based local search procedure for location problems, 2007; Whitaker
/// 1983.
[[nodiscard]] Survey survey(const Case& wanted, const Flags& open, SurveyOf what);

}  // namespace michinori::location
