// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "network/components.h"
#include "support/ascii_map.h"

namespace {

using namespace michinori;
using network::Components;
using network::RoadNetwork;
using network::Season;
using network::TravelModel;
using test::AsciiMap;

struct Built {
    RoadNetwork net;
    TravelModel model;
    Components components;
    explicit Built(AsciiMap& map, Season season = Season::summer)
        : net(RoadNetwork::build(map.roads())),
          model(net, AsciiMap::profile(), season),
          components(Components::find(model)) {}
};

SegmentId segment_at(const RoadNetwork& net, geo::Point place) {
    for (std::size_t s = 0; s < net.segment_count(); ++s) {
        if (net.position(net.segment(SegmentId{s}).from) == place ||
            net.position(net.segment(SegmentId{s}).to) == place) {
            return SegmentId{s};
        }
    }
    throw std::invalid_argument("no segment there");
}

}  // namespace

TEST_CASE("components are numbered by their length") {
    AsciiMap map({"A-B  C---D"});
    const Built built(map);
    REQUIRE(built.components.all().size() == 2);
    CHECK(built.components.all()[0].length.value() == 400);
    CHECK(built.components.of({segment_at(built.net, map.place('C'))}) == network::ComponentId{0});
    CHECK(built.components.all()[1].junctions == 2);
}

TEST_CASE("a ferry joins components, an excluded one only in the wider reading") {
    AsciiMap joined({"A-B~C-D"});
    CHECK(Built(joined).components.all().size() == 1);
    AsciiMap apart({"A-B C-D"});
    apart.roads().excluded_ferries.push_back({apart.node('B'), apart.node('C')});
    const Built built(apart);
    REQUIRE(built.components.all().size() == 2);
    const auto here = segment_at(built.net, apart.place('A'));
    const auto there = segment_at(built.net, apart.place('D'));
    CHECK(built.components.with_closed_roads(here) != built.components.with_closed_roads(there));
    CHECK(built.components.with_excluded_ferries(here) == built.components.with_excluded_ferries(there));
}

TEST_CASE("a pass closed in winter parts the network in winter only") {
    AsciiMap map({"A-B-C-D"});
    auto closed = map.roads().attributes[map.roads().sections[1].attributes.index()];
    closed.closed_in_winter = true;
    map.roads().sections[1].attributes = map.roads().intern(closed);
    CHECK(Built(map, Season::summer).components.all().size() == 1);
    const Built winter(map, Season::winter);
    CHECK(winter.components.all().size() == 2);
    const auto here = segment_at(winter.net, map.place('A'));
    const auto there = segment_at(winter.net, map.place('D'));
    CHECK(winter.components.of({here}) != winter.components.of({there}));
    CHECK(winter.components.with_closed_roads(here) == winter.components.with_closed_roads(there));
}

TEST_CASE("one-way traps are found: in but not out, and out but not in") {
    AsciiMap map({"A-B-C", "|   |", "D-E-F", "  v  ", "  G  ", "  |  ", "  H  "});
    const Built built(map);
    REQUIRE(built.components.traps().size() == 1);
    CHECK(built.components.traps()[0].junctions == 2);
    AsciiMap none({"A-B-C", "|   |", "D-E-F"});
    CHECK(Built(none).components.traps().empty());
}
