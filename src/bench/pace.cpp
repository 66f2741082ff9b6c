// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/pace.h"

#include <algorithm>
#include <limits>

#include "bench/stopwatch.h"

namespace michinori::bench {
namespace {

double best_of_turn(const Pace& pace, const Work& work) {
    const Stopwatch turn;
    double best = std::numeric_limits<double>::infinity();
    do {
        const Stopwatch watch;
        work();
        best = std::min(best, watch.ms());
    } while (turn.ms() < pace.turn_ms);
    return best;
}

}  // namespace

std::vector<double> race(const Pace& pace, const std::vector<Work>& works) {
    std::vector<double> best(works.size(), std::numeric_limits<double>::infinity());
    const Stopwatch all;
    for (int round = 0; round < pace.most_rounds; ++round) {
        if (round >= pace.least_rounds && all.ms() > pace.budget_ms) {
            break;
        }
        for (std::size_t i = 0; i < works.size(); ++i) {
            best[i] = std::min(best[i], best_of_turn(pace, works[i]));
        }
    }
    return best;
}

}  // namespace michinori::bench
