// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace michinori {

/// Union-find over 0 ... size-1 with path halving; the lowest member stands for a set. Nearly O(1).
class DisjointSets {
public:
    explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

    [[nodiscard]] std::uint32_t find(std::size_t member) {
        auto i = static_cast<std::uint32_t>(member);
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }

    void join(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({find(a), find(b)});
        parent_[high] = low;
    }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace michinori
