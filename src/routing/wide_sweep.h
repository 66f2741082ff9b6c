// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/aligned.h"
#include "routing/path_layout.h"
#include "routing/site_labels.h"

namespace michinori::routing {

/// Up to wide_lanes sources at once, each with the times of all its own (a table's columns, one-to-all,
/// or the access field of a whole facility set each). A workspace: one a thread; memory is used again.
///
///     PathLayout layout(hierarchy, useful.up);
///     WideSweep sweep(layout);
///     sweep.clear();
///     for (lane ...) sweep.add_site(1U << lane, labels.of(site));   // site_labels.h
///     sweep.run();
///     sweep.row(layout.row(rank))[lane]                       // ms, no_way.count() where there is no way
///
/// O(n + m) a run for all lanes together, near the speed at which memory can be written. Source:
/// PHAST (Delling et al. 2011), with rows kept on the way to the root only.
class WideSweep {
public:
    explicit WideSweep(const PathLayout& layout, const Kernels& kernels = Kernels::best());

    void clear();
    /// Lowers the starting times of every lane whose bit is set to what a site gives (site_labels.h): for sets of
    /// sites, call it once a site with the sets that hold it. Ranks that the layout does not sweep are passed over.
    void add_site(std::uint32_t lanes, std::span<const SiteLabels::Entry> entries);
    void run();

    /// wide_lanes times of a row of the layout.
    [[nodiscard]] std::span<const std::uint32_t, wide_lanes> row(std::uint32_t row) const {
        return std::span<const std::uint32_t, wide_lanes>(out_.data() + wide_lanes * row, wide_lanes);
    }

private:
    /// The seed row of a place, made at the first call; null where the layout does not sweep the rank.
    std::uint32_t* seed_row(std::uint32_t rank);

    const PathLayout* layout_;
    const Kernels* kernels_;
    std::vector<std::uint32_t> seed_row_;  // by place; valid where marked
    std::vector<std::uint64_t> marked_;    // a bit a place
    LineVector<std::uint32_t> seeds_;      // rows in the order of first touch
    std::vector<Kernels::SeededVertex> seeded_;
    LineVector<std::uint32_t> path_;
    LineVector<std::uint32_t> out_;
};

}  // namespace michinori::routing
