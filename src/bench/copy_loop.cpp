// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/copy_loop.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <vector>

#include "bench/stopwatch.h"

namespace michinori::bench {

double copy_bandwidth(std::size_t bytes, int runs) {
    const std::vector<std::uint8_t> from(bytes, 1);
    std::vector<std::uint8_t> to(bytes, 0);
    const auto copy = [&] {
        std::memcpy(to.data(), from.data(), bytes);
        // Another thread could look now, so no copy may be left out.
        std::atomic_signal_fence(std::memory_order_seq_cst);
    };
    copy();
    // Small buffers are copied again and again, so that the clock has something to measure.
    const auto rounds = std::max<std::size_t>(1, (std::size_t{1} << 24U) / bytes);
    const double ms = best_of(runs, [&] {
        for (std::size_t i = 0; i < rounds; ++i) {
            copy();
        }
    });
    return 2.0 * static_cast<double>(bytes) * static_cast<double>(rounds) / (ms / 1000);
}

}  // namespace michinori::bench
