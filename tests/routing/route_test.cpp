// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "routing/drawn.h"
#include "routing/vertex_search.h"
#include "support/engines.h"

namespace {

using namespace michinori;
using network::Direction;
using network::Position;
using network::RoadNetwork;
using network::Season;
using network::TravelModel;
using routing::Route;
using test::AsciiMap;
using test::Drawn;

/// "ABD": the junctions between the legs.
std::string way(const Drawn& drawn, const Route& route) {
    std::string letters;
    for (std::size_t i = 0; i + 1 < route.legs.size(); ++i) {
        const auto& leg = route.legs[i];
        const auto at = drawn.net.point_at(drawn.net.end_of(leg.segment, leg.direction));
        for (const char c : std::string("ABCDEFGH")) {
            if (drawn.has(c) && drawn.map.place(c) == at) {
                letters += c;
            }
        }
    }
    return letters;
}

TravelTime sum_of_legs(const TravelModel& model, const Route& route) {
    const auto& legs = route.legs;
    if (legs.size() == 1) {
        return model.time_between(legs[0].from, legs[0].to, legs[0].direction);
    }
    auto sum = model.time_to_end(legs.front().from, legs.front().direction);
    for (std::size_t i = 1; i + 1 < legs.size(); ++i) {
        const auto arcs = model.network().arcs_along(legs[i].segment, legs[i].direction);
        sum += model.time(arcs.front());
    }
    return sum + model.time_from_start(legs.back().to, legs.back().direction);
}

/// Legs begin where the one before ended, from the start to the goal.
bool hangs_together(const RoadNetwork& net, const Route& route, Position from, Position to) {
    const auto& legs = route.legs;
    bool good = !legs.empty() && legs.front().from == from && legs.back().to == to;
    for (std::size_t i = 0; i + 1 < legs.size(); ++i) {
        good = good && legs[i].to == net.end_of(legs[i].segment, legs[i].direction) &&
               legs[i + 1].from == net.start_of(legs[i + 1].segment, legs[i + 1].direction) &&
               net.point_at(legs[i].to) == net.point_at(legs[i + 1].from);
    }
    return good;
}

/// An engine that knows every time beforehand and answers in no order of its own.
class KnownTimes final : public routing::TimesToGoal {
public:
    KnownTimes(const TravelModel& model, Position goal)
        : times_(routing::VertexSearch(model, routing::Journey::to_places, std::array{routing::Site{goal}}).run()) {}
    TravelTime at(std::uint32_t vertex) override { return times_[vertex]; }

private:
    std::vector<TravelTime> times_;
};

}  // namespace

TEST_CASE("on one road the way is straight, either way round") {
    Drawn d({"A---B"});
    const auto there = test::find_route(d.model, d.on("AB", 0.25), d.on("AB", 0.75));
    REQUIRE(there);
    CHECK(there->time == TravelTime{20000});
    REQUIRE(there->legs.size() == 1);
    CHECK(there->legs[0].direction == Direction::forward);
    const auto back = test::find_route(d.model, d.on("AB", 0.75), d.on("AB", 0.25));
    REQUIRE(back);
    REQUIRE(back->legs.size() == 1);
    CHECK(back->legs[0].direction == Direction::backward);
    const auto here = test::find_route(d.model, d.on("AB", 0.5), d.on("AB", 0.5));
    REQUIRE(here);
    CHECK(here->time == TravelTime{0});
    CHECK(here->legs == std::vector{routing::RouteLeg{d.on("AB", 0.5).segment, Direction::forward, d.on("AB", 0.5),
                                                      d.on("AB", 0.5)}});
}

TEST_CASE("a goal behind on a one-way road is driven to round the block, or not at all") {
    Drawn d({"A->-B", "|   |", "C---D"});
    const auto round = test::find_route(d.model, d.on("AB", 0.75), d.on("AB", 0.25));
    REQUIRE(round);
    CHECK(round->time == TravelTime{10000 + 20000 + 40000 + 20000 + 10000});
    CHECK(way(d, *round) == "BDCA");
    Drawn trap({"A->-B"});
    CHECK_FALSE(test::find_route(trap.model, trap.on("AB", 0.75), trap.on("AB", 0.25)));
}

TEST_CASE("a shortcut round beats staying on a long road") {
    Drawn d({"A-B", "| |", "C-D"});
    d.map.roads().sections[static_cast<std::size_t>(d.map.road('A', 'B')) - 1].stated_length_m = 2000;
    const auto net = RoadNetwork::build(d.map.roads());
    const TravelModel model(net, AsciiMap::profile(), Season::summer);
    const auto route = test::find_route(model, d.on("AB", 0.0), d.on("AB", 1.0));
    REQUIRE(route);
    CHECK(route->time == TravelTime{60000});
    CHECK(route->legs.size() == 5);
}

TEST_CASE("among equally quick ways the lowest arc is taken, forwards first") {
    Drawn d({"A-B-E", "| |  ", "C-D-F"});
    const auto route = test::find_route(d.model, d.on("AB", 0), d.on("DF", 1));
    REQUIRE(route);
    CHECK(route->time == TravelTime{60000});
    // From A's road: forwards to B and on to D takes 60 s, as does backwards to A, C, D.
    CHECK(way(d, *route) == "BD");
    const auto from_a = test::find_route(d.model, d.on("CA", 1), d.on("DF", 1));
    REQUIRE(from_a);
    const auto ends_first = d.net.end_of(from_a->legs[0].segment, Direction::forward) == from_a->legs[0].to;
    CHECK(ends_first);
}

TEST_CASE("on the goal's road the last piece is preferred to going on, forwards to backwards") {
    Drawn d({"A-B-C", "  | |", "  D-E"});
    const auto route = test::find_route(d.model, d.on("AB", 0.5), d.on("CE", 1));
    REQUIRE(route);
    CHECK(route->time == TravelTime{10000 + 40000});
    CHECK((way(d, *route) == "BC" || way(d, *route) == "BDE"));
    KnownTimes known(d.model, d.on("CE", 1));
    CHECK(routing::route_along(d.model, d.on("AB", 0.5), d.on("CE", 1), known)->legs == route->legs);
}

TEST_CASE("at a junction with two equally quick ways on, the arc of the lower number is taken") {
    for (const auto* goal : {"EF", "GF"}) {
        Drawn d({"A-B-C", "  | |", "  D-E-F", "      |", "      G"});
        const auto route = test::find_route(d.model, d.on("AB", 0.5), d.on(goal, 0.5));
        REQUIRE(route);
        REQUIRE(route->legs.size() >= 4);
        const auto arc_from_b = [&](const std::string& ends) {
            const auto start = d.on(ends, 0);
            const auto direction = start.share == 0 ? Direction::forward : Direction::backward;
            return d.net.arcs_along(start.segment, direction).front();
        };
        const auto& taken = route->legs[1];
        CHECK(d.net.arcs_along(taken.segment, taken.direction).front() == std::min(arc_from_b("BC"), arc_from_b("BD")));
    }
}

TEST_CASE("closed roads are no way, and a goal on the open side of one is reached") {
    Drawn d({"A-B-C"});
    d.map.roads().attributes.push_back({.road_class = network::RoadClass::residential, .closed_in_winter = true});
    d.map.roads().sections[static_cast<std::size_t>(d.map.road('B', 'C')) - 1].attributes =
        AttributeId{d.map.roads().attributes.size() - 1};
    const auto net = RoadNetwork::build(d.map.roads());
    const TravelModel winter(net, AsciiMap::profile(), Season::winter);
    const auto b = test::located(net, d.map.roads(), 1, 0);
    const auto beyond = test::located(net, d.map.roads(), 1, 0.5);
    const auto a = test::located(net, d.map.roads(), 0, 0);
    CHECK_FALSE(test::find_route(winter, a, beyond));
    CHECK_FALSE(test::find_route(winter, beyond, a));
    const auto route = test::find_route(winter, a, b);
    REQUIRE(route);
    CHECK(route->time == TravelTime{20000});
}

TEST_CASE("roads that take no time, also in a ring, are passed once and on the shortest of their ways") {
    // B, C, E, D stand in a ring without length; the way on leads from D and, as quickly, from E.
    Drawn d({"A-B-C", "  | |", "  D-E", "  | |", "  G-H"}, {"BC", "CE", "BD", "DE"});
    const auto route = test::find_route(d.model, d.on("AB", 0.5), d.on("GH", 0.5));
    REQUIRE(route);
    CHECK(route->time == TravelTime{10000 + 20000 + 10000});
    // D is one arc away, E two: D is the nearest vertex of the ring that leads on.
    CHECK(way(d, *route) == "BDG");
    // From the other side of the ring it is E.
    const auto from_c = test::find_route(d.model, d.on("CE", 0), d.on("GH", 0.5));
    REQUIRE(from_c);
    CHECK(way(d, *from_c) == "EH");
}

TEST_CASE("a goal inside a ring without length is found") {
    Drawn d({"A-B-C", "  | |", "  D-E"}, {"BC", "CE", "BD", "DE"});
    for (const auto* road : {"BC", "CE", "BD", "DE"}) {
        const auto goal = d.on(road, 0.5);
        const auto route = test::find_route(d.model, d.on("AB", 0), goal);
        REQUIRE(route);
        CHECK(route->time == TravelTime{20000});
        CHECK(hangs_together(d.net, *route, d.on("AB", 0), goal));
        CHECK(route->legs.size() <= 3);
    }
}

TEST_CASE("times of another goal are refused") {
    Drawn d({"A-B-C-D"});
    KnownTimes wrong(d.model, d.on("AB", 0.5));
    CHECK_THROWS_AS(routing::route_along(d.model, d.on("BC", 0.5), d.on("CD", 0.7), wrong), std::logic_error);
}

TEST_CASE("routes add up, hang together, and do not depend on the engine") {
    rc::prop("random roads with ties and roads of no time", [] {
        const auto roads = test::roads_with_ties();
        const auto net = RoadNetwork::build(roads);
        RC_PRE(net.segment_count() > 0);
        const TravelModel model(net, *rc::gen::element(AsciiMap::profile(), test::with_delays()), Season::summer);
        const auto from = test::random_position(net);
        const auto to = test::random_position(net);
        const auto nearest = test::Engines(model).nearest({{to, TravelTime{0}}}, 1, from);
        const auto route = test::find_route(model, from, to);
        RC_ASSERT(route.has_value() == !nearest.empty());
        KnownTimes known(model, to);
        const auto other = routing::route_along(model, from, to, known);
        RC_ASSERT(other.has_value() == route.has_value());
        if (route) {
            RC_ASSERT(route->time == nearest[0].time);
            RC_ASSERT(sum_of_legs(model, *route) == route->time);
            RC_ASSERT(hangs_together(net, *route, from, to));
            RC_ASSERT(other->legs == route->legs);
            RC_ASSERT(route->legs.size() <= net.arc_count() + 2);
        }
    });
}
