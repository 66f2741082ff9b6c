// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/road_changes.h"

#include <rapidcheck.h>
#include <tbb/global_control.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

#include "../support/ascii_map.h"
#include "../support/flat_lines.h"
#include "network/speed_profile.h"

using namespace michinori;
using namespace michinori::network;
using test::AsciiMap;
using Kind = RoadAction::Kind;
using Access = RoadChanges::OfPart::Access;

namespace {

constexpr RoadAction closing{.kind = Kind::close};
constexpr RoadAction opening{.kind = Kind::open};
constexpr RoadAction speed(double factor) {
    return {.kind = Kind::speed, .factor = factor};
}

/// Roads of 100 m side by side, each by itself, 100 m apart: road i runs east along y = 100 i from x = 0.
struct Ladder {
    RawRoads roads;

    RawSection& rung(const RoadAttributes& attributes, double length = 100) {
        const double y = 100.0 * static_cast<double>(roads.sections.size());
        const auto line = test::on_earth({{0, y}, {length, y}});
        const auto from = roads.add_node(line.front());
        const auto to = roads.add_node(line.back());
        auto& section = roads.add_section(from, to, line, attributes);
        section.source_id = static_cast<std::int64_t>(roads.sections.size()) * 10;
        section.stated_length_m = 100;
        return section;
    }
};

Ladder named_rungs() {
    Ladder l;
    l.rung({.road_class = RoadClass::trunk, .name = "国道12号", .ref = "12"});
    l.rung({.road_class = RoadClass::trunk, .name = "北一条通", .ref = "12;275"});
    l.rung({.road_class = RoadClass::primary, .name = "北一条通", .ref = "120"});
    l.rung({.road_class = RoadClass::ferry, .ferry_kmh = 18, .name = "島航路"});
    l.rung({});
    return l;
}

/// Source ids of the roads that a selection touches.
std::set<std::int64_t> touched(const RoadNetwork& network, const RoadSelection& selection) {
    RoadChanges changes;
    const auto count = changes.add(network, selection, closing);
    std::set<std::int64_t> ids;
    for (std::size_t p = 0; p < changes.by_part().size(); ++p) {
        if (changes.by_part()[p].access == Access::closed) {
            ids.insert(network.all_parts()[p].source_id);
        }
    }
    CHECK(count == ids.size());
    CHECK(changes.empty() == ids.empty());
    return ids;
}

geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{{{test::on_earth({{west, south}, {east, south}, {east, north}, {west, north}, {west, south}})}}}};
}

geo::Point at(double x, double y) {
    return test::plane().to_earth({x, y});
}

using Ids = std::set<std::int64_t>;

}  // namespace

TEST_CASE("roads are selected by id, name and route number") {
    const auto network = RoadNetwork::build(named_rungs().roads);
    CHECK(touched(network, {.ids = {20, 50}}) == Ids{20, 50});
    CHECK(touched(network, {.ids = {7}}).empty());
    CHECK(touched(network, {.name = "北一条通"}) == Ids{20, 30});
    CHECK(touched(network, {.name = "国道12号"}) == Ids{10});
    CHECK(touched(network, {.name = "12"}) == Ids{10, 20});  // not 120
    CHECK(touched(network, {.name = "275"}) == Ids{20});
    CHECK(touched(network, {.name = "12;275"}) == Ids{20});
    CHECK(touched(network, {.name = "北一条"}).empty());
    CHECK(touched(network, {.ids = {10, 30}, .name = "北一条通"}) == Ids{30});
}

TEST_CASE("roads are selected by the place they come near to") {
    const auto network = RoadNetwork::build(named_rungs().roads);
    CHECK(touched(network, {.near = at(50, 40), .within = Metres{45}}) == Ids{10});
    CHECK(touched(network, {.near = at(50, 40), .within = Metres{65}}) == Ids{10, 20});
    CHECK(touched(network, {.near = at(130, 0), .within = Metres{29}}).empty());
    CHECK(touched(network, {.near = at(130, 0), .within = Metres{31}}) == Ids{10});
    CHECK(touched(network, {.name = "北一条通", .near = at(50, 40), .within = Metres{65}}) == Ids{20});
}

TEST_CASE("roads are selected by the polygon that holds their middle") {
    Ladder l;
    l.rung({});
    l.rung({}, 200);
    const auto network = RoadNetwork::build(l.roads);
    const auto eastern_part = box(60, -10, 300, 300);  // holds the middle of the long road only
    CHECK(touched(network, {.polygons = {eastern_part}}) == Ids{20});
    CHECK(touched(network, {.polygons = {eastern_part, box(40, -10, 60, 10)}}) == Ids{10, 20});
    CHECK(touched(network, {.ids = {10}, .polygons = {eastern_part}}).empty());
}

TEST_CASE("roads are selected by the line along which they run") {
    const auto network = RoadNetwork::build(named_rungs().roads);
    const auto beside = test::on_earth({{-50, 105}, {150, 95}});
    const auto across = test::on_earth({{50, -50}, {50, 450}});
    CHECK(touched(network, {.lines = {beside}}) == Ids{20});
    CHECK(touched(network, {.lines = {across}}).empty());
    CHECK(touched(network, {.lines = {beside}, .match = Metres{2}}).empty());
    CHECK(touched(network, {.lines = {across, beside}, .match = Metres{120}}) == Ids{10, 20, 30});
}

TEST_CASE("a place or an area means its roads, not its ferries") {
    const auto network = RoadNetwork::build(named_rungs().roads);
    const auto everywhere = box(-100, -100, 1000, 1000);
    CHECK(touched(network, {.polygons = {everywhere}}) == Ids{10, 20, 30, 50});
    CHECK(touched(network, {.near = at(50, 300), .within = Metres{10}}).empty());
    CHECK(touched(network, {.ids = {40}}) == Ids{40});
    CHECK(touched(network, {.name = "島航路"}) == Ids{40});
    CHECK(touched(network, {.ids = {40}, .polygons = {everywhere}}) == Ids{40});
}

TEST_CASE("each part of a segment is selected by itself") {
    AsciiMap map({"A-B-C"});
    const auto id = map.road('B', 'C');
    const auto network = RoadNetwork::build(map.roads());
    REQUIRE(network.segment_count() == 1);
    CHECK(touched(network, {.ids = {id}}) == Ids{id});
    RoadChanges changes;
    CHECK(changes.add(network, {.ids = {id}}, speed(0.5)) == 1);
    const TravelModel model(network, AsciiMap::profile(), Season::summer, changes);
    CHECK(model.arc_times() == std::vector(2, TravelTime{20000 + 40000}));
}

TEST_CASE("a selection that says nothing and a factor that is no factor are refused") {
    const auto network = RoadNetwork::build(named_rungs().roads);
    RoadChanges changes;
    CHECK_THROWS_AS(changes.add(network, {}, closing), std::invalid_argument);
    CHECK_THROWS_AS(changes.add(network, {.within = Metres{10}}, closing), std::invalid_argument);
    for (const double factor : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
        CHECK_THROWS_AS(changes.add(network, {.ids = {10}}, speed(factor)), std::invalid_argument);
    }
    CHECK(changes.empty());
}

TEST_CASE("changes belong to one network") {
    const auto network = RoadNetwork::build(named_rungs().roads);
    const auto other = RoadNetwork::build(AsciiMap({"A-B"}).roads());
    RoadChanges changes;
    changes.add(network, {.ids = {10}}, closing);
    CHECK_THROWS_AS(changes.add(other, {.ids = {1}}, closing), std::invalid_argument);
    CHECK_THROWS_AS(TravelModel(other, AsciiMap::profile(), Season::summer, changes), std::invalid_argument);
}

TEST_CASE("ids that no road has are told") {
    const auto network = RoadNetwork::build(named_rungs().roads);
    CHECK(unknown_ids(network, {50, 99, 10, 7, 99}) == std::vector<std::int64_t>{7, 99});
    CHECK(unknown_ids(network, {50}).empty());
    CHECK(unknown_ids(RoadNetwork::build(RawRoads{}), {50}) == std::vector<std::int64_t>{50});
}

TEST_CASE("a network without roads takes changes that touch nothing") {
    const auto nothing = RoadNetwork::build(RawRoads{});
    RoadChanges changes;
    CHECK(changes.add(nothing, {.name = "12"}, closing) == 0);
    CHECK(TravelModel(nothing, AsciiMap::profile(), Season::summer, changes).arc_times().empty());
}

namespace {

/// Time of a road of 100 m and 10 s after actions, one on top of the other.
TravelTime after(const std::vector<RoadAction>& actions, const RoadAttributes& road = {},
                 const SpeedProfile& profile = AsciiMap::profile(), Season season = Season::winter) {
    Ladder l;
    l.rung(road);
    const auto network = RoadNetwork::build(l.roads);
    RoadChanges changes;
    for (const auto& action : actions) {
        REQUIRE(changes.add(network, {.ids = {10}}, action) == 1);
    }
    return TravelModel(network, profile, season, changes).time(ArcId{0});
}

constexpr TravelTime seconds(double s) {
    return TravelTime{static_cast<std::uint32_t>(s * 1000 + 0.5)};
}

}  // namespace

TEST_CASE("changes of a road come on top of each other") {
    CHECK(after({}) == seconds(10));
    CHECK(after({speed(0.5)}) == seconds(20));
    CHECK(after({speed(0.5), speed(0.5)}) == seconds(40));
    CHECK(after({speed(0.5), speed(2)}) == seconds(10));
    CHECK(after({speed(1.25)}) == seconds(8));
    CHECK(after({closing}) == no_way);
    CHECK(after({speed(0.5), closing}) == no_way);
    CHECK(after({closing, speed(0.5)}) == no_way);
    CHECK(after({closing, opening}) == seconds(10));
    CHECK(after({opening, closing}) == no_way);
    CHECK(after({closing, speed(0.5), opening}) == seconds(20));
}

TEST_CASE("an opened road is driven in winter and without paying, never without a speed") {
    auto profile = AsciiMap::profile();
    profile.tolls_used = false;
    const RoadAttributes barred{.road_class = RoadClass::trunk, .toll = true, .closed_in_winter = true};
    CHECK(after({}, barred, profile) == no_way);
    CHECK(after({opening}, barred, profile) == seconds(10));
    CHECK(after({opening, speed(0.5)}, barred, profile) == seconds(20));
    CHECK(after({speed(0.5)}, barred, profile) == no_way);
    profile.speeds[static_cast<std::size_t>(RoadClass::trunk)] = {};
    CHECK(after({opening}, barred, profile) == no_way);
    profile.maxspeed = MaxspeedRule::use;  // a sign does not open it either
    CHECK(after({opening}, {.road_class = RoadClass::trunk, .maxspeed_forward = 50, .maxspeed_backward = 50},
                profile) == no_way);
}

TEST_CASE("a factor changes the driving, not the delays") {
    AsciiMap map({"A-B-C", "  |  ", "  D  "});
    map.roads().nodes[map.node('B').index()].signal = true;
    const auto id = map.road('A', 'B');
    const auto network = RoadNetwork::build(map.roads());
    auto profile = AsciiMap::profile();
    profile.signal_delay_s = 7;
    profile.junction_delay_s = 3;
    RoadChanges changes;
    changes.add(network, {.ids = {id}}, speed(0.25));
    const TravelModel model(network, profile, Season::summer, changes);
    const auto arcs = network.arcs_along(SegmentId{0}, Direction::forward);
    REQUIRE(network.parts(SegmentId{0})[0].source_id == id);
    CHECK(model.time(arcs[0]) == seconds(80 + 7 + 3));
}

TEST_CASE("a ferry's factor and closure leave boarding and waiting alone") {
    AsciiMap map({"A-B~~~C-D"});
    const auto id = map.road('B', 'C');
    const auto network = RoadNetwork::build(map.roads());
    auto profile = AsciiMap::profile();
    profile.ferry_boarding_s = 600;
    profile.ferry_waiting_s = 300;
    const auto crossing = [&](RoadAction action) {
        RoadChanges changes;
        REQUIRE(changes.add(network, {.ids = {id}}, action) == 1);
        const TravelModel model(network, profile, Season::summer, changes);
        std::set<TravelTime> times;
        for (std::size_t a = 0; a < network.arc_count(); ++a) {
            if (network.segment(network.arc(ArcId{a}).segment).ferry) {
                times.insert(model.time(ArcId{a}));
            }
        }
        return times;
    };
    CHECK(crossing(speed(2)) == std::set{seconds(20 + 900)});
    CHECK(crossing(closing) == std::set{no_way});
}

TEST_CASE("a model of lengths knows closed and opened roads and no factors") {
    Ladder l;
    l.rung({});
    l.rung({});
    l.rung({.closed_in_winter = true});
    const auto network = RoadNetwork::build(l.roads);
    RoadChanges changes;
    changes.add(network, {.ids = {10}}, closing);
    changes.add(network, {.ids = {20}}, speed(0.1));
    changes.add(network, {.ids = {30}}, opening);
    const auto model = TravelModel::of_lengths(network, AsciiMap::profile(), Season::winter, changes);
    CHECK(model.time(ArcId{0}) == no_way);
    for (std::size_t a = 0; a < network.arc_count(); ++a) {
        const auto id = network.parts(network.arc(ArcId{a}).segment)[0].source_id;
        CHECK(model.time(ArcId{a}) == (id == 10 ? no_way : seconds(10)));
    }
}

namespace {

RoadAttributes random_attributes() {
    RoadAttributes road;
    road.road_class = *rc::gen::element(RoadClass::trunk, RoadClass::residential);
    road.width = *rc::gen::element(WidthClass::from_3m, WidthClass::unknown);
    road.maxspeed_forward = *rc::gen::element<std::uint16_t>(0, 30, 50);
    road.maxspeed_backward = *rc::gen::element<std::uint16_t>(0, 30, 50);
    return road;
}

/// Parallel roads, loops, one-ways, chains, lights, dead ends; source ids from 1.
RawRoads random_roads() {
    RawRoads roads;
    const auto nodes = *rc::gen::inRange(2, 12);
    for (int n = 0; n < nodes; ++n) {
        const auto id = roads.add_node({139 + 0.001 * n, 36 + 0.0007 * ((n * 7) % 5)});
        roads.nodes[id.index()].signal = *rc::gen::arbitrary<bool>();
    }
    const auto node = [&] { return NodeId{static_cast<std::size_t>(*rc::gen::inRange(0, nodes))}; };
    const auto sections = *rc::gen::inRange(1, 24);
    for (int s = 0; s < sections; ++s) {
        const auto from = node();
        const auto to = node();
        const auto line = std::vector{roads.nodes[from.index()].position, geo::Point{139.005, 36 + 0.0001 * s},
                                      roads.nodes[to.index()].position};
        auto& section = roads.add_section(from, to, line, random_attributes());
        section.source_id = s + 1;
        section.stated_length_m = *rc::gen::inRange(1, 300000) / 100.0;
        const auto ways = *rc::gen::inRange(0, 5);
        section.forward = ways != 1;
        section.backward = ways != 2;
    }
    return roads;
}

void add_random_restrictions(RawRoads& roads) {
    const auto sections = static_cast<int>(roads.sections.size());
    for (auto r = *rc::gen::inRange(0, 5); r > 0; --r) {
        const auto via = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(roads.nodes.size())));
        roads.restrictions.push_back({*rc::gen::inRange(1, sections + 1), NodeId{via},
                                      *rc::gen::inRange(1, sections + 1), *rc::gen::arbitrary<bool>()});
    }
}

/// Closed inside densely inhabited districts, half and quarter speed in the two zones of snow: so attributes that do
/// not bear on how a network is built can say the same as changes.
SpeedProfile telling_profile() {
    SpeedProfile profile;
    profile.speeds.fill({KmPerHour{41}, KmPerHour{0}});
    profile.speeds[static_cast<std::size_t>(RoadClass::trunk)] = {KmPerHour{59}, KmPerHour{0}};
    profile.width_cap[static_cast<std::size_t>(WidthClass::from_3m)] = KmPerHour{33};
    profile.maxspeed = static_cast<MaxspeedRule>(*rc::gen::inRange(0, 3));
    profile.maxspeed_factor = 0.9;
    profile.signal_delay_s = 7;
    profile.junction_delay_s = 3;
    profile.winter_heavy_factor = 0.5;
    profile.winter_special_heavy_factor = 0.25;
    return profile;
}

/// What is to become of a road: so often at half the speed, closed, closed and opened again.
struct Wish {
    int halvings = 0;
    bool closed = false;
    bool reopened = false;
};

std::vector<Wish> random_wishes(std::size_t count) {
    std::vector<Wish> wishes(count);
    for (auto& wish : wishes) {
        wish = {*rc::gen::inRange(0, 3), *rc::gen::inRange(0, 4) == 0, *rc::gen::inRange(0, 3) == 0};
    }
    return wishes;
}

RoadChanges changes_for(const RoadNetwork& network, const std::vector<Wish>& wishes) {
    RoadChanges changes;
    const auto add = [&](const auto& which, RoadAction action) {
        RoadSelection selection;
        for (std::size_t s = 0; s < wishes.size(); ++s) {
            if (which(wishes[s])) {
                selection.ids.push_back(static_cast<std::int64_t>(s) + 1);
            }
        }
        if (!selection.ids.empty()) {
            changes.add(network, selection, action);
        }
    };
    add([](const Wish& w) { return w.halvings > 0; }, speed(0.5));
    add([](const Wish& w) { return w.closed; }, closing);
    add([](const Wish& w) { return w.halvings > 1; }, speed(0.5));
    add([](const Wish& w) { return w.reopened; }, opening);
    return changes;
}

RawRoads altered(RawRoads roads, const std::vector<Wish>& wishes) {
    for (std::size_t s = 0; s < wishes.size(); ++s) {
        auto attributes = roads.attributes[roads.sections[s].attributes.index()];
        attributes.snow = static_cast<SnowZone>(wishes[s].halvings);
        attributes.dense = wishes[s].closed && !wishes[s].reopened;
        roads.sections[s].attributes = roads.intern(attributes);
    }
    return roads;
}

}  // namespace

TEST_CASE("a changed network has the times of one built from roads that say the same") {
    REQUIRE(rc::check("chains, one-ways and copies for turns included, to the bit", [] {
        auto roads = random_roads();
        add_random_restrictions(roads);
        const auto wishes = random_wishes(roads.sections.size());
        const auto network = RoadNetwork::build(roads);
        const auto other = RoadNetwork::build(altered(roads, wishes));
        const auto changes = changes_for(network, wishes);
        const auto profile = telling_profile();
        const TravelModel model(network, profile, Season::winter, changes);
        const TravelModel expected(other, profile, Season::winter);
        RC_ASSERT(model.arc_times() == expected.arc_times());
        RC_ASSERT(TravelModel::of_lengths(network, profile, Season::winter, changes).arc_times() ==
                  TravelModel::of_lengths(other, profile, Season::winter).arc_times());
        for (std::size_t s = 0; s < network.segment_count(); ++s) {
            const SegmentId segment{s};
            const auto parts = static_cast<int>(network.parts(segment).size());
            const Position place{segment, static_cast<std::uint32_t>(*rc::gen::inRange(0, parts)),
                                 *rc::gen::element(0.0, 0.3, 1.0)};
            for (const auto direction : both_directions) {
                RC_ASSERT(model.is_open(segment, direction) == expected.is_open(segment, direction));
                RC_ASSERT(model.time_to_end(place, direction) == expected.time_to_end(place, direction));
                RC_ASSERT(model.time_from_start(place, direction) == expected.time_from_start(place, direction));
            }
        }
    }));
}

TEST_CASE("arcs none of whose parts is changed keep their times to the bit") {
    REQUIRE(rc::check([] {
        const auto roads = random_roads();
        const auto network = RoadNetwork::build(roads);
        const auto profile = telling_profile();
        const auto id = *rc::gen::inRange<std::int64_t>(1, static_cast<std::int64_t>(roads.sections.size()) + 1);
        RoadChanges changes;
        changes.add(network, {.ids = {id}}, *rc::gen::element(closing, speed(0.7), speed(1.9)));
        const TravelModel before(network, profile, Season::summer);
        const TravelModel model(network, profile, Season::summer, changes);
        for (std::size_t a = 0; a < network.arc_count(); ++a) {
            bool changed = false;
            for (const auto& part : network.parts(network.arc(ArcId{a}).segment)) {
                changed = changed || part.source_id == id;
            }
            RC_ASSERT((changed || model.time(ArcId{a}) == before.time(ArcId{a})));
        }
    }));
}

namespace {

/// Times by source id, in ascending order (which way a segment was traced does not matter).
std::map<std::int64_t, std::multiset<TravelTime>> times_by_road(const TravelModel& model) {
    std::map<std::int64_t, std::multiset<TravelTime>> times;
    for (std::size_t a = 0; a < model.network().arc_count(); ++a) {
        const auto& arc = model.network().arc(ArcId{a});
        if (model.time(ArcId{a}) != no_way) {
            times[model.network().parts(arc.segment)[0].source_id].insert(model.time(ArcId{a}));
        }
    }
    return times;
}

}  // namespace

TEST_CASE("a closed road is as good as a road that is not there, an opened one as one that never closes") {
    REQUIRE(rc::check("where every node stays a junction", [] {
        auto roads = random_roads();
        for (auto& node : roads.nodes) {
            node.keep = true;
        }
        auto expected = roads;
        RoadSelection closed;
        RoadSelection opened;
        for (std::size_t s = roads.sections.size(); s-- > 0;) {
            auto barred = roads.attributes[roads.sections[s].attributes.index()];
            barred.closed_in_winter = *rc::gen::arbitrary<bool>();
            barred.toll = *rc::gen::arbitrary<bool>();
            roads.sections[s].attributes = roads.intern(barred);
            const auto wish = *rc::gen::inRange(0, 3);
            if (wish == 0) {
                closed.ids.push_back(roads.sections[s].source_id);
                expected.sections.erase(expected.sections.begin() + static_cast<std::ptrdiff_t>(s));
            } else if (wish == 1) {
                opened.ids.push_back(roads.sections[s].source_id);
            } else {
                expected.sections[s].attributes = expected.intern(barred);
            }
        }
        const auto network = RoadNetwork::build(roads);
        RoadChanges changes;
        changes.add(network, {.name = "no road's name"}, closing);
        if (!closed.ids.empty()) {
            changes.add(network, closed, closing);
        }
        if (!opened.ids.empty()) {
            changes.add(network, opened, opening);
        }
        auto profile = telling_profile();
        profile.junction_delay_s = 0;  // of fewer roads fewer junctions are made
        profile.tolls_used = *rc::gen::arbitrary<bool>();
        const auto without = RoadNetwork::build(expected);
        RC_ASSERT(times_by_road(TravelModel(network, profile, Season::winter, changes)) ==
                  times_by_road(TravelModel(without, profile, Season::winter)));
    }));
}

TEST_CASE("one and eight threads select the same roads") {
    Ladder l;
    for (int i = 0; i < 400; ++i) {
        l.rung({.name = i % 3 == 0 ? "a" : "b"});
    }
    const auto network = RoadNetwork::build(l.roads);
    const auto select = [&](std::size_t threads) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
        RoadChanges changes;
        changes.add(network, {.name = "a", .polygons = {box(-10, 1000, 300, 20000)}}, speed(0.5));
        return changes.by_part();
    };
    const auto one = select(1);
    CHECK(std::ranges::count(one, 0.5, &RoadChanges::OfPart::factor) == 63);  // 12, 15, ... 198
    CHECK(one == select(8));
}
