// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "network/speed_profile.h"

using namespace michinori;
using namespace michinori::network;

namespace {

SpeedProfile delayed_profile() {
    SpeedProfile profile;
    profile.speeds.fill({KmPerHour{50}, KmPerHour{30}, false});
    profile.signal_delay_s = 20;
    profile.junction_delay_s = 5;
    profile.ferry_boarding_s = 600;
    profile.ferry_waiting_s = 900;
    profile.winter_special_heavy_factor = 0.5;
    return profile;
}

/// One road of a length, its network built.
RoadNetwork single_road(double metres, const RoadAttributes& attributes, bool backward = true) {
    RawRoads roads;
    const auto a = roads.add_node({139.0, 35.0});
    const auto b = roads.add_node({139.01, 35.0});
    auto& section = roads.add_section(
        a, b, std::vector{roads.nodes[a.index()].position, roads.nodes[b.index()].position}, attributes);
    section.stated_length_m = metres;
    section.backward = backward;
    return RoadNetwork::build(roads);
}

TravelTime along(const TravelModel& model, Direction direction = Direction::forward) {
    return model.time(model.network().arcs_along(SegmentId{0}, direction)[0]);
}

}  // namespace

TEST_CASE("a model of lengths: a millisecond is a centimetre, whatever the speed, the season and the delays") {
    const auto profile = delayed_profile();
    for (const auto& road :
         {RoadAttributes{.road_class = RoadClass::trunk}, RoadAttributes{.road_class = RoadClass::trunk, .dense = true},
          RoadAttributes{.road_class = RoadClass::residential, .maxspeed_forward = 20},
          RoadAttributes{.road_class = RoadClass::trunk, .snow = SnowZone::special_heavy},
          RoadAttributes{.road_class = RoadClass::ferry, .ferry_kmh = 7}}) {
        const auto network = single_road(1234.56, road);
        for (const auto season : {Season::summer, Season::winter}) {
            const auto model = TravelModel::of_lengths(network, profile, season);
            CHECK(along(model) == TravelTime{123456});
            CHECK(length_of(along(model)).value() == Approx(1234.56));
        }
    }
}

TEST_CASE("a model of lengths: what is closed stays closed") {
    auto profile = delayed_profile();
    const auto winter_road = single_road(100, {.road_class = RoadClass::trunk, .closed_in_winter = true});
    CHECK(along(TravelModel::of_lengths(winter_road, profile, Season::winter)) == no_way);
    CHECK(along(TravelModel::of_lengths(winter_road, profile, Season::summer)) == TravelTime{10000});
    profile.tolls_used = false;
    const auto toll_road = single_road(100, {.road_class = RoadClass::motorway, .toll = true});
    CHECK(along(TravelModel::of_lengths(toll_road, profile, Season::summer)) == no_way);
    const auto one_way = single_road(100, {.road_class = RoadClass::trunk}, false);
    const auto model = TravelModel::of_lengths(one_way, profile, Season::summer);
    CHECK(model.is_open(SegmentId{0}, Direction::forward));
    CHECK_FALSE(model.is_open(SegmentId{0}, Direction::backward));
}

TEST_CASE("a model of lengths: pieces of a road add up to it") {
    rc::check([] {
        const double metres = *rc::gen::inRange(1, 500000) / 10.0;
        const double share = *rc::gen::inRange(0, 1001) / 1000.0;
        const auto network = single_road(metres, {.road_class = RoadClass::trunk});
        const auto model = TravelModel::of_lengths(network, delayed_profile(), Season::winter);
        const Position here{SegmentId{0}, 0, share};
        const auto sum = length_of(model.time_from_start(here, Direction::forward)).value() +
                         length_of(model.time_to_end(here, Direction::forward)).value();
        RC_ASSERT(std::abs(sum - metres) < 0.011);
        RC_ASSERT(std::abs(length_of(model.time_from_start(here, Direction::forward)).value() - share * metres) <
                  0.0051);
    });
}
