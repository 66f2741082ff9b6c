// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/wide_sweep.h"

#include <algorithm>
#include <bit>

namespace michinori::routing {

WideSweep::WideSweep(const PathLayout& layout, const Kernels& kernels)
    : layout_(&layout),
      kernels_(&kernels),
      seed_row_(layout.vertex_count()),
      marked_((layout.vertex_count() + 63) / 64, 0),
      path_(wide_lanes * layout.height()),
      out_(wide_lanes * layout.row_count()) {}

void WideSweep::clear() {
    std::ranges::fill(marked_, 0);
    touched_.clear();
}

void WideSweep::add(std::size_t lane, std::uint32_t rank, std::uint32_t time) {
    const auto place = layout_->place(rank);
    if (place == PathLayout::no_row) {
        return;
    }
    const auto bit = std::uint64_t{1} << (place % 64);
    if ((marked_[place / 64] & bit) == 0) {
        marked_[place / 64] |= bit;
        seed_row_[place] = static_cast<std::uint32_t>(touched_.size() / wide_lanes);
        touched_.resize(touched_.size() + wide_lanes);
        std::fill_n(touched_.end() - wide_lanes, wide_lanes, no_way.count());
    }
    auto& own = touched_[wide_lanes * seed_row_[place] + lane];
    own = std::min(own, time);
}

void WideSweep::run() {
    seeded_.clear();
    seeds_.resize(touched_.size());
    auto* next = seeds_.data();
    for (std::size_t word = 0; word < marked_.size(); ++word) {
        for (auto bits = marked_[word]; bits != 0; bits &= bits - 1) {
            const auto place = static_cast<std::uint32_t>(64 * word + std::countr_zero(bits));
            seeded_.push_back(place);
            std::copy_n(touched_.data() + wide_lanes * seed_row_[place], wide_lanes, next);
            next += wide_lanes;
        }
    }
    kernels_->sweep_wide(layout_->arcs(), seeded_, seeds_.data(), path_.data(), out_.data());
}

}  // namespace michinori::routing
