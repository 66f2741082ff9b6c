// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/baselines.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

#include "bench/boost_search.h"

using namespace michinori;
using namespace michinori::bench;
using routing::ListedArc;

namespace {

constexpr std::uint32_t longest = no_way.count() - 1;

/// Small graphs with everything that is allowed: arcs of no time, parallel arcs, loops, isolated
/// vertices, and weights of which two already overflow.
routing::TimedGraph random_graph() {
    const auto vertices = *rc::gen::inRange<std::uint32_t>(1, 30);
    const auto vertex = [&] { return *rc::gen::inRange<std::uint32_t>(0, vertices); };
    std::vector<ListedArc> arcs;
    const auto count = *rc::gen::inRange(0, 90);
    for (int i = 0; i < count; ++i) {
        const auto kind = *rc::gen::inRange(0, 8);
        const auto small = *rc::gen::inRange<std::uint32_t>(0, 6);
        const auto time = kind == 0 ? longest - small : kind == 1 ? longest / 3 + small : kind < 5 ? 0 : small;
        arcs.push_back({vertex(), vertex(), TravelTime{time}});
    }
    return routing::graph_from_arcs(std::vector<geo::Point>(vertices), arcs);
}

std::vector<Seed> random_seeds(const routing::TimedGraph& graph) {
    std::vector<Seed> seeds;
    const auto vertices = static_cast<std::uint32_t>(graph.graph.vertex_count());
    const auto count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        const auto time = *rc::gen::element(0U, 0U, 1U, 3U, longest / 2, longest, no_way.count());
        const auto site = *rc::gen::inRange<std::uint32_t>(0, 5);
        seeds.push_back({*rc::gen::inRange<std::uint32_t>(0, vertices), TravelTime{time}, site});
    }
    return seeds;
}

/// One Boost search a site; then the k best of every vertex, ties to the lowest site.
std::vector<Label> by_brute_force(const routing::TimedGraph& graph, const std::vector<Seed>& seeds, std::size_t k) {
    const auto vertices = graph.graph.vertex_count();
    std::vector<std::vector<Label>> found(vertices);
    for (std::uint32_t site = 0; site < 5; ++site) {
        std::vector<Seed> of_site;
        std::ranges::copy_if(seeds, std::back_inserter(of_site), [&](const Seed& seed) { return seed.site == site; });
        BoostSearch search(graph, of_site);
        search.run();
        for (std::size_t v = 0; v < vertices; ++v) {
            if (search.times()[v] != no_way.count()) {
                found[v].push_back(label_of(search.times()[v], site));
            }
        }
    }
    std::vector<Label> all;
    for (auto& labels : found) {
        std::ranges::sort(labels);
        labels.resize(k, no_label);
        all.insert(all.end(), labels.begin(), labels.end());
    }
    return all;
}

std::vector<Label> copied(std::span<const Label> labels) {
    return {labels.begin(), labels.end()};
}

}  // namespace

TEST_CASE("both heaps give their entries in order, also when pushes and pops take turns") {
    rc::prop("as a sorted list", [] {
        BinaryHeap binary;
        RadixHeap radix;
        std::vector<std::uint32_t> model;
        std::uint32_t last = 0;
        const auto steps = *rc::gen::inRange(0, 200);
        for (int i = 0; i < steps; ++i) {
            if (model.empty() || *rc::gen::inRange(0, 3) > 0) {
                const auto more = *rc::gen::element(0U, 1U, 7U, 1000U, 1U << 20U, 1U << 31U);
                const auto time = saturating_add(TravelTime{last}, TravelTime{more}).count();
                binary.push(time, 7);
                radix.push(time, 7);
                model.push_back(time);
                continue;
            }
            const auto least = std::ranges::min_element(model);
            last = *least;
            RC_ASSERT(binary.pop() == label_of(last, 7));
            RC_ASSERT(radix.pop() == label_of(last, 7));
            model.erase(least);
            RC_ASSERT(radix.empty() == model.empty());
            RC_ASSERT(binary.empty() == model.empty());
        }
    });
}

TEST_CASE("binary, radix and Boost agree to the millisecond, and on the site of equal times") {
    NearestSearch search;  // one workspace for all: nothing of a run may be left for the next
    rc::prop("on random graphs", [&] {
        const auto graph = random_graph();
        const auto seeds = random_seeds(graph);
        const SearchGraph searched(graph);
        search.run_binary(searched, seeds);
        const auto binary = copied(search.labels());
        search.run_radix(searched, seeds);
        RC_ASSERT(copied(search.labels()) == binary);
        RC_ASSERT(by_brute_force(graph, seeds, 1) == binary);
        BoostSearch boost(graph, seeds);
        boost.run();
        for (std::size_t v = 0; v < binary.size(); ++v) {
            RC_ASSERT(boost.times()[v] == time_of(binary[v]));
        }
    });
}

TEST_CASE("k nearest sites agree with one Boost search a site") {
    KNearestSearch search;
    NearestSearch nearest;
    rc::prop("on random graphs", [&] {
        const auto graph = random_graph();
        const auto seeds = random_seeds(graph);
        const auto k = *rc::gen::inRange<std::size_t>(0, 7);
        const SearchGraph searched(graph);
        search.run(searched, seeds, k);
        RC_ASSERT(copied(search.labels()) == by_brute_force(graph, seeds, k));
        search.run(searched, seeds, 1);
        nearest.run_radix(searched, seeds);
        RC_ASSERT(copied(search.labels()) == copied(nearest.labels()));
    });
}

TEST_CASE("a lower site that arrives later over arcs of no time takes the tie") {
    // Vertex 0 leaves the queue with site 5 first; site 3 comes to it over two arcs of no time.
    const std::vector<ListedArc> arcs{{0, 3, TravelTime{4}}, {1, 0, TravelTime{0}}, {2, 1, TravelTime{0}}};
    const auto graph = routing::graph_from_arcs(std::vector<geo::Point>(4), arcs);
    const std::vector<Seed> seeds{{0, TravelTime{9}, 5}, {2, TravelTime{9}, 3}};
    const SearchGraph searched(graph);
    NearestSearch search;
    search.run_binary(searched, seeds);
    CHECK(copied(search.labels()) == std::vector{label_of(9, 3), label_of(9, 3), label_of(9, 3), label_of(13, 3)});
    search.run_radix(searched, seeds);
    CHECK(copied(search.labels()) == std::vector{label_of(9, 3), label_of(9, 3), label_of(9, 3), label_of(13, 3)});
    KNearestSearch several;
    several.run(searched, seeds, 2);
    CHECK(copied(several.labels().subspan(0, 2)) == std::vector{label_of(9, 3), label_of(9, 5)});
    CHECK(copied(several.labels().subspan(6, 2)) == std::vector{label_of(13, 3), label_of(13, 5)});
}

TEST_CASE("a radix heap that was cleared starts from time 0 again") {
    RadixHeap heap;
    heap.push(8, 0);
    CHECK(heap.pop() == label_of(8, 0));
    heap.clear();
    heap.push(9, 0);
    heap.push(1, 0);
    CHECK(heap.pop() == label_of(1, 0));
    CHECK(heap.pop() == label_of(9, 0));
    CHECK(heap.empty());
}

TEST_CASE("times saturate and never wrap") {
    const std::vector<ListedArc> arcs{{0, 1, TravelTime{longest}}, {1, 2, TravelTime{1}}, {1, 3, TravelTime{0}}};
    const auto graph = routing::graph_from_arcs(std::vector<geo::Point>(4), arcs);
    const std::vector<Seed> seeds{{0, TravelTime{0}, 0}};
    NearestSearch search;
    search.run_radix(SearchGraph(graph), seeds);
    CHECK(copied(search.labels()) == std::vector{label_of(0, 0), label_of(longest, 0), no_label, label_of(longest, 0)});
}

TEST_CASE("a reversed graph has every arc the other way, and twice reversed is the same") {
    rc::prop("on random graphs", [] {
        const auto graph = random_graph();
        const auto back = reversed(graph);
        const auto listed = [](const routing::TimedGraph& g, bool turn) {
            std::vector<ListedArc> arcs;
            for (std::uint32_t v = 0; v < g.graph.vertex_count(); ++v) {
                for (auto a = g.graph.first_arc[v]; a < g.graph.first_arc[v + 1]; ++a) {
                    const auto w = g.graph.head[a];
                    arcs.push_back(turn ? ListedArc{w, v, g.time[a]} : ListedArc{v, w, g.time[a]});
                }
            }
            std::ranges::sort(arcs);
            return arcs;
        };
        RC_ASSERT(listed(back, true) == listed(graph, false));
        RC_ASSERT(back.graph.position == graph.graph.position);
        RC_ASSERT(listed(reversed(back), false) == listed(graph, false));
    });
}

TEST_CASE("no vertex, no seed: no answer and no fault") {
    NearestSearch search;
    KNearestSearch several;
    const routing::TimedGraph empty;
    search.run_binary(SearchGraph(empty), {});
    search.run_radix(SearchGraph(empty), {});
    several.run(SearchGraph(empty), {}, 3);
    CHECK(search.labels().empty());
    CHECK(several.labels().empty());
    BoostSearch boost(empty, {});
    boost.run();
    CHECK(boost.times().empty());
}
