// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/isochrone.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <array>

#include "routing/drawn.h"

namespace {

using namespace michinori;
using network::RoadNetwork;
using network::TravelModel;
using routing::Isochrone;
using routing::Journey;
using routing::Site;
using test::AsciiMap;
using test::Drawn;

std::vector<Isochrone> from(const TravelModel& model, network::Position place, std::vector<TravelTime> limits,
                            const geo::BufferOptions& options) {
    const std::vector<Site> places{{place}};
    const auto times = routing::VertexSearch(model, Journey::from_places, places).run(limits.back());
    return routing::isochrones(model, {Journey::from_places, places, times}, limits, options);
}

bool holds(const geo::MultiPolygon& area, geo::Point p) {
    return !geo::PolygonIndex({area}).covering(p).empty();
}

constexpr geo::BufferOptions narrow{Metres{20}, Metres{0}};

}  // namespace

TEST_CASE("each limit's land runs along the roads reached, and holds the land before") {
    const Drawn d({"A---------B", "|          ", "C          "});
    const auto rings = from(d.model, d.on("AB", 0), {TravelTime{30000}, TravelTime{60000}}, narrow);
    REQUIRE(rings.size() == 2);
    CHECK(rings[0].limit == TravelTime{30000});
    const auto on_road = [&](double share) { return d.net.point_at(d.on("AB", share)); };
    CHECK(holds(rings[0].area, on_road(0.29)));
    CHECK_FALSE(holds(rings[0].area, on_road(0.33)));
    CHECK(holds(rings[1].area, on_road(0.33)));
    CHECK(holds(rings[1].area, on_road(0.1)));
    CHECK(holds(rings[1].area, on_road(0.59)));
    CHECK_FALSE(holds(rings[1].area, on_road(0.63)));
    CHECK(holds(rings[0].area, d.map.place('C')));
    CHECK(rings[1].roads.size() == 2);
    // Between the two roads lies land that no road reaches.
    CHECK_FALSE(holds(rings[1].area, {d.map.place('C').lon + 0.0011, d.map.place('C').lat}));
}

TEST_CASE("ferries, tunnels and motorways are passed but claim no land") {
    AsciiMap map({"A-B~~~C-D---E"});
    auto& roads = map.roads();
    roads.attributes.push_back({.road_class = network::RoadClass::residential, .tunnel = true});
    roads.sections[static_cast<std::size_t>(map.road('D', 'E')) - 1].attributes =
        AttributeId{roads.attributes.size() - 1};
    const auto net = RoadNetwork::build(roads);
    const TravelModel model(net, AsciiMap::profile(), network::Season::summer);
    const auto rings = from(model, test::located(net, roads, 0, 0), {TravelTime{1000000}}, narrow);
    const auto between = [&](char a, char b) {
        return geo::Point{(map.place(a).lon + map.place(b).lon) / 2, map.place(a).lat};
    };
    const auto& area = rings.at(0).area;
    CHECK(holds(area, between('A', 'B')));
    CHECK_FALSE(holds(area, between('B', 'C')));
    CHECK(holds(area, between('C', 'D')));
    CHECK_FALSE(holds(area, between('D', 'E')));
    CHECK(area.parts.size() == 2);
    double metres = 0;
    for (const auto& piece : rings[0].roads) {
        metres += net.length(piece.from.segment).value();
    }
    CHECK(metres >= 1200);  // the roads reached do list them
}

TEST_CASE("limits have to ascend") {
    const Drawn d({"A-B"});
    CHECK_THROWS_AS(from(d.model, d.on("AB", 0), {TravelTime{2}, TravelTime{1}}, narrow), std::invalid_argument);
    CHECK(from(d.model, d.on("AB", 0), {TravelTime{0}}, narrow).at(0).area.parts.empty());
}

TEST_CASE("land holds the pieces of road, and no corner of it is farther from them than the width") {
    rc::prop("random roads and limits", [] {
        const auto net = RoadNetwork::build(test::roads_with_ties());
        RC_PRE(net.segment_count() > 0);
        const TravelModel model(net, AsciiMap::profile(), network::Season::summer);
        const auto first = static_cast<std::uint32_t>(*rc::gen::inRange(0, 30000));
        const auto rings = from(model, test::random_position(net),
                                {TravelTime{first}, TravelTime{first + 5000}, TravelTime{first + 20000}}, narrow);
        for (const auto& ring : rings) {
            const geo::PolygonIndex index({ring.area});
            std::vector<geo::Line> lines;
            for (const auto& piece : ring.roads) {
                lines.push_back(net.line_between(piece.from, piece.to));
                for (const auto p : lines.back()) {
                    RC_ASSERT(!index.covering(p).empty());
                }
            }
            for (const auto& part : ring.area.parts) {
                for (const auto& corner : part.rings.front()) {
                    const geo::LocalPlane plane(corner);
                    Metres nearest{1e9};
                    for (const auto& line : lines) {
                        for (std::size_t i = 0; i < line.size(); ++i) {
                            const auto next = line[std::min(i + 1, line.size() - 1)];
                            nearest = std::min(
                                nearest, nearest_on_piece(plane.to_plane(line[i]), plane.to_plane(next)).distance);
                        }
                    }
                    RC_ASSERT(nearest.value() <= 20);
                }
            }
        }
    });
}
