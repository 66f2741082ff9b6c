// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/path_query.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "routing/nested_dissection.h"
#include "routing/random_graph.h"

namespace {

using namespace michinori;
using namespace michinori::routing;

std::vector<std::uint32_t> tails_of(const Graph& graph) {
    std::vector<std::uint32_t> tails(graph.arc_count());
    for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
        std::fill(tails.begin() + graph.first_arc[v], tails.begin() + graph.first_arc[v + 1], v);
    }
    return tails;
}

}  // namespace

TEST_CASE("a path unpacks to arcs that join its ends and take its time, which is Boost's Dijkstra's") {
    rc::prop("all pairs", [] {
        const auto graph = test::random_graph(20);
        const auto order = *rc::gen::arbitrary<bool>() ? nested_dissection(graph.graph)
                                                       : test::random_order(graph.graph.vertex_count());
        const Hierarchy hierarchy(graph.graph, order);
        HierarchyTimes times;
        customise(hierarchy, graph.time, times);
        PathQuery query(hierarchy, times, graph.time);
        const auto tails = tails_of(graph.graph);
        const auto expected = test::all_times(graph);
        for (std::uint32_t from = 0; from < graph.graph.vertex_count(); ++from) {
            for (std::uint32_t to = 0; to < graph.graph.vertex_count(); ++to) {
                const auto path = query.find(from, to);
                RC_ASSERT(path.has_value() == (expected[from][to] != no_way.count()));
                if (!path) {
                    continue;
                }
                RC_ASSERT(path->time.count() == expected[from][to]);
                auto at = from;
                std::uint64_t sum = 0;
                for (const auto arc : path->arcs) {
                    RC_ASSERT(tails[arc.index()] == at);
                    at = graph.graph.head[arc.index()];
                    sum += graph.time[arc.index()].count();
                }
                RC_ASSERT(at == to);
                RC_ASSERT(sum == path->time.count());
            }
        }
    });
}

TEST_CASE("times of another profile are noticed, not unpacked to nonsense") {
    // Two roads in a row; the shortcut over the middle cannot be made of roads that take other times.
    const auto graph = graph_from_arcs({{139, 36}, {139.1, 36}, {139.2, 36}},
                                       std::vector<ListedArc>{{0, 1, TravelTime{5}}, {1, 2, TravelTime{5}}});
    const Hierarchy hierarchy(graph.graph, std::vector<std::uint32_t>{1, 0, 2});
    HierarchyTimes times;
    customise(hierarchy, graph.time, times);
    const std::vector<TravelTime> others{TravelTime{6}, TravelTime{6}};
    PathQuery query(hierarchy, times, others);
    CHECK_THROWS_AS(query.find(0, 2), std::logic_error);
}
