// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <memory>

#include "network/snapping.h"
#include "support/ascii_map.h"

namespace {

using namespace michinori;
using network::Components;
using network::Reason;
using network::RoadClass;
using network::RoadNetwork;
using network::Season;
using network::SnapOptions;
using network::Snapped;
using network::Snapper;
using network::TravelModel;

struct Town {
    RoadNetwork net;
    TravelModel model;
    Components components;
    Snapper snapper;
    explicit Town(const network::RawRoads& roads, SnapOptions options = {.smallest_component = Metres{0}})
        : net(RoadNetwork::build(roads)),
          model(net, test::AsciiMap::profile(), Season::summer),
          components(Components::find(model)),
          snapper(model, components, options) {}
};

network::RawRoads roads_along(const std::vector<std::pair<double, network::RoadAttributes>>& at_latitudes) {
    network::RawRoads roads;
    for (const auto& [lat, attributes] : at_latitudes) {
        const auto a = roads.add_node({139.0, lat});
        const auto b = roads.add_node({139.1, lat});
        roads.add_section(a, b, {{139.0, lat}, {139.05, lat}, {139.1, lat}}, attributes);
    }
    return roads;
}

constexpr double metre_of_latitude = 1 / 110940.0;  // at 36 degrees north

}  // namespace

TEST_CASE("a point goes to the nearest place along the road, with the leg timed") {
    const Town town(roads_along({{36.0, {}}}));
    const auto found = std::get<Snapped>(town.snapper.snap({139.025, 36.0 + 100 * metre_of_latitude}));
    CHECK(found.distance.value() == Approx(100).epsilon(0.001));
    CHECK(found.position.share == Approx(0.25).epsilon(1e-6));
    CHECK(found.on_road.lon == Approx(139.025));
    CHECK(found.access_time.count() == Approx(90000).epsilon(0.001));  // 100 m at 4 km/h
}

TEST_CASE("nobody starts on a motorway, a tunnel, a private road or a ferry") {
    for (const network::RoadAttributes& near : {network::RoadAttributes{.road_class = RoadClass::motorway},
                                                {.road_class = RoadClass::motorway_link},
                                                {.road_class = RoadClass::ferry},
                                                {.tunnel = true},
                                                {.no_through = true}}) {
        const Town town(roads_along({{36.0, near}, {36.001, {.road_class = RoadClass::trunk}}}));
        const auto found = std::get<Snapped>(town.snapper.snap({139.05, 36.0}));
        CHECK(found.on_road.lat == Approx(36.001));
    }
}

TEST_CASE("every reason for not being on the network") {
    SnapOptions options{.limit = Metres{500}, .outside = Metres{3000}, .smallest_component = Metres{0}};
    const Town town(roads_along({{36.0, {.road_class = RoadClass::motorway}}, {36.1, {}}}), options);
    const auto reason = [&](geo::Point p) { return std::get<Reason>(town.snapper.snap(p)); };
    CHECK(reason({139.05, 36.001}) == Reason::no_drivable_road);
    CHECK(reason({139.05, 36.1 + 800 * metre_of_latitude}) == Reason::too_far_to_snap);
    CHECK(reason({139.05, 36.05}) == Reason::outside_network);
    CHECK(reason({0, 0}) == Reason::outside_network);
    CHECK(reason({std::numeric_limits<double>::quiet_NaN(), 36}) == Reason::bad_coordinate);
    CHECK(reason({139, 91}) == Reason::bad_coordinate);
    CHECK(std::holds_alternative<Snapped>(town.snapper.snap({139.05, 36.1 + 499 * metre_of_latitude})));
}

TEST_CASE("a scrap of network is no place to start from") {
    auto roads = roads_along({{36.001, {}}});
    const auto a = roads.add_node({139.05, 36.0});
    const auto b = roads.add_node({139.051, 36.0});
    roads.add_section(a, b, {{139.05, 36.0}, {139.051, 36.0}}, {});
    const Town strict(roads, {.smallest_component = Metres{2000}});
    CHECK(std::get<Snapped>(strict.snapper.snap({139.05, 36.0})).on_road.lat == Approx(36.001));
    const Town lenient(roads);
    CHECK(std::get<Snapped>(lenient.snapper.snap({139.05, 36.0})).on_road.lat == Approx(36.0));
}

TEST_CASE("the distance to the network is told however far it is") {
    const Town town(roads_along({{36.0, {}}}));
    CHECK(town.snapper.distance_to_any_road({139.05, 36.01}).value() == Approx(1109.4).epsilon(0.01));
    CHECK(town.snapper.distance_to_any_road({139.05, 40.0}).value() == Approx(443900).epsilon(0.01));
}

TEST_CASE("the R-tree finds what looking at every piece finds") {
    rc::prop("nearest distance on random short roads", [] {
        network::RawRoads roads;
        const auto count = *rc::gen::inRange(1, 30);
        const auto degrees = [] { return *rc::gen::inRange(0, 2000) * 1e-5; };
        for (int i = 0; i < count; ++i) {
            const geo::Point p{139 + degrees(), 36 + degrees()};
            const geo::Point q{p.lon + degrees() * 0.2, p.lat + degrees() * 0.2};
            roads.add_section(roads.add_node(p), roads.add_node(q), {p, q}, {});
        }
        const Town town(roads, {.limit = Metres{1500}, .outside = Metres{5000}, .smallest_component = Metres{0}});
        const geo::Point home{139 + degrees(), 36 + degrees()};
        const geo::LocalPlane plane(home);
        double nearest = 1e9;
        for (const auto& section : roads.sections) {
            const auto* line = roads.points.data() + section.first_point;
            nearest = std::min(
                nearest, geo::nearest_on_piece(plane.to_plane(line[0]), plane.to_plane(line[1])).distance.value());
        }
        const auto found = town.snapper.snap(home);
        RC_ASSERT(std::holds_alternative<Snapped>(found) == (nearest <= 1500));
        if (nearest <= 1500) {
            // The network may hold the road the other way round: the last bit is free.
            RC_ASSERT(std::abs(std::get<Snapped>(found).distance.value() - nearest) < 1e-6);
        }
    });
}
