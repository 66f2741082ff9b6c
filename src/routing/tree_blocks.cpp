// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/tree_blocks.h"

#include <algorithm>

namespace michinori::routing {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

/// Takes all subtrees of at most `largest` remaining ranks off, packed into groups from low ranks to high,
/// so that subtrees of one group are neighbours.
class LowestGroups {
public:
    LowestGroups(const Hierarchy& hierarchy, std::vector<std::uint8_t>& remaining, std::uint32_t largest)
        : hierarchy_(hierarchy), remaining_(remaining), largest_(largest), below_(remaining.begin(), remaining.end()) {
        for (std::uint32_t x = 0; x < below_.size(); ++x) {
            if (const auto up = hierarchy_.parent(x); up != Hierarchy::no_parent) {
                below_[up] += below_[x];
            }
        }
    }

    Groups take() {
        for (std::uint32_t x = 0; x < below_.size(); ++x) {
            const auto up = hierarchy_.parent(x);
            const bool root = below_[x] <= largest_ && (up == Hierarchy::no_parent || below_[up] > largest_);
            if (root && below_[x] > 0) {
                add_subtree(x);
            }
        }
        for (auto& group : groups_) {
            std::ranges::reverse(group);
        }
        return std::move(groups_);
    }

private:
    void add_subtree(std::uint32_t root) {
        if (groups_.empty() || groups_.back().size() + below_[root] > largest_) {
            groups_.emplace_back();
        }
        for (auto x = hierarchy_.first_below(root); x <= root; ++x) {
            if (remaining_[x] == 1) {
                groups_.back().push_back(x);
                remaining_[x] = 0;
            }
        }
    }

    const Hierarchy& hierarchy_;
    std::vector<std::uint8_t>& remaining_;
    std::uint32_t largest_;
    std::vector<std::uint32_t> below_;  // remaining ranks in each subtree
    Groups groups_;
};

}  // namespace

TreeBlocks grouped(const Hierarchy& hierarchy, std::vector<std::uint8_t> needed, std::uint32_t largest) {
    std::vector<Groups> generations;  // the lowest first
    auto left = static_cast<std::size_t>(std::ranges::count(needed, 1));
    while (left > 0) {
        generations.push_back(LowestGroups(hierarchy, needed, largest).take());
        for (const auto& group : generations.back()) {
            left -= group.size();
        }
    }
    TreeBlocks blocks;
    blocks.generation_begin.push_back(0);
    for (auto generation = generations.rbegin(); generation != generations.rend(); ++generation) {
        std::ranges::move(*generation, std::back_inserter(blocks.groups));
        blocks.generation_begin.push_back(static_cast<std::uint32_t>(blocks.groups.size()));
    }
    return blocks;
}

}  // namespace michinori::routing
