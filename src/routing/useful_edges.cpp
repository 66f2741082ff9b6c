// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/useful_edges.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>

#include "routing/edge_rows.h"
#include "routing/kernels.h"

namespace michinori::routing {
namespace {

constexpr std::uint8_t dropped_up = 1;
constexpr std::uint8_t dropped_down = 2;

/// Perfect customisation from the roots down: z's row is final when z is reached, and lowers the rows of
/// all lower neighbours of z.
class Pruning {
public:
    Pruning(const Hierarchy& hierarchy, const HierarchyTimes& times)
        : hierarchy_(hierarchy),
          perfect_(times),
          drop_(times.size(), 0),
          places_([&] { return RowPlaces(hierarchy); }) {}

    std::vector<std::uint8_t> run() {
        const auto division = divided(hierarchy_);
        for (auto i = division.top.size(); i-- > 0;) {
            const auto z = division.top[i];
            push(z, hierarchy_.lower(z), places_.local(), [&](std::uint32_t x) { return division.is_top[x] == 1; });
        }
        tbb::parallel_for(std::size_t{0}, division.subtrees.size(),
                          [&](std::size_t i) { prune_subtree(division.subtrees[i], places_.local()); });
        return std::move(drop_);
    }

private:
    void prune_subtree(std::uint32_t root, RowPlaces& places) {
        const auto begin = hierarchy_.first_below(root);
        const auto all = [](std::uint32_t) { return true; };
        // The ranks above the subtree, from the root's parent up, are all ranks its rows can lead to.
        for (auto z = hierarchy_.parent(root); z != Hierarchy::no_parent; z = hierarchy_.parent(z)) {
            const auto lower = hierarchy_.lower(z);
            const auto from = std::ranges::lower_bound(lower, begin, {}, &Hierarchy::Lower::tail);
            const auto to = std::ranges::upper_bound(lower, root, {}, &Hierarchy::Lower::tail);
            if (from != to) {
                push(z, {from, to}, places, all);
            }
        }
        for (auto z = root + 1; z-- > begin;) {
            push(z, hierarchy_.lower(z), places, all);
        }
    }

    void push(std::uint32_t z, std::span<const Hierarchy::Lower> lower, RowPlaces& places, auto&& wanted) {
        if (hierarchy_.heads(z).empty()) {
            return;
        }
        places.set(z);
        for (const auto [x, xz] : lower) {
            if (!wanted(x)) {
                continue;
            }
            for_each_run(hierarchy_, places, xz + 1, hierarchy_.first_up(x + 1),
                         [&, edge = xz](std::uint32_t xy, std::uint32_t zy, std::uint32_t count) {
                             const auto merged =
                                 kernels_.merge_rows(&perfect_[xy], &drop_[xy], &perfect_[zy], count, perfect_[edge]);
                             perfect_[edge] = {merged.up, merged.down};
                             drop_[edge] |= static_cast<std::uint8_t>((merged.drop_up ? dropped_up : 0) |
                                                                      (merged.drop_down ? dropped_down : 0));
                         });
        }
    }

    const Hierarchy& hierarchy_;
    HierarchyTimes perfect_;
    std::vector<std::uint8_t> drop_;
    const Kernels& kernels_ = Kernels::best();
    tbb::enumerable_thread_specific<RowPlaces> places_;
};

/// Edges of one direction that are neither dropped nor closed.
RankArcs kept(const Hierarchy& hierarchy, const std::vector<std::uint8_t>& drop, std::uint8_t flag, auto&& time) {
    const auto n = static_cast<std::uint32_t>(hierarchy.vertex_count());
    const auto stays = [&](std::uint32_t edge) { return (drop[edge] & flag) == 0 && time(edge) != no_way.count(); };
    RankArcs result;
    result.first.assign(n + 1, 0);
    const tbb::blocked_range<std::uint32_t> ranks(0, n, 1U << 12U);
    tbb::parallel_for(ranks, [&](const auto& range) {
        for (auto x = range.begin(); x < range.end(); ++x) {
            for (auto edge = hierarchy.first_up(x); edge < hierarchy.first_up(x + 1); ++edge) {
                result.first[x + 1] += stays(edge) ? 1 : 0;
            }
        }
    });
    std::partial_sum(result.first.begin(), result.first.end(), result.first.begin());
    result.arcs.resize(result.first.back());
    tbb::parallel_for(ranks, [&](const auto& range) {
        for (auto x = range.begin(); x < range.end(); ++x) {
            auto next = result.first[x];
            for (auto edge = hierarchy.first_up(x); edge < hierarchy.first_up(x + 1); ++edge) {
                if (stays(edge)) {
                    result.arcs[next++] = {hierarchy.head(edge), time(edge)};
                }
            }
        }
    });
    return result;
}

}  // namespace

UsefulEdges useful_edges(const Hierarchy& hierarchy, const HierarchyTimes& times) {
    const auto drop = Pruning(hierarchy, times).run();
    return {kept(hierarchy, drop, dropped_up, [&](std::uint32_t e) { return times[e].up; }),
            kept(hierarchy, drop, dropped_down, [&](std::uint32_t e) { return times[e].down; })};
}

std::vector<std::uint8_t> needed_for(const RankArcs& arcs, std::span<const std::uint32_t> wanted) {
    std::vector<std::uint8_t> needed(arcs.first.size() - 1, 0);
    for (const auto rank : wanted) {
        needed[rank] = 1;
    }
    for (std::uint32_t x = 0; x < needed.size(); ++x) {
        if (needed[x] == 1) {
            for (const auto& arc : arcs.of(x)) {
                needed[arc.head] = 1;
            }
        }
    }
    return needed;
}

}  // namespace michinori::routing
