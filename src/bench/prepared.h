// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/engine_bench.h"
#include "routing/customise.h"
#include "routing/hierarchy.h"
#include "routing/path_layout.h"
#include "routing/sliced_layout.h"
#include "routing/useful_edges.h"

namespace michinori::bench {

/// All that the engine keeps of a graph and one set of times.
struct Prepared {
    routing::Hierarchy hierarchy;
    routing::HierarchyTimes times;
    routing::UsefulEdges useful;
    routing::SlicedLayout sliced;
    routing::PathLayout path;
};

/// Prepares a graph step by step and adds a row for each: the order with one and with two threads, hierarchy,
/// customisation, useful edges, layouts, bytes a vertex, peak memory.
[[nodiscard]] Prepared prepare(const routing::TimedGraph& graph, bool quick, BenchReport& report);

}  // namespace michinori::bench
