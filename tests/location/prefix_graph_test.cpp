// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/prefix_graph.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "cases.h"
#include "location/evaluation.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::minute;
using Kind = Objective::Kind;

TEST_CASE("points that ask the same sites first share sets, in whatever order", "[location]") {
    // Homes at 1, 9 and 2 between sites at 0, 10 and 100 ask {0}, {1}, {0} first; then all ask {0, 1}.
    auto made = test::line({{1, 1}, {9, 1}, {2, 1}}, {0, 10, 100});
    made.problem.sites = 1;
    const auto graph = make_prefix_graph(case_of(made.problem));
    REQUIRE(graph);
    CHECK(graph->points == 3);
    CHECK(graph->nodes.size() == 4);  // the empty set, {0}, {1}, {0, 1}; one of three must be open
    const auto costs = graph->cost.front();
    CHECK(costs[0] == Amount{1 + 1 + 2} * 1000000 * minute);
    CHECK(costs[1] == Amount{8 + 6} * 1000000 * minute);
}

TEST_CASE("a merged value is the sum over the points", "[location]") {
    for (const auto kind : {Kind::mean_time, Kind::covered}) {
        rc::prop(test::named(kind, "any set that is allowed"), [kind] {
            const auto instance = test::any_instance(kind, {.must = true, .floor = true}, 7, 30);
            const auto wanted = case_of(instance.problem);
            const auto graph = make_prefix_graph(wanted);
            RC_ASSERT(graph.has_value());
            auto open = wanted.must_open;
            for (std::size_t site = 0; site < open.size(); ++site) {
                open[site] = (open[site] | *rc::gen::inRange<std::uint8_t>(0, 2)) & wanted.may_open[site];
            }
            const auto sites = sites_of(open);
            RC_PRE(sites.size() >= wanted.fewest);
            RC_PRE(std::ranges::all_of(instance.problem.must_open, [&](auto site) { return open[site] != 0; }));
            RC_ASSERT((graph->value(0, graph->closed(open)) == evaluate(instance.problem, sites).cost));
        });
    }
}

TEST_CASE("merged loads are those of the points", "[location]") {
    rc::prop("by edges", [] {
        const auto instance = test::any_instance(Kind::mean_time, {.floor = true}, 6, 30);
        const auto wanted = case_of(instance.problem);
        const auto graph = make_prefix_graph(wanted);
        auto open = Flags(wanted.site_count(), 0);
        for (auto& flag : open) {
            flag = *rc::gen::inRange<std::uint8_t>(0, 2);
        }
        RC_PRE(sites_of(open).size() >= wanted.fewest);
        const auto closed = graph->closed(open);
        std::vector<People> load(open.size());
        for (const auto& edge : graph->edges) {
            const int behind = edge.to ? closed[*edge.to] : 0;
            load[edge.site] += People::from_micro(static_cast<std::int64_t>(edge.load) * (closed[edge.from] - behind));
        }
        RC_ASSERT(load == evaluate(instance.problem, sites_of(open)).load);
    });
}

TEST_CASE("a graph that would be too large is not made, a shallow one counts too little", "[location]") {
    rc::prop("any set", [] {
        const auto instance = test::any_instance(Kind::mean_time, {}, 7, 30);
        const auto wanted = case_of(instance.problem);
        const std::vector<std::uint32_t> depth(wanted.point_count(), *rc::gen::inRange<std::uint32_t>(1, 3));
        const auto shallow = make_prefix_graph(wanted, {.most_nodes = 100000, .depth = depth});
        const auto whole = make_prefix_graph(wanted);
        RC_ASSERT(shallow->nodes.size() <= whole->nodes.size());
        const Flags closed(wanted.site_count(), 0);
        RC_ASSERT((shallow->value(0, shallow->closed(closed)) <= whole->value(0, whole->closed(closed))));
        const auto nodes = whole->nodes.size();
        RC_ASSERT((nodes == 1 || !make_prefix_graph(wanted, {.most_nodes = nodes - 1, .depth = {}})));
    });
}

}  // namespace
