// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/sliced_layout.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "routing/slice_schedule.h"
#include "routing/tree_blocks.h"

namespace michinori::routing {
namespace {

std::uint32_t rounded_up(std::uint32_t slots) {
    return (slots + slice_lanes - 1) / slice_lanes * slice_lanes;
}

}  // namespace

/// Builds block after block; its scratch is by rank.
class SlicedBuilder {
public:
    SlicedBuilder(const RankArcs& arcs, SlicedLayout& layout)
        : arcs_(arcs), layout_(layout), schedule_(arcs), local_(arcs.first.size() - 1, outside) {}

    /// `ranks` from high to low.
    void add_block(const std::vector<std::uint32_t>& ranks) {
        block_ = {};
        block_.first_slot = static_cast<std::uint32_t>(layout_.slot_count_);
        block_.first_run = static_cast<std::uint32_t>(layout_.runs_.size());
        block_.first_number = layout_.numbers_.size();
        list_copies(ranks);
        place_vertices(ranks);
        for (std::size_t lane = 0; lane < rank_at_.size(); lane += slice_lanes) {
            write_slice({rank_at_.data() + lane, slice_lanes});
        }
        block_.slice_count = static_cast<std::uint32_t>(rank_at_.size() / slice_lanes);
        block_.run_count = static_cast<std::uint32_t>(layout_.runs_.size()) - block_.first_run;
        layout_.blocks_.push_back(block_);
        layout_.slot_count_ = slice_lanes * (block_.first_slice + block_.slice_count);
        for (const auto rank : ranks) {
            local_[rank] = outside;
        }
        for (const auto rank : copied_) {
            local_[rank] = outside;
        }
    }

private:
    static constexpr std::uint32_t outside = SliceSchedule::nobody;
    static constexpr std::uint32_t inside = 0xfffffffeU;

    /// Heads outside the block get the local numbers 1, 2 ...
    void list_copies(const std::vector<std::uint32_t>& ranks) {
        for (const auto rank : ranks) {
            local_[rank] = inside;
        }
        copied_.clear();
        block_.first_copy = static_cast<std::uint32_t>(layout_.copies_.size());
        for (const auto rank : ranks) {
            for (const auto& arc : arcs_.of(rank)) {
                if (local_[arc.head] == outside) {
                    copied_.push_back(arc.head);
                    local_[arc.head] = static_cast<std::uint32_t>(copied_.size());
                    layout_.copies_.push_back(layout_.slot_of_rank_[arc.head]);
                }
            }
        }
        block_.copy_count = static_cast<std::uint32_t>(copied_.size());
    }

    void place_vertices(std::span<const std::uint32_t> ranks) {
        const auto first = rounded_up(block_.first_slot + 1 + block_.copy_count);
        block_.first_slice = first / slice_lanes;
        rank_at_ = schedule_.lanes(ranks);
        const auto last_local = first - block_.first_slot + rank_at_.size();
        if (last_local > std::numeric_limits<std::uint16_t>::max() ||
            first + rank_at_.size() >= (std::size_t{1} << 31U)) {
            throw std::length_error("a network whose hierarchy is too deep, or too large, to sweep");
        }
        for (std::uint32_t i = 0; i < rank_at_.size(); ++i) {
            if (rank_at_[i] != outside) {
                layout_.slot_of_rank_[rank_at_[i]] = first + i;
                local_[rank_at_[i]] = first - block_.first_slot + i;
            }
        }
    }

    /// Arcs of each vertex by ascending time, so that those too long for 16 bits come to the last columns.
    void write_slice(std::span<const std::uint32_t> ranks) {
        std::size_t columns = 0;
        for (std::size_t lane = 0; lane < slice_lanes; ++lane) {
            sorted_arcs_[lane].clear();
            if (ranks[lane] != outside) {
                const auto own = arcs_.of(ranks[lane]);
                sorted_arcs_[lane].assign(own.begin(), own.end());
                std::ranges::stable_sort(sorted_arcs_[lane], {}, &RankArcs::Arc::time);
            }
            layout_.arc_count_ += sorted_arcs_[lane].size();
            columns = std::max(columns, sorted_arcs_[lane].size());
        }
        SlicedArcs::Run slice{1, 0, 0};
        bool tall = false;
        for (std::size_t c = 0; c < columns; ++c) {
            tall = tall || std::ranges::any_of(sorted_arcs_, [&](const auto& own) {
                       return c < own.size() && own[c].time > narrow_limit;
                   });
            ++(tall ? slice.tall : slice.narrow);
            write_column(c, tall);
        }
        const bool first = layout_.runs_.size() == block_.first_run;
        if (first || layout_.runs_.back().narrow != slice.narrow || layout_.runs_.back().tall != slice.tall) {
            layout_.runs_.push_back(slice);
        } else {
            ++layout_.runs_.back().slices;
        }
    }

    void write_column(std::size_t c, bool tall) {
        const auto at = layout_.numbers_.size();
        layout_.numbers_.resize(at + (tall ? 3 : 2) * slice_lanes);
        auto* numbers = layout_.numbers_.data() + at;
        for (std::size_t lane = 0; lane < slice_lanes; ++lane) {
            const auto& own = sorted_arcs_[lane];
            const bool filled = c < own.size();
            const auto time = filled ? own[c].time : 0;
            numbers[lane] = static_cast<std::uint16_t>(filled ? local_[own[c].head] : 0);
            numbers[slice_lanes + lane] = static_cast<std::uint16_t>(time);
            if (tall) {
                numbers[2 * slice_lanes + lane] = static_cast<std::uint16_t>(time >> 16U);
            }
        }
    }

    const RankArcs& arcs_;
    SlicedLayout& layout_;
    SliceSchedule schedule_;
    SlicedLayout::Block block_;
    std::vector<std::uint32_t> local_;  // by rank: number in the block, `inside` before it is known, or `outside`
    std::vector<std::uint32_t> copied_;
    std::vector<std::uint32_t> rank_at_;  // by lane; `outside` where nothing stands
    std::array<std::vector<RankArcs::Arc>, slice_lanes> sorted_arcs_;
};

SlicedLayout::SlicedLayout(const Hierarchy& hierarchy, const RankArcs& arcs,
                           std::optional<std::span<const std::uint32_t>> wanted, std::uint32_t block_vertices) {
    const auto n = hierarchy.vertex_count();
    const auto blocks =
        grouped(hierarchy, wanted ? needed_for(arcs, *wanted) : std::vector<std::uint8_t>(n, 1), block_vertices);
    slot_of_rank_.assign(n, no_slot);
    numbers_.reserve(2 * arcs.arcs.size());
    SlicedBuilder builder(arcs, *this);
    for (const auto& group : blocks.groups) {
        builder.add_block(group);
    }
    generation_begin_ = blocks.generation_begin;
}

std::size_t SlicedLayout::arc_places() const {
    std::size_t places = 0;
    for (const auto& run : runs_) {
        places += slice_lanes * run.slices * (std::size_t{run.narrow} + run.tall);
    }
    return places;
}

std::size_t SlicedLayout::bytes_swept() const {
    return numbers_.size() * sizeof(std::uint16_t) + runs_.size() * sizeof(SlicedArcs::Run);
}

std::size_t SlicedLayout::bytes() const {
    return bytes_swept() + (slot_of_rank_.size() + copies_.size()) * sizeof(std::uint32_t) +
           blocks_.size() * sizeof(Block);
}

}  // namespace michinori::routing
