// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/road_changes.h"

#include <catch2/catch.hpp>

#include "access/service_access.h"
#include "routing/dijkstra_engine.h"
#include "support/ascii_map.h"

namespace {

using namespace michinori;
using access::Outcome;
using network::Reason;
using test::AsciiMap;

/// A drawn region with one facility; who lives at a place asks how far it is after changes of the roads.
struct Region {
    AsciiMap map;
    network::RoadNetwork net;
    network::RoadChanges changes;
    char facility;

    Region(const std::vector<std::string>& drawing, char at)
        : map(drawing), net(network::RoadNetwork::build(map.roads())), facility(at) {}

    void change(char a, char b, network::RoadAction action) {
        REQUIRE(changes.add(net, {.ids = {map.road(a, b)}}, action) == 1);
    }

    [[nodiscard]] Outcome from(geo::Point home, network::Season season = network::Season::summer) const {
        const network::TravelModel model(net, AsciiMap::profile(), season, changes);
        const auto components = network::Components::find(model);
        const network::Snapper snapper(model, components, {.limit = Metres{250}, .smallest_component = Metres{0}});
        const access::Service service{"s", "", "", {FacilityId{0}}, {15}, {}};
        const routing::DijkstraEngine engine(model);
        return access::ServiceAccess(engine, components, service, {snapper.snap(map.place(facility))})
            .from(snapper.snap(home));
    }
    [[nodiscard]] Outcome from(char home, network::Season season = network::Season::summer) const {
        return from(map.place(home), season);
    }
};

double seconds(const Outcome& outcome) {
    return std::get<access::Reached>(outcome).nearest.time.count() / 1000.0;
}

constexpr network::RoadAction closing{.kind = network::RoadAction::Kind::close};
constexpr network::RoadAction opening{.kind = network::RoadAction::Kind::open};

}  // namespace

TEST_CASE("a village whose only road is closed is told so") {
    // B and C are junctions, so that the road between them is a segment of its own.
    Region region({"A-B---C-D", "  |   |  ", "  E   F  "}, 'A');
    CHECK(seconds(region.from('D')) == Approx(80).margin(0.05));
    region.change('B', 'C', closing);
    CHECK(std::get<Reason>(region.from('D')) == Reason::road_closed);
    CHECK(seconds(region.from('E')) == Approx(40).margin(0.05));
    region.change('B', 'C', opening);
    CHECK(seconds(region.from('D')) == Approx(80).margin(0.05));
}

TEST_CASE("nobody starts from a closed road") {
    Region region({"A-B-----C-D", "  |     |  ", "  E-----F  "}, 'A');
    const auto in_the_middle =
        geo::Point{(region.map.place('B').lon + region.map.place('C').lon) / 2, region.map.place('B').lat};
    CHECK(seconds(region.from(in_the_middle)) == Approx(50).margin(0.05));
    region.change('B', 'C', closing);
    // On foot to the other road, 200 m to the south, at 4 km/h; then 30 + 20 + 20 s by car.
    CHECK(seconds(region.from(in_the_middle)) == Approx(180 + 70).margin(1));
    CHECK(seconds(region.from('D')) == Approx(140).margin(0.05));
    region.change('E', 'F', closing);
    CHECK(std::get<Reason>(region.from(in_the_middle)) == Reason::no_drivable_road);
    CHECK(std::get<Reason>(region.from('D')) == Reason::road_closed);
}

TEST_CASE("a road kept open in winter is driven in winter") {
    AsciiMap map({"A-B-----C", "  |      ", "  D      "});
    auto& roads = map.roads();
    const auto pass = static_cast<std::size_t>(map.road('B', 'C')) - 1;
    auto closed = roads.attributes[roads.sections[pass].attributes.index()];
    closed.closed_in_winter = true;
    roads.sections[pass].attributes = roads.intern(closed);
    Region region({"A-B-----C", "  |      ", "  D      "}, 'A');
    region.net = network::RoadNetwork::build(roads);
    CHECK(seconds(region.from('C')) == Approx(80).margin(0.05));
    CHECK(std::get<Reason>(region.from('C', network::Season::winter)) == Reason::no_drivable_road);
    region.change('B', 'C', opening);
    CHECK(seconds(region.from('C', network::Season::winter)) == Approx(80).margin(0.05));
}

TEST_CASE("a road closed between two junctions is driven from either end") {
    Region region({"S-A-B-C-D-T", "  |     |  ", "  E-----F  "}, 'C');
    CHECK(seconds(region.from('B')) == Approx(20).margin(0.05));
    region.change('B', 'C', closing);
    // B A E F D C
    CHECK(seconds(region.from('B')) == Approx(140).margin(0.05));
    CHECK(seconds(region.from('D')) == Approx(20).margin(0.05));
}

TEST_CASE("beyond the closed part of a road one is told that the road is closed") {
    Region region({"A-B-C-D"}, 'A');
    CHECK(seconds(region.from('D')) == Approx(60).margin(0.05));
    region.change('B', 'C', closing);
    CHECK(seconds(region.from('B')) == Approx(20).margin(0.05));
    CHECK(std::get<Reason>(region.from('C')) == Reason::road_closed);
    CHECK(std::get<Reason>(region.from('D')) == Reason::road_closed);
    Region turned({"A-B-C-D"}, 'D');
    turned.change('B', 'C', closing);
    CHECK(seconds(turned.from('C')) == Approx(20).margin(0.05));
    CHECK(std::get<Reason>(turned.from('A')) == Reason::road_closed);
}

TEST_CASE("of a one-way road closed in part the end that cannot be left is a trap") {
    Region region({"S-A>B>C>D-T", "  |     |  ", "  E-----F  "}, 'S');
    const auto between = [&](char a, char b) {
        return geo::Point{(region.map.place(a).lon + region.map.place(b).lon) / 2, region.map.place(a).lat};
    };
    CHECK(seconds(region.from(between('A', 'B'))) == Approx(50 + 20 + 60 + 20 + 20).margin(0.05));
    region.change('B', 'C', closing);
    CHECK(std::get<Reason>(region.from(between('A', 'B'))) == Reason::one_way_trap);
    CHECK(seconds(region.from(between('C', 'D'))) == Approx(10 + 20 + 60 + 20 + 20).margin(0.05));
}
