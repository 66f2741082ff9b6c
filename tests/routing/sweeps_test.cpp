// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "base/threads.h"
#include "routing/customise.h"
#include "routing/label_list.h"
#include "routing/nearest_sweep.h"
#include "routing/nested_dissection.h"
#include "routing/random_graph.h"
#include "routing/site_labels.h"
#include "routing/wide_sweep.h"

namespace {

using namespace michinori;
using namespace michinori::routing;

/// A graph, contracted in some order and customised.
struct Prepared {
    TimedGraph graph;
    Hierarchy hierarchy;
    HierarchyTimes times;
    UsefulEdges edges;

    Prepared(TimedGraph g, const std::vector<std::uint32_t>& order)
        : graph(std::move(g)), hierarchy(graph.graph, order) {
        customise(hierarchy, graph.time, times);
        edges = useful_edges(hierarchy, times);
    }
    explicit Prepared(TimedGraph g) : Prepared(g, nested_dissection(g.graph)) {}
};

Prepared random_prepared() {
    auto graph = test::random_graph(24);
    const auto order =
        *rc::gen::arbitrary<bool>() ? nested_dissection(graph.graph) : test::random_order(graph.graph.vertex_count());
    return {std::move(graph), order};
}

struct PlacedSite {
    std::uint32_t vertex;
    std::uint32_t access;
};

std::vector<PlacedSite> random_sites(std::size_t vertices) {
    std::vector<PlacedSite> sites;
    const auto count = *rc::gen::inRange(0, 8);
    for (int s = 0; s < count; ++s) {
        sites.push_back({static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, vertices)),
                         static_cast<std::uint32_t>(*rc::gen::inRange(0, 3))});
    }
    return sites;
}

std::vector<Seed> seeds_of(const Hierarchy& hierarchy, const std::vector<PlacedSite>& sites) {
    std::vector<Seed> seeds;
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        seeds.push_back({hierarchy.rank(sites[s].vertex), label_of(sites[s].access, s)});
    }
    return seeds;
}

/// The k nearest by brute force; times[from][to], turned round for journeys from the sites.
std::vector<Label> expected(const std::vector<std::vector<std::uint32_t>>& times, const std::vector<PlacedSite>& sites,
                            std::uint32_t vertex, std::size_t k, bool to_sites) {
    std::vector<Label> best(k, no_label);
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        const auto drive = to_sites ? times[vertex][sites[s].vertex] : times[sites[s].vertex][vertex];
        insert_label(best, later(label_of(drive, s), sites[s].access));
    }
    return best;
}

std::vector<Label> found(std::span<const Label> labels) {
    std::vector<Label> result(labels.begin(), labels.end());
    for (auto& label : result) {
        label = time_of(label) == no_way.count() ? no_label : label;
    }
    return result;
}

}  // namespace

TEST_CASE("the k nearest by sweep equal Boost's Dijkstra: every kernel, both ways, any order") {
    rc::prop("labels and ties", [] {
        const auto p = random_prepared();
        const auto n = static_cast<std::uint32_t>(p.hierarchy.vertex_count());
        const auto times = test::all_times(p.graph);
        const auto sites = random_sites(n);
        const auto k = static_cast<std::size_t>(*rc::gen::inRange(1, 11));
        const bool to_sites = *rc::gen::arbitrary<bool>();
        const auto block = static_cast<std::uint32_t>(*rc::gen::inRange(1, 30));
        const auto& climb = to_sites ? p.edges.down : p.edges.up;
        const auto& descend = to_sites ? p.edges.up : p.edges.down;
        const SlicedLayout layout(p.hierarchy, descend, {}, block);
        for (const auto* kernels : Kernels::all()) {
            NearestSweep sweep(layout, climb, k, *kernels);
            sweep.run(seeds_of(p.hierarchy, random_sites(n)));  // what an earlier run leaves must not show
            sweep.run(seeds_of(p.hierarchy, sites));
            for (std::uint32_t v = 0; v < n; ++v) {
                RC_ASSERT(found(sweep.labels(layout.slot(p.hierarchy.rank(v)))) ==
                          expected(times, sites, v, k, to_sites));
            }
        }
    });
}

TEST_CASE("labels made once a site give every set of sites the same field") {
    rc::prop("subsets", [] {
        const auto p = random_prepared();
        const auto n = static_cast<std::uint32_t>(p.hierarchy.vertex_count());
        const auto sites = random_sites(n);
        const SiteLabels labels(p.edges.down, p.edges.up, seeds_of(p.hierarchy, sites), sites.size());
        const auto times = test::all_times(p.graph);
        const SlicedLayout layout(p.hierarchy, p.edges.up);
        NearestSweep sweep(layout, p.edges.down, 2);
        std::vector<PlacedSite> open = sites;
        std::vector<Seed> seeds;
        for (std::uint32_t s = 0; s < sites.size(); ++s) {
            const bool closed = *rc::gen::arbitrary<bool>();
            if (closed) {
                open[s].access = no_way.count();
                continue;
            }
            for (const auto& entry : labels.of(s)) {
                seeds.push_back({entry.rank, label_of(entry.time, s)});
            }
        }
        sweep.run_from_labels(seeds);
        for (std::uint32_t v = 0; v < n; ++v) {
            RC_ASSERT(found(sweep.labels(layout.slot(p.hierarchy.rank(v)))) == expected(times, open, v, 2, true));
        }
    });
}

TEST_CASE("wide sweeps give each lane its own source's times") {
    rc::prop("lanes, kernels, wanted rows", [] {
        const auto p = random_prepared();
        const auto n = static_cast<std::uint32_t>(p.hierarchy.vertex_count());
        const auto sites = random_sites(n);
        const auto times = test::all_times(p.graph);
        const SiteLabels labels(p.edges.down, p.edges.up, seeds_of(p.hierarchy, sites), sites.size());
        std::vector<std::uint32_t> wanted;
        for (std::uint32_t v = 0; v < n; ++v) {
            if (*rc::gen::arbitrary<bool>()) {
                wanted.push_back(p.hierarchy.rank(v));
            }
        }
        const bool all = *rc::gen::arbitrary<bool>();
        const auto layout = all ? PathLayout(p.hierarchy, p.edges.up) : PathLayout(p.hierarchy, p.edges.up, wanted);
        for (const auto* kernels : Kernels::all()) {
            WideSweep sweep(layout, *kernels);
            for (int round = 0; round < 2; ++round) {
                sweep.clear();
                for (std::uint32_t s = 0; s < sites.size(); ++s) {
                    sweep.add_site(1U << 31U | 1U << (s + 3), labels.of(s));  // the last lane: all sites together
                }
                sweep.run();
            }
            for (std::uint32_t v = 0; v < n; ++v) {
                const auto row = layout.row(p.hierarchy.rank(v));
                RC_ASSERT((row == PathLayout::no_row) ==
                          (!all && std::ranges::count(wanted, p.hierarchy.rank(v)) == 0));
                std::uint64_t nearest = no_way.count();
                for (std::uint32_t s = 0; row != PathLayout::no_row && s < sites.size(); ++s) {
                    const auto drive = std::uint64_t{times[v][sites[s].vertex]} + sites[s].access;
                    RC_ASSERT(sweep.row(row)[s + 3] == std::min<std::uint64_t>(drive, no_way.count()));
                    nearest = std::min(nearest, drive);
                }
                RC_ASSERT((row == PathLayout::no_row || sweep.row(row)[31] == nearest));
                RC_ASSERT((row == PathLayout::no_row || sweep.row(row)[0] == no_way.count()));
            }
        }
    });
}

TEST_CASE("a layout for chosen vertices answers for them as the whole does") {
    rc::prop("wanted", [] {
        const auto p = random_prepared();
        const auto n = static_cast<std::uint32_t>(p.hierarchy.vertex_count());
        const auto sites = random_sites(n);
        const auto times = test::all_times(p.graph);
        std::vector<std::uint32_t> wanted;
        for (std::uint32_t v = 0; v < n; v += 3) {
            wanted.push_back(p.hierarchy.rank(v));
        }
        const SlicedLayout layout(p.hierarchy, p.edges.up, wanted, 4);
        NearestSweep sweep(layout, p.edges.down, 3);
        sweep.run(seeds_of(p.hierarchy, sites));
        for (std::uint32_t v = 0; v < n; v += 3) {
            RC_ASSERT(found(sweep.labels(layout.slot(p.hierarchy.rank(v)))) == expected(times, sites, v, 3, true));
        }
    });
}

TEST_CASE("changed arcs: recustomising gives what customising anew gives, and says which edges changed") {
    rc::prop("closures, openings, new times", [] {
        auto p = random_prepared();
        auto times = p.graph.time;
        std::vector<ArcId> changed;
        const auto changes = *rc::gen::inRange(0, 5);
        for (int c = 0; c < changes && !times.empty(); ++c) {
            const auto arc = *rc::gen::inRange<std::size_t>(0, times.size());
            times[arc] = TravelTime{*rc::gen::element(0U, 1U, 17U, 50'000U, no_way.count())};
            changed.push_back(ArcId{arc});
        }
        HierarchyTimes anew;
        customise(p.hierarchy, times, anew);
        const auto before = p.times;
        if (*rc::gen::arbitrary<bool>()) {  // so many that whole rows are worked out
            for (std::size_t c = 0; !changed.empty() && c < 120; ++c) {
                changed.push_back(changed[c]);
            }
        }
        const auto altered = recustomise(p.hierarchy, times, changed, p.times);
        RC_ASSERT(p.times == anew);
        std::vector<std::uint32_t> different;
        for (std::uint32_t e = 0; e < anew.size(); ++e) {
            if (!(anew[e] == before[e])) {
                different.push_back(e);
            }
        }
        RC_ASSERT(altered == different);
    });
}

TEST_CASE("graphs of nothing, of one vertex, and without arcs have defined answers") {
    for (const std::uint32_t n : {0U, 1U, 5U}) {
        const Prepared p(graph_from_arcs(std::vector<geo::Point>(n), {}));
        CHECK(p.hierarchy.edge_count() == 0);
        const SlicedLayout layout(p.hierarchy, p.edges.up);
        NearestSweep sweep(layout, p.edges.down, 2);
        sweep.run({});
        for (std::uint32_t v = 0; v < n; ++v) {
            CHECK(sweep.labels(layout.slot(p.hierarchy.rank(v)))[0] == no_label);
        }
        const PathLayout rows(p.hierarchy, p.edges.up);
        WideSweep wide(rows);
        wide.clear();
        wide.run();
        CHECK(rows.row_count() == n);
    }
}

TEST_CASE("k out of range is refused") {
    const Prepared p(graph_from_arcs({{139, 36}}, {}));
    const SlicedLayout layout(p.hierarchy, p.edges.up);
    CHECK_THROWS_AS(NearestSweep(layout, p.edges.down, 0), std::invalid_argument);
    CHECK_THROWS_AS(NearestSweep(layout, p.edges.down, 11), std::invalid_argument);
}

TEST_CASE("a hand-worked journey: two ways, the quicker one over a pass, then the pass closed") {
    // 0 -5- 1 -5- 2 along the valley takes 10; 0 -3- 3 -4- 2 over the pass takes 7.
    auto graph = graph_from_arcs(
        {{139, 36}, {139.1, 36}, {139.2, 36}, {139.1, 36.1}},
        std::vector<ListedArc>{
            {0, 1, TravelTime{5}}, {1, 2, TravelTime{5}}, {0, 3, TravelTime{3}}, {3, 2, TravelTime{4}}});
    Prepared p(graph);
    const auto time_to_2 = [&](std::uint32_t from) {
        const SlicedLayout layout(p.hierarchy, p.edges.up);
        NearestSweep sweep(layout, p.edges.down, 1);
        sweep.run(std::vector<Seed>{{p.hierarchy.rank(2), label_of(0, 0)}});
        return time_of(sweep.labels(layout.slot(p.hierarchy.rank(from)))[0]);
    };
    CHECK(time_to_2(0) == 7);
    CHECK(time_to_2(1) == 5);
    CHECK(time_to_2(2) == 0);
    p.graph.time[3] = no_way;  // arcs by tail: 0-1, 0-3, 1-2, 3-2
    recustomise(p.hierarchy, p.graph.time, std::vector{ArcId{3}}, p.times);
    p.edges = useful_edges(p.hierarchy, p.times);
    CHECK(time_to_2(0) == 10);
    CHECK(time_to_2(3) == no_way.count());
}
