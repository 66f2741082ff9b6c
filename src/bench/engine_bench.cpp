// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/engine_bench.h"

#include <fmt/core.h>

#include <random>

#include "base/threads.h"
#include "bench/measures.h"

namespace michinori::bench {

std::string Session::verdict(std::size_t differing) const {
    report.differing += differing;
    return differing == 0 ? "exact" : fmt::format("{} DIFFER", differing);
}

Sites random_sites(const Session& session, std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto vertices = static_cast<std::uint32_t>(session.graph.graph.vertex_count());
    Sites sites;
    for (std::uint32_t site = 0; site < count; ++site) {
        const auto vertex = static_cast<std::uint32_t>(random() % vertices);
        const auto time = static_cast<std::uint32_t>(random() % 60000);  // from the road's end to its door
        sites.on_graph.push_back({vertex, TravelTime{time}, site});
        sites.on_ranks.push_back({session.engine.hierarchy.rank(vertex), routing::label_of(time, site)});
    }
    return sites;
}

BenchReport bench_engine(const routing::TimedGraph& graph, const BenchOptions& options, Progress& progress) {
    BenchReport report;
    if (graph.graph.vertex_count() == 0 || options.sites.empty()) {
        return report;
    }
    const auto step = [&](const char* name, auto&& measure) {
        progress.begin(name);
        const auto before = report.rows.size();
        measure();
        progress.end(fmt::format("{} rows", report.rows.size() - before));
    };
    std::optional<Prepared> engine;
    step("preparation", [&] { engine.emplace(prepare(graph, options.quick, report)); });
    const SearchGraph backwards(reversed(graph));
    Session session{
        graph, *engine, backwards, options, options.quick ? Pace::quick() : Pace{}, Wanted(graph.graph.vertex_count()),
        report};
    const auto single = [&](const char* name, auto measure) {
        const ThreadLimit one(1);
        step(name, [&] { measure(session); });
    };
    single("nearest facility", measure_nearest);
    single("3 nearest facilities", measure_three_nearest);
    single("one source, every vertex", measure_one_source);
    single("facility sets", measure_facility_sets);
    step("customisation", [&] { measure_customisation(session); });
    single("closed roads", measure_changes);
    single("closures of facilities", measure_closures);
    if (options.table) {
        step("travel table", [&] { measure_table(session); });
    }
    return report;
}

}  // namespace michinori::bench
