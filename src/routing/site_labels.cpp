// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/site_labels.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "routing/label_list.h"

namespace michinori::routing {
namespace {

std::vector<SiteLabels::Entry> uncovered(const RankArcs& descend, const UpwardSearch& search) {
    std::vector<SiteLabels::Entry> entries;
    // From the top down, with the least time of any way by a higher rank. A rank that was not reached has no_label.
    for (auto i = search.reached().size(); i-- > 0;) {
        const auto u = search.reached()[i];
        const auto own = search.labels(u)[0];
        const bool covered = std::ranges::any_of(descend.of(u), [&](const RankArcs::Arc& arc) {
            return later(search.labels(arc.head)[0], arc.time) <= own;
        });
        if (!covered) {
            entries.push_back({u, time_of(own)});
        }
    }
    return entries;
}

}  // namespace

SiteLabels::SiteLabels(const RankArcs& climb, const RankArcs& descend, std::span<const Seed> seeds,
                       std::size_t site_count) {
    tbb::enumerable_thread_specific<UpwardSearch> searches([&] { return UpwardSearch(climb.first.size() - 1); });
    std::vector<std::vector<Entry>> by_site(site_count);
    tbb::parallel_for(std::size_t{0}, site_count, [&](std::size_t site) {
        const auto own = std::ranges::equal_range(seeds, site, {}, [](const Seed& s) { return site_of(s.label); });
        auto& search = searches.local();
        search.run(climb, {own.begin(), own.end()});
        by_site[site] = uncovered(descend, search);
    });
    for (const auto& entries : by_site) {
        entries_.insert(entries_.end(), entries.begin(), entries.end());
        first_.push_back(entries_.size());
    }
}

}  // namespace michinori::routing
