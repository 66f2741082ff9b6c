// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <bit>

#include "base/threads.h"
#include "bench/machine.h"
#include "bench/measures.h"
#include "bench/stopwatch.h"
#include "bench/table_inputs.h"

namespace michinori::bench {
namespace {

constexpr std::uint32_t checked_sites = 4;

class TableMeasure {
public:
    explicit TableMeasure(const Session& session)
        : session_(session),
          points_(std::max<std::size_t>(1, session.graph.graph.vertex_count() / 5)),
          sites_(session.options.quick ? 100 : 1500),
          peak_is_own_(restart_peak_memory()),
          inputs_(session, points_, sites_, 30),
          table_(inputs_.table()) {}

    void run() {
        const double baseline = search_columns();
        const double alone = run_with(1);
        const auto peak = static_cast<double>(peak_memory()) / (1U << 20U);
        const double both = run_with(2);
        session_.add({fmt::format("table of {} points x {}", points_, sites_),
                      baseline,
                      alone,
                      {},
                      fmt::format("{} ({} columns); {} entries within 120 min; {}{:.0f} MiB; against a search a site",
                                  session_.verdict(wrong_), checked_sites, entries_,
                                  peak_is_own_ ? "peak " : "peak of the program ", peak)});
        session_.add({"table, 2 threads", alone, both, {}, "against one thread"});
    }

private:
    /// Plain searches for the first sites; what searches for all would take.
    double search_columns() {
        NearestSearch search;
        double ms = 0;
        for (std::uint32_t site = 0; site < checked_sites; ++site) {
            const std::span<const Seed> seed(&inputs_.sites.on_graph[site], 1);
            const auto both = race(Pace::quick(), {[&] { search.run_binary(session_.backwards, seed); },
                                                   [&] { search.run_radix(session_.backwards, seed); }});
            ms += std::min(both[0], both[1]);
            expected_.emplace_back(points_);
            for (std::size_t p = 0; p < points_; ++p) {
                const auto label = inputs_.from_point(p, search.labels());
                expected_.back()[p] = label == no_label ? no_way.count() : time_of(label);
            }
        }
        return ms / checked_sites * static_cast<double>(sites_);
    }

    double run_with(std::size_t threads) {
        const ThreadLimit limit(threads);
        entries_ = 0;
        auto met = expected_;
        const Stopwatch watch;
        table_.for_each_block([&](const routing::TableBlock& block) { look_at(block, met); });
        const double ms = watch.ms();
        for (const auto& column : met) {  // what the table has not told must be out of reach
            wrong_ += static_cast<std::size_t>(
                std::ranges::count_if(column, [](auto time) { return time != no_way.count(); }));
        }
        return ms;
    }

    /// Counts the entries; the columns that are known are compared, and struck out where they agree.
    void look_at(const routing::TableBlock& block, std::vector<std::vector<std::uint32_t>>& met) {
        for (std::size_t i = 0; i < block.points().size(); ++i) {
            entries_ += static_cast<std::size_t>(std::popcount(block.lanes(i)));
        }
        for (std::size_t lane = 0; lane < block.sites().size(); ++lane) {
            const auto site = block.sites()[lane];
            for (std::size_t i = 0; site < checked_sites && i < block.points().size(); ++i) {
                auto& time = met[site][block.points()[i]];
                const auto told = block.times(i)[lane];
                time = told == time ? no_way.count() : told;
            }
        }
    }

    const Session& session_;
    std::size_t points_;
    std::size_t sites_;
    bool peak_is_own_;
    TableInputs inputs_;
    routing::TravelTable table_;
    std::vector<std::vector<std::uint32_t>> expected_;  // by site that is checked, by point
    std::size_t entries_ = 0;
    std::size_t wrong_ = 0;
};

}  // namespace

void measure_table(const Session& session) {
    TableMeasure(session).run();
}

}  // namespace michinori::bench
