// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/units.h"
#include "routing/site_labels.h"
#include "routing/wide_sweep.h"

namespace michinori::routing {

/// Where demand points meet the network: each leaves it over a few ranks, with the time it takes to
/// get there (a home on a road: the road's two ends). A point without exits reaches nothing.
struct DemandExits {
    struct Exit {
        std::uint32_t rank = 0;
        TravelTime extra{0};
    };
    std::vector<std::size_t> first{0};  ///< by point, one more than points
    std::vector<Exit> exits;

    [[nodiscard]] std::size_t point_count() const { return first.size() - 1; }
    void append(std::span<const Exit> own);
    /// Ranks of all exits, ascending, each once: what the layout has to be made for.
    [[nodiscard]] std::vector<std::uint32_t> ranks() const;
};

/// A way from a point to a site that the exits do not know (both on the same road).
struct DirectEntry {
    std::uint32_t point = 0;
    std::uint32_t site = 0;
    TravelTime time{0};
};

/// Some sites and the demand points that reach at least one of them within the cut-off.
class TableBlock {
public:
    /// By lane, at most wide_lanes of them.
    [[nodiscard]] std::span<const std::uint32_t> sites() const { return sites_; }
    /// In the order of the layout (not of their ids). The points that are not here reach none of the sites.
    [[nodiscard]] std::span<const std::uint32_t> points() const { return points_; }
    /// Bit l: points()[i] reaches sites()[l].
    [[nodiscard]] std::uint32_t lanes(std::size_t i) const { return lanes_[i]; }
    /// From points()[i] to each site in ms; no_way.count() beyond the cut-off and in lanes without a site.
    [[nodiscard]] std::span<const std::uint32_t, wide_lanes> times(std::size_t i) const {
        return std::span<const std::uint32_t, wide_lanes>(rows_.data() + wide_lanes * i, wide_lanes);
    }

private:
    friend class TravelTable;
    std::span<const std::uint32_t> sites_;
    std::vector<std::uint32_t> points_;
    std::vector<std::uint32_t> lanes_;
    LineVector<std::uint32_t> rows_;
    std::vector<std::uint8_t> near_;  // by row of the sweep: any lane within the cut-off
};

/// Times from many demand points to many sites within a cut-off, block after block, so that nothing of
/// the size of the whole table is ever held.
///
///     PathLayout layout(hierarchy, useful.up, exits.ranks());
///     TravelTable table(layout, SiteLabels(useful.down, useful.up, seeds, count), exits, direct, from_minutes(120));
///     table.for_each_block([&](const TableBlock& block) { ... });
///     SparseTable lists = sparse_table(table);                                   // sparse_table.h
///
/// time(point, site) = the least of extra + time(rank, site) over the point's exits and of its direct
/// entries. Sums saturate: what is no_way or more is no way, whatever the cut-off. The blocks hold sites that lie near
/// each other, so that most points are in few blocks.
///
/// Cost: a wide sweep for 32 sites, and a look at each point. Memory: for each block at work 128 bytes
/// a row of the layout, and 128 for each point that is in the block; one block a thread and one more. Immutable; safe
/// from several threads. Source: RPHAST (path_layout.h) in lanes.
class TravelTable {
public:
    /// `layout` and `sites` must outlive it. The cut-off is inclusive; no_way for none. Throws std::invalid_argument
    /// for an exit whose rank the layout has no row for, and for a direct entry of an unknown point or site.
    TravelTable(const PathLayout& layout, const SiteLabels& sites, const DemandExits& demand,
                std::span<const DirectEntry> direct, TravelTime cutoff);

    [[nodiscard]] std::size_t point_count() const { return first_exit_.size() - 1; }
    [[nodiscard]] std::size_t site_count() const { return sites_->site_count(); }
    [[nodiscard]] std::size_t block_count() const { return (site_count() + wide_lanes - 1) / wide_lanes; }

    /// Every site is in exactly one block. Blocks are worked out in parallel, but the consumer gets one at a
    /// time (on any thread) and always in the same order. What it throws ends the table and is passed on.
    void for_each_block(const std::function<void(const TableBlock&)>& consumer) const;

private:
    struct Exit {
        std::uint32_t row = 0;
        std::uint32_t extra = 0;
    };
    struct Direct {
        std::uint32_t block = 0;
        std::uint32_t visit = 0;  // the point's place in points_
        std::uint32_t lane = 0;
        std::uint32_t time = 0;
    };
    void order_points(const DemandExits& demand);
    void order_sites();
    void place_direct(std::span<const DirectEntry> direct);
    [[nodiscard]] std::span<const std::uint32_t> sites_of(std::size_t block) const;
    void sweep_block(std::size_t number, WideSweep& sweep) const;
    void fill(std::size_t number, WideSweep& sweep, TableBlock& block) const;
    void mark_near_rows(const WideSweep& sweep, TableBlock& block) const;
    void add_point(std::uint32_t visit, const WideSweep& sweep, std::span<const Direct> direct,
                   TableBlock& block) const;

    [[nodiscard]] std::span<const Exit> exits_of(std::size_t visit) const {
        return {exits_.data() + first_exit_[visit], exits_.data() + first_exit_[visit + 1]};
    }

    const PathLayout* layout_;
    const SiteLabels* sites_;
    std::uint32_t limit_;                     // ms; the last time that counts
    std::vector<std::uint32_t> by_lane_;      // sites in the order of blocks and lanes
    std::vector<std::uint32_t> points_;       // in the order of their rows, in which they are visited
    std::vector<std::size_t> first_exit_{0};  // by visit
    std::vector<Exit> exits_;
    std::vector<Direct> direct_;  // by block, then visit
};

/// All of a table at once, row after row of site_count() times, no_way beyond the cut-off: for small ones. 4 bytes a
/// point and site.
[[nodiscard]] std::vector<TravelTime> full_table(const TravelTable& table);

}  // namespace michinori::routing
