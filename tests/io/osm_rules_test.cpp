// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
// The rules of tags, without files.
#include <catch2/catch.hpp>

#include "io/osm_access.h"
#include "io/osm_ferry.h"
#include "io/osm_highway.h"
#include "io/osm_maxspeed.h"
#include "io/osm_node_facts.h"
#include "io/osm_season.h"

using namespace michinori;
using namespace michinori::io;
using network::WidthClass;

namespace {

OsmTags tags(std::vector<OsmTags::Pair> pairs) {
    return OsmTags(std::move(pairs));
}

std::string left_out(std::vector<OsmTags::Pair> pairs, const OsmOptions& options = {}) {
    return std::string(osm_highway(tags(std::move(pairs)), options).left_out);
}

}  // namespace

TEST_CASE("maxspeed values are read in every unit that is in use") {
    CHECK(osm_speed("60") == 60);
    CHECK(osm_speed("60 km/h") == 60);
    CHECK(osm_speed("30 mph") == 48);
    CHECK(osm_speed("30mph") == 48);
    CHECK(osm_speed("10 knots") == 19);
    CHECK(osm_speed("7.6") == 8);
    CHECK(osm_speed("walk") == 5);
    CHECK(osm_speed("none") == 0);
    CHECK(osm_speed("signals") == 0);
    CHECK(osm_speed("JP:urban") == 60);
    CHECK(osm_speed("JP:rural") == 60);
    CHECK(osm_speed("JP:motorway") == 100);
    CHECK(osm_speed("MT:urban") == 50);
    CHECK(osm_speed("DE:30") == 30);
    CHECK(osm_speed("DE:zone:30") == 30);
    CHECK(osm_speed("50;40") == 40);
    CHECK(osm_speed("40; 50") == 40);
    CHECK(osm_speed("none;80") == 80);
}

TEST_CASE("maxspeed values that say nothing sure are unread") {
    for (const auto* const value :
         {"fast", "XX:urban", "JP:", "60 furlongs", "0", "9999", "-5", "50;fast", "1e2", "RU:zoneX", ""}) {
        INFO(value);
        CHECK_FALSE(osm_speed(value));
    }
}

TEST_CASE("maxspeed by direction overrides maxspeed") {
    const auto limits = osm_maxspeed(tags({{"maxspeed", "60"}, {"maxspeed:backward", "40"}}));
    CHECK(limits.forward == 60);
    CHECK(limits.backward == 40);
    CHECK(limits.unread.empty());
    const auto bad = osm_maxspeed(tags({{"maxspeed", "fast"}, {"maxspeed:forward", "30"}}));
    CHECK(bad.forward == 30);
    CHECK(bad.backward == 0);
    CHECK(bad.unread == "fast");
}

TEST_CASE("the most specific access key that is understood decides") {
    CHECK(osm_car_access(tags({{"access", "no"}, {"motor_vehicle", "yes"}})) == CarAccess::yes);
    CHECK(osm_car_access(tags({{"motor_vehicle", "yes"}, {"motorcar", "no"}})) == CarAccess::no);
    CHECK(osm_car_access(tags({{"vehicle", "destination"}})) == CarAccess::limited);
    CHECK(osm_car_access(tags({{"access", "no"}, {"motorcar", "noexit"}})) == CarAccess::no);
    CHECK(osm_car_access(tags({{"access", "unknown"}})) == CarAccess::unsaid);
    CHECK(osm_car_access(tags({{"foot", "no"}})) == CarAccess::unsaid);
    CHECK(osm_access_value("agricultural;forestry") == CarAccess::no);
    CHECK(osm_access_value("agricultural;destination") == CarAccess::limited);
    CHECK(osm_access_value("private; yes") == CarAccess::yes);
}

TEST_CASE("seasons are told from other conditions") {
    for (const auto* const when : {"winter", "snow", "Nov-Apr", "Dec 1-Mar 31", "Nov 15 - May 10", "Jan", "Jan 10-20",
                                   "December-March", "Oct 1-31,Dec-Feb"}) {
        INFO(when);
        CHECK(osm_in_midwinter(when) == true);
    }
    for (const auto* const when : {"summer", "May-Oct", "Apr 20-Nov 10", "Jul", "Jan 16-Mar 1", "Jan 1"}) {
        INFO(when);
        CHECK(osm_in_midwinter(when) == false);
    }
    for (const auto* const when : {"06:00-22:00", "Nov-Apr 18:00-08:00", "Mo-Fr", "weight>5", "2018 Nov 3-2019 Mar 1",
                                   "winter AND snow", "", "Foo-Bar"}) {
        INFO(when);
        CHECK_FALSE(osm_in_midwinter(when).has_value());
    }
    const auto clauses = osm_conditions("no @ (Nov-Apr; Dec) ; destination @ winter");
    REQUIRE(clauses.size() == 2);
    CHECK(clauses[0].value == "no");
    CHECK(clauses[0].when == "Nov-Apr; Dec");
    CHECK(clauses[1].when == "winter");
}

TEST_CASE("winter closures") {
    const auto closed = [](std::vector<OsmTags::Pair> pairs) {
        return osm_year_access(tags(std::move(pairs))).closed_in_winter;
    };
    CHECK(closed({{"motor_vehicle:conditional", "no @ (Nov-Apr)"}}));
    CHECK(closed({{"access:conditional", "no @ winter"}}));
    CHECK(closed({{"vehicle:conditional", "no @ (Dec 1-Mar 31)"}}));
    CHECK(closed({{"seasonal", "summer"}}));
    CHECK(closed({{"seasonal", "spring;summer;autumn"}}));
    CHECK_FALSE(closed({{"seasonal", "yes"}}));
    CHECK_FALSE(closed({{"motor_vehicle:conditional", "no @ (May-Oct)"}}));
    CHECK_FALSE(closed({{"motor_vehicle:conditional", "destination @ (Nov-Apr)"}}));
    CHECK_FALSE(closed({{"access:conditional", "no @ winter"}, {"motorcar", "yes"}}));
    CHECK_FALSE(closed({{"snowplowing", "no"}}));
    CHECK_FALSE(closed({{"winter_service", "no"}}));

    const auto summer_road = osm_year_access(tags({{"access", "no"}, {"access:conditional", "yes @ (May-Oct)"}}));
    CHECK(summer_road.access == CarAccess::yes);
    CHECK(summer_road.closed_in_winter);
    const auto ice_road = osm_year_access(tags({{"access", "no"}, {"access:conditional", "yes @ (Dec-Mar)"}}));
    CHECK(ice_road.access == CarAccess::no);
    CHECK(osm_year_access(tags({{"access:conditional", "no @ (22:00-06:00)"}})).conditions_not_seasonal == 1);
}

TEST_CASE("one-way rules") {
    const auto told = [](std::vector<OsmTags::Pair> pairs) {
        const auto directions = osm_directions(tags(std::move(pairs)));
        return std::string(directions.forward ? "f" : "") + (directions.backward ? "b" : "");
    };
    CHECK(told({{"highway", "residential"}}) == "fb");
    CHECK(told({{"oneway", "yes"}}) == "f");
    CHECK(told({{"oneway", "1"}}) == "f");
    CHECK(told({{"oneway", "-1"}}) == "b");
    CHECK(told({{"oneway", "no"}}) == "fb");
    CHECK(told({{"oneway", "reversible"}}).empty());
    CHECK(told({{"oneway", "alternating"}}) == "fb");
    CHECK(told({{"highway", "motorway"}}) == "f");
    CHECK(told({{"highway", "motorway_link"}}) == "f");
    CHECK(told({{"highway", "motorway"}, {"oneway", "no"}}) == "fb");
    CHECK(told({{"junction", "roundabout"}}) == "f");
    CHECK(told({{"junction", "roundabout"}, {"oneway", "no"}}) == "fb");
    CHECK(told({{"junction", "roundabout"}, {"oneway", "-1"}}) == "b");
    CHECK(told({{"junction", "circular"}}) == "fb");
    CHECK(told({{"oneway", "yes"}, {"oneway:motorcar", "no"}}) == "fb");
    CHECK(told({{"motor_vehicle:backward", "no"}}) == "f");
}

TEST_CASE("which ways are roads for cars") {
    for (const auto* const value : {"motorway", "trunk_link", "living_street", "service", "track", "road"}) {
        CHECK(left_out({{"highway", value}}).empty());
    }
    for (const auto* const value : {"footway", "steps", "construction", "ferry", "pedestrian", "busway"}) {
        CHECK(left_out({{"highway", value}}) == "not a road for cars");
    }
    CHECK(left_out({{"highway", "service"}, {"area", "yes"}}) == "area");
    CHECK(left_out({{"highway", "service"}, {"access", "no"}}) == "closed to cars");
    CHECK(left_out({{"highway", "track"}, {"motor_vehicle", "forestry"}}) == "closed to cars");
    CHECK(left_out({{"highway", "residential"}, {"oneway", "reversible"}}) == "no direction open at all times");
    CHECK(left_out({{"highway", "track"}, {"tracktype", "grade2"}}).empty());
    CHECK(left_out({{"highway", "track"}, {"tracktype", "grade3"}}) == "track of grade 3 or worse");
    CHECK(left_out({{"highway", "track"}}, {.ferries = {}, .private_roads = true, .tracks = false}) == "track");
    CHECK(left_out({{"highway", "service"}, {"access", "private"}},
                   {.ferries = {}, .private_roads = false, .tracks = true}) == "private");
    CHECK(left_out({{"highway", "unclassified"}, {"ice_road", "yes"}}) == "winter road");
}

TEST_CASE("attributes of a road") {
    const auto verdict = osm_highway(tags({{"highway", "primary"},
                                           {"access", "destination"},
                                           {"toll", "yes"},
                                           {"bridge", "viaduct"},
                                           {"tunnel", "no"},
                                           {"layer", "2"},
                                           {"name", "白山スーパー林道"},
                                           {"ref", "8"},
                                           {"maxspeed", "40"},
                                           {"motor_vehicle:conditional", "no @ (Nov-Apr)"}}),
                                     {});
    REQUIRE(verdict.road);
    const auto& a = verdict.road->attributes;
    CHECK(a.road_class == network::RoadClass::primary);
    CHECK(a.no_through);
    CHECK(a.toll);
    CHECK(a.bridge);
    CHECK_FALSE(a.tunnel);
    CHECK(a.level == 2);
    CHECK(a.name == "白山スーパー林道");
    CHECK(a.ref == "8");
    CHECK(a.maxspeed_forward == 40);
    CHECK(a.maxspeed_backward == 40);
    CHECK(a.closed_in_winter);
}

TEST_CASE("width classes") {
    CHECK(osm_width(tags({{"width", "2.5"}}), false) == WidthClass::under_3m);
    CHECK(osm_width(tags({{"width", "4 m"}}), false) == WidthClass::from_3m);
    CHECK(osm_width(tags({{"width", "6m"}, {"lanes", "1"}}), false) == WidthClass::from_5_5m);
    CHECK(osm_width(tags({{"est_width", "14"}}), false) == WidthClass::from_13m);
    CHECK(osm_width(tags({{"lanes", "1"}}), false) == WidthClass::from_3m);
    CHECK(osm_width(tags({{"lanes", "1"}}), true) == WidthClass::unknown);
    CHECK(osm_width(tags({{"lanes", "2"}}), false) == WidthClass::from_5_5m);
    CHECK(osm_width(tags({{"lanes", "7"}}), false) == WidthClass::from_19_5m);
    for (const auto* const value : {"16'", "0", "200", "Narrow", "5 ft", "-3", ""}) {
        INFO(value);
        CHECK(osm_width(tags({{"width", value}}), false) == WidthClass::unknown);
    }
}

TEST_CASE("barriers") {
    const auto blocked = [](std::vector<OsmTags::Pair> pairs) {
        return osm_node_facts(tags(std::move(pairs))).blocked;
    };
    for (const auto* const value : {"bollard", "block", "chain", "cycle_barrier", "jersey_barrier", "yes"}) {
        CHECK(blocked({{"barrier", value}}));
    }
    for (const auto* const value :
         {"gate", "lift_gate", "toll_booth", "cattle_grid", "entrance", "border_control", "kerb"}) {
        CHECK_FALSE(blocked({{"barrier", value}}));
    }
    CHECK_FALSE(blocked({{"barrier", "bollard"}, {"motor_vehicle", "yes"}}));
    CHECK_FALSE(blocked({{"barrier", "bollard"}, {"access", "permissive"}}));
    CHECK(blocked({{"barrier", "bollard"}, {"foot", "yes"}}));
    CHECK(blocked({{"barrier", "gate"}, {"access", "private"}}));
    CHECK(blocked({{"barrier", "gate"}, {"access", "no"}}));
    CHECK_FALSE(blocked({{"barrier", "gate"}, {"access", "no"}, {"motorcar", "yes"}}));
    CHECK_FALSE(blocked({{"barrier", "gate"}, {"access", "customers"}}));
    CHECK(blocked({{"barrier", "gate"}, {"locked", "yes"}}));
    CHECK_FALSE(blocked({{"highway", "stop"}}));
}

TEST_CASE("traffic lights") {
    const auto both = osm_node_facts(tags({{"highway", "traffic_signals"}}));
    CHECK((both.signal && !both.signal_forward_only && !both.signal_backward_only));
    CHECK(osm_node_facts(tags({{"highway", "crossing"}, {"crossing", "traffic_signals"}})).signal);
    CHECK_FALSE(osm_node_facts(tags({{"highway", "crossing"}, {"crossing", "zebra"}})).signal);
    CHECK(osm_node_facts(tags({{"highway", "traffic_signals"}, {"traffic_signals:direction", "forward"}}))
              .signal_forward_only);
    CHECK(osm_node_facts(tags({{"highway", "traffic_signals"}, {"traffic_signals:direction", "backward"}}))
              .signal_backward_only);
}

TEST_CASE("which ferries carry cars") {
    CHECK(osm_ferry_cars(tags({{"motorcar", "yes"}, {"motor_vehicle", "no"}})) == OsmFerryCars::yes);
    CHECK(osm_ferry_cars(tags({{"motor_vehicle", "no"}})) == OsmFerryCars::no);
    CHECK(osm_ferry_cars(tags({{"motorcar", "no"}, {"access", "yes"}})) == OsmFerryCars::no);
    CHECK(osm_ferry_cars(tags({{"access", "no"}, {"foot", "yes"}})) == OsmFerryCars::no);
    CHECK(osm_ferry_cars(tags({{"access", "no"}, {"motor_vehicle", "yes"}})) == OsmFerryCars::yes);
    CHECK(osm_ferry_cars(tags({{"motorcar", "customers"}})) == OsmFerryCars::yes);
    CHECK(osm_ferry_cars(tags({{"hgv", "yes"}})) == OsmFerryCars::yes);
    CHECK(osm_ferry_cars(tags({{"foot", "yes"}, {"bicycle", "no"}})) == OsmFerryCars::no);
    CHECK(osm_ferry_cars(tags({{"foot", "yes"}, {"bicycle", "yes"}})) == OsmFerryCars::unsaid);
    CHECK(osm_ferry_cars(tags({{"route", "ferry"}})) == OsmFerryCars::unsaid);
}

TEST_CASE("durations") {
    CHECK(osm_minutes("00:25") == 25);
    CHECK(osm_minutes("1:45") == 105);
    CHECK(osm_minutes("00:05:00") == 5);
    CHECK(osm_minutes("25") == 25);
    CHECK(osm_minutes("25 min") == 25);
    CHECK(osm_minutes("PT25M") == 25);
    CHECK(osm_minutes("PT1H25M30S") == 85.5);
    CHECK(osm_minutes("P1DT1H") == 1500);
    for (const auto* const text : {"", "0", "00:00", "soon", "1h", "PT", "P25M", "1:2:3:4", "-5", "PT5"}) {
        INFO(text);
        CHECK_FALSE(osm_minutes(text));
    }
}
