// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/hierarchy.h"

#include <algorithm>
#include <numeric>

namespace michinori::routing {
namespace {

constexpr auto none = Hierarchy::no_parent;

/// Neighbours of each vertex in either direction, as ranks, loops left out; CSR over ranks.
struct Neighbours {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> higher;  ///< only neighbours of higher rank
};

Neighbours higher_neighbours(const Graph& graph, std::span<const std::uint32_t> rank) {
    Neighbours result;
    result.first.assign(graph.vertex_count() + 1, 0);
    const auto for_each_edge = [&](auto&& use) {
        for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
            for (auto a = graph.first_arc[v]; a < graph.first_arc[v + 1]; ++a) {
                const auto [low, high] = std::minmax({rank[v], rank[graph.head[a]]});
                if (low != high) {
                    use(low, high);
                }
            }
        }
    };
    for_each_edge([&](std::uint32_t low, std::uint32_t) { ++result.first[low + 1]; });
    std::partial_sum(result.first.begin(), result.first.end(), result.first.begin());
    result.higher.resize(result.first.back());
    std::vector<std::uint32_t> next(result.first.begin(), result.first.end() - 1);
    for_each_edge([&](std::uint32_t low, std::uint32_t high) { result.higher[next[low]++] = high; });
    return result;
}

/// Liu's algorithm: parent of every rank without computing the fill. `lower` edges must be met by
/// ascending higher end, so the graph is walked once more by the higher end.
std::vector<std::uint32_t> elimination_parents(const Graph& graph, std::span<const std::uint32_t> order,
                                               std::span<const std::uint32_t> rank) {
    const auto up = higher_neighbours(graph, rank);
    // Turn "higher neighbours by lower end" into "lower neighbours by higher end".
    std::vector<std::uint32_t> first(order.size() + 1, 0);
    for (const auto high : up.higher) {
        ++first[high + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> lower(up.higher.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t low = 0; low < order.size(); ++low) {
        for (auto i = up.first[low]; i < up.first[low + 1]; ++i) {
            lower[next[up.higher[i]]++] = low;
        }
    }
    std::vector<std::uint32_t> parent(order.size(), none);
    std::vector<std::uint32_t> shortcut(order.size(), none);  // compressed ways to the present roots
    for (std::uint32_t high = 0; high < order.size(); ++high) {
        for (auto i = first[high]; i < first[high + 1]; ++i) {
            auto at = lower[i];
            while (shortcut[at] != none && shortcut[at] != high) {
                const auto up_one = shortcut[at];
                shortcut[at] = high;
                at = up_one;
            }
            if (shortcut[at] == none) {
                shortcut[at] = high;
                parent[at] = high;
            }
        }
    }
    return parent;
}

/// position[x]: place of x in a postorder of the forest, children by ascending number.
std::vector<std::uint32_t> postorder(std::span<const std::uint32_t> parent) {
    const auto n = static_cast<std::uint32_t>(parent.size());
    // Parents have higher numbers than children, so sizes add up in one pass, and places are handed
    // down from the roots: a node's last place is its own, its children's ranges lie before it.
    std::vector<std::uint32_t> size(n, 1);
    for (std::uint32_t x = 0; x < n; ++x) {
        if (parent[x] != none) {
            size[parent[x]] += size[x];
        }
    }
    std::vector<std::uint32_t> range_end(n, 0);  // where the next child's range ends, counted from behind
    std::vector<std::uint32_t> position(n);
    std::uint32_t root_end = n;
    for (std::uint32_t x = n; x-- > 0;) {
        auto& end = parent[x] == none ? root_end : range_end[parent[x]];
        position[x] = end - 1;
        end -= size[x];
        range_end[x] = position[x];
    }
    return position;
}

}  // namespace

Hierarchy::Hierarchy(const Graph& graph, std::span<const std::uint32_t> order) {
    number_ranks(graph, order);
    fill_in(graph);
    link_lower();
    place_arcs(graph);
}

void Hierarchy::number_ranks(const Graph& graph, std::span<const std::uint32_t> order) {
    rank_.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        rank_[order[i]] = i;
    }
    const auto place = postorder(elimination_parents(graph, order, rank_));
    vertex_.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        rank_[order[i]] = place[i];
        vertex_[place[i]] = order[i];
    }
}

/// Symbolic elimination: higher neighbours of x = its own and those of its children in the tree.
void Hierarchy::fill_in(const Graph& graph) {
    const auto n = static_cast<std::uint32_t>(vertex_.size());
    const auto own = higher_neighbours(graph, rank_);
    std::vector<std::uint32_t> first_child(n, none);
    std::vector<std::uint32_t> next_child(n, none);
    std::vector<std::uint32_t> seen_by(n, none);
    up_first_.reserve(n + 1);
    up_first_.push_back(0);
    up_head_.reserve(own.higher.size());
    first_below_.resize(n);
    for (std::uint32_t x = 0; x < n; ++x) {
        const auto begin = up_head_.size();
        const auto take = [&](std::uint32_t y) {
            if (y != x && seen_by[y] != x) {
                seen_by[y] = x;
                up_head_.push_back(y);
            }
        };
        std::for_each(own.higher.begin() + own.first[x], own.higher.begin() + own.first[x + 1], take);
        first_below_[x] = x;
        for (auto child = first_child[x]; child != none; child = next_child[child]) {
            for (auto e = up_first_[child]; e < up_first_[child + 1]; ++e) {
                take(up_head_[e]);
            }
            first_below_[x] = std::min(first_below_[x], first_below_[child]);
        }
        std::sort(up_head_.begin() + static_cast<std::ptrdiff_t>(begin), up_head_.end());
        up_first_.push_back(static_cast<std::uint32_t>(up_head_.size()));
        if (const auto up = parent(x); up != none) {
            next_child[x] = first_child[up];
            first_child[up] = x;
        }
    }
    depth_.resize(n);
    for (std::uint32_t x = n; x-- > 0;) {
        depth_[x] = parent(x) == none ? 1 : depth_[parent(x)] + 1;
        height_ = std::max(height_, depth_[x]);
    }
}

void Hierarchy::link_lower() {
    const auto n = static_cast<std::uint32_t>(vertex_.size());
    lower_first_.assign(n + 1, 0);
    for (const auto head : up_head_) {
        ++lower_first_[head + 1];
    }
    std::partial_sum(lower_first_.begin(), lower_first_.end(), lower_first_.begin());
    lower_.resize(up_head_.size());
    std::vector<std::uint32_t> next(lower_first_.begin(), lower_first_.end() - 1);
    for (std::uint32_t x = 0; x < n; ++x) {
        for (auto e = up_first_[x]; e < up_first_[x + 1]; ++e) {
            lower_[next[up_head_[e]]++] = {x, e};
        }
    }
}

void Hierarchy::place_arcs(const Graph& graph) {
    slot_of_arc_.assign(graph.arc_count(), no_slot);
    input_arc_.reserve(graph.arc_count());
    for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
        for (auto a = graph.first_arc[v]; a < graph.first_arc[v + 1]; ++a) {
            const auto tail = rank_[v];
            const auto head = rank_[graph.head[a]];
            if (tail != head) {
                const auto edge = edge_between(std::min(tail, head), std::max(tail, head));
                slot_of_arc_[a] = 2 * edge + (tail < head ? 0 : 1);
                input_arc_.push_back(a);
            }
        }
    }
    std::ranges::sort(input_arc_, {}, [&](std::uint32_t a) { return std::pair(slot_of_arc_[a], a); });
    input_slot_.resize(input_arc_.size());
    std::ranges::transform(input_arc_, input_slot_.begin(), [&](std::uint32_t a) { return slot_of_arc_[a]; });
}

std::uint32_t Hierarchy::tail(std::uint32_t edge) const {
    return static_cast<std::uint32_t>(std::ranges::upper_bound(up_first_, edge) - up_first_.begin() - 1);
}

std::uint32_t Hierarchy::edge_between(std::uint32_t x, std::uint32_t y) const {
    const auto up = heads(x);
    return up_first_[x] + static_cast<std::uint32_t>(std::ranges::lower_bound(up, y) - up.begin());
}

std::span<const std::uint32_t> Hierarchy::arcs_in_slot(std::uint32_t slot) const {
    const auto range = std::ranges::equal_range(input_slot_, slot);
    const auto begin = static_cast<std::size_t>(range.begin() - input_slot_.begin());
    return std::span(input_arc_).subspan(begin, range.size());
}

std::size_t Hierarchy::bytes() const {
    const auto words = rank_.size() + vertex_.size() + up_first_.size() + up_head_.size() + first_below_.size() +
                       depth_.size() + lower_first_.size() + 2 * lower_.size() + slot_of_arc_.size() +
                       input_slot_.size() + input_arc_.size();
    return words * sizeof(std::uint32_t);
}

}  // namespace michinori::routing
