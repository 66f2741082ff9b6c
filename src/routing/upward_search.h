// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/kernels.h"
#include "routing/useful_edges.h"

namespace michinori::routing {

/// Where a search starts: a rank, and the label it has there.
struct Seed {
    std::uint32_t rank = 0;
    Label label = no_label;
};

/// The first half of a sweep: from all seeds up the hierarchy. Afterwards every rank that was reached holds the k
/// least labels of different sites that come to it from below, ascending; ranks are visited in
/// ascending order, so that each list is complete before it is passed on. A workspace: one a thread; its
/// memory is used again. O(ranks reached x arcs x k + n / 4096).
class UpwardSearch {
public:
    explicit UpwardSearch(std::size_t ranks, std::size_t k = 1);

    /// Replaces what the last run left.
    void run(const RankArcs& arcs, std::span<const Seed> seeds);

    /// Ranks reached, ascending.
    [[nodiscard]] std::span<const std::uint32_t> reached() const { return reached_; }
    /// k labels, no_label where there are fewer.
    [[nodiscard]] std::span<const Label> labels(std::uint32_t rank) const { return {labels_.data() + k_ * rank, k_}; }
    [[nodiscard]] std::size_t k() const { return k_; }

private:
    void offer(std::uint32_t rank, Label label);
    void pass_on(const RankArcs& arcs, std::uint32_t rank);

    std::size_t k_;
    std::vector<Label> labels_;
    std::vector<std::uint64_t> marked_;   // a bit a rank
    std::vector<std::uint64_t> summary_;  // a bit a word of marked_
    std::vector<std::uint32_t> reached_;
};

}  // namespace michinori::routing
