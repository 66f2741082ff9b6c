// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/units.h"

#include <catch2/catch.hpp>

using namespace michinori;

TEST_CASE("times saturate and never wrap") {
    const TravelTime nearly{no_way.count() - 5};
    CHECK(saturating_add(nearly, TravelTime{4}) == TravelTime{no_way.count() - 1});
    CHECK(saturating_add(nearly, TravelTime{5}) == no_way);
    CHECK(saturating_add(nearly, TravelTime{100}) == no_way);
    CHECK(saturating_add(no_way, no_way) == no_way);
    CHECK(to_travel_time(1e12) == no_way);
}

TEST_CASE("seconds become the nearest millisecond") {
    CHECK(to_travel_time(seconds_at(Metres{1000}, KmPerHour{60})).count() == 60000);
    CHECK(to_travel_time(0.0004999).count() == 0);
    CHECK(to_travel_time(0.0005).count() == 1);
    CHECK(minutes(from_minutes(60)) == 60);
}

TEST_CASE("people add up exactly in any order") {
    const auto a = People::from_double(2.767);
    const auto b = People::from_double(0.1);
    const auto c = People::from_double(1e6);
    CHECK(a + b + c == c + b + a);
    CHECK((a + b).micro() == 2867000);
    CHECK((c + b - c) == b);
    CHECK(People::from_double(5528676).value() == 5528676);
}
