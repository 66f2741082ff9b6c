// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/dijkstra_engine.h"

#include <array>
#include <boost/graph/graph_traits.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>

namespace michinori::routing {
namespace {

using network::Direction;
constexpr std::array both_directions{Direction::forward, Direction::backward};

struct QueueEntry {
    TravelTime time;
    std::uint32_t site;
    std::uint32_t vertex;
    friend auto operator<=>(const QueueEntry&, const QueueEntry&) = default;
};
using Queue = std::priority_queue<QueueEntry, std::vector<QueueEntry>, std::greater<>>;

}  // namespace

NearestField::NearestField(const network::TravelModel& model, std::vector<Site> sites, std::size_t k)
    : model_(&model), sites_(std::move(sites)), k_(k), labels_(k * model.network().vertex_count()) {
    sites_by_segment_.resize(sites_.size());
    for (std::uint32_t i = 0; i < sites_.size(); ++i) {
        sites_by_segment_[i] = i;
    }
    std::ranges::stable_sort(sites_by_segment_, {}, [&](std::uint32_t i) { return sites_[i].position.segment; });
    search();
}

/// A label-setting search against the arcs' direction from all sites at once. Labels leave the queue
/// in the order (time, site), so a vertex gets its k nearest distinct sites, lowest id first among
/// equals, also across arcs of zero length. O(k m log(k m)).
void NearestField::search() {
    const auto& net = model_->network();
    Queue queue;
    for (std::uint32_t s = 0; s < sites_.size(); ++s) {
        for (const auto direction : both_directions) {
            const auto drive = model_->time_from_start(sites_[s].position, direction);
            const auto time = saturating_add(drive, sites_[s].access_time);
            if (time == no_way) {
                continue;
            }
            for (const auto arc : net.arcs_along(sites_[s].position.segment, direction)) {
                queue.push({time, s, net.arc(arc).tail.raw()});
            }
        }
    }
    const auto& graph = net.reverse_graph();
    while (!queue.empty()) {
        const auto [time, site, vertex] = queue.top();
        queue.pop();
        auto* labels = labels_.data() + k_ * vertex;
        const auto* full = std::find_if(
            labels, labels + k_, [&, s = site](const Label& label) { return label.time == no_way || label.site == s; });
        const auto slot = static_cast<std::size_t>(full - labels);
        if (slot == k_ || labels[slot].time != no_way) {
            continue;  // k nearer sites, or this site already, are known here
        }
        labels[slot] = {time, site};
        for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph))) {
            const auto tail = target(edge, graph);
            const auto next = saturating_add(time, model_->time(ArcId{graph[edge]}));
            if (next != no_way && labels_[k_ * tail + k_ - 1].time == no_way) {
                queue.push({next, site, tail});
            }
        }
    }
}

/// Keeps `best` sorted by (time, site), distinct in site, at most k long.
void NearestField::offer(std::vector<Reach>& best, Reach candidate) const {
    const auto same = std::ranges::find(best, candidate.site, &Reach::site);
    if (same != best.end()) {
        same->time = std::min(same->time, candidate.time);
    } else {
        best.push_back(candidate);
    }
    std::ranges::sort(best, {}, [](const Reach& reach) { return std::tie(reach.time, reach.site); });
    if (best.size() > k_) {
        best.pop_back();
    }
}

std::vector<Reach> NearestField::from(network::Position start) const {
    const auto& net = model_->network();
    std::vector<Reach> best;
    for (const auto direction : both_directions) {
        const auto to_end = model_->time_to_end(start, direction);
        const auto arcs = net.arcs_along(start.segment, direction);
        if (to_end == no_way || arcs.empty()) {
            continue;
        }
        const auto head = net.arc(arcs.front()).head.index();
        for (std::size_t i = 0; i < k_; ++i) {
            const auto& label = labels_[k_ * head + i];
            const auto time = saturating_add(to_end, label.time);
            if (time != no_way) {
                offer(best, {SiteId{label.site}, time});
            }
        }
    }
    const auto on_this_road = std::ranges::equal_range(sites_by_segment_, start.segment, {},
                                                       [&](std::uint32_t i) { return sites_[i].position.segment; });
    for (const auto s : on_this_road) {
        for (const auto direction : both_directions) {
            const auto drive = model_->time_between(start, sites_[s].position, direction);
            const auto time = saturating_add(drive, sites_[s].access_time);
            if (time != no_way) {
                offer(best, {SiteId{s}, time});
            }
        }
    }
    return best;
}

}  // namespace michinori::routing
