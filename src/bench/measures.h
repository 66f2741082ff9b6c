// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/baselines.h"
#include "bench/engine_bench.h"
#include "bench/pace.h"
#include "bench/prepared.h"
#include "bench/wanted.h"
#include "routing/upward_search.h"

namespace michinori::bench {

/// What the measures of one graph share: the graph made ready, how long to measure, the rows so far.
struct Session {
    const routing::TimedGraph& graph;
    const Prepared& engine;
    const SearchGraph& backwards;  ///< the graph reversed, for the baselines
    const BenchOptions& options;
    Pace pace;
    Wanted wanted;
    BenchReport& report;
    double baseline_ms = 0;  ///< nearest of options.sites.back(), once measured

    void add(TableRow row) const { report.rows.push_back(std::move(row)); }
    /// "exact", or how many answers differ, which are added to the report.
    [[nodiscard]] std::string verdict(std::size_t differing) const;
};

/// The same sites for a baseline and for the engine: at random vertices, each with a little time of its own.
struct Sites {
    std::vector<Seed> on_graph;
    std::vector<routing::Seed> on_ranks;
};
[[nodiscard]] Sites random_sites(const Session& session, std::size_t count, std::uint32_t seed);

// One file each, measure_*.cpp. In the order of the table; measure_nearest comes before those that lean on
// its baseline.
void measure_nearest(Session& session);
void measure_three_nearest(const Session& session);
void measure_one_source(const Session& session);
void measure_facility_sets(const Session& session);
void measure_customisation(const Session& session);
void measure_changes(const Session& session);
void measure_closures(const Session& session);
void measure_table(const Session& session);

}  // namespace michinori::bench
