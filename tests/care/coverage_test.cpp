// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/coverage.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <numeric>
#include <stdexcept>

#include "chain_cases.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using test::mins;
using test::none;

constexpr std::size_t pain = 0, nerves = 1, mind = 2, teeth = 3;

CapabilitySet having(const std::vector<std::size_t>& capabilities) {
    CapabilitySet set;
    for (const auto capability : capabilities) {
        set.set(capability);
    }
    return set;
}
People people(double number) {
    return People::from_double(number);
}

/// Two hubs and four partners; no road leads to partner 3. Limit 60 but for teeth, which may be anywhere.
struct Pain {
    std::vector<HubNetwork> hubs = {
        {having({pain}), {{0, having({pain, nerves})}, {1, having({nerves, mind})}, {3, having({mind, teeth})}}},
        {having({}), {{2, having({pain})}, {1, having({pain})}, {3, having({nerves})}}}};
    StepTimes times = test::table({{40, 30, none, none}, {5, 61, 61, none}});
    CapabilityLimits limits{mins(60), mins(60), mins(60), none};
};

TEST_CASE("the nearest of a hub's network that can do something", "[care]") {
    const Pain network;
    const auto told = hub_coverage(network.hubs, network.times, network.limits);
    REQUIRE(told.size() == 2);
    const auto& first = told[0].providers;
    CHECK(first[pain] == Provider{none, mins(0), true});  // itself, though a partner has it too
    CHECK(first[nerves] == Provider{1, mins(30), true});  // nearer than partner 0
    CHECK(first[mind] == Provider{1, mins(30), true});    // before partner 3, which no road leads to
    CHECK(first[teeth] == Provider{3, none, false});      // has it, but nobody knows how far
    CHECK(told[0].missing.none());
    CHECK(told[0].missing_within == having({teeth}));
    // The second hub: partners 1 and 2 are 61 away, the lower comes first; partner 0, 5 away, is none of its partners.
    CHECK(told[1].providers[pain] == Provider{1, mins(61), false});
    CHECK(told[1].providers[nerves] == Provider{3, none, false});
    CHECK(!told[1].providers[mind]);
    CHECK(told[1].missing == having({mind, teeth}));
    CHECK(told[1].missing_within == having({pain, nerves, mind, teeth}));
}

TEST_CASE("limits of hubs are inclusive, and may be absent", "[care]") {
    Pain network;
    network.limits[pain] = mins(61);
    CHECK(hub_coverage(network.hubs, network.times, network.limits)[1].providers[pain]->within);
    network.limits[pain].reset();
    CHECK(hub_coverage(network.hubs, network.times, network.limits)[1].providers[pain]->within);
}

TEST_CASE("the last of 64 capabilities counts, a 65th does not", "[care]") {
    const std::vector<HubNetwork> hubs{{having({63}), {}}};
    const StepTimes times(1, 0);
    const CapabilityLimits limits(most_capabilities);
    const auto told = hub_coverage(hubs, times, limits);
    CHECK(told[0].providers[63]);
    CHECK(told[0].missing.count() == 63);
    CHECK_THROWS_AS(hub_coverage(hubs, times, CapabilityLimits(65)), std::invalid_argument);
    CHECK_THROWS_AS(hub_coverage(hubs, times, CapabilityLimits(63)), std::invalid_argument);  // 63 is asked of nobody
}

TEST_CASE("networks that do not fit throw", "[care]") {
    Pain network;
    CHECK_THROWS_AS(hub_coverage(network.hubs, StepTimes(1, 4), network.limits), std::invalid_argument);
    CHECK_THROWS_AS(hub_coverage(network.hubs, StepTimes(2, 3), network.limits), std::invalid_argument);
    network.hubs[0].partners[0].offers.set(4);
    CHECK_THROWS_AS(hub_coverage(network.hubs, network.times, network.limits), std::invalid_argument);
}

TEST_CASE("the nearest site that has something", "[care]") {
    const auto lists = test::lists({{10, 20, none}, {15, 5, 7}, {none, none, none}});
    CHECK(nearest_times(lists, {true, true, false}) == NearestTimes{mins(10), mins(5), none});
    CHECK(nearest_times(lists, {true, false, true}) == NearestTimes{mins(10), mins(7), none});
    CHECK(nearest_times(lists, {false, false, false}) == NearestTimes{none, none, none});
    CHECK_THROWS_AS(nearest_times(lists, {true}), std::invalid_argument);
}

TEST_CASE("what people have within their limits", "[care]") {
    // Limits 30, none, 60. Home 0 has all; home 1 lacks the first (31), home 2 the first and the last, home 3 all.
    const std::vector<NearestTimes> nearest{{mins(30), mins(31), mins(90), none},
                                            {mins(200), mins(1), mins(1), none},
                                            {mins(60), mins(59), mins(61), none}};
    const CapabilityLimits limits{mins(30), none, mins(60)};
    const std::vector<People> lived{people(100), people(10.5), people(4), people(0.25)};
    const auto told = capability_reach(nearest, limits, lived);
    CHECK(told.within == std::vector{having({0, 1, 2}), having({1, 2}), having({1}), having({})});
    CHECK(told.by_missing == std::vector{people(100), people(10.5), people(4), people(0.25)});
    CHECK(told.lacking == std::vector{people(14.75), people(0.25), people(4.25)});
    CHECK(capability_reach({}, {}, lived).by_missing == std::vector{people(114.75)});
    CHECK_THROWS_AS(capability_reach(nearest, {none}, lived), std::invalid_argument);
    CHECK_THROWS_AS(capability_reach(nearest, limits, std::span(lived).first(3)), std::invalid_argument);
    const std::vector<NearestTimes> many(65);
    CHECK_THROWS_AS(capability_reach(many, CapabilityLimits(65), {}), std::invalid_argument);
}

TEST_CASE("everybody is counted once by number missing, and once for each capability missing", "[care]") {
    rc::prop("sums", [] {
        const auto points = *rc::gen::inRange<std::size_t>(0, 6);
        std::vector<NearestTimes> nearest(*rc::gen::inRange<std::size_t>(0, 5));
        CapabilityLimits limits;
        for (auto& times : nearest) {
            const auto rows = test::any_rows(1, points);
            for (const auto& cell : rows[0]) {
                times.push_back(cell ? std::optional(mins(*cell)) : std::nullopt);
            }
            limits.push_back(test::any_limit());
        }
        std::vector<People> lived;
        for (std::size_t point = 0; point < points; ++point) {
            lived.push_back(people(*rc::gen::inRange(0, 9) * 0.5));
        }
        const auto told = capability_reach(nearest, limits, lived);
        const auto sum = [](const std::vector<People>& parts) {
            return std::accumulate(parts.begin(), parts.end(), People{});
        };
        RC_ASSERT((sum(told.by_missing) == sum(lived)));
        std::int64_t weighted = 0;
        for (std::size_t missing = 0; missing < told.by_missing.size(); ++missing) {
            weighted += static_cast<std::int64_t>(missing) * told.by_missing[missing].micro();
        }
        RC_ASSERT(weighted == sum(told.lacking).micro());
    });
}

}  // namespace
