// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "location/problem.h"

namespace michinori::location {

/// Which sites rules without any travel time would keep, to be compared with the best set. `size` is by site, such as
/// births a year. must_open come first, whatever their size, others
/// that must_close never; the greater size goes first, the lower number among equals.
/// Floor, capacity, objective and people are not read. Ascending; fewer than Problem::sites when there are no more
/// sites. Throws std::invalid_argument as check() does, for no number of sites and for sizes of another length.
///
///     const auto kept = keep_largest(problem, births);
///     const Evaluation told = evaluate(problem, kept);
[[nodiscard]] std::vector<std::uint32_t> keep_largest(const Problem& problem, std::span<const People> size);

/// The same, but the largest of each group that has none yet is taken first, in the order of the groups; more than
/// Problem::sites when there are more such groups.
[[nodiscard]] std::vector<std::uint32_t> keep_one_per_group(const Problem& problem, std::span<const People> size);

}  // namespace michinori::location
