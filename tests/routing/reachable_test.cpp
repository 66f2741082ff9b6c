// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/reachable.h"
#include "support/engines.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <tuple>

#include "routing/drawn.h"

namespace {

using namespace michinori;
using network::Position;
using network::RoadNetwork;
using network::TravelModel;
using routing::Journey;
using routing::RoadPiece;
using routing::Site;
using test::AsciiMap;
using test::Drawn;

std::vector<RoadPiece> reach(const TravelModel& model, Journey journey, const std::vector<Site>& places,
                             double seconds) {
    const std::array limits{TravelTime{static_cast<std::uint32_t>(seconds * 1000)}};
    const auto times = routing::VertexSearch(model, journey, places).run(limits[0]);
    return routing::reachable_roads(model, {journey, places, times}, limits)[0];
}

/// Metres of the road a-b from a at which pieces begin and end: "20-60 80-100".
std::vector<std::pair<double, double>> metres_on(const Drawn& d, const std::string& ends,
                                                 const std::vector<RoadPiece>& pieces) {
    const auto start = d.on(ends, 0);
    const double length = d.net.length(start.segment).value();
    const auto from_a = [&](Position p) {
        const double share = start.share == 0 ? p.share : 1 - p.share;
        return std::round(share * length * 10) / 10;
    };
    std::vector<std::pair<double, double>> found;
    for (const auto& piece : pieces) {
        if (piece.from.segment == start.segment) {
            found.push_back(std::minmax({from_a(piece.from), from_a(piece.to)}));
        }
    }
    return found;
}

using Metres2 = std::vector<std::pair<double, double>>;

}  // namespace

TEST_CASE("from the middle of a straight road one gets as far as the time allows, both ways") {
    const Drawn d({"A-------B"});  // 800 m, 80 s
    const auto pieces = reach(d.model, Journey::from_places, {{d.on("AB", 0.5)}}, 15);
    CHECK(metres_on(d, "AB", pieces) == Metres2{{250, 550}});
    CHECK(pieces.size() == 1);
    CHECK(metres_on(d, "AB", reach(d.model, Journey::to_places, {{d.on("AB", 0.5)}}, 15)) == Metres2{{250, 550}});
    CHECK(reach(d.model, Journey::from_places, {{d.on("AB", 0.5)}}, 1000).size() == 1);
    CHECK(reach(d.model, Journey::from_places, {{d.on("AB", 0.5)}}, 0).empty());
}

TEST_CASE("a one-way road is reached forwards, and led to from behind") {
    const Drawn d({"A--->----B"});
    CHECK(metres_on(d, "AB", reach(d.model, Journey::from_places, {{d.on("AB", 0.5)}}, 15)) == Metres2{{450, 600}});
    CHECK(metres_on(d, "AB", reach(d.model, Journey::to_places, {{d.on("AB", 0.5)}}, 15)) == Metres2{{300, 450}});
}

TEST_CASE("a limit that ends at a junction covers the road to it and nothing beyond") {
    const Drawn d({"A--B--C", "   |   ", "   D   "});
    const auto pieces = reach(d.model, Journey::from_places, {{d.on("AB", 0)}}, 30);
    CHECK(metres_on(d, "AB", pieces) == Metres2{{0, 300}});
    CHECK(pieces.size() == 1);
    const auto beyond = reach(d.model, Journey::from_places, {{d.on("AB", 0)}}, 31);
    CHECK(metres_on(d, "BC", beyond) == Metres2{{0, 10}});
    CHECK(metres_on(d, "BD", beyond) == Metres2{{0, 10}});
    CHECK(beyond.size() == 3);
}

TEST_CASE("pieces from both ends of a road leave a gap, and melt when they meet") {
    const Drawn d({"A-----B", "|     |", "C-----D"});  // a ring of 600 + 200 + 600 + 200 m
    const auto gap = reach(d.model, Journey::from_places, {{d.on("AB", 0.5)}}, 70);
    CHECK(metres_on(d, "CD", gap) == Metres2{{0, 200}, {400, 600}});
    const auto whole = reach(d.model, Journey::from_places, {{d.on("AB", 0.5)}}, 81);
    CHECK(metres_on(d, "CD", whole) == Metres2{{0, 600}});
    CHECK(whole.size() == 4);
}

TEST_CASE("delays count where they fall due") {
    Drawn d({"A--B--C", "   |   ", "   D   "}, {}, test::with_delays());
    // B: 30 s and 3 s for the junction. At 32 s one stands before it.
    CHECK(reach(d.model, Journey::from_places, {{d.on("AB", 0)}}, 32).size() == 1);
    CHECK(metres_on(d, "BC", reach(d.model, Journey::from_places, {{d.on("AB", 0)}}, 35)) == Metres2{{0, 20}});
    // To C from before B: the junction is paid on the way.
    CHECK(metres_on(d, "AB", reach(d.model, Journey::to_places, {{d.on("BC", 0.5)}}, 28)) == Metres2{{200, 300}});
}

TEST_CASE("a signal inside a road that is one segment stops the reach at it") {
    AsciiMap map({"A--B--C"});
    map.roads().nodes[map.node('B').index()].signal = true;
    const auto net = RoadNetwork::build(map.roads());
    REQUIRE(net.segment_count() == 1);
    REQUIRE(net.parts(SegmentId{0}).size() == 2);
    const TravelModel model(net, test::with_delays(), network::Season::summer);
    const std::vector<Site> a{{test::located(net, map.roads(), 0, 0)}};
    const SegmentId road{0};
    for (const double at_light : {30.0, 33.0, 36.9}) {
        const auto pieces = reach(model, Journey::from_places, a, at_light);
        CHECK(pieces == std::vector<RoadPiece>{{{road, 0, 0}, {road, 0, 1}}});
    }
    const auto beyond = reach(model, Journey::from_places, a, 40);
    REQUIRE(beyond.size() == 1);
    CHECK(beyond[0].to.part == 1);
    CHECK(beyond[0].to.share == Approx(0.1).epsilon(0.001));
}

TEST_CASE("access times and several places count") {
    const Drawn d({"A---------B"});
    const std::vector<Site> places{{d.on("AB", 0), TravelTime{5000}}, {d.on("AB", 1), TravelTime{0}}};
    CHECK(metres_on(d, "AB", reach(d.model, Journey::to_places, places, 20)) == Metres2{{0, 150}, {800, 1000}});
    CHECK(reach(d.model, Journey::to_places, {}, 20).empty());
}

TEST_CASE("limits are answered in their order") {
    const Drawn d({"A---------B"});
    const std::vector<Site> place{{d.on("AB", 0)}};
    const std::array limits{TravelTime{50000}, TravelTime{20000}, TravelTime{50000}};
    const auto times = routing::VertexSearch(d.model, Journey::from_places, place).run();
    const auto all = routing::reachable_roads(d.model, {Journey::from_places, place, times}, limits);
    REQUIRE(all.size() == 3);
    CHECK(metres_on(d, "AB", all[0]) == Metres2{{0, 500}});
    CHECK(metres_on(d, "AB", all[1]) == Metres2{{0, 200}});
    CHECK(all[2] == all[0]);
}

namespace {

bool is_on(const std::vector<RoadPiece>& pieces, Position p) {
    const auto key = [](Position q) { return std::tuple(q.segment, q.part, q.share); };
    return std::ranges::any_of(pieces,
                               [&](const auto& piece) { return key(piece.from) <= key(p) && key(p) <= key(piece.to); });
}

bool are_in_order_and_apart(const std::vector<RoadPiece>& pieces) {
    const auto key = [](Position q) { return std::tuple(q.segment, q.part, q.share); };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (key(pieces[i].from) >= key(pieces[i].to) || (i > 0 && key(pieces[i - 1].to) >= key(pieces[i].from))) {
            return false;
        }
    }
    return true;
}

/// The least time over the places by find_route.
TravelTime plain_time(const TravelModel& model, Journey journey, const std::vector<Site>& places, Position p) {
    auto least = no_way;
    for (const auto& place : places) {
        const auto route = journey == Journey::from_places ? test::find_route(model, place.position, p)
                                                           : test::find_route(model, p, place.position);
        least = route ? std::min(least, saturating_add(route->time, place.access_time)) : least;
    }
    return least;
}

}  // namespace

TEST_CASE("a position is on the pieces when the plain engine is there in time, and else not") {
    rc::prop("random roads, places, limits", [] {
        const auto net = RoadNetwork::build(test::roads_with_ties());
        RC_PRE(net.segment_count() > 0);
        const TravelModel model(net, *rc::gen::element(AsciiMap::profile(), test::with_delays()),
                                network::Season::summer);
        const auto journey = *rc::gen::element(Journey::from_places, Journey::to_places);
        std::vector<Site> places(*rc::gen::inRange<std::size_t>(1, 4));
        for (auto& place : places) {
            place = {test::random_position(net), TravelTime{*rc::gen::element(0U, 0U, 4000U)}};
        }
        const double seconds = *rc::gen::inRange(0, 60);
        const auto pieces = reach(model, journey, places, seconds);
        RC_ASSERT(are_in_order_and_apart(pieces));
        for (int i = 0; i < 30; ++i) {
            auto p = test::random_position(net);
            p.share = *rc::gen::inRange(1, 1000) / 1000.0 + 0.0004;  // inside parts
            const auto time = plain_time(model, journey, places, p);
            const bool is_reached = is_on(pieces, p);
            RC_ASSERT(!is_reached || time.count() <= seconds * 1000);
            RC_ASSERT(is_reached || time.count() >= seconds * 1000);
        }
        for (const auto& piece : pieces) {
            const double end = piece.from.part == piece.to.part ? piece.to.share : 1;
            const Position within{piece.from.segment, piece.from.part, (piece.from.share + end) / 2};
            RC_ASSERT(plain_time(model, journey, places, within).count() <= seconds * 1000);
        }
    });
}
