// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "routing/engine.h"
#include "routing/sliced_layout.h"
#include "routing/upward_search.h"

namespace michinori::routing {

/// The k nearest sites of every vertex (or of those of a layout): one search up the hierarchy from the
/// sites, one pass over the layout. A workspace: one a thread, its memory is used again.
///
///     SlicedLayout layout(hierarchy, useful.up);    // driving to the sites; useful.down for driving from them
///     NearestSweep sweep(layout, useful.down, 1);
///     sweep.run(seeds);                             // seeds carry the site and the time of the last piece
///     auto label = sweep.labels(layout.slot(rank))[0];
///
/// O(n + m) a run. Results do not depend on threads or processor. Source: Delling, Goldberg, Nowatzyk, Werneck,
/// "PHAST", IPDPS 2011.
class NearestSweep {
public:
    /// The layout and `climb` (the edges that lead up from the sites) must outlive it. 1 <= k <= max_k.
    NearestSweep(const SlicedLayout& layout, const RankArcs& climb, std::size_t k,
                 const Kernels& kernels = Kernels::best());
    static constexpr std::size_t max_k = 10;

    void run(std::span<const Seed> seeds);
    /// From labels already worked out (site_labels.h); any number a rank and site.
    void run_from_labels(std::span<const Seed> labels);

    /// k labels of a slot, ascending, no_label where there are fewer sites.
    [[nodiscard]] std::span<const Label> labels(std::uint32_t slot) const {
        return {labels_.data() + stride_ * slot, k_};
    }

    /// The labels of the last run; the workspace is spent then. slot_of_vertex as in NearestLabels.
    [[nodiscard]] NearestLabels take(std::span<const std::uint32_t> slot_of_vertex) && {
        return {std::move(labels_), k_, stride_, slot_of_vertex};
    }

private:
    void place(std::uint32_t rank, std::span<const Label> labels);
    void sweep();
    void sweep_block(const SlicedLayout::Block& block);

    const SlicedLayout* layout_;
    const RankArcs* climb_;
    const Kernels* kernels_;
    std::size_t k_;
    std::size_t stride_;  // labels a slot; k, or the next number that keeps a slot within a cache line
    UpwardSearch upward_;
    std::vector<std::uint64_t> seeded_;  // a bit a slice
    LineVector<Label> labels_;
};

}  // namespace michinori::routing
