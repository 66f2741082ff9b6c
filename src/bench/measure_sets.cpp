// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <random>

#include "bench/checks.h"
#include "bench/measures.h"
#include "routing/site_labels.h"
#include "routing/wide_sweep.h"

namespace michinori::bench {
namespace {

using routing::wide_lanes;

/// Thirty-two sets of facilities, drawn from a pool three times as large whose labels are known.
class SetsMeasure {
public:
    explicit SetsMeasure(const Session& session)
        : session_(session),
          size_(session.options.sites.back()),
          pool_(random_sites(session, 3 * size_, 5)),
          labels_(session.engine.useful.down, session.engine.useful.up, pool_.on_ranks, 3 * size_),
          holders_(3 * size_, 0),
          sweep_(session.engine.path) {
        std::mt19937 random(6);
        std::vector<std::uint32_t> all(3 * size_);
        for (auto& set : sets_) {
            for (std::uint32_t i = 0; i < all.size(); ++i) {
                all[i] = i;
            }
            for (std::size_t i = 0; i < size_; ++i) {
                std::swap(all[i], all[i + random() % (all.size() - i)]);
            }
            set.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size_));
        }
        for (std::size_t lane = 0; lane < wide_lanes; ++lane) {
            for (const auto site : sets_[lane]) {
                holders_[site] |= 1U << lane;
            }
        }
    }

    void run() {
        NearestSearch search;
        const auto seeds = seeds_of(0);
        const auto ms = race(session_.pace, {[&] { search.run_binary(session_.backwards, seeds); },
                                             [&] { search.run_radix(session_.backwards, seeds); }, [&] { pass(); },
                                             [&] { place_labels(); }});
        pass();
        std::size_t wrong = 0;
        for (std::size_t lane = 0; lane < checked_lanes; ++lane) {
            search.run_radix(session_.backwards, seeds_of(lane));
            wrong += differing_times(session_.engine, search.labels(), sweep_, lane);
        }
        session_.add({fmt::format("whole new set of {}", size_), std::min(ms[0], ms[1]), ms[2] / wide_lanes,
                      size_ == 500 ? session_.wanted.facility_set() : std::nullopt,
                      fmt::format("{} ({} of {} sets looked at); {} sets a wide pass, times only; {:.3g} ms of it to "
                                  "place cached labels",
                                  session_.verdict(wrong), checked_lanes, wide_lanes, wide_lanes, ms[3] / wide_lanes)});
    }

private:
    static constexpr std::size_t checked_lanes = 4;

    void pass() {
        place_labels();
        sweep_.run();
    }

    void place_labels() {
        sweep_.clear();
        for (std::uint32_t site = 0; site < holders_.size(); ++site) {
            if (holders_[site] != 0) {
                sweep_.add_site(holders_[site], labels_.of(site));
            }
        }
    }

    [[nodiscard]] std::vector<Seed> seeds_of(std::size_t lane) const {
        std::vector<Seed> seeds;
        for (const auto site : sets_[lane]) {
            seeds.push_back(pool_.on_graph[site]);
        }
        return seeds;
    }

    const Session& session_;
    std::size_t size_;
    Sites pool_;
    routing::SiteLabels labels_;
    std::vector<std::uint32_t> holders_;  // by site: a bit for each set that holds it
    routing::WideSweep sweep_;
    std::vector<std::uint32_t> sets_[wide_lanes];
};

}  // namespace

void measure_facility_sets(const Session& session) {
    SetsMeasure(session).run();
}

}  // namespace michinori::bench
