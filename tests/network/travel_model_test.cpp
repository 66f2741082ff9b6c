// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck.h>
#include <tbb/global_control.h>

#include <catch2/catch.hpp>

#include "network/speed_profile.h"

using namespace michinori;
using namespace michinori::network;

namespace {

/// 60 km/h everywhere: 1,000 m take 60 s.
SpeedProfile flat_profile() {
    SpeedProfile profile;
    profile.speeds.fill({KmPerHour{60}, KmPerHour{60}, false});
    return profile;
}

ClassSpeed& speed_of(SpeedProfile& profile, RoadClass c) {
    return profile.speeds[static_cast<std::size_t>(c)];
}

/// Roads of stated length drawn along a parallel, so that times can be worked out by hand.
struct Drawing {
    RawRoads roads;
    std::vector<NodeId> nodes;

    NodeId node() {
        const auto count = static_cast<double>(nodes.size());
        nodes.push_back(roads.add_node({139.0 + 0.01 * count, 35.0}));
        return nodes.back();
    }
    RawSection& road(NodeId a, NodeId b, double metres, const RoadAttributes& attributes) {
        const auto line = std::vector{roads.nodes[a.index()].position, roads.nodes[b.index()].position};
        auto& section = roads.add_section(a, b, line, attributes);
        section.stated_length_m = metres;
        section.source_id = static_cast<std::int64_t>(roads.sections.size());
        return section;
    }
};

/// One road of 1,000 m from the first to the second node.
RoadNetwork single_road(const RoadAttributes& attributes, bool backward = true) {
    Drawing d;
    const auto a = d.node();
    const auto b = d.node();
    d.road(a, b, 1000, attributes).backward = backward;
    return RoadNetwork::build(d.roads);
}

TravelTime arc_time(const RoadNetwork& network, const SpeedProfile& profile, Season season = Season::summer,
                    Direction direction = Direction::forward) {
    const TravelModel model(network, profile, season);
    return model.time(network.arcs_along(SegmentId{0}, direction)[0]);
}

TravelTime time_on(const RoadAttributes& attributes, const SpeedProfile& profile, Season season = Season::summer,
                   Direction direction = Direction::forward) {
    return arc_time(single_road(attributes), profile, season, direction);
}

constexpr TravelTime seconds(double s) {
    return TravelTime{static_cast<std::uint32_t>(s * 1000 + 0.5)};
}

constexpr SegmentId only_segment{0};

}  // namespace

TEST_CASE("a class's speed times the length") {
    auto profile = flat_profile();
    speed_of(profile, RoadClass::trunk) = {KmPerHour{50}, KmPerHour{30}, false};
    CHECK(time_on({.road_class = RoadClass::trunk}, profile) == seconds(72));
    CHECK(time_on({.road_class = RoadClass::trunk, .dense = true}, profile) == seconds(120));
    CHECK(time_on({.road_class = RoadClass::primary}, profile) == seconds(60));
}

TEST_CASE("an arc is rounded once, not part by part") {
    Drawing d;
    const auto a = d.node();
    const auto m = d.node();
    const auto b = d.node();
    // 0.025 m and 0.025 m at 60 km/h are 1.5 ms each: 3 ms together, 4 ms if each were rounded.
    d.road(a, m, 0.025, {.road_class = RoadClass::trunk});
    d.road(m, b, 0.025, {.road_class = RoadClass::trunk, .bridge = true});
    const auto network = RoadNetwork::build(d.roads);
    REQUIRE(network.segment_count() == 1);
    REQUIRE(network.parts(only_segment).size() == 2);
    CHECK(arc_time(network, flat_profile()).count() == 3);
}

TEST_CASE("what a signed limit does") {
    auto profile = flat_profile();
    profile.maxspeed_factor = 0.9;
    const RoadAttributes signed_40_80{.maxspeed_forward = 40, .maxspeed_backward = 80};
    const auto forward = [&] { return time_on(signed_40_80, profile); };
    const auto backward = [&] { return time_on(signed_40_80, profile, Season::summer, Direction::backward); };

    profile.maxspeed = MaxspeedRule::ignore;
    CHECK(forward() == seconds(60));
    CHECK(backward() == seconds(60));
    profile.maxspeed = MaxspeedRule::use;  // 36 and 72 km/h
    CHECK(forward() == seconds(100));
    CHECK(backward() == seconds(50));
    profile.maxspeed = MaxspeedRule::cap;
    CHECK(forward() == seconds(100));
    CHECK(backward() == seconds(60));
    CHECK(time_on({}, profile) == seconds(60));  // no sign
}

TEST_CASE("a width caps the speed, whichever rule gave it") {
    auto profile = flat_profile();
    profile.width_cap[static_cast<std::size_t>(WidthClass::from_3m)] = KmPerHour{30};
    CHECK(time_on({.width = WidthClass::from_3m}, profile) == seconds(120));
    CHECK(time_on({.width = WidthClass::from_13m}, profile) == seconds(60));
    profile.maxspeed = MaxspeedRule::use;
    CHECK(time_on({.width = WidthClass::from_3m, .maxspeed_forward = 50, .maxspeed_backward = 50}, profile) ==
          seconds(120));
    CHECK(time_on({.width = WidthClass::from_3m, .maxspeed_forward = 20, .maxspeed_backward = 20}, profile) ==
          seconds(180));
}

TEST_CASE("snow slows in winter only, and after the cap") {
    auto profile = flat_profile();
    profile.winter_heavy_factor = 0.8;
    profile.winter_special_heavy_factor = 0.5;
    profile.width_cap[static_cast<std::size_t>(WidthClass::from_3m)] = KmPerHour{30};
    CHECK(time_on({.snow = SnowZone::heavy}, profile, Season::summer) == seconds(60));
    CHECK(time_on({.snow = SnowZone::heavy}, profile, Season::winter) == seconds(75));
    CHECK(time_on({.snow = SnowZone::special_heavy}, profile, Season::winter) == seconds(120));
    CHECK(time_on({.snow = SnowZone::none}, profile, Season::winter) == seconds(60));
    CHECK(time_on({.width = WidthClass::from_3m, .snow = SnowZone::special_heavy}, profile, Season::winter) ==
          seconds(240));
}

TEST_CASE("roads that are closed have no time") {
    auto profile = flat_profile();
    SECTION("a class of speed 0") {
        speed_of(profile, RoadClass::track) = {};
        CHECK(time_on({.road_class = RoadClass::track}, profile) == no_way);
        profile.maxspeed = MaxspeedRule::use;
        CHECK(time_on({.road_class = RoadClass::track, .maxspeed_forward = 40, .maxspeed_backward = 40}, profile) ==
              no_way);
    }
    SECTION("toll roads, when tolls are not paid") {
        CHECK(time_on({.toll = true}, profile) == seconds(60));
        profile.tolls_used = false;
        CHECK(time_on({.toll = true}, profile) == no_way);
        CHECK(time_on({.road_class = RoadClass::ferry, .toll = true}, profile) == seconds(60));
    }
    SECTION("roads closed in winter, in winter") {
        CHECK(time_on({.closed_in_winter = true}, profile, Season::summer) == seconds(60));
        CHECK(time_on({.closed_in_winter = true}, profile, Season::winter) == no_way);
        profile.winter_closures = false;
        CHECK(time_on({.closed_in_winter = true}, profile, Season::winter) == seconds(60));
    }
    SECTION("against a one-way street") {
        const auto network = single_road({}, false);
        const TravelModel model(network, profile, Season::summer);
        CHECK(model.is_open(only_segment, Direction::forward));
        CHECK_FALSE(model.is_open(only_segment, Direction::backward));
        CHECK(model.time_to_end({only_segment, 0, 0.5}, Direction::backward) == no_way);
        CHECK(model.time_from_start({only_segment, 0, 0.5}, Direction::backward) == no_way);
        CHECK(model.time_between({only_segment, 0, 0.5}, {only_segment, 0, 0.5}, Direction::backward) == no_way);
    }
}

TEST_CASE("a ferry takes its own speed, boarding and waiting, each crossing once") {
    Drawing d;
    const auto town = d.node();
    const auto port = d.node();
    const auto island = d.node();
    const auto village = d.node();
    d.road(town, port, 1000, {});
    d.road(port, island, 10000, {.road_class = RoadClass::ferry, .ferry_kmh = 20});
    d.road(island, village, 500, {});
    const auto network = RoadNetwork::build(d.roads);
    auto profile = flat_profile();
    profile.ferry_boarding_s = 600;
    profile.ferry_waiting_s = 900;
    profile.winter_heavy_factor = 0.5;
    const auto ferry = [&](const SpeedProfile& used) {
        const TravelModel model(network, used, Season::winter);
        std::vector<TravelTime> times;
        for (std::size_t s = 0; s < network.segment_count(); ++s) {
            if (network.segment(SegmentId{s}).ferry) {
                times.push_back(model.time(network.arcs_along(SegmentId{s}, Direction::forward)[0]));
                times.push_back(model.time(network.arcs_along(SegmentId{s}, Direction::backward)[0]));
            }
        }
        return times;
    };
    CHECK(ferry(profile) == std::vector(2, seconds(1800 + 1500)));
    speed_of(profile, RoadClass::ferry) = {};
    CHECK(ferry(profile) == std::vector(2, no_way));
}

TEST_CASE("a ferry is boarded from land only, and at the start of a crossing") {
    // Two lines meet at a buoy: who comes from the first does not board again.
    Drawing d;
    const auto town = d.node();
    const auto port = d.node();
    const auto buoy = d.node();
    d.road(town, port, 1000, {});
    d.road(port, buoy, 10000, {.road_class = RoadClass::ferry, .ferry_kmh = 20});
    d.road(buoy, d.node(), 5000, {.road_class = RoadClass::ferry, .ferry_kmh = 20});
    const auto network = RoadNetwork::build(d.roads);
    auto profile = flat_profile();
    profile.ferry_boarding_s = 600;
    const TravelModel model(network, profile, Season::summer);
    const SegmentId crossing{1};
    REQUIRE(network.segment(crossing).boards_at_from);
    CHECK(model.time(network.arcs_along(crossing, Direction::forward)[0]) == seconds(1800 + 600));
    CHECK(model.time(network.arcs_along(crossing, Direction::backward)[0]) == seconds(1800));
    const Position at_sea{crossing, 0, 0.5};
    CHECK(model.time_to_end(at_sea, Direction::forward) == seconds(900));
    CHECK(model.time_from_start(at_sea, Direction::forward) == seconds(900 + 600));
    CHECK(model.time_from_start(at_sea, Direction::backward) == seconds(900));
}

TEST_CASE("a ferry without a duration runs at the profile's ferry speed") {
    auto profile = flat_profile();
    speed_of(profile, RoadClass::ferry) = {KmPerHour{18}, KmPerHour{18}, true};
    profile.maxspeed = MaxspeedRule::use;
    CHECK(time_on({.road_class = RoadClass::ferry, .maxspeed_forward = 5, .maxspeed_backward = 5}, profile) ==
          seconds(200));
}

TEST_CASE("lights and junctions delay the direction that meets them") {
    // a --600 m-- lights --400 m-- b, where two more roads leave b.
    Drawing d;
    const auto a = d.node();
    const auto lights = d.node();
    const auto b = d.node();
    d.road(a, lights, 600, {});
    d.road(lights, b, 400, {});
    d.road(b, d.node(), 100, {});
    d.road(b, d.node(), 100, {});
    d.roads.nodes[lights.index()].signal = true;
    d.roads.nodes[b.index()].signal = true;
    const auto network = RoadNetwork::build(d.roads);
    auto profile = flat_profile();
    profile.signal_delay_s = 20;
    profile.junction_delay_s = 5;
    const TravelModel model(network, profile, Season::summer);
    REQUIRE(network.parts(only_segment).size() == 2);
    const bool from_a = !network.segment(only_segment).junction_at_from;
    const auto to_b = from_a ? Direction::forward : Direction::backward;
    const auto to_a = from_a ? Direction::backward : Direction::forward;
    CHECK(model.time(network.arcs_along(only_segment, to_b)[0]) == seconds(60 + 2 * 20 + 5));
    CHECK(model.time(network.arcs_along(only_segment, to_a)[0]) == seconds(60 + 20));

    const Position middle_of_600{only_segment, from_a ? 0U : 1U, 0.5};
    CHECK(model.time_to_end(middle_of_600, to_b) == seconds(18 + 20 + 24 + 20 + 5));
    CHECK(model.time_from_start(middle_of_600, to_b) == seconds(18));
    CHECK(model.time_to_end(middle_of_600, to_a) == seconds(18));
    CHECK(model.time_from_start(middle_of_600, to_a) == seconds(24 + 20 + 18));
}

TEST_CASE("between two places on one road") {
    const auto network = single_road({});
    const TravelModel model(network, flat_profile(), Season::summer);
    const Position near{only_segment, 0, 0.25};
    const Position far{only_segment, 0, 0.75};
    CHECK(model.time_between(near, far, Direction::forward) == seconds(30));
    CHECK(model.time_between(far, near, Direction::forward) == no_way);
    CHECK(model.time_between(far, near, Direction::backward) == seconds(30));
    CHECK(model.time_between(near, near, Direction::forward) == seconds(0));
}

TEST_CASE("a closed part bars only the journeys that pass it") {
    Drawing d;
    const auto a = d.node();
    const auto m = d.node();
    const auto n = d.node();
    const auto b = d.node();
    d.road(a, m, 1000, {});
    d.road(m, n, 1000, {.dense = true});
    d.road(n, b, 1000, {});
    const auto network = RoadNetwork::build(d.roads);
    auto profile = flat_profile();
    speed_of(profile, RoadClass::road).dense = KmPerHour{0};
    const TravelModel model(network, profile, Season::summer);
    REQUIRE(network.parts(only_segment).size() == 3);
    const auto at = [](std::uint32_t part, double share) { return Position{only_segment, part, share}; };
    const auto forward = Direction::forward;
    CHECK_FALSE(model.is_open(only_segment, forward));
    CHECK(model.time(network.arcs_along(only_segment, forward)[0]) == no_way);
    CHECK(model.time_to_end(at(0, 0.5), forward) == no_way);
    CHECK(model.time_from_start(at(0, 0.5), forward) == seconds(30));
    CHECK(model.time_to_end(at(1, 0.5), forward) == no_way);
    CHECK(model.time_from_start(at(1, 0.5), forward) == no_way);
    CHECK(model.time_to_end(at(2, 0.5), forward) == seconds(30));
    CHECK(model.time_from_start(at(2, 0.5), forward) == no_way);
    CHECK(model.time_to_end(at(1, 1.0), forward) == seconds(60));  // at its edge, leaving it
    CHECK(model.time_between(at(0, 0.2), at(0, 0.7), forward) == seconds(30));
    CHECK(model.time_between(at(0, 0.2), at(2, 0.7), forward) == no_way);
}

namespace {

/// A chain of roads of random length and attributes with lights at random places, one segment long.
RoadNetwork random_chain() {
    Drawing d;
    auto last = d.node();
    const auto count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        const auto next = d.node();
        RoadAttributes attributes;
        attributes.dense = *rc::gen::arbitrary<bool>();
        attributes.maxspeed_forward = *rc::gen::element<std::uint16_t>(0, 30, 50);
        attributes.snow = static_cast<SnowZone>(*rc::gen::inRange(0, 3));
        d.road(last, next, *rc::gen::inRange(0, 500000) / 100.0, attributes);
        d.roads.nodes[next.index()].signal = *rc::gen::arbitrary<bool>();
        last = next;
    }
    return RoadNetwork::build(d.roads);
}

SpeedProfile random_profile() {
    auto profile = flat_profile();
    for (auto& entry : profile.speeds) {
        entry.open = KmPerHour{*rc::gen::inRange(50, 1200) / 10.0};
        entry.dense = KmPerHour{*rc::gen::inRange(50, 1200) / 10.0};
    }
    profile.maxspeed = static_cast<MaxspeedRule>(*rc::gen::inRange(0, 3));
    profile.signal_delay_s = *rc::gen::inRange(0, 300) / 10.0;
    profile.junction_delay_s = *rc::gen::inRange(0, 100) / 10.0;
    profile.winter_heavy_factor = 0.85;
    return profile;
}

Position random_position(const RoadNetwork& network) {
    const auto parts = static_cast<int>(network.parts(only_segment).size());
    return {only_segment, static_cast<std::uint32_t>(*rc::gen::inRange(0, parts)), *rc::gen::inRange(0, 1001) / 1000.0};
}

Direction random_direction() {
    return *rc::gen::element(Direction::forward, Direction::backward);
}

bool is_behind(Position a, Position b, Direction direction) {
    const auto order = a.part == b.part ? a.share <=> b.share : std::partial_ordering(a.part <=> b.part);
    return direction == Direction::forward ? order <= 0 : order >= 0;
}

std::int64_t ms(TravelTime t) {
    return t.count();
}

}  // namespace

TEST_CASE("pieces of a road add up to the road") {
    REQUIRE(rc::check("to a place + from it on = the whole, within the rounding of both", [] {
        const auto network = random_chain();
        const auto direction = random_direction();
        const TravelModel model(network, random_profile(), Season::winter);
        const auto place = random_position(network);
        const auto whole = ms(model.time(network.arcs_along(only_segment, direction)[0]));
        const auto parts = ms(model.time_from_start(place, direction)) + ms(model.time_to_end(place, direction));
        RC_ASSERT(std::abs(whole - parts) <= 1);
    }));
    REQUIRE(rc::check("from the very start to the end = the arc's time, exactly", [] {
        const auto network = random_chain();
        const TravelModel model(network, random_profile(), Season::winter);
        const auto last = static_cast<std::uint32_t>(network.parts(only_segment).size() - 1);
        RC_ASSERT(model.time_to_end({only_segment, 0, 0}, Direction::forward) ==
                  model.time(network.arcs_along(only_segment, Direction::forward)[0]));
        RC_ASSERT(model.time_to_end({only_segment, last, 1}, Direction::backward) ==
                  model.time(network.arcs_along(only_segment, Direction::backward)[0]));
    }));
    REQUIRE(rc::check("a place further on is never nearer to the start, nor further from the end", [] {
        const auto network = random_chain();
        const auto direction = random_direction();
        const TravelModel model(network, random_profile(), Season::winter);
        auto a = random_position(network);
        auto b = random_position(network);
        if (!is_behind(a, b, direction)) {
            std::swap(a, b);
        }
        RC_ASSERT(model.time_from_start(a, direction) <= model.time_from_start(b, direction));
        RC_ASSERT(model.time_to_end(a, direction) >= model.time_to_end(b, direction));
        const auto between = ms(model.time_between(a, b, direction));
        const auto difference = ms(model.time_from_start(b, direction)) - ms(model.time_from_start(a, direction));
        RC_ASSERT(std::abs(between - difference) <= 1);
    }));
}

TEST_CASE("an arc's time is the rounded sum of the rule's terms") {
    REQUIRE(rc::check([] {
        const auto network = random_chain();
        const auto profile = random_profile();
        const TravelModel model(network, profile, Season::summer);
        double sum = 0;  // written out again, term by term, from the header's formula
        for (const auto& part : network.parts(only_segment)) {
            const auto& road = network.attributes(part.attributes);
            const auto& entry = profile.speeds[static_cast<std::size_t>(road.road_class)];
            double kmh = (road.dense ? entry.dense : entry.open).value();
            if (road.maxspeed_forward > 0 && profile.maxspeed == MaxspeedRule::use) {
                kmh = road.maxspeed_forward;
            } else if (road.maxspeed_forward > 0 && profile.maxspeed == MaxspeedRule::cap) {
                kmh = std::min<double>(kmh, road.maxspeed_forward);
            }
            sum += seconds_at(Metres{part.length_m}, KmPerHour{kmh}) + part.signals_at_end * profile.signal_delay_s;
        }
        const auto time = ms(model.time(network.arcs_along(only_segment, Direction::forward)[0]));
        RC_ASSERT(std::abs(static_cast<double>(time) - sum * 1000) <= 0.5 + 1e-6);
    }));
}

TEST_CASE("times do not depend on the number of threads") {
    Drawing d;
    auto last = d.node();
    for (int i = 0; i < 5000; ++i) {
        const auto next = d.node();
        d.road(last, next, 1 + (i * 7919) % 1000 / 3.0, {.road_class = static_cast<RoadClass>(i % 16)});
        d.road(last, d.node(), 10, {});
        last = next;
    }
    const auto network = RoadNetwork::build(d.roads);
    const auto with_threads = [&](std::size_t count) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
        return TravelModel(network, flat_profile(), Season::summer).arc_times();
    };
    CHECK(with_threads(1) == with_threads(4));
}
