// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/units.h"
#include "location/aim.h"
#include "location/amount.h"
#include "location/problem.h"

namespace michinori::location {

/// What a set of open sites means for everybody. Sums are exact.
struct Evaluation {
    Amount cost = 0;         ///< by the problem's objective, as evaluate() says; less is better
    Amount person_time = 0;  ///< micro people x ms to the nearest open site, `unreached` for those without
    People total;
    People covered;    ///< within `limit` of an open site
    People unreached;  ///< no open site in their list
    /// The longest counted time of a point with people that reaches any site of the table; none: there is no such
    /// point.
    std::optional<TravelTime> worst_time;
    std::vector<People> load;  ///< by site: the people of Problem::load whose nearest open site it is
};

/// `open` in any order, each site once. The cost is, by objective: mean_time micro people x ms; covered micro people
/// not covered; worst_time ms; fewest_sites the number of open sites. Throws std::invalid_argument as check() does and
/// for sites beyond the table or named twice. O(entries passed), parallel, the same for any number of threads.
///
///     const Evaluation today = evaluate(problem, open);
///     const double mean_minutes = as_double(today.person_time) / 60000 / amount(today.total);
[[nodiscard]] Evaluation evaluate(const Problem& problem, std::span<const std::uint32_t> open);

/// One aim alone. O(entries passed), parallel, exact.
[[nodiscard]] Amount evaluate(const Problem& problem, const Aim& aim, std::span<const std::uint32_t> open);

/// By point where in its list the first open site stands, or the list's length. O(entries passed), parallel.
[[nodiscard]] std::vector<std::uint32_t> first_open(const routing::SparseTable& choices,
                                                    std::span<const std::uint8_t> open);

}  // namespace michinori::location
