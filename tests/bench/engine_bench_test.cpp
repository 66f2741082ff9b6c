// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/engine_bench.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "bench/checks.h"
#include "bench/machine.h"
#include "bench/nation.h"
#include "bench/pace.h"
#include "bench/wanted.h"
#include "routing/site_labels.h"

using namespace michinori;
using namespace michinori::bench;

namespace {

BenchReport quick_report(const routing::TimedGraph& graph, std::vector<std::size_t> sites) {
    NoProgress progress;
    return bench_engine(graph, {std::move(sites), true, true}, progress);
}

const TableRow* row(const BenchReport& report, const std::string& what) {
    const auto found = std::ranges::find(report.rows, what, &TableRow::what);
    return found == report.rows.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a quick benchmark has every row, measured and exact") {
    const auto report = quick_report(generate_nation(3000, 2), {4, 40});
    CHECK(report.differing == 0);
    for (const char* what :
         {"nearest of 4", "nearest of 4, labels cached", "nearest of 4, Boost", "nearest of 40", "3 nearest of 40",
          "one source, every vertex", "whole new set of 40", "customisation", "closed road, median",
          "closed road, mean", "1 % of arcs, all over", "100 closures of 5", "table of 600 points x 100"}) {
        INFO(what);
        REQUIRE(row(report, what) != nullptr);
        CHECK(row(report, what)->ratio());
        CHECK_FALSE(row(report, what)->wanted_ratio);  // nothing is asked of so small a graph
    }
    CHECK(row(report, "nearest of 40")->note.starts_with("exact"));
    CHECK(row(report, "closed road, median")->note.starts_with("exact"));
    CHECK(row(report, "bytes a vertex") != nullptr);
}

TEST_CASE("graphs with next to nothing in them are measured too") {
    CHECK(quick_report({}, {4}).rows.empty());
    for (const std::size_t vertices : {1, 2, 3}) {
        INFO(vertices);
        CHECK(quick_report(generate_nation(vertices, 1), {4}).differing == 0);
    }
    CHECK(quick_report(routing::graph_from_arcs(std::vector<geo::Point>(5), {}), {1}).differing == 0);
}

TEST_CASE("an answer that differs is counted") {
    const auto graph = generate_nation(400, 1);
    BenchReport report;
    const auto engine = prepare(graph, true, report);
    const std::vector<Seed> seeds{{7, TravelTime{5}, 0}, {300, TravelTime{0}, 1}};
    const std::vector<routing::Seed> ranks{{engine.hierarchy.rank(7), label_of(5, 0)},
                                           {engine.hierarchy.rank(300), label_of(0, 1)}};
    NearestSearch search;
    search.run_binary(SearchGraph(reversed(graph)), seeds);
    std::vector<Label> expected(search.labels().begin(), search.labels().end());

    routing::NearestSweep nearest(engine.sliced, engine.useful.down, 1);
    nearest.run(ranks);
    routing::WideSweep wide(engine.path);
    wide.clear();
    const routing::SiteLabels labels(engine.useful.down, engine.useful.up, ranks, 2);
    for (std::uint32_t site = 0; site < 2; ++site) {
        wide.add_site(1U << 3U, labels.of(site));
    }
    wide.run();
    CHECK(differing_labels(engine, expected, 1, nearest) == 0);
    CHECK(differing_times(engine, expected, wide, 3) == 0);
    expected[0] += 1;               // another site
    expected[9] += label_of(1, 0);  // another time
    CHECK(differing_labels(engine, expected, 1, nearest) == 2);
    CHECK(differing_times(engine, expected, wide, 3) == 1);
    const std::vector<std::uint32_t> times{4, 5};
    const std::vector<Label> of_times{label_of(4, 9), label_of(6, 9)};
    CHECK(differing_times(of_times, times) == 1);
}

TEST_CASE("what is wanted depends on the size of the graph") {
    CHECK_FALSE(Wanted(100'000).nearest(20));
    CHECK(Wanted(264'000).nearest(20) == 40.0);
    CHECK(Wanted(264'000).nearest(500) == 20.0);
    CHECK(Wanted(1'850'000).nearest(20) == 50.0);
    CHECK(Wanted(1'850'000).nearest(500) == 40.0);
    CHECK_FALSE(Wanted(1'850'000).nearest(21));
    CHECK(Wanted(6'000'000).three_nearest() == 60.0);
    CHECK(Wanted(264'000).customisation() == 0.4);
    CHECK_FALSE(Wanted(1'850'000).customisation());
}

TEST_CASE("contenders run in turn, as often as the pace says") {
    std::string runs;
    const auto best = race({0, 2, 5, 0}, {[&] { runs += 'a'; }, [&] { runs += 'b'; }});
    CHECK(runs == "abab");
    CHECK(best.size() == 2);
    runs.clear();
    (void)race({1e9, 1, 3, 0}, {[&] { runs += 'a'; }});
    CHECK(runs == "aaa");
    runs.clear();
    (void)race({0, 1, 1, 20}, {[&] { runs += 'a'; }});
    CHECK(runs.size() > 2);  // again within its turn
}

TEST_CASE("the machine is named, and peak memory can start anew") {
    CHECK(machine_line().find("kernels portable") != std::string::npos);
    {
        const std::vector<char> much(std::size_t{64} << 20U, 'x');
        CHECK(peak_memory() > much.size());
    }
    const auto before = peak_memory();
    if (restart_peak_memory()) {
        CHECK(peak_memory() < before);
    }
}
