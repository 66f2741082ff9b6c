// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "routing/graph.h"
#include "routing/kernels.h"

namespace michinori::bench {

/// What the engine is measured against: plain searches, each written as fast as its kind can be. All
/// give the same times to the millisecond. To find the journey *to* the nearest site, hand them the
/// reversed graph.
///
///     const SearchGraph graph(reversed(nation));
///     NearestSearch search;                                   // its arrays are reused by the next run
///     search.run_radix(graph, seeds);
///     auto minutes_to = minutes(TravelTime{time_of(search.labels()[vertex])});
///
/// Times saturate at no_way, which counts as not reached. Ties go to the lowest site id. A workspace
/// belongs to one thread; a graph may be searched by several.

/// Every arc the other way round, arcs of one tail in the order of their old ids. O(n + m).
[[nodiscard]] routing::TimedGraph reversed(const routing::TimedGraph& graph);

/// A graph with its times for searching: head and time of an arc stand side by side.
struct SearchGraph {
    struct Arc {
        std::uint32_t head = 0;
        std::uint32_t time = 0;  ///< ms
    };
    explicit SearchGraph(const routing::TimedGraph& graph);
    [[nodiscard]] std::size_t vertex_count() const { return first_arc.size() - 1; }
    [[nodiscard]] std::span<const Arc> arcs_of(std::uint32_t vertex) const {
        return {arcs.data() + first_arc[vertex], arcs.data() + first_arc[vertex + 1]};
    }
    std::vector<std::uint32_t> first_arc;
    std::vector<Arc> arcs;
};

/// Where a search begins: at `vertex`, with `time` already spent on behalf of `site`.
struct Seed {
    std::uint32_t vertex = 0;
    TravelTime time{0};
    std::uint32_t site = 0;
};

/// Answers are the engine's own labels: time and site in one word, the smaller word the better, ties included.
using routing::Label;
using routing::label_of;
using routing::no_label;
using routing::site_of;
using routing::time_of;

/// A priority queue of (time, vertex) words; smallest first. Entries are never changed: one that has
/// become stale is recognised when it leaves.
class BinaryHeap {
public:
    void clear() { entries_.clear(); }
    void reserve(std::size_t entries) { entries_.reserve(entries); }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    void push(std::uint32_t time, std::uint32_t vertex);
    std::uint64_t pop();

private:
    std::vector<std::uint64_t> entries_;
};

/// The same for searches whose keys never fall below the last one that left: entries lie in 33 buckets
/// by the highest bit in which their time differs from that last time. O(1) a push, 32 moves an entry
/// at most. Source: Ahuja, Mehlhorn, Orlin, Tarjan, "Faster algorithms for the shortest path problem",
/// J. ACM 37 (1990).
class RadixHeap {
public:
    void clear();
    [[nodiscard]] bool empty() const { return size_ == 0; }
    void push(std::uint32_t time, std::uint32_t vertex);
    std::uint64_t pop();

private:
    void refill();
    static constexpr std::size_t bucket_count = 33;
    std::vector<std::uint64_t> buckets_[bucket_count];
    std::size_t size_ = 0;
    std::uint32_t last_ = 0;
};

/// The nearest site of every vertex by one search from all seeds at once. O(m log m), 8 bytes a vertex
/// and the queue. Source: Dijkstra 1959 with several sources.
class NearestSearch {
public:
    void run_binary(const SearchGraph& graph, std::span<const Seed> seeds);
    void run_radix(const SearchGraph& graph, std::span<const Seed> seeds);
    /// By vertex; `no_label` where no seed leads.
    [[nodiscard]] std::span<const Label> labels() const { return labels_; }

private:
    template <class Queue>
    void run(Queue& queue, const SearchGraph& graph, std::span<const Seed> seeds);
    std::vector<Label> labels_;
    BinaryHeap binary_;
    RadixHeap radix_;
};

/// The k nearest distinct sites of every vertex. A label is queued only when it is among the k best
/// known of its vertex (pruning), and spreads when its time has come. O(k m log(k m)), 8 k + 4 bytes a
/// vertex and the queue.
class KNearestSearch {
public:
    void run(const SearchGraph& graph, std::span<const Seed> seeds, std::size_t k);
    /// k a vertex, nearest first; `no_label` fills up.
    [[nodiscard]] std::span<const Label> labels() const { return labels_; }

private:
    void offer(Label label, std::uint32_t vertex);
    void spread(const SearchGraph& graph, Label label, std::uint32_t vertex);
    std::size_t k_ = 0;
    std::vector<Label> labels_;
    std::vector<std::uint32_t> spread_;  // by vertex: how many of its labels have spread
    BinaryHeap heap_;
};

}  // namespace michinori::bench
