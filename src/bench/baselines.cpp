// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/baselines.h"

#include <algorithm>
#include <numeric>

namespace michinori::bench {

routing::TimedGraph reversed(const routing::TimedGraph& graph) {
    const auto& old = graph.graph;
    routing::TimedGraph result;
    auto& first = result.graph.first_arc;
    first.assign(old.first_arc.size(), 0);
    for (const auto head : old.head) {
        ++first[head + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    result.graph.head.resize(old.arc_count());
    result.graph.position = old.position;
    result.time.resize(old.arc_count());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t tail = 0; tail < old.vertex_count(); ++tail) {
        for (auto arc = old.first_arc[tail]; arc < old.first_arc[tail + 1]; ++arc) {
            const auto slot = next[old.head[arc]]++;
            result.graph.head[slot] = tail;
            result.time[slot] = graph.time[arc];
        }
    }
    return result;
}

SearchGraph::SearchGraph(const routing::TimedGraph& graph) : first_arc(graph.graph.first_arc) {
    arcs.reserve(graph.graph.arc_count());
    for (std::size_t a = 0; a < graph.graph.arc_count(); ++a) {
        arcs.push_back({graph.graph.head[a], graph.time[a].count()});
    }
}

/// Once a label is final its vertex is settled, but over arcs of no time a lower site can still arrive
/// at the same time: then the vertex is queued again. So the answer is the least (time, site) always.
template <class Queue>
void NearestSearch::run(Queue& queue, const SearchGraph& graph, std::span<const Seed> seeds) {
    labels_.assign(graph.vertex_count(), no_label);
    queue.clear();
    for (const auto& seed : seeds) {
        const auto label = label_of(seed.time.count(), seed.site);
        if (seed.time != no_way && label < labels_[seed.vertex]) {
            labels_[seed.vertex] = label;
            queue.push(seed.time.count(), seed.vertex);
        }
    }
    while (!queue.empty()) {
        const auto entry = queue.pop();
        const auto vertex = static_cast<std::uint32_t>(entry);
        const auto label = labels_[vertex];
        if ((label >> 32U) != (entry >> 32U)) {
            continue;  // it has left before, with less time
        }
        for (const auto& arc : graph.arcs_of(vertex)) {
            const Label time = (label >> 32U) + arc.time;
            const Label offered = (time << 32U) | site_of(label);
            if (time < no_way.count() && offered < labels_[arc.head]) {
                labels_[arc.head] = offered;
                queue.push(static_cast<std::uint32_t>(time), arc.head);
            }
        }
    }
}

void NearestSearch::run_binary(const SearchGraph& graph, std::span<const Seed> seeds) {
    run(binary_, graph, seeds);
}

void NearestSearch::run_radix(const SearchGraph& graph, std::span<const Seed> seeds) {
    run(radix_, graph, seeds);
}

/// As above, a label that arrives late at the time just searched makes its vertex spread once more.
void KNearestSearch::run(const SearchGraph& graph, std::span<const Seed> seeds, std::size_t k) {
    k_ = k;
    labels_.assign(k * graph.vertex_count(), no_label);
    spread_.assign(graph.vertex_count(), 0);
    heap_.clear();
    for (const auto& seed : seeds) {
        if (seed.time != no_way && k > 0) {
            offer(label_of(seed.time.count(), seed.site), seed.vertex);
        }
    }
    while (!heap_.empty()) {
        const auto entry = heap_.pop();
        const auto vertex = static_cast<std::uint32_t>(entry);
        const auto* slots = labels_.data() + k_ * vertex;
        auto& done = spread_[vertex];
        while (done < k_ && (slots[done] >> 32U) == (entry >> 32U)) {
            spread(graph, slots[done++], vertex);
        }
    }
}

void KNearestSearch::spread(const SearchGraph& graph, Label label, std::uint32_t vertex) {
    for (const auto& arc : graph.arcs_of(vertex)) {
        const Label time = (label >> 32U) + arc.time;
        if (time < no_way.count()) {
            offer((time << 32U) | site_of(label), arc.head);
        }
    }
}

/// Keeps the k best labels of distinct sites in order; queues the label when it is one of them.
void KNearestSearch::offer(Label label, std::uint32_t vertex) {
    auto* slots = labels_.data() + k_ * vertex;
    if (label >= slots[k_ - 1]) {
        return;
    }
    std::size_t place = 0;
    while (slots[place] <= label) {
        if (site_of(slots[place]) == site_of(label)) {
            return;
        }
        ++place;
    }
    auto end = place;  // where a worse label of the same site, or the worst label, goes away
    while (end + 1 < k_ && slots[end] != no_label && site_of(slots[end]) != site_of(label)) {
        ++end;
    }
    std::move_backward(slots + place, slots + end, slots + end + 1);
    slots[place] = label;
    spread_[vertex] = std::min(spread_[vertex], static_cast<std::uint32_t>(place));
    heap_.push(time_of(label), vertex);
}

}  // namespace michinori::bench
