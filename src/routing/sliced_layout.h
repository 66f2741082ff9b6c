// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "routing/aligned.h"
#include "routing/hierarchy.h"
#include "routing/kernels.h"
#include "routing/useful_edges.h"

namespace michinori::routing {

/// The memory a single sweep runs over: the useful edges of one direction, vertices in slices (kernels.h).
///
/// Vertices are gathered in blocks that fit a processor's own cache: the top of the hierarchy, then groups of
/// subtrees. All that a block's arcs lead to is in the block, or is copied to its beginning before it
/// is swept, so that an arc names its head in 16 bits and reads it from the cache. The vertices of a slice
/// never need each other (slice_schedule.h). A vertex is found at a slot.
/// Immutable.
///
/// Cost: O(n + m) to build; about 4 bytes an arc and 12 a vertex.
class SlicedLayout {
public:
    static constexpr std::uint32_t no_slot = 0xffffffffU;

    /// Labels of a block: 384 KiB, of a second-level cache of 1 MiB or more.
    static constexpr std::uint32_t usual_block = 3U << 14U;

    /// With `wanted` ranks, only they and what their times depend on get slots.
    SlicedLayout(const Hierarchy& hierarchy, const RankArcs& arcs,
                 std::optional<std::span<const std::uint32_t>> wanted = {}, std::uint32_t block_vertices = usual_block);

    [[nodiscard]] std::uint32_t slot(std::uint32_t rank) const { return slot_of_rank_[rank]; }
    [[nodiscard]] std::size_t slot_count() const { return slot_count_; }
    /// Slots in eights, numbered like slots / 8: a bit each for what is set before a sweep.
    [[nodiscard]] std::size_t slice_places() const { return slot_count_ / slice_lanes; }

    struct Block {
        std::uint32_t first_slot = 0;   ///< stands for "no head": always no_label
        std::uint32_t first_slice = 0;  ///< slot / 8 of its first slice
        std::uint32_t slice_count = 0;
        std::uint32_t first_run = 0;  ///< in the list of runs
        std::uint32_t run_count = 0;
        std::uint32_t first_copy = 0;  ///< the slots copied to first_slot + 1, + 2 ...
        std::uint32_t copy_count = 0;
        std::uint64_t first_number = 0;  ///< of its columns
    };
    /// Blocks of generation g are generation_begin()[g] ... generation_begin()[g + 1]; they need only blocks of
    /// earlier generations.
    [[nodiscard]] std::span<const Block> blocks() const { return blocks_; }
    [[nodiscard]] std::span<const std::uint32_t> generation_begin() const { return generation_begin_; }
    [[nodiscard]] std::span<const std::uint32_t> copies(const Block& block) const {
        return std::span(copies_).subspan(block.first_copy, block.copy_count);
    }
    [[nodiscard]] SlicedArcs arcs(const Block& block) const {
        return {std::span(runs_).subspan(block.first_run, block.run_count), numbers_.data() + block.first_number};
    }

    [[nodiscard]] std::size_t arc_count() const { return arc_count_; }  ///< arcs that carry a way
    [[nodiscard]] std::size_t arc_places() const;                       ///< and the filling between them
    [[nodiscard]] std::size_t bytes() const;
    /// Bytes of arcs that one sweep reads.
    [[nodiscard]] std::size_t bytes_swept() const;

private:
    friend class SlicedBuilder;

    std::vector<std::uint32_t> slot_of_rank_;
    std::size_t slot_count_ = 0;
    std::vector<Block> blocks_;
    std::vector<std::uint32_t> generation_begin_;
    std::vector<std::uint32_t> copies_;  // slots
    std::vector<SlicedArcs::Run> runs_;
    LineVector<std::uint16_t> numbers_;
    std::size_t arc_count_ = 0;
};

}  // namespace michinori::routing
