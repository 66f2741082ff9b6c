// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/upward_search.h"

namespace michinori::routing {

/// For each of many sites the part of a search that depends on the site alone: the ranks from which sweeps
/// pass its time down, some dozens a site. Made once for a profile, they serve every set of
/// sites that is asked for afterwards. Immutable; safe from several threads.
///
/// Entries that another entry of the same site covers are left out: y covers u when going from u by way of y is as
/// quick, because the sweep comes to u by way of y then.
class SiteLabels {
public:
    struct Entry {
        std::uint32_t rank = 0;
        std::uint32_t time = 0;
    };

    /// seeds: where each site starts (its label's site number is the site), sorted by site, site_count
    /// sites in all. `climb` as in NearestSweep; `descend` are the edges the sweep runs over. O(entries) a site;
    /// parallel.
    SiteLabels(const RankArcs& climb, const RankArcs& descend, std::span<const Seed> seeds, std::size_t site_count);

    [[nodiscard]] std::size_t site_count() const { return first_.size() - 1; }
    [[nodiscard]] std::span<const Entry> of(std::uint32_t site) const {
        return {entries_.data() + first_[site], entries_.data() + first_[site + 1]};
    }
    [[nodiscard]] std::size_t entry_count() const { return entries_.size(); }

private:
    std::vector<std::size_t> first_{0};
    std::vector<Entry> entries_;
};

}  // namespace michinori::routing
