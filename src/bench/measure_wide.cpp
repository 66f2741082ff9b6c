// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

#include "bench/checks.h"
#include "bench/copy_loop.h"
#include "bench/measures.h"
#include "bench/stopwatch.h"
#include "routing/site_labels.h"
#include "routing/wide_sweep.h"

namespace michinori::bench {
namespace {

using routing::wide_lanes;

constexpr std::size_t checked_lanes = 4;  // a plain search each

/// One pass: a site a lane.
void pass(routing::WideSweep& sweep, const routing::SiteLabels& labels) {
    sweep.clear();
    for (std::uint32_t lane = 0; lane < wide_lanes; ++lane) {
        sweep.add_site(1U << lane, labels.of(lane));
    }
    sweep.run();
}

std::size_t bytes_of_rows(const routing::PathLayout& layout) {
    return layout.row_count() * wide_lanes * sizeof(std::uint32_t);
}

/// What a pass has to move at least: every row written once, every vertex and arc read once.
std::size_t bytes_of_pass(const routing::PathLayout& layout) {
    return bytes_of_rows(layout) + layout.vertex_count() * sizeof(routing::PathArcs::Vertex) +
           layout.arc_count() * sizeof(routing::PathArcs::Arc);
}

/// ms a run when two threads run work(thread) some times each, at once: the best of some turns.
double by_two(bool quick, double ms_alone, const std::function<void(int)>& work) {
    const int runs = quick ? 1 : std::max(2, static_cast<int>(60 / std::max(ms_alone, 0.01)));
    const auto repeat = [&](int thread) {
        for (int i = 0; i < runs; ++i) {
            work(thread);
        }
    };
    const double both = best_of(quick ? 1 : 15, [&] {
        const std::jthread first(repeat, 0);
        repeat(1);
    });
    return both / (2 * runs);
}

/// How many times as much two threads copy as one, both measured for as long as the passes are.
double copy_by_two(bool quick, std::size_t bytes) {
    const std::vector<char> from[2]{std::vector<char>(bytes, 1), std::vector<char>(bytes, 2)};
    std::vector<char> to[2]{std::vector<char>(bytes), std::vector<char>(bytes)};
    const auto copy = [&](int thread) {
        std::memcpy(to[thread].data(), from[thread].data(), bytes);
        std::atomic_signal_fence(std::memory_order_seq_cst);
    };
    const double alone = best_of(quick ? 1 : 15, [&] { copy(0); });
    return alone / by_two(quick, alone, copy);
}

class OneSourceMeasure {
public:
    explicit OneSourceMeasure(const Session& session)
        : session_(session),
          sites_(random_sites(session, wide_lanes, 1)),
          labels_(session.engine.useful.down, session.engine.useful.up, sites_.on_ranks, wide_lanes) {}

    void run() {
        const auto& best = routing::Kernels::best();
        const double ms = with(best);
        against_copy(ms);
        with_two_threads(ms);
        for (const auto* kernels : routing::Kernels::all()) {
            if (kernels != &best) {
                with(*kernels);
            }
        }
    }

private:
    double with(const routing::Kernels& kernels) {
        const bool best = &kernels == &routing::Kernels::best();
        routing::WideSweep sweep(session_.engine.path, kernels);
        std::vector<Work> works{[&] { pass(sweep, labels_); }};
        NearestSearch search;
        for (std::size_t lane = 0; lane < checked_lanes; ++lane) {
            works.emplace_back([&, lane] { search.run_binary(session_.backwards, {&sites_.on_graph[lane], 1}); });
            works.emplace_back([&, lane] { search.run_radix(session_.backwards, {&sites_.on_graph[lane], 1}); });
        }
        if (!best) {
            works.resize(1);  // the searches are measured next to the kernels in use alone
        }
        const auto ms = race(session_.pace, works);
        std::size_t wrong = 0;
        for (std::size_t lane = 0; lane < checked_lanes; ++lane) {
            search.run_radix(session_.backwards, {&sites_.on_graph[lane], 1});
            wrong += differing_times(session_.engine, search.labels(), sweep, lane);
        }
        if (best) {
            baseline_ms_ = mean_of_better(ms);
        }
        session_.add({best ? "one source, every vertex" : fmt::format("one source, {}", kernels.name), baseline_ms_,
                      ms[0] / wide_lanes, best ? session_.wanted.one_source() : std::nullopt,
                      fmt::format("{} ({} of {} lanes looked at); {}, labels cached", session_.verdict(wrong),
                                  checked_lanes, wide_lanes, kernels.name)});
        return ms[0];
    }

    /// The better heap of each lane's search, then the mean of the lanes.
    static double mean_of_better(const std::vector<double>& ms) {
        double sum = 0;
        for (std::size_t lane = 0; lane < checked_lanes; ++lane) {
            sum += std::min(ms[1 + 2 * lane], ms[2 + 2 * lane]);
        }
        return sum / checked_lanes;
    }

    /// Bytes a second of the pass and of a copy of its rows.
    void against_copy(double ms) {
        const auto& layout = session_.engine.path;
        const auto bytes = static_cast<double>(bytes_of_pass(layout));
        const double speed = copy_bandwidth(bytes_of_rows(layout), session_.options.quick ? 1 : 15);
        session_.add({"wide pass, against a copy", 1000 * bytes / speed, ms, session_.wanted.copy_speed(),
                      fmt::format("{:.1f} GB/s; a copy of its rows {:.1f}, reads and writes; a pass {:.0f} bytes a "
                                  "vertex: rows written, arcs read",
                                  bytes / ms / 1e6, speed / 1e9, bytes / static_cast<double>(layout.vertex_count()))});
    }

    void with_two_threads(double ms) {
        const bool quick = session_.options.quick;
        routing::WideSweep sweeps[]{routing::WideSweep(session_.engine.path), routing::WideSweep(session_.engine.path)};
        const auto work = [&](int thread) { pass(sweeps[thread], labels_); };
        work(0);  // memory that was never touched is not what is measured
        work(1);
        session_.add({"wide pass, 2 threads", ms, by_two(quick, ms, work), session_.wanted.two_threads(),
                      fmt::format("a pass, against one thread; two copy loops at once are {:.2f} x one",
                                  copy_by_two(quick, bytes_of_rows(session_.engine.path)))});
    }

    const Session& session_;
    Sites sites_;
    routing::SiteLabels labels_;
    std::optional<double> baseline_ms_;
};

void add_labels_row(const Session& session) {
    const auto count = session.options.sites.back();
    const auto sites = random_sites(session, count, 4);
    const auto& useful = session.engine.useful;
    std::size_t entries = 0;
    const auto ms = race(session.pace, {[&] {
                             const routing::SiteLabels labels(useful.down, useful.up, sites.on_ranks, count);
                             entries = labels.entry_count();
                         }});
    const auto number = static_cast<double>(count);
    session.add({fmt::format("labels of {} sites", count),
                 {},
                 ms[0],
                 {},
                 fmt::format("{:.1f} us and {:.1f} labels a site; once a profile, then cached", 1000 * ms[0] / number,
                             static_cast<double>(entries) / number)});
}

}  // namespace

void measure_one_source(const Session& session) {
    add_labels_row(session);
    OneSourceMeasure(session).run();
}

}  // namespace michinori::bench
