// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/hierarchy.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <set>

#include "base/threads.h"
#include "routing/customise.h"
#include "routing/nested_dissection.h"
#include "routing/random_graph.h"
#include "routing/tree_blocks.h"
#include "routing/useful_edges.h"

namespace {

using namespace michinori;
using namespace michinori::routing;

/// Elimination as it is defined: joins all remaining neighbours of each vertex in turn.
std::set<std::pair<std::uint32_t, std::uint32_t>> edges_by_definition(const Graph& graph,
                                                                      const std::vector<std::uint32_t>& order) {
    const auto n = graph.vertex_count();
    std::vector<std::set<std::uint32_t>> neighbours(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        for (auto a = graph.first_arc[v]; a < graph.first_arc[v + 1]; ++a) {
            if (graph.head[a] != v) {
                neighbours[v].insert(graph.head[a]);
                neighbours[graph.head[a]].insert(v);
            }
        }
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const auto v : order) {
        for (const auto a : neighbours[v]) {
            edges.insert({std::min(v, a), std::max(v, a)});
            neighbours[a].erase(v);
            for (const auto b : neighbours[v]) {
                if (a != b) {
                    neighbours[a].insert(b);
                }
            }
        }
    }
    return edges;
}

/// A grid of side x side vertices with two-way streets of various times.
TimedGraph grid(std::uint32_t side) {
    std::vector<geo::Point> places;
    std::vector<ListedArc> arcs;
    for (std::uint32_t v = 0; v < side * side; ++v) {
        places.push_back({139 + 0.01 * (v % side), 36 + 0.01 * (v / side)});
        const auto join = [&](std::uint32_t to) {
            const TravelTime time{1000 + (v * 7919 + to * 104729) % 5000};
            arcs.push_back({v, to, time});
            arcs.push_back({to, v, time});
        };
        if (v % side + 1 < side) {
            join(v + 1);
        }
        if (v + side < side * side) {
            join(v + side);
        }
    }
    return graph_from_arcs(std::move(places), arcs);
}

}  // namespace

TEST_CASE("the edges are those of elimination by its definition") {
    rc::prop("any graph, any order", [] {
        const auto graph = test::random_graph(16).graph;
        const auto order = test::random_order(graph.vertex_count());
        const Hierarchy hierarchy(graph, order);
        std::set<std::pair<std::uint32_t, std::uint32_t>> edges;
        for (std::uint32_t x = 0; x < hierarchy.vertex_count(); ++x) {
            RC_ASSERT(std::ranges::is_sorted(hierarchy.heads(x)));
            for (const auto y : hierarchy.heads(x)) {
                RC_ASSERT(x < y);
                const auto a = hierarchy.vertex(x);
                const auto b = hierarchy.vertex(y);
                edges.insert({std::min(a, b), std::max(a, b)});
            }
        }
        RC_ASSERT(edges == edges_by_definition(graph, order));
    });
}

TEST_CASE("ranks are a postorder of the elimination tree, and lower lists mirror upper ones") {
    rc::prop("any graph", [] {
        const auto graph = test::random_graph(30).graph;
        const Hierarchy h(graph, test::random_order(graph.vertex_count()));
        for (std::uint32_t x = 0; x < h.vertex_count(); ++x) {
            RC_ASSERT(h.rank(h.vertex(x)) == x);
            const auto up = h.parent(x);
            RC_ASSERT((up == Hierarchy::no_parent || (h.first_below(up) <= h.first_below(x) && x < up)));
            RC_ASSERT(h.depth(x) == (up == Hierarchy::no_parent ? 1 : h.depth(up) + 1));
            for (auto e = h.first_up(x); e < h.first_up(x + 1); ++e) {
                RC_ASSERT(h.tail(e) == x);
                RC_ASSERT(h.edge_between(x, h.head(e)) == e);
                const auto lower = h.lower(h.head(e));
                RC_ASSERT(std::ranges::count_if(lower, [&](auto l) { return l.tail == x && l.edge == e; }) == 1);
            }
        }
        for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
            for (auto a = graph.first_arc[v]; a < graph.first_arc[v + 1]; ++a) {
                const auto slot = h.slot_of_arc(a);
                RC_ASSERT((slot == Hierarchy::no_slot) == (graph.head[a] == v));
                RC_ASSERT((slot == Hierarchy::no_slot || std::ranges::count(h.arcs_in_slot(slot), a) == 1));
            }
        }
    });
}

TEST_CASE("nested dissection orders every graph, and grids well, for any number of threads") {
    rc::prop("a permutation", [] {
        const auto graph = test::random_graph(60).graph;
        auto order = nested_dissection(graph);
        std::ranges::sort(order);
        for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
            RC_ASSERT(order[v] == v);
        }
    });
    const auto graph = grid(70).graph;
    const auto one = [&] {
        const ThreadLimit limit(1);
        return nested_dissection(graph);
    }();
    const ThreadLimit limit(4);
    CHECK(nested_dissection(graph) == one);
    const Hierarchy hierarchy(graph, one);
    // Separators of a square grid of side s hold s vertices; two nested halvings meet within some s.
    CHECK(hierarchy.height() < 7 * 70);
    CHECK(hierarchy.edge_count() < 30 * graph.vertex_count());
}

TEST_CASE("customisation and pruning do not depend on the number of threads") {
    const auto graph = grid(60);
    const Hierarchy hierarchy(graph.graph, nested_dissection(graph.graph));
    HierarchyTimes one;
    HierarchyTimes four;
    UsefulEdges edges_one;
    {
        const ThreadLimit limit(1);
        customise(hierarchy, graph.time, one);
        edges_one = useful_edges(hierarchy, one);
    }
    const ThreadLimit limit(4);
    customise(hierarchy, graph.time, four);
    CHECK(one == four);
    const auto edges_four = useful_edges(hierarchy, four);
    CHECK(edges_one.up.first == edges_four.up.first);
    CHECK(edges_one.down.first == edges_four.down.first);
}

TEST_CASE("of edges between the same places only one that is needed stays") {
    // 0 -1- 1 -1- 2 and a direct road 0-2 of 2: as quick, so the edge 0-2 is not needed.
    const auto graph =
        graph_from_arcs({{139, 36}, {139.1, 36}, {139.2, 36}},
                        std::vector<ListedArc>{{0, 1, TravelTime{1}}, {1, 2, TravelTime{1}}, {0, 2, TravelTime{2}}});
    const Hierarchy hierarchy(graph.graph, std::vector<std::uint32_t>{0, 1, 2});
    HierarchyTimes times;
    customise(hierarchy, graph.time, times);
    const auto edges = useful_edges(hierarchy, times);
    CHECK(edges.up.arcs.size() == 2);
    CHECK(edges.down.arcs.empty());
}

TEST_CASE("groups hold every needed rank once, heads in their own or an earlier generation's group") {
    rc::prop("any tree", [] {
        const auto graph = test::random_graph(60).graph;
        const Hierarchy h(graph, nested_dissection(graph));
        std::vector<std::uint8_t> needed(h.vertex_count());
        for (std::uint32_t x = 0; x < h.vertex_count(); ++x) {  // closed upwards, as sweeps need it
            needed[x] = needed[x] != 0 || *rc::gen::arbitrary<bool>() ? 1 : 0;
            for (const auto y : h.heads(x)) {
                needed[y] = needed[y] | needed[x];
            }
        }
        const auto largest = static_cast<std::uint32_t>(*rc::gen::inRange(1, 20));
        const auto blocks = grouped(h, needed, largest);
        std::vector<int> group_of(h.vertex_count(), -1);
        std::vector<int> generation_of(h.vertex_count(), -1);
        for (std::size_t g = 0; g + 1 < blocks.generation_begin.size(); ++g) {
            for (auto i = blocks.generation_begin[g]; i < blocks.generation_begin[g + 1]; ++i) {
                RC_ASSERT(blocks.groups[i].size() <= largest);
                for (const auto x : blocks.groups[i]) {
                    RC_ASSERT((group_of[x] == -1 && needed[x] == 1));
                    group_of[x] = static_cast<int>(i);
                    generation_of[x] = static_cast<int>(g);
                }
            }
        }
        for (std::uint32_t x = 0; x < h.vertex_count(); ++x) {
            RC_ASSERT((group_of[x] == -1) == (needed[x] == 0));
            for (const auto y : h.heads(x)) {
                RC_ASSERT((needed[x] == 0 || group_of[x] == group_of[y] || generation_of[y] < generation_of[x]));
            }
        }
    });
}
