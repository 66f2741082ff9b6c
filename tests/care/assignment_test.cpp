// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/assignment.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <stdexcept>

#include "assignment_cases.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using test::any_demand;
using test::best_of;
using test::Demand;
using test::minute;
using test::rapidcheck_draw;
using test::seeded_draw;
using test::table_of;
using test::whole;
using Parts = std::vector<Assignment::Part>;

PersonTime person_minutes_of(std::uint32_t people_times_minutes) {
    return PersonTime{people_times_minutes} * 1000000 * minute;
}

/// Three villages of 4, 3 and 2 people; times in minutes:  0: 5 to site 0, 6 to site 1
///                                                          1: 5 to site 0, 20 to site 1
///                                                          2: 9 to site 0
Demand villages() {
    return {table_of({{{0, 5 * minute}, {1, 6 * minute}}, {{0, 5 * minute}, {1, 20 * minute}}, {{0, 9 * minute}}}, 2),
            {whole(4), whole(3), whole(2)},
            {whole(5), whole(3)}};
}

TEST_CASE("somebody has to go to the farther site, by hand", "[assignment]") {
    // With 3 people in village 0 there is room for all: village 2 can go nowhere but to site 0, village 1 would lose
    // most elsewhere, so village 0 leaves its nearest site to them. 2 x 9 + 3 x 5 + 3 x 6 = 51.
    auto demand = villages();
    demand.people[0] = whole(3);
    const auto told = demand.opened();
    CHECK(told.served() == whole(8));
    CHECK((told.person_time() == person_minutes_of(51)));
    CHECK(person_minutes(told.person_time()) == Approx(51));
    CHECK(told.of(0) == Parts{{1, whole(3)}});
    CHECK(told.of(1) == Parts{{0, whole(3)}});
    CHECK(told.of(2) == Parts{{0, whole(2)}});
    CHECK(told.load(0) == whole(5));
    CHECK(told.load(1) == whole(3));
    CHECK(told.capacity(1) == whole(3));
}

TEST_CASE("who is left over is whoever would take longest, by hand", "[assignment]") {
    // One place too few: site 1 is full of village 0, and of site 0's places one of village 2's (9 minutes) goes to
    // village 0 (5). 3 x 6 + 1 x 5 + 3 x 5 + 1 x 9 = 47.
    const auto demand = villages();
    const auto told = demand.opened();
    CHECK(told.served() == whole(8));
    CHECK(told.demand() == whole(9));
    CHECK((told.person_time() == person_minutes_of(47)));
    CHECK(told.of(0) == Parts{{0, whole(1)}, {1, whole(3)}});
    CHECK(told.unserved(2) == whole(1));
    CHECK(told.unserved(0).is_zero());
    CHECK(told.all_full(2));
}

TEST_CASE("a village is divided, and sites are told in order", "[assignment]") {
    auto demand = villages();
    demand.capacity = {whole(7), whole(3)};
    // Site 0 has room for 2 of village 0 after villages 1 and 2: 2 x 9 + 3 x 5 + 2 x 5 + 2 x 6 = 55.
    const auto told = demand.opened({1, 0});
    CHECK(told.of(0) == Parts{{0, whole(2)}, {1, whole(2)}});
    CHECK(told.served() == whole(9));
    CHECK((told.person_time() == person_minutes_of(55)));
    CHECK(!told.all_full(0));  // site 1 takes one more
    CHECK(told.all_full(2));
}

TEST_CASE("one more site frees places that others take", "[assignment]") {
    // Village 1 goes to the new site next door (1 minute), village 0 (all 4) follows into site 0.
    auto demand = villages();
    demand.times = table_of(
        {{{0, 5 * minute}, {1, 6 * minute}}, {{0, 5 * minute}, {1, 20 * minute}, {2, 1 * minute}}, {{0, 9 * minute}}},
        3);
    demand.capacity = {whole(5), whole(3), whole(3)};
    const auto today = demand.opened({0, 1});
    CHECK((today.person_time() == person_minutes_of(47)));
    auto then = today;
    then.open(2, whole(3));
    // 2 x 9 + 3 x 1 + 3 x 5 + 1 x 6 = 42.
    CHECK(then.served() == whole(9));
    CHECK((then.person_time() == person_minutes_of(42)));
    CHECK(then.of(0) == Parts{{0, whole(3)}, {1, whole(1)}});
    CHECK(today.served() == whole(8));  // the copy stood for itself
}

TEST_CASE("a site that opens twice has both capacities", "[assignment]") {
    const auto demand = villages();
    Assignment told(demand.times, demand.people);
    told.open(0, whole(1));
    told.open(0, whole(0));
    CHECK(told.load(0) == whole(1));
    told.open(0, whole(4));
    told.open(1, whole(3));
    CHECK(told.capacity(0) == whole(5));
    CHECK((best_of(told) == best_of(demand.opened())));
}

TEST_CASE("why somebody is unserved", "[assignment]") {
    const auto times = table_of({{{0, minute}}, {{1, minute}}, {}}, 2);
    Assignment told(times, {whole(2), whole(1), whole(1)});
    CHECK(!told.all_full(0));  // no site has capacity
    told.open(0, whole(1));
    CHECK(told.all_full(0));
    CHECK(!told.all_full(1));
    CHECK(!told.all_full(2));
    CHECK(told.unserved(0) == whole(1));
    CHECK(told.of(2).empty());
}

TEST_CASE("what is no demand and no site throws", "[assignment]") {
    const auto demand = villages();
    CHECK_THROWS_AS(Assignment(demand.times, {whole(1)}), std::invalid_argument);
    CHECK_THROWS_AS(Assignment(demand.times, {whole(1), whole(1), whole(-1)}), std::invalid_argument);
    Assignment told(demand.times, demand.people);
    CHECK_THROWS_AS(told.open(2, whole(1)), std::invalid_argument);
    CHECK_THROWS_AS(told.open(0, whole(-1)), std::invalid_argument);
    CHECK_NOTHROW(told.open(0, whole(0)));
}

TEST_CASE("assignment against a flow over every pair, 5,000 cases", "[assignment]") {
    for (std::uint32_t seed = 0; seed < 5000; ++seed) {
        const auto draw = seeded_draw(seed);
        const auto demand = any_demand(draw, 9, 5, 12, 4);
        const auto told = demand.opened();
        INFO("seed " << seed);
        REQUIRE((best_of(told) == best_flow(demand)));
        REQUIRE(is_consistent(demand, told));
        REQUIRE(!can_be_bettered(demand, told));
    }
}

TEST_CASE("assignment against a flow over every pair, 150 larger cases", "[assignment]") {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        const auto draw = seeded_draw(seed);
        auto demand = any_demand(draw, 90, 8, 200, 7);
        for (auto& capacity : demand.capacity) {  // from far too little to more than enough
            capacity = People::from_micro(capacity.micro() * draw(1, 20));
        }
        INFO("seed " << seed);
        const auto told = demand.opened();
        REQUIRE((best_of(told) == best_flow(demand)));
        REQUIRE(!can_be_bettered(demand, told));
    }
}

TEST_CASE("assignment against every way there is, 2,000 cases", "[assignment]") {
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const auto demand = any_demand(seeded_draw(seed), 4, 3, 2, 1);
        INFO("seed " << seed);
        REQUIRE((best_of(demand.opened()) == test::EveryWay(demand).best()));
    }
}

TEST_CASE("the order of opening does not matter", "[assignment]") {
    rc::prop("any order, in any portions", [] {
        const auto draw = rapidcheck_draw();
        const auto demand = any_demand(draw, 12, 6, 20, 3);
        auto order = demand.sites();
        order.insert(order.end(), order.begin(), order.end());
        Assignment told(demand.times, demand.people);
        for (std::size_t i = 0; i < order.size(); ++i) {
            std::swap(order[i],
                      order[draw(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(order.size()) - 1)]);
            const auto all = demand.capacity[order[i]] - told.capacity(order[i]);
            const bool again =
                std::find(order.begin() + static_cast<std::ptrdiff_t>(i) + 1, order.end(), order[i]) != order.end();
            told.open(order[i], again ? People::from_micro(all.micro() / 3) : all);
        }
        RC_ASSERT((best_of(told) == best_of(demand.opened())));
    });
}

TEST_CASE("each opening leaves an assignment that cannot be bettered and gives nobody up", "[assignment]") {
    rc::prop("any demand", [] {
        const auto demand = any_demand(rapidcheck_draw(), 15, 7, 20, 3);
        Assignment told(demand.times, demand.people);
        for (const auto site : demand.sites()) {
            const auto before = told;
            told.open(site, demand.capacity[site]);
            RC_ASSERT(told.served() >= before.served());
            RC_ASSERT((told.served() > before.served() || told.person_time() <= before.person_time()));
            RC_ASSERT(is_consistent(demand, told));
            RC_ASSERT(!can_be_bettered(demand, told));
            for (std::size_t i = 0; i < demand.people.size(); ++i) {
                RC_ASSERT(told.unserved(i) <= before.unserved(i));
            }
        }
    });
}

TEST_CASE("with room for all everybody goes to the nearest", "[assignment]") {
    rc::prop("any demand", [] {
        auto demand = any_demand(rapidcheck_draw(), 15, 7, 20, 3);
        demand.capacity.assign(demand.capacity.size(), whole(1e6));
        const auto told = demand.opened();
        PersonTime nearest = 0;
        People reach;
        for (std::size_t i = 0; i < demand.people.size(); ++i) {
            const auto list = demand.times.of(i);
            if (!list.empty()) {
                reach += demand.people[i];
                nearest += PersonTime(demand.people[i].micro()) * list.front().time;
            }
        }
        RC_ASSERT(told.served() == reach);
        RC_ASSERT((told.person_time() == nearest));
    });
}

TEST_CASE("equal calls give equal answers", "[assignment]") {
    rc::prop("any demand", [] {
        const auto demand = any_demand(rapidcheck_draw(), 12, 6, 20, 3);
        const auto one = demand.opened();
        const auto other = demand.opened();
        for (std::size_t i = 0; i < demand.people.size(); ++i) {
            RC_ASSERT((one.of(i) == other.of(i)));
        }
    });
}

TEST_CASE("very long times are no more than one person more", "[assignment]") {
    // To serve village 1, village 0 has to go for 49 days instead of no time at all.
    constexpr auto longest = no_way.count() - 1;
    const auto times = table_of({{{0, 0}, {1, longest}}, {{0, longest}}}, 2);
    Assignment told(times, {whole(1), whole(1)});
    told.open(0, whole(1));
    CHECK((told.person_time() == 0));
    told.open(1, whole(1));
    CHECK(told.served() == whole(2));
    CHECK((told.person_time() == PersonTime{2000000} * longest));
}

}  // namespace
