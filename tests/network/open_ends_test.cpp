// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/open_ends.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "network/components.h"
#include "network/road_changes.h"
#include "network/snapping.h"
#include "support/ascii_map.h"

namespace {

using namespace michinori;
using network::Components;
using network::OpenEnds;
using network::Position;
using network::Reason;
using network::Snapped;
using network::Snapper;
using test::AsciiMap;

/// One road of several parts, some of them closed; nothing else may be snapped to.
struct Road {
    AsciiMap map;
    network::RoadNetwork net;
    network::TravelModel model;
    Components components;
    Snapper snapper;

    Road(const std::string& drawing, const std::vector<std::string>& closed, double smallest_component = 0)
        : map({drawing}),
          net(network::RoadNetwork::build(map.roads())),
          model(net, AsciiMap::profile(), network::Season::summer, closing(closed)),
          components(Components::find(model)),
          snapper(model, components,
                  {.limit = Metres{40}, .outside = Metres{1000}, .smallest_component = Metres{smallest_component}}) {
        REQUIRE(net.segment_count() == 1);
    }

    [[nodiscard]] network::RoadChanges closing(const std::vector<std::string>& closed) const {
        network::RoadChanges changes;
        for (const auto& ends : closed) {
            const auto road = map.road(ends[0], ends[1]);
            REQUIRE(changes.add(net, {.ids = {road}}, {.kind = network::RoadAction::Kind::close}) == 1);
        }
        return changes;
    }

    /// What happens to somebody in the middle of a part.
    [[nodiscard]] network::SnapResult snap(char a, char b) const {
        return snapper.snap({(map.place(a).lon + map.place(b).lon) / 2, map.place(a).lat});
    }
    [[nodiscard]] bool takes(char a, char b) const {
        const auto result = snap(a, b);
        const auto* snapped = std::get_if<Snapped>(&result);
        return snapped != nullptr && net.parts(SegmentId{0})[snapped->position.part].source_id == map.road(a, b);
    }
    [[nodiscard]] const network::Component& piece(char a, char b) const {
        return components.all()[components.of(std::get<Snapped>(snap(a, b)).position).index()];
    }
};

}  // namespace

TEST_CASE("a road closed in the middle is open at both ends, each in a piece of its own") {
    const Road road("A-B--C---D", {"BC"});
    CHECK(road.takes('A', 'B'));
    CHECK(road.takes('C', 'D'));
    CHECK(std::get<Reason>(road.snap('B', 'C')) == Reason::no_drivable_road);
    REQUIRE(road.components.all().size() == 2);
    CHECK(road.components.all()[0].length.value() == 400);
    CHECK(road.components.all()[1].length.value() == 200);
    CHECK(road.piece('A', 'B').length.value() == 200);
    CHECK(road.piece('C', 'D').length.value() == 400);
    CHECK(road.piece('C', 'D').somewhere == road.map.place('D'));
}

TEST_CASE("each end of a road closed in part is judged by its own piece") {
    const Road by_d("A-B--C---D", {"BC"}, 300);
    CHECK(std::get<Reason>(by_d.snap('A', 'B')) == Reason::no_drivable_road);
    CHECK(by_d.takes('C', 'D'));
    const Road by_a("A---B--C-D", {"BC"}, 300);
    CHECK(by_a.takes('A', 'B'));
    CHECK(std::get<Reason>(by_a.snap('C', 'D')) == Reason::no_drivable_road);
    const Road neither("A-B--C---D", {"BC"}, 401);
    CHECK(std::get<Reason>(neither.snap('A', 'B')) == Reason::no_drivable_road);
    CHECK(std::get<Reason>(neither.snap('C', 'D')) == Reason::no_drivable_road);
}

TEST_CASE("a road closed at one end is open from the other") {
    const Road at_a("A-B--C---D", {"AB"});
    CHECK(std::get<Reason>(at_a.snap('A', 'B')) == Reason::no_drivable_road);
    CHECK(at_a.takes('B', 'C'));
    CHECK(at_a.takes('C', 'D'));
    CHECK(at_a.piece('B', 'C').length.value() == 700);
    CHECK(at_a.piece('B', 'C').somewhere == at_a.map.place('D'));
    const Road at_d("A-B--C---D", {"CD"});
    CHECK(at_d.takes('A', 'B'));
    CHECK(at_d.takes('B', 'C'));
    CHECK(std::get<Reason>(at_d.snap('C', 'D')) == Reason::no_drivable_road);
    CHECK(at_d.piece('B', 'C').length.value() == 500);
    CHECK(at_d.piece('B', 'C').somewhere == at_d.map.place('A'));
}

TEST_CASE("what is cut off on both sides is no place to start from") {
    const Road middle("A-B--C---D", {"AB", "CD"});
    CHECK(std::get<Reason>(middle.snap('B', 'C')) == Reason::no_drivable_road);
    CHECK(middle.components.cut_segments().empty());
    const Road island("A-B-C-D-E-F", {"BC", "DE"});
    CHECK(island.takes('A', 'B'));
    CHECK(std::get<Reason>(island.snap('C', 'D')) == Reason::no_drivable_road);
    CHECK(island.takes('E', 'F'));
    const auto ends = network::open_ends(island.model, SegmentId{0});
    CHECK(ends.from_end == 1);
    CHECK(ends.to_begin == 4);
    CHECK(ends.at_from(0));
    CHECK_FALSE(ends.at_an_end(2));
    CHECK(ends.at_to(4));
    CHECK_FALSE(ends.at_from(4));
}

TEST_CASE("a one-way road closed in the middle can be come to at one end and left at the other") {
    for (const auto* drawing : {"A>B>C>D", "A<B<C<D"}) {
        const Road road(drawing, {"BC"});
        CHECK(road.takes('A', 'B'));
        CHECK(std::get<Reason>(road.snap('B', 'C')) == Reason::no_drivable_road);
        CHECK(road.takes('C', 'D'));
        CHECK(road.piece('A', 'B').somewhere == road.map.place('A'));
        CHECK(road.piece('C', 'D').somewhere == road.map.place('D'));
    }
}

TEST_CASE("a road all open or all closed is not closed in part") {
    const Road open("A-B-C", {});
    CHECK(open.components.cut_segments().empty());
    CHECK(open.piece('A', 'B').length.value() == 400);
    const Road closed("A-B-C", {"AB", "BC"});
    CHECK(closed.components.cut_segments().empty());
    CHECK(std::get<Reason>(closed.snap('A', 'B')) == Reason::no_drivable_road);
}
