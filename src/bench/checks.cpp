// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/checks.h"

namespace michinori::bench {

std::size_t differing_labels(const Prepared& engine, std::span<const Label> expected, std::size_t k,
                             const routing::NearestSweep& sweep) {
    std::size_t count = 0;
    for (std::uint32_t v = 0; v < engine.hierarchy.vertex_count(); ++v) {
        const auto labels = sweep.labels(engine.sliced.slot(engine.hierarchy.rank(v)));
        for (std::size_t i = 0; i < k; ++i) {
            count += labels[i] != expected[k * v + i] ? 1 : 0;
        }
    }
    return count;
}

std::size_t differing_times(const Prepared& engine, std::span<const Label> expected, const routing::WideSweep& sweep,
                            std::size_t lane) {
    std::size_t count = 0;
    for (std::uint32_t v = 0; v < engine.hierarchy.vertex_count(); ++v) {
        const auto row = sweep.row(engine.path.row(engine.hierarchy.rank(v)));
        count += row[lane] != time_of(expected[v]) ? 1 : 0;
    }
    return count;
}

std::size_t differing_times(std::span<const Label> expected, std::span<const std::uint32_t> times) {
    std::size_t count = 0;
    for (std::size_t v = 0; v < expected.size(); ++v) {
        count += time_of(expected[v]) != times[v] ? 1 : 0;
    }
    return count;
}

}  // namespace michinori::bench
