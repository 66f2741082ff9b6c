// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "location/aim.h"
#include "location/amount.h"
#include "location/problem.h"

namespace michinori::location {

/// What to set against what. Problem::objective is not read.
struct FrontOptions {
    Aim first;
    Aim second;
    /// How many sites may be open. Both the same: a front at a given size. Problem::sites is not read.
    std::uint32_t fewest = 0;
    std::uint32_t most = 0;
    std::size_t most_points = 100;
    double time_limit = 600;  ///< seconds for all of it
};

struct FrontPoint {
    std::vector<std::uint32_t> open;  ///< ascending
    Amount first = 0;
    Amount second = 0;
};

struct Front {
    std::vector<FrontPoint> points;  ///< by first, rising; second falls. Each is proven: no set is better in one
                                     ///< and as good in the other.
    bool complete = true;            ///< false: points or time ran out, and the front goes on beyond the last point
};

/// All pairs of values that cannot be bettered in both, each with one set that has them; none when no set satisfies the
/// constraints. By the epsilon constraint method: first is made least with second below the last point's, then second
/// least with first as it is; two exact models a point. Throws std::invalid_argument as check() does, and for a range
/// of sizes that is empty.
///
///     const Front front = find_front(problem, {.first = {Aim::Kind::sites}, .second = {Aim::Kind::beyond, an_hour},
///                                              .fewest = 5, .most = 25});
/// Source: Haimes, Lasdon, Wismer 1971; Chankong, Haimes 1983.
[[nodiscard]] Front find_front(const Problem& problem, const FrontOptions& options);

}  // namespace michinori::location
