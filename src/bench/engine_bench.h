// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <vector>

#include "base/progress.h"
#include "bench/table.h"
#include "routing/graph.h"

namespace michinori::bench {

struct BenchOptions {
    std::vector<std::size_t> sites{20, 500};  ///< how many facilities, each > 0; the last is the baseline of the rest
    bool quick = false;                       ///< every measure once: to see that all works, not to measure
    bool table = false;                       ///< also the travel table
};

struct BenchReport {
    std::vector<TableRow> rows;
    std::size_t differing = 0;  ///< answers of the engine that are not those of the plain searches
};

/// Measures the whole engine on one graph, each measure next to its baseline, and compares every answer.
/// Sites, closed roads and sets of facilities are drawn with fixed seeds.
///
///     const auto report = bench_engine(nation, {}, progress);
///     std::cout << table_text(report.rows, TableForm::markdown);
///
/// The graph is to be in Hilbert order (routing/graph.h), or the baselines suffer. A graph without
/// vertices gives no rows. Sets the thread count of TBB by itself: one thread where a row does not
/// say otherwise. About 20 s for 0.25 million vertices, minutes for millions; some 500 bytes a vertex and
/// what the preparation takes. One call at a time in a process.
[[nodiscard]] BenchReport bench_engine(const routing::TimedGraph& graph, const BenchOptions& options,
                                       Progress& progress);

}  // namespace michinori::bench
