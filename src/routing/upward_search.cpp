// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/upward_search.h"

#include <algorithm>
#include <bit>

#include "routing/label_list.h"

namespace michinori::routing {

UpwardSearch::UpwardSearch(std::size_t ranks, std::size_t k)
    : k_(k), labels_(ranks * k, no_label), marked_((ranks + 63) / 64, 0), summary_((marked_.size() + 63) / 64, 0) {}

void UpwardSearch::offer(std::uint32_t rank, Label label) {
    if (k_ == 1) {  // by far the most common, and a list of one needs no list
        auto& own = labels_[rank];
        if (label >= own) {
            return;
        }
        own = label;
    } else {
        insert_label({labels_.data() + k_ * rank, k_}, label);
    }
    marked_[rank / 64] |= std::uint64_t{1} << (rank % 64);
    summary_[rank / 4096] |= std::uint64_t{1} << (rank / 64 % 64);
}

void UpwardSearch::run(const RankArcs& arcs, std::span<const Seed> seeds) {
    for (const auto rank : reached_) {
        std::fill_n(labels_.begin() + static_cast<std::ptrdiff_t>(k_ * rank), k_, no_label);
    }
    reached_.clear();
    for (const auto& seed : seeds) {
        if (time_of(seed.label) != no_way.count()) {
            offer(seed.rank, seed.label);
        }
    }
    // Heads are higher ranks, so marks appear only ahead of where the scan is.
    for (std::size_t block = 0; block < summary_.size(); ++block) {
        while (summary_[block] != 0) {
            const auto word = 64 * block + static_cast<std::size_t>(std::countr_zero(summary_[block]));
            while (marked_[word] != 0) {
                const auto rank = static_cast<std::uint32_t>(64 * word + std::countr_zero(marked_[word]));
                marked_[word] &= marked_[word] - 1;
                pass_on(arcs, rank);
            }
            summary_[block] &= summary_[block] - 1;
        }
    }
}

void UpwardSearch::pass_on(const RankArcs& arcs, std::uint32_t rank) {
    reached_.push_back(rank);
    for (const auto& arc : arcs.of(rank)) {
        for (const auto label : labels(rank)) {
            const auto next = later(label, arc.time);
            if (next == no_label) {
                break;
            }
            offer(arc.head, next);
        }
    }
}

}  // namespace michinori::routing
