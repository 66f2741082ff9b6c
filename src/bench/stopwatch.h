// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <chrono>
#include <limits>

namespace michinori::bench {

/// Milliseconds of wall time since it was made.
///
///     const double ms = best_of(5, [&] { search.run_radix(graph, seeds); });
class Stopwatch {
public:
    [[nodiscard]] double ms() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The shortest of n > 0 runs of f(), in ms: what disturbs a run only ever makes it longer.
template <class Work>
[[nodiscard]] double best_of(int n, Work&& work) {
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < n; ++i) {
        const Stopwatch watch;
        work();
        best = std::min(best, watch.ms());
    }
    return best;
}

}  // namespace michinori::bench
