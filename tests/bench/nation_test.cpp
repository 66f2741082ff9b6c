// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation.h"

#include <tbb/global_control.h>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "geo/point.h"

using namespace michinori;

namespace {

constexpr std::size_t vertices = 50'000;

const routing::TimedGraph& nation() {
    static const auto made = bench::generate_nation(vertices, 3);
    return made;
}

template <class Visit>
void for_each_arc(const routing::TimedGraph& graph, Visit visit) {
    for (std::uint32_t v = 0; v < graph.graph.vertex_count(); ++v) {
        for (auto a = graph.graph.first_arc[v]; a < graph.graph.first_arc[v + 1]; ++a) {
            visit(v, graph.graph.head[a], graph.time[a]);
        }
    }
}

std::size_t largest_strong_component(const routing::TimedGraph& graph) {
    using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for_each_arc(graph, [&](std::size_t u, std::size_t v, TravelTime) { edges.emplace_back(u, v); });
    const Graph g(boost::edges_are_sorted, edges.begin(), edges.end(), graph.graph.vertex_count());
    std::vector<std::size_t> component(graph.graph.vertex_count());
    const auto count =
        boost::strong_components(g, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g)));
    std::vector<std::size_t> size(count, 0);
    for (const auto c : component) {
        ++size[c];
    }
    return *std::ranges::max_element(size);
}

}  // namespace

TEST_CASE("a nation is as large as asked and hangs together, but for a few traps") {
    const auto& graph = nation();
    REQUIRE(graph.graph.vertex_count() == vertices);
    REQUIRE(graph.graph.position.size() == vertices);
    REQUIRE(graph.time.size() == graph.graph.arc_count());
    const auto largest = largest_strong_component(graph);
    CHECK(static_cast<double>(largest) > 0.999 * vertices);
    CHECK(largest < vertices);
}

TEST_CASE("its streets are as many as roads have, most of them two-way, without loops") {
    const auto& graph = nation();
    const double arcs = static_cast<double>(graph.graph.arc_count());
    CHECK(arcs / vertices > 2.6);
    CHECK(arcs / vertices < 2.8);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ways;
    std::size_t loops = 0;
    for_each_arc(graph, [&](std::uint32_t u, std::uint32_t v, TravelTime) {
        ways.emplace_back(u, v);
        loops += u == v ? 1 : 0;
    });
    CHECK(loops == 0);
    std::ranges::sort(ways);
    CHECK(std::ranges::adjacent_find(ways) == ways.end());
    const auto one_way = std::ranges::count_if(
        ways, [&](const auto& way) { return !std::ranges::binary_search(ways, std::pair(way.second, way.first)); });
    CHECK(one_way > 0);
    CHECK(static_cast<double>(one_way) < 0.1 * arcs);
    std::vector<std::size_t> degree(vertices);
    for (std::size_t v = 0; v < vertices; ++v) {
        degree[v] = graph.graph.first_arc[v + 1] - graph.graph.first_arc[v];
    }
    CHECK(std::ranges::max(degree) <= 16);
    CHECK(static_cast<double>(std::ranges::count(degree, 1U)) > 0.03 * vertices);  // dead ends
    CHECK(static_cast<double>(std::ranges::count(degree, 4U)) < 0.5 * vertices);   // no grid
}

TEST_CASE("its times are those of speeds from 20 to 100 km/h, and some roads are quick") {
    const auto& graph = nation();
    std::size_t arcs = 0;
    std::size_t quick = 0;
    std::size_t wrong = 0;
    for_each_arc(graph, [&](std::uint32_t u, std::uint32_t v, TravelTime time) {
        // The nation's plane is stretched where its longitudes are, so only streets that run along a
        // meridian, and are long enough not to be all rounding, tell their speed.
        const auto a = graph.graph.position[u];
        const auto b = graph.graph.position[v];
        const double km = std::abs(a.lat - b.lat) * 111.0;
        if (km < 0.1 || std::abs(a.lon - b.lon) * 88.9 > 0.05 * km) {
            return;
        }
        const double speed = 1.15 * km / (time.count() / 3.6e6);
        ++arcs;
        quick += speed > 70 ? 1 : 0;
        wrong += speed < 20 || speed > 105 ? 1 : 0;
    });
    REQUIRE(arcs > 500);
    CHECK(wrong == 0);
    CHECK(quick > 0);
    CHECK(quick < arcs / 4);
}

TEST_CASE("its vertices are in Hilbert order, so neighbours have near numbers") {
    const auto& graph = nation();
    const auto order = routing::hilbert_numbering(graph.graph.position);
    std::vector<std::uint32_t> same(vertices);
    std::iota(same.begin(), same.end(), 0U);
    CHECK(order == same);
}

TEST_CASE("straits and mountains leave few ways across: a nation is easily cut in two") {
    // A sweep line that turns with the chain of islands; the best cut with a quarter on either side.
    const auto& graph = nation();
    std::vector<std::uint32_t> order(vertices);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t v) {
        const auto p = graph.graph.position[v];
        return p.lon * 88.9 * 0.788 + p.lat * 111.0 * 0.616;
    });
    std::vector<std::uint32_t> rank(vertices);
    for (std::uint32_t i = 0; i < vertices; ++i) {
        rank[order[i]] = i;
    }
    std::vector<int> begins(vertices + 1, 0);
    for_each_arc(graph, [&](std::uint32_t u, std::uint32_t v, TravelTime) {
        const auto [low, high] = std::minmax(rank[u], rank[v]);
        ++begins[low];
        --begins[high];
    });
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    const auto cut = *std::min_element(begins.begin() + vertices / 4, begins.begin() + 3 * vertices / 4);
    CHECK(cut > 0);
    CHECK(cut < 100);  // arcs; a grid of this shape has over 300
}

TEST_CASE("the same seed gives the same nation with one thread, and another seed another") {
    const auto same = [](const routing::TimedGraph& a, const routing::TimedGraph& b) {
        return a.graph.first_arc == b.graph.first_arc && a.graph.head == b.graph.head && a.time == b.time &&
               a.graph.position == b.graph.position;
    };
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    CHECK(same(bench::generate_nation(vertices, 3), nation()));
    CHECK_FALSE(same(bench::generate_nation(vertices, 4), nation()));
}

TEST_CASE("tiny nations are nations too") {
    for (const std::size_t size : {0, 1, 2, 3, 10, 100, 1000}) {
        const auto graph = bench::generate_nation(size, 1);
        INFO(size);
        CHECK(graph.graph.vertex_count() == size);
        CHECK(graph.time.size() == graph.graph.arc_count());
        CHECK(std::ranges::all_of(graph.graph.head, [&](std::uint32_t head) { return head < size; }));
    }
}
