// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <functional>
#include <vector>

namespace michinori::bench {

/// How long one row of the table may take: rounds are run until the budget is spent, but at least and
/// at most so many.
struct Pace {
    double budget_ms = 2000;
    int least_rounds = 3;
    int most_rounds = 200;
    double turn_ms = 25;  ///< what runs shorter is run again within a round until it had this long

    /// One round and one run of everything: to see that all works, not to measure.
    [[nodiscard]] static Pace quick() { return {0, 1, 1, 0}; }
};

using Work = std::function<void()>;

/// Runs the works in turn, round after round, so that whatever else the machine does meets all of
/// them alike, and gives the shortest run of each, in ms. A work follows itself within its turn: both the
/// baseline and the engine are measured with their own data in the cache.
///
///     const auto ms = race(pace, {[&] { search.run_radix(graph, seeds); }, [&] { sweep.run(seeds); }});
[[nodiscard]] std::vector<double> race(const Pace& pace, const std::vector<Work>& works);

}  // namespace michinori::bench
