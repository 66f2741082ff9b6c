// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/many_routes.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "drawn.h"
#include "support/engines.h"

using namespace michinori;
using test::Engines;

TEST_CASE("many routes are the routes one asks for one by one, under every engine") {
    REQUIRE(rc::check([] {
        const auto roads = test::roads_with_ties();
        const auto net = network::RoadNetwork::build(roads);
        RC_PRE(net.segment_count() > 0);
        const network::TravelModel model(net, test::with_delays(), network::Season::summer);
        const Engines engines(model);
        std::vector<network::Position> goals;
        for (int g = *rc::gen::inRange(1, 5); g > 0; --g) {
            goals.push_back(test::random_position(net));
        }
        std::vector<routing::RouteRequest> requests;
        for (int r = *rc::gen::inRange(0, 20); r > 0; --r) {
            requests.push_back({test::random_position(net),
                                static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, goals.size()))});
        }
        for (const auto* engine : {&engines.plain(), &engines.fast()}) {
            std::vector<std::optional<routing::Route>> routes(requests.size());
            std::vector<int> calls(requests.size());
            routing::find_routes(*engine, goals, requests, [&](std::size_t i, const auto& route) {
                routes[i] = route;
                ++calls[i];
            });
            for (std::size_t i = 0; i < requests.size(); ++i) {
                RC_ASSERT(calls[i] == 1);
                RC_ASSERT((routes[i] == engines.plain().find_route(requests[i].from, goals[requests[i].goal])));
            }
        }
    }));
}

TEST_CASE("more journeys to one place than fit into a chunk") {
    const test::Drawn town({"A--B", "|  |", "C--D"});
    const Engines engines(town.model);
    const std::vector<network::Position> goals{town.on("AB", 0.5), town.on("CD", 0.5)};
    std::vector<routing::RouteRequest> requests;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        requests.push_back({town.on("AC", 0.25), i % 3 == 0 ? 1U : 0U});
    }
    std::vector<TravelTime> times(requests.size());
    routing::find_routes(engines.fast(), goals, requests,
                         [&](std::size_t i, const auto& route) { times[i] = route.value().time; });
    for (std::size_t i = 0; i < times.size(); ++i) {
        CHECK(times[i] == engines.plain().find_route(requests[i].from, goals[requests[i].goal]).value().time);
    }
}
