// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/air_transport.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

#include "base/threads.h"
#include "chain_cases.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using std::chrono::hours;
using std::chrono::minutes;
using test::mins;
using test::none;

/// On the equator: a degree is 6,378,137 m x pi / 180 = 111,319.4908 m.
geo::Point degree(double lon) {
    return {lon, 0};
}

AirBase base_at(double lon) {
    AirBase base;
    base.id = "H1";
    base.position = degree(lon);
    base.speed = KmPerHour{200};
    base.alert = mins(5);
    base.load = mins(10);
    base.unload = mins(3);
    return base;
}

// 111,319.4908 m at 200 km/h: 2,003.750834 s.
constexpr TravelTime one_degree{2003751};
constexpr TravelTime two_degrees{4007502};

TEST_CASE("a flight by hand", "[care]") {
    const std::vector bases{base_at(0)};
    const auto made = quickest_flight(bases, degree(1), degree(3));
    REQUIRE(made);
    CHECK(made->base == 0);
    CHECK(made->to_pick_up == one_degree);
    CHECK(made->with_patient == two_degrees);
    CHECK(made->total == TravelTime{2003751 + 4007502 + 18 * 60000});  // 5 + 10 + 3 minutes on the ground
    // From the base itself: no way out.
    CHECK(quickest_flight(bases, degree(0), degree(1))->total == TravelTime{2003751 + 18 * 60000});
    CHECK(!quickest_flight({}, degree(0), degree(1)));
}

TEST_CASE("the base that brings the patient soonest, not the nearest", "[care]") {
    std::vector bases{base_at(0), base_at(-1)};
    bases[1].speed = KmPerHour{400};  // two degrees there, two on, at twice the speed: sooner by 67 - 33 minutes
    CHECK(quickest_flight(bases, degree(1), degree(3))->base == 1);
    bases[1].alert = mins(38);  // 33 minutes later: 33.4 + 33.4 + 51 is still before 33.4 + 66.8 + 18
    CHECK(quickest_flight(bases, degree(1), degree(3))->base == 1);
    bases[1].alert = mins(39);
    CHECK(quickest_flight(bases, degree(1), degree(3))->base == 0);
    const std::vector same{base_at(0), base_at(0)};
    CHECK(quickest_flight(same, degree(1), degree(3))->base == 0);
}

TEST_CASE("a base takes nobody up beyond its radius", "[care]") {
    std::vector bases{base_at(0)};
    bases[0].radius = Metres{111320};
    CHECK(quickest_flight(bases, degree(1), degree(9)));  // the destination may be farther
    bases[0].radius = Metres{111319};
    CHECK(!quickest_flight(bases, degree(1), degree(0)));
    bases.push_back(base_at(3));
    CHECK(quickest_flight(bases, degree(1), degree(0))->base == 1);
}

TEST_CASE("hours are carried, not reckoned", "[care]") {
    auto base = base_at(0);
    const auto around_the_clock = quickest_flight(std::vector{base}, degree(1), degree(2));
    base.hours = FlyingHours{hours{8} + minutes{30}, hours{17}};
    CHECK(quickest_flight(std::vector{base}, degree(1), degree(2)) == around_the_clock);
    CHECK(base.hours->share_of_day() == Approx(8.5 / 24));
    CHECK(FlyingHours{}.share_of_day() == 1);
    CHECK(FlyingHours{hours{22}, hours{6}}.share_of_day() == Approx(8.0 / 24));
    CHECK(FlyingHours{hours{24}, hours{6}}.share_of_day() == Approx(6.0 / 24));
}

TEST_CASE("by road or by air, whichever is quicker", "[care]") {
    std::vector bases{base_at(0)};
    bases[0].radius = Metres{120000};
    const std::vector from{degree(1), degree(2)};
    const std::vector to{degree(2), degree(3)};
    const Flights flights(bases, from, to);
    const TravelTime near{2 * 2003751 + 18 * 60000};  // 84.8 minutes
    CHECK(flights.at(0, 0)->total == near);
    CHECK(!flights.at(1, 0));
    CHECK(flights.times().at(0, 0) == near);
    CHECK(flights.times().at(0, 1) == TravelTime{2003751 + 4007502 + 18 * 60000});
    CHECK(!flights.times().leads(1, 1));

    StepTimes road = test::table({{none, 118}, {50, none}});
    road.set(0, 0, near);
    const auto same = quicker_of(road, flights);
    CHECK(!same.base(0, 0));                  // equal: by road
    CHECK(same.times.at(0, 1) == mins(118));  // 118.2 by air
    CHECK(same.times.at(1, 0) == mins(50));
    CHECK(!same.times.leads(1, 1));
    CHECK(same.journeys_of(0) == 0);
    road.set(0, 0, near + TravelTime{1});
    road.set(0, 1, no_way);
    const auto flown = quicker_of(road, flights);
    CHECK(flown.base(0, 0) == 0U);
    CHECK(flown.times.at(0, 0) == near);
    CHECK(flown.base(0, 1) == 0U);
    CHECK(flown.journeys_of(0) == 2);
    CHECK_THROWS_AS(quicker_of(StepTimes(1, 2), flights), std::invalid_argument);
    CHECK_THROWS_AS(quicker_of(StepTimes(2, 1), flights), std::invalid_argument);
}

TEST_CASE("the table holds each pair's quickest flight, for any number of threads", "[care]") {
    rc::prop("flights", [] {
        const auto place = [] {
            return geo::Point{140 + *rc::gen::inRange(0, 300) * 0.01, 35 + *rc::gen::inRange(0, 300) * 0.01};
        };
        std::vector<AirBase> bases(*rc::gen::inRange<std::size_t>(0, 4));
        for (auto& base : bases) {
            base.position = place();
            base.speed = KmPerHour{*rc::gen::element(150.0, 200.0, 250.0)};
            base.alert = mins(*rc::gen::inRange<std::uint32_t>(0, 20));
            base.radius = *rc::gen::arbitrary<bool>() ? std::optional(Metres{100000}) : std::nullopt;
        }
        const std::vector from{place(), place()};
        const std::vector to{place(), place(), place()};
        const ThreadLimit one(1);
        const Flights flights(bases, from, to);
        for (std::size_t row = 0; row < 2; ++row) {
            for (std::size_t column = 0; column < 3; ++column) {
                std::optional<TravelTime> least;
                for (const auto& base : bases) {
                    const auto out = geo::distance(base.position, from[row]).value();
                    const auto on = geo::distance(from[row], to[column]).value();
                    const auto ms = [&](double metres) { return std::llround(metres * 3600 / base.speed.value()); };
                    const TravelTime total{base.alert.count() + static_cast<std::uint32_t>(ms(out) + ms(on))};
                    if (!(base.radius && out > base.radius->value()) && (!least || total < *least)) {
                        least = total;
                    }
                }
                const auto& told = flights.at(row, column);
                RC_ASSERT(told.has_value() == least.has_value());
                RC_ASSERT((!told || told->total == *least));
            }
        }
    });
}

TEST_CASE("bases that cannot be reckoned with throw", "[care]") {
    const auto wrong = [](const std::function<void(AirBase&)>& spoil) {
        auto base = base_at(0);
        CHECK_NOTHROW(check(base));
        spoil(base);
        CHECK_THROWS_AS(check(base), std::invalid_argument);
        const std::vector places{degree(1)};
        CHECK_THROWS_AS(Flights(std::vector{base}, places, places), std::invalid_argument);
    };
    wrong([](AirBase& b) { b.position.lat = 91; });
    wrong([](AirBase& b) { b.speed = KmPerHour{0}; });
    wrong([](AirBase& b) { b.speed = KmPerHour{std::numeric_limits<double>::quiet_NaN()}; });
    wrong([](AirBase& b) { b.radius = Metres{-1}; });
    wrong([](AirBase& b) { b.hours = FlyingHours{hours{8}, hours{8}}; });
    wrong([](AirBase& b) { b.hours = FlyingHours{hours{8}, hours{25}}; });
    wrong([](AirBase& b) { b.hours = FlyingHours{hours{-1}, hours{8}}; });
}

}  // namespace
