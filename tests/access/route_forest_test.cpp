// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/route_forest.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "access/route_tree.h"
#include "access/service_access.h"
#include "base/threads.h"
#include "routing/drawn.h"
#include "support/engines.h"

namespace {

using namespace michinori;
using access::Outcome;
using access::Reached;
using access::RouteForest;
using network::Position;
using network::Snapped;

using Line = std::vector<geo::Point>;

void add(Line& line, geo::Point p) {
    if (line.empty() || line.back() != p) {
        line.push_back(p);
    }
}

Line line_of(const network::RoadNetwork& net, const routing::Route& route) {
    Line line;
    for (const auto& leg : route.legs) {
        for (const auto p : net.line_between(leg.from, leg.to)) {
            add(line, p);
        }
    }
    return line;
}

Line line_of(const access::RouteTree& tree, std::uint32_t node) {
    Line line;
    for (; node != 0; node = tree.nodes[node].parent) {
        add(line, tree.nodes[node].place);
    }
    add(line, tree.nodes[0].place);
    return line;
}

Line line_of(const RouteForest& forest, std::size_t demand) {
    Line line;
    for (auto n = forest.start[demand]; n != -1; n = forest.parent[static_cast<std::size_t>(n)]) {
        add(line, {forest.lon[static_cast<std::size_t>(n)] / 1e7, forest.lat[static_cast<std::size_t>(n)] / 1e7});
    }
    return line;
}

double metres_off(const Line& line, geo::Point p) {
    const geo::LocalPlane plane(p);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto next = line[std::min(i + 1, line.size() - 1)];
        nearest =
            std::min(nearest, geo::nearest_on_piece(plane.to_plane(line[i]), plane.to_plane(next)).distance.value());
    }
    return nearest;
}

double most_off(const Line& points, const Line& line) {
    double worst = 0;
    for (const auto p : points) {
        worst = std::max(worst, metres_off(line, p));
    }
    return worst;
}

double length(const Line& line) {
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        metres += geo::distance(line[i - 1], line[i]).value();
    }
    return metres;
}

/// The same way; `line` may have further points on it, where others come in.
bool follows(const Line& line, const Line& way) {
    auto at = line.begin();
    for (const auto p : way) {
        at = std::find(at, line.end(), p);
        if (at == line.end()) {
            return false;
        }
    }
    return line.front() == way.front() && line.back() == way.back() && std::abs(length(line) - length(way)) < 0.001;
}

Snapped snapped(const network::RoadNetwork& net, Position position, std::uint32_t access_s) {
    return {position, net.point_at(position), Metres{0}, TravelTime{1000 * access_s}};
}

/// Homes and facilities on a network, some homes on no road.
struct Case {
    const network::TravelModel& model;
    std::vector<network::SnapResult> homes;
    std::vector<network::SnapResult> sites;
    std::vector<Outcome> outcomes;

    void solve(const routing::Engine& engine) {
        access::Service service{"s", "", "", {}, {}, {}};
        for (std::size_t f = 0; f < sites.size(); ++f) {
            service.facilities.emplace_back(f);
        }
        const auto components = network::Components::find(model);
        outcomes = access::ServiceAccess(engine, components, service, sites).from_all(homes);
    }
};

Case random_case(const network::TravelModel& model) {
    Case c{model, {}, {}, {}};
    for (int s = *rc::gen::inRange(1, 5); s > 0; --s) {
        c.sites.emplace_back(
            snapped(model.network(), test::random_position(model.network()), *rc::gen::inRange<std::uint32_t>(0, 20)));
    }
    for (int h = *rc::gen::inRange(0, 25); h > 0; --h) {
        const bool off = *rc::gen::inRange(0, 8) == 0;
        off ? c.homes.emplace_back(network::Reason::too_far_to_snap)
            : c.homes.emplace_back(snapped(model.network(), test::random_position(model.network()), 5));
    }
    return c;
}

}  // namespace

TEST_CASE("routes to one place grow together to a tree, each to the point the route asked for alone") {
    REQUIRE(rc::check([] {
        const auto net = network::RoadNetwork::build(test::roads_with_ties());
        RC_PRE(net.segment_count() > 0);
        const network::TravelModel model(net, test::with_delays(), network::Season::summer);
        const test::Engines engines(model);
        const auto goal = test::random_position(net);
        std::vector<access::Drive> homes;
        std::vector<Line> alone;
        for (int h = *rc::gen::inRange(0, 30); h > 0; --h) {
            const auto home = test::random_position(net);
            if (const auto route = engines.find_route(home, goal)) {
                homes.push_back({home, *rc::gen::element(no_way, route->time)});
                alone.push_back(line_of(net, *route));
            }
        }
        const double tolerance = *rc::gen::element(0.0, 5.0, 60.0);
        for (const auto* engine : {&engines.plain(), &engines.fast()}) {
            const auto tree = access::grow_route_tree(model, goal, homes, *engine->times_to(goal));
            const auto thin = access::thinned(tree, Metres{tolerance});
            RC_ASSERT(thin.nodes.size() <= tree.nodes.size());
            for (std::size_t h = 0; h < homes.size(); ++h) {
                RC_ASSERT(follows(line_of(tree, tree.start[h]), alone[h]));
                const auto line = line_of(thin, thin.start[h]);
                RC_ASSERT((line.front() == alone[h].front()));
                RC_ASSERT((line.back() == alone[h].back()));
                RC_ASSERT(most_off(alone[h], line) <= tolerance + 0.001);
                RC_ASSERT(most_off(line, alone[h]) <= 0.001);
            }
            for (std::size_t n = 1; n < thin.nodes.size(); ++n) {
                RC_ASSERT(thin.nodes[n].parent < n);
            }
        }
    }));
}

TEST_CASE("each home's way ends at the facility it is said to be nearest to, others have none") {
    REQUIRE(rc::check([] {
        const auto net = network::RoadNetwork::build(test::roads_with_ties());
        RC_PRE(net.segment_count() > 0);
        const network::TravelModel model(net, test::with_delays(), network::Season::summer);
        const test::Engines engines(model);
        auto c = random_case(model);
        c.solve(engines.fast());
        const auto forest = access::route_forest(engines.fast(), c.homes, c.sites, c.outcomes, Metres{10});
        RC_ASSERT((forest == access::route_forest(engines.plain(), c.homes, c.sites, c.outcomes, Metres{10})));
        RC_ASSERT(forest.start.size() == c.homes.size());
        RC_ASSERT(forest.lon.size() == forest.parent.size());
        for (std::size_t h = 0; h < c.homes.size(); ++h) {
            const auto* reached = std::get_if<Reached>(&c.outcomes[h]);
            RC_ASSERT((forest.start[h] == -1) == (reached == nullptr));
            if (reached == nullptr) {
                continue;
            }
            const auto& home = std::get<Snapped>(c.homes[h]);
            const auto& site = std::get<Snapped>(c.sites[reached->nearest.facility.index()]);
            const auto route = engines.find_route(home.position, site.position);
            RC_ASSERT(route->time + home.access_time + site.access_time == reached->nearest.time);
            const auto line = line_of(forest, h);
            RC_ASSERT(metres_off({line.back()}, site.on_road) < 0.02);
            RC_ASSERT(metres_off({line.front()}, home.on_road) < 0.02);
            RC_ASSERT(most_off(line_of(net, *route), line) <= 10.02);
            RC_ASSERT(most_off(line, line_of(net, *route)) <= 0.02);
        }
        for (std::size_t n = 0; n < forest.parent.size(); ++n) {
            RC_ASSERT(forest.parent[n] < static_cast<std::int32_t>(n));
        }
    }));
}

TEST_CASE("homes along one road share it, and a straight road needs no nodes but theirs") {
    //  A, B, C and D stand in line, E hangs on C: from A over B to D, with the fork at C.
    const test::Drawn d({"A-B-C---D", "    |", "    E"});
    Case c{d.model, {}, {snapped(d.net, d.on("CD", 1), 0)}, {}};
    for (const auto position : {d.on("AB", 0), d.on("AB", 0.5), d.on("CE", 1)}) {
        c.homes.emplace_back(snapped(d.net, position, 0));
    }
    c.homes.emplace_back(network::Reason::outside_network);
    const test::Engines engines(d.model);
    c.solve(engines.plain());
    const auto forest = access::route_forest(engines.plain(), c.homes, c.sites, c.outcomes);
    // The facility, the fork, then the two branches.
    REQUIRE(forest.parent.size() == 5);
    CHECK(forest.parent[0] == -1);
    CHECK(forest.parent[1] == 0);
    CHECK(forest.start[3] == -1);
    const auto a = static_cast<std::size_t>(forest.start[0]);
    const auto b = forest.start[1];
    const auto e = static_cast<std::size_t>(forest.start[2]);
    CHECK(forest.parent[a] == b);
    CHECK(forest.parent[static_cast<std::size_t>(b)] == 1);
    CHECK(forest.parent[e] == 1);
    CHECK(forest.lon[1] == std::lround(d.map.place('C').lon * 1e7));
    CHECK(forest.lat[e] == std::lround(d.map.place('E').lat * 1e7));
}

TEST_CASE("a facility that is named though a lower one is exactly as near is gone to") {
    const test::Drawn d({"A-B-C-D-E", "    |", "    F"});
    Case c{d.model, {snapped(d.net, d.on("CF", 1), 0)}, {}, {}};
    for (const auto position : {d.on("AB", 0), d.on("DE", 1)}) {
        c.sites.emplace_back(snapped(d.net, position, 0));
    }
    const test::Engines engines(d.model);
    const auto time = [&](std::size_t site) {
        return engines.find_route(std::get<Snapped>(c.homes[0]).position, std::get<Snapped>(c.sites[site]).position)
            ->time;
    };
    REQUIRE(time(0) == time(1));
    // Both are somebody's nearest, so that both are searched for.
    c.homes.push_back(c.sites[0]);
    c.homes.push_back(c.sites[1]);
    c.solve(engines.fast());
    CHECK(std::get<Reached>(c.outcomes[0]).nearest.facility == FacilityId{0});
    for (const auto facility : {FacilityId{0}, FacilityId{1}}) {
        std::get<Reached>(c.outcomes[0]).nearest.facility = facility;
        const auto forest = access::route_forest(engines.fast(), c.homes, c.sites, c.outcomes);
        const auto end = std::get<Snapped>(c.sites[facility.index()]).on_road;
        CHECK(metres_off({line_of(forest, 0).back()}, end) < 0.02);
    }
}

TEST_CASE("outcomes of another network are refused") {
    const test::Drawn d({"A>-B"});
    const Case c{d.model,
                 {snapped(d.net, d.on("AB", 0.5), 0)},
                 {snapped(d.net, d.on("AB", 0), 0)},
                 {Reached{{FacilityId{0}, TravelTime{1}}, {}}}};
    const test::Engines engines(d.model);
    CHECK_THROWS_AS(access::route_forest(engines.plain(), c.homes, c.sites, c.outcomes), std::logic_error);
    CHECK_THROWS_AS(access::route_forest(engines.plain(), {network::Reason::bad_coordinate}, c.sites, c.outcomes),
                    std::logic_error);
}

TEST_CASE("the forest is the same for any number of threads") {
    const test::Drawn d({"A-B-C---D", "| | |   |", "E-F-G---H"});
    Case c{d.model, {}, {}, {}};
    for (const auto position : {d.on("AB", 0), d.on("CD", 0.75), d.on("EF", 0.3)}) {
        c.sites.emplace_back(snapped(d.net, position, 0));
    }
    for (int h = 0; h < 400; ++h) {
        const auto* const road = std::array{"AB", "BC", "CD", "AE", "BF", "CG", "DH", "EF", "FG", "GH"}[h % 10];
        c.homes.emplace_back(snapped(d.net, d.on(road, h / 400.0), 0));
    }
    const test::Engines engines(d.model);
    c.solve(engines.fast());
    const auto run = [&](std::size_t threads) {
        const ThreadLimit limit(threads);
        return access::route_forest(engines.fast(), c.homes, c.sites, c.outcomes);
    };
    const auto one = run(1);
    CHECK(one == run(2));
    CHECK(one == run(8));
}
