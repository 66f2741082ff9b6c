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
    seeds_.clear();
}

std::uint32_t* WideSweep::seed_row(std::uint32_t rank) {
    const auto place = layout_->place(rank);
    if (place == PathLayout::no_row) {
        return nullptr;
    }
    const auto bit = std::uint64_t{1} << (place % 64);
    if ((marked_[place / 64] & bit) == 0) {
        marked_[place / 64] |= bit;
        seed_row_[place] = static_cast<std::uint32_t>(seeds_.size() / wide_lanes);
        seeds_.resize(seeds_.size() + wide_lanes);
        std::fill_n(seeds_.end() - wide_lanes, wide_lanes, no_way.count());
    }
    return seeds_.data() + wide_lanes * seed_row_[place];
}

void WideSweep::add_site(std::uint32_t lanes, std::span<const SiteLabels::Entry> entries) {
    for (const auto& [rank, time] : entries) {
        if (auto* row = seed_row(rank); row != nullptr) {
            kernels_->lower_lanes(row, lanes, time);
        }
    }
}

void WideSweep::run() {
    seeded_.clear();
    for (std::size_t word = 0; word < marked_.size(); ++word) {
        for (auto bits = marked_[word]; bits != 0; bits &= bits - 1) {
            const auto place = static_cast<std::uint32_t>(64 * word + std::countr_zero(bits));
            seeded_.push_back({place, seed_row_[place]});
        }
    }
    kernels_->sweep_wide(layout_->arcs(), seeded_, seeds_.data(), path_.data(), out_.data());
}

}  // namespace michinori::routing
