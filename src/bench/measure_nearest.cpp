// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <deque>

#include "bench/boost_search.h"
#include "bench/checks.h"
#include "bench/measures.h"
#include "routing/nearest_sweep.h"
#include "routing/site_labels.h"

namespace michinori::bench {
namespace {

/// One number of sites: both heaps, Boost, the engine with each of its kernels and from cached labels.
class NearestMeasure {
public:
    NearestMeasure(Session& session, std::size_t sites)
        : session_(session),
          count_(sites),
          sites_(random_sites(session, sites, static_cast<std::uint32_t>(sites))),
          boost_(reversed(session.graph), sites_.on_graph),
          from_labels_(session.engine.sliced, session.engine.useful.down, 1) {
        for (const auto* kernels : routing::Kernels::all()) {
            sweeps_.emplace_back(session.engine.sliced, session.engine.useful.down, 1, *kernels);
        }
        const auto& useful = session.engine.useful;
        const routing::SiteLabels cached(useful.down, useful.up, sites_.on_ranks, sites);
        for (std::uint32_t site = 0; site < sites; ++site) {
            for (const auto entry : cached.of(site)) {
                labels_.push_back({entry.rank, label_of(entry.time, site)});
            }
        }
    }

    void run() {
        std::vector<Work> works{[&] { search_.run_binary(session_.backwards, sites_.on_graph); },
                                [&] { search_.run_radix(session_.backwards, sites_.on_graph); }, [&] { boost_.run(); },
                                [&] { from_labels_.run_from_labels(labels_); }};
        for (auto& sweep : sweeps_) {
            works.emplace_back([&] { sweep.run(sites_.on_ranks); });
        }
        const auto ms = race(session_.pace, works);
        const double baseline = std::min(ms[0], ms[1]);
        session_.baseline_ms = baseline;
        add_engine(ms, baseline);
        session_.add(
            {name() + ", labels cached", baseline, ms[3], session_.wanted.nearest(count_),
             fmt::format("{}; {:.1f} labels a site",
                         session_.verdict(differing_labels(session_.engine, search_.labels(), 1, from_labels_)),
                         static_cast<double>(labels_.size()) / static_cast<double>(count_))});
        session_.add({name() + ", Boost",
                      ms[2],
                      ms.back(),
                      {},
                      fmt::format("{} against Boost's dijkstra_shortest_paths",
                                  session_.verdict(differing_times(search_.labels(), boost_.times())))});
    }

private:
    void add_engine(const std::vector<double>& ms, double baseline) {
        const auto kernels = routing::Kernels::all();
        for (auto i = kernels.size(); i-- > 0;) {
            const bool best = kernels[i] == &routing::Kernels::best();
            const auto verdict = session_.verdict(differing_labels(session_.engine, search_.labels(), 1, sweeps_[i]));
            session_.add({best ? name() : fmt::format("{}, {}", name(), kernels[i]->name), baseline, ms[4 + i],
                          best ? session_.wanted.nearest(count_) : std::nullopt,
                          best ? fmt::format("{}; {}; binary heap {:.3g} ms, radix heap {:.3g} ms", verdict,
                                             kernels[i]->name, ms[0], ms[1])
                               : verdict});
        }
    }

    [[nodiscard]] std::string name() const { return fmt::format("nearest of {}", count_); }

    Session& session_;
    std::size_t count_;
    Sites sites_;
    NearestSearch search_;
    BoostSearch boost_;
    std::deque<routing::NearestSweep> sweeps_;
    routing::NearestSweep from_labels_;
    std::vector<routing::Seed> labels_;
};

}  // namespace

void measure_nearest(Session& session) {
    for (const auto sites : session.options.sites) {
        NearestMeasure(session, sites).run();
    }
}

void measure_three_nearest(const Session& session) {
    constexpr std::size_t k = 3;
    const auto count = session.options.sites.back();
    const auto sites = random_sites(session, count, 3);
    KNearestSearch search;
    routing::NearestSweep sweep(session.engine.sliced, session.engine.useful.down, k);
    const auto ms = race(
        session.pace, {[&] { search.run(session.backwards, sites.on_graph, k); }, [&] { sweep.run(sites.on_ranks); }});
    session.add({fmt::format("{} nearest of {}", k, count), ms[0], ms[1],
                 count == 500 ? session.wanted.three_nearest() : std::nullopt,
                 session.verdict(differing_labels(session.engine, search.labels(), k, sweep))});
}

}  // namespace michinori::bench
