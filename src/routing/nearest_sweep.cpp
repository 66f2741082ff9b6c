// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/nearest_sweep.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <stdexcept>

#include "routing/label_list.h"

namespace michinori::routing {
namespace {

/// 1, 2, 4, then multiples of 4: a list that starts at such a step crosses as few lines as it can.
std::size_t stride_for(std::size_t k) {
    return k <= 2 ? k : (k + 3) / 4 * 4;
}

}  // namespace

NearestSweep::NearestSweep(const SlicedLayout& layout, const RankArcs& climb, std::size_t k, const Kernels& kernels)
    : layout_(&layout),
      climb_(&climb),
      kernels_(&kernels),
      k_(k),
      stride_(stride_for(k)),
      upward_(climb.first.size() - 1, k),
      seeded_((layout.slice_places() + 63) / 64, 0),
      labels_(layout.slot_count() * stride_) {
    if (k < 1 || k > max_k) {
        throw std::invalid_argument("NearestSweep: k must be from 1 to 10");
    }
}

void NearestSweep::run(std::span<const Seed> seeds) {
    upward_.run(*climb_, seeds);
    std::ranges::fill(seeded_, 0);
    for (const auto rank : upward_.reached()) {
        place(rank, upward_.labels(rank));
    }
    sweep();
}

void NearestSweep::run_from_labels(std::span<const Seed> labels) {
    std::ranges::fill(seeded_, 0);
    for (const auto& seed : labels) {
        place(seed.rank, {&seed.label, 1});
    }
    sweep();
}

/// Adds labels to a slot; the first touch of its slice clears what the last run left there.
void NearestSweep::place(std::uint32_t rank, std::span<const Label> labels) {
    const auto slot = layout_->slot(rank);
    if (slot == SlicedLayout::no_slot) {
        return;
    }
    const auto slice = slot / slice_lanes;
    const auto bit = std::uint64_t{1} << (slice % 64);
    if ((seeded_[slice / 64] & bit) == 0) {
        seeded_[slice / 64] |= bit;
        std::fill_n(labels_.data() + slice_lanes * stride_ * slice, slice_lanes * stride_, no_label);
    }
    for (const auto label : labels) {
        insert_label({labels_.data() + stride_ * slot, k_}, label);
    }
}

void NearestSweep::sweep() {
    const auto blocks = layout_->blocks();
    const auto generations = layout_->generation_begin();
    for (std::size_t g = 0; g + 1 < generations.size(); ++g) {
        tbb::parallel_for(generations[g], generations[g + 1], [&](std::uint32_t b) { sweep_block(blocks[b]); });
    }
}

void NearestSweep::sweep_block(const SlicedLayout::Block& block) {
    auto* labels = labels_.data() + stride_ * block.first_slot;
    std::fill_n(labels, stride_, no_label);
    auto* copy = labels + stride_;
    for (const auto slot : layout_->copies(block)) {
        std::copy_n(labels_.data() + stride_ * slot, k_, copy);
        copy += stride_;
    }
    const auto first_lane = slice_lanes * block.first_slice - block.first_slot;
    const Kernels::Block place{seeded_.data(), block.first_slice, first_lane, labels};
    if (k_ == 1) {
        kernels_->sweep_nearest(layout_->arcs(block), place);
    } else {
        kernels_->sweep_k_nearest(layout_->arcs(block), place, k_, stride_);
    }
}

}  // namespace michinori::routing
