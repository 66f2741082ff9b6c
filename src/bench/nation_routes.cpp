// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_routes.h"

#include <algorithm>
#include <utility>

namespace michinori::bench {
namespace {

/// A street between the surroundings of two settlements, and how long the way over it takes.
struct Contact {
    std::uint64_t settlements = 0;
    std::uint64_t ms = 0;
    std::uint32_t from = 0;
    std::uint32_t arc = 0;
    friend auto operator<=>(const Contact&, const Contact&) = default;
};

/// The quickest contact of every two neighbours.
std::vector<Contact> contacts(const SearchGraph& graph, std::span<const Label> labels) {
    std::vector<Contact> found;
    for (std::uint32_t u = 0; u < graph.vertex_count(); ++u) {
        for (auto arc = graph.first_arc[u]; arc < graph.first_arc[u + 1]; ++arc) {
            const auto& way = graph.arcs[arc];
            const auto here = labels[u];
            const auto there = labels[way.head];
            if (u < way.head && here != no_label && there != no_label && site_of(here) != site_of(there)) {
                const auto [low, high] = std::minmax(site_of(here), site_of(there));
                const std::uint64_t ms = std::uint64_t{time_of(here)} + way.time + time_of(there);
                found.push_back({label_of(low, high), ms, u, arc});
            }
        }
    }
    std::ranges::sort(found);
    const auto doubles = std::ranges::unique(found, {}, &Contact::settlements);
    found.erase(doubles.begin(), doubles.end());
    return found;
}

class RouteLayer {
public:
    RouteLayer(RoadGraph& roads, std::span<const Label> labels, RoadClass road_class)
        : roads_(roads), labels_(labels), road_class_(road_class), traced_(labels.size(), false) {}

    void lay(const Contact& contact) {
        const auto to = roads_.graph.arcs[contact.arc].head;
        raise(contact.from, to);
        trace(contact.from);
        trace(to);
    }

private:
    /// From a vertex to its settlement, back along the search; stops where another route has joined.
    void trace(std::uint32_t vertex) {
        while (!traced_[vertex]) {
            traced_[vertex] = true;
            const auto next = toward_settlement(vertex);
            raise(vertex, next);
            vertex = next;
        }
    }

    [[nodiscard]] std::uint32_t toward_settlement(std::uint32_t vertex) const {
        const auto label = labels_[vertex];
        for (const auto& arc : roads_.graph.arcs_of(vertex)) {
            if (labels_[arc.head] + label_of(arc.time, 0) == label) {
                return arc.head;
            }
        }
        return vertex;  // it is the settlement
    }

    void raise(std::uint32_t u, std::uint32_t v) {
        for (const auto& [from, to] : {std::pair(u, v), {v, u}}) {
            for (auto arc = roads_.graph.first_arc[from]; arc < roads_.graph.first_arc[from + 1]; ++arc) {
                if (roads_.graph.arcs[arc].head == to) {
                    roads_.road_class[arc] = std::max(roads_.road_class[arc], road_class_);
                }
            }
        }
    }

    RoadGraph& roads_;
    std::span<const Label> labels_;
    RoadClass road_class_;
    std::vector<bool> traced_;
};

}  // namespace

void lay_routes(RoadGraph& roads, std::span<const Places::Settlement> settlements, Rank rank, RoadClass road_class) {
    std::vector<Seed> seeds;
    for (std::uint32_t s = 0; s < settlements.size(); ++s) {
        if (settlements[s].rank <= rank) {
            seeds.push_back({settlements[s].centre, TravelTime{0}, s});
        }
    }
    NearestSearch search;
    search.run_radix(roads.graph, seeds);
    RouteLayer layer(roads, search.labels(), road_class);
    for (const auto& contact : contacts(roads.graph, search.labels())) {
        layer.lay(contact);
    }
}

}  // namespace michinori::bench
