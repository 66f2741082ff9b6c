// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/dijkstra_engine.h"

#include <array>
#include <boost/graph/graph_traits.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <queue>
#include <utility>

#include "routing/label_list.h"
#include "routing/nearest_field.h"
#include "routing/vertex_search.h"

namespace michinori::routing {
namespace {

struct QueueEntry {
    Label label;
    std::uint32_t vertex;
    friend auto operator<=>(const QueueEntry&, const QueueEntry&) = default;
};
using Queue = std::priority_queue<QueueEntry, std::vector<QueueEntry>, std::greater<>>;

class BackwardSearch final : public TimesToGoal {
public:
    BackwardSearch(const network::TravelModel& model, network::Position goal)
        : search_(model, Journey::to_places, std::array{Site{goal, TravelTime{0}}}) {}

    TravelTime at(std::uint32_t vertex) override { return search_.at_most(vertex, no_way); }
    TravelTime at_most(std::uint32_t vertex, TravelTime limit) override { return search_.at_most(vertex, limit); }

private:
    VertexSearch search_;
};

}  // namespace

std::unique_ptr<Engine> DijkstraEngine::over(const network::TravelModel& model) const {
    return std::make_unique<DijkstraEngine>(model);
}

NearestLabels DijkstraEngine::nearest(std::span<const Arrival> arrivals, std::size_t k) const {
    const auto& graph = model().network().reverse_graph();
    LineVector<Label> all(k * model().network().vertex_count(), no_label);
    Queue queue;
    for (const auto& [vertex, label] : arrivals) {
        queue.push({label, vertex});
    }
    while (!queue.empty()) {
        const auto [label, vertex] = queue.top();
        queue.pop();
        auto* own = all.data() + k * vertex;
        auto* const slot = std::find_if(
            own, own + k, [site = site_of(label)](Label known) { return known == no_label || site_of(known) == site; });
        if (slot == own + k || *slot != no_label) {
            continue;  // k nearer sites, or this site already, are known here
        }
        *slot = label;
        for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph))) {
            const auto tail = target(edge, graph);
            const auto next = later(label, model().time(ArcId{graph[edge]}).count());
            if (next != no_label && all[k * tail + k - 1] == no_label) {
                queue.push({next, tail});
            }
        }
    }
    return {std::move(all), k, k};
}

SparseTable DijkstraEngine::time_lists(std::span<const Origin> origins, std::span<const Site> sites,
                                       TravelTime cutoff) const {
    std::vector<std::vector<SparseTable::Entry>> lists(origins.size());
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        const NearestField field(*this, {sites[s]}, 1);
        for (std::size_t o = 0; o < origins.size(); ++o) {
            const auto reaches = origins[o] ? field.from(origins[o]->position) : std::vector<Reach>();
            const auto time = reaches.empty() ? no_way : saturating_add(reaches[0].time, origins[o]->access_time);
            if (time != no_way && time <= cutoff) {
                lists[o].push_back({s, time.count()});
            }
        }
    }
    SparseTable table;
    table.site_count = sites.size();
    for (auto& list : lists) {
        std::ranges::stable_sort(list, {}, &SparseTable::Entry::time);
        table.append(list);
    }
    return table;
}

std::unique_ptr<TimesToGoal> DijkstraEngine::times_to(network::Position goal) const {
    return std::make_unique<BackwardSearch>(model(), goal);
}

}  // namespace michinori::routing
