// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/referrals.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>

namespace michinori::care {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

/// Facilities that have links, ascending: a vertex is a place in this list, so that the lower facility is the lower
/// vertex.
std::vector<FacilityId> linked(std::span<const Referral> links) {
    std::vector<FacilityId> all;
    for (const auto& link : links) {
        all.push_back(link.from);
        all.push_back(link.to);
    }
    std::ranges::sort(all);
    const auto rest = std::ranges::unique(all);
    all.erase(rest.begin(), rest.end());
    return all;
}

Graph graph_of(std::span<const Referral> links, const std::vector<FacilityId>& facilities) {
    const auto vertex = [&](FacilityId id) {
        return static_cast<std::size_t>(std::ranges::lower_bound(facilities, id) - facilities.begin());
    };
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    edges.reserve(links.size());
    for (const auto& link : links) {
        edges.emplace_back(vertex(link.from), vertex(link.to));
    }
    return {edges.begin(), edges.end(), facilities.size()};
}

/// The lowest vertex that leads back to itself: it shares its strong component, or has a link to itself.
std::optional<Vertex> lowest_on_a_circle(const Graph& graph) {
    std::vector<std::size_t> part(num_vertices(graph));
    const auto index = get(boost::vertex_index, graph);
    const auto count = boost::strong_components(graph, boost::make_iterator_property_map(part.begin(), index));
    std::vector<std::size_t> members(count);
    for (const auto component : part) {
        ++members[component];
    }
    for (Vertex vertex = 0; vertex < part.size(); ++vertex) {
        const auto [first, last] = adjacent_vertices(vertex, graph);
        if (members[part[vertex]] > 1 || std::find(first, last, vertex) != last) {
            return vertex;
        }
    }
    return std::nullopt;
}

/// The vertex with the fewest steps to it that has a link to `start`, the lowest of equal ones; there is one.
Vertex closing_vertex(const Graph& graph, Vertex start, const std::vector<std::size_t>& steps) {
    Vertex closing = start;
    std::size_t least = SIZE_MAX;
    for (Vertex vertex = 0; vertex < steps.size(); ++vertex) {
        const auto [first, last] = adjacent_vertices(vertex, graph);
        if (steps[vertex] < least && std::find(first, last, start) != last) {
            least = steps[vertex];
            closing = vertex;
        }
    }
    return closing;
}

/// A shortest way from a vertex on a circle back to it, the vertex first.
std::vector<Vertex> shortest_circle(const Graph& graph, Vertex start) {
    std::vector<std::size_t> steps(num_vertices(graph), SIZE_MAX);  // not reached
    std::vector<Vertex> before(num_vertices(graph), start);
    const auto index = get(boost::vertex_index, graph);
    const auto steps_map = boost::make_iterator_property_map(steps.begin(), index);
    const auto before_map = boost::make_iterator_property_map(before.begin(), index);
    steps[start] = 0;
    const auto record =
        boost::make_bfs_visitor(std::pair(boost::record_distances(steps_map, boost::on_tree_edge{}),
                                          boost::record_predecessors(before_map, boost::on_tree_edge{})));
    boost::breadth_first_search(graph, start, boost::visitor(record));
    std::vector<Vertex> circle{closing_vertex(graph, start, steps)};
    while (circle.back() != start) {
        circle.push_back(before[circle.back()]);
    }
    std::ranges::reverse(circle);
    return circle;
}

void keep_partners(StepTimes& times, std::size_t row, FacilityId site, std::span<const FacilityId> to,
                   const Referrals& referrals, Unlinked unlinked) {
    const auto is_partner = [&](FacilityId other) { return referrals.are_partners(site, other); };
    if (unlinked == Unlinked::anybody && std::ranges::none_of(to, is_partner)) {
        return;
    }
    for (std::size_t column = 0; column < to.size(); ++column) {
        if (!is_partner(to[column])) {
            times.set(row, column, no_way);
        }
    }
}

}  // namespace

Referrals::Referrals(std::vector<Referral> links) : links_(std::move(links)) {
    std::ranges::sort(links_);
    const auto rest = std::ranges::unique(links_);
    links_.erase(rest.begin(), rest.end());
    targets_.reserve(links_.size());
    for (const auto& link : links_) {
        targets_.push_back(link.to);
    }
}

std::span<const FacilityId> Referrals::partners_of(FacilityId from) const {
    const auto own = std::ranges::equal_range(links_, from, {}, &Referral::from);
    return std::span(targets_).subspan(static_cast<std::size_t>(own.begin() - links_.begin()), own.size());
}

bool Referrals::are_partners(FacilityId from, FacilityId to) const {
    return std::ranges::binary_search(links_, Referral{from, to});
}

std::vector<FacilityId> find_cycle(const Referrals& referrals) {
    const auto facilities = linked(referrals.links());
    const auto graph = graph_of(referrals.links(), facilities);
    std::vector<FacilityId> circle;
    if (const auto start = lowest_on_a_circle(graph)) {
        for (const auto vertex : shortest_circle(graph, *start)) {
            circle.push_back(facilities[vertex]);
        }
    }
    return circle;
}

StepTimes partners_only(StepTimes times, std::span<const FacilityId> from, std::span<const FacilityId> to,
                        const Referrals& referrals, Unlinked unlinked) {
    if (times.from_count() != from.size() || times.to_count() != to.size()) {
        throw std::invalid_argument("referrals: facilities do not fit the table");
    }
    for (std::size_t row = 0; row < from.size(); ++row) {
        keep_partners(times, row, from[row], to, referrals, unlinked);
    }
    return times;
}

}  // namespace michinori::care
