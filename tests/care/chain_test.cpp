// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/chain.h"

#include <catch2/catch.hpp>

#include <functional>
#include <stdexcept>

#include "chain_cases.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using test::mins;
using test::Missing;
using test::none;
using test::Sites;

/// Three homes, two clinics, two hubs; home 2 lies on an island. Minutes.
struct Village {
    routing::SparseTable to_clinic = test::lists({{10, 15}, {40, 5}, {none, none}});
    StepTimes clinic_to_hub = test::table({{50, none}, {20, 25}});
    routing::SparseTable to_hub = test::lists({{45, 60}, {22, 28}, {none, none}});
    StepTimes clinic_to_home = test::table({{12, none, none}, {16, 6, none}});
    StepTimes hub_to_home = test::table({{44, 23, none}, {61, none, none}});
    ChainQuestion question;

    Village() {
        question.steps.resize(2);
        question.steps[0] = {.limit = mins(30), .stay = mins(5), .from_home = &to_clinic, .to_home = &clinic_to_home};
        question.steps[1] = {.limit = mins(40),
                             .stay = mins(90),  // nothing comes after: does not count
                             .from_before = &clinic_to_hub,
                             .from_home = &to_hub,
                             .to_home = &hub_to_home};
    }
    Village(const Village&) = delete;
    Village& operator=(const Village&) = delete;
    ~Village() = default;
};

void check_way(const std::optional<ChainWay>& way, const Sites& sites, const std::vector<std::uint32_t>& legs,
               std::uint32_t total) {
    REQUIRE(way);
    CHECK(way->sites == sites);
    CHECK(way->total == mins(total));
    REQUIRE(way->legs.size() == legs.size());
    for (std::size_t step = 0; step < legs.size(); ++step) {
        CHECK(way->legs[step] == mins(legs[step]));
    }
}

TEST_CASE("a village's chain by hand", "[care]") {
    Village village;
    const auto told = follow_chain(village.question);
    REQUIRE(told.size() == 3);
    // Home 0: clinic 0 is nearer (10), but its hub is 50 away, beyond 40; by clinic 1: 15 + 5 + 20.
    check_way(told[0].usual, {0, 0}, {10, 50}, 65);
    check_way(told[0].best, {1, 0}, {15, 20}, 40);
    CHECK(!told[0].missing);
    // Home 1: 5 + 5 + 20, and nothing better.
    check_way(told[1].usual, {1, 0}, {5, 20}, 30);
    check_way(told[1].best, {1, 0}, {5, 20}, 30);
    CHECK(!told[1].missing);
    CHECK(!told[2].usual);
    CHECK(!told[2].best);
    CHECK(told[2].missing == Missing{0, ChainBreak::no_site});
}

TEST_CASE("journeys home, once at the end and after every step", "[care]") {
    Village village;
    auto told = follow_chain(village.question);
    CHECK(told[0].usual->with_return == mins(10 + 12 + 45 + 44));
    CHECK(told[0].usual->round_trip == mins(65 + 44));
    CHECK(told[0].best->with_return == mins(15 + 16 + 45 + 44));
    CHECK(told[0].best->round_trip == mins(40 + 44));
    CHECK(told[1].best->with_return == mins(5 + 6 + 22 + 23));
    CHECK(told[1].best->round_trip == mins(30 + 23));

    village.clinic_to_home.set(1, 1, no_way);  // no way home from the clinic: only that journey is unknown
    told = follow_chain(village.question);
    CHECK(!told[1].best->with_return);
    CHECK(told[1].best->round_trip == mins(53));
    village.question.steps[1].to_home = nullptr;
    CHECK(!follow_chain(village.question)[0].best->round_trip);
    CHECK(!follow_chain(village.question)[0].best->with_return);
}

TEST_CASE("the step that is missing, and why", "[care]") {
    Village village;
    auto& steps = village.question.steps;
    const auto missing = [&] { return follow_chain(village.question)[0].missing; };
    steps[1].limit = mins(20);
    CHECK(!missing());  // limits are inclusive
    steps[1].limit = mins(19);
    CHECK(missing() == Missing{1, ChainBreak::too_far});
    steps[0].limit = mins(9);
    CHECK(missing() == Missing{0, ChainBreak::too_far});
    // Only clinic 0 is near enough, and its one hub is no partner.
    steps[0].limit = mins(12);
    village.clinic_to_hub.set(0, 0, no_way);
    CHECK(missing() == Missing{1, ChainBreak::no_site});
    // Clinic 1 comes as far, and is kept back by the limit alone: that is the nearer remedy.
    steps[0].limit = mins(15);
    CHECK(missing() == Missing{1, ChainBreak::too_far});
    const auto told = follow_chain(village.question)[0];
    CHECK(!told.best);
    CHECK(!told.usual);  // the nearest clinic sends nowhere
}

TEST_CASE("the whole may be too long where no journey is", "[care]") {
    Village village;
    village.question.limit = mins(40);
    CHECK(!follow_chain(village.question)[0].missing);
    village.question.limit = mins(39);
    const auto told = follow_chain(village.question);
    CHECK(told[0].missing == Missing{1, ChainBreak::whole_too_far});
    check_way(told[0].best, {1, 0}, {15, 20}, 40);
    CHECK(!told[1].missing);
}

TEST_CASE("home between the steps: the time is home's, the permission the clinic's", "[care]") {
    Village village;
    auto& hub = village.question.steps[1];
    hub.home_before = true;
    auto told = follow_chain(village.question);
    check_way(told[0].usual, {0, 0}, {10, 45}, 60);
    CHECK(!told[0].best);  // 45 and 60 are beyond 40
    CHECK(told[0].missing == Missing{1, ChainBreak::too_far});
    check_way(told[1].best, {1, 0}, {5, 22}, 32);

    hub.limit = mins(60);
    check_way(follow_chain(village.question)[0].best, {0, 0}, {10, 45}, 60);
    village.clinic_to_hub.set(0, 0, no_way);  // clinic 0 sends to nobody, clinic 1 only to hub 1
    village.clinic_to_hub.set(1, 0, no_way);
    told = follow_chain(village.question);
    CHECK(!told[0].usual);
    check_way(told[0].best, {1, 1}, {15, 60}, 80);
    hub.from_before = nullptr;  // anybody may go anywhere
    check_way(follow_chain(village.question)[0].best, {0, 0}, {10, 45}, 60);
}

TEST_CASE("of equally long ways the lower site of the earlier step", "[care]") {
    const auto to_first = test::lists({{20, 10, 10}});
    const auto to_second = test::table({{0, 0}, {10, 10}, {10, 5}});
    ChainQuestion question;
    question.steps = {{.from_home = &to_first}, {.from_before = &to_second}};
    const auto told = follow_chain(question)[0];
    check_way(told.usual, {1, 0}, {10, 10}, 20);
    check_way(told.best, {2, 1}, {10, 5}, 15);
    auto even = to_second;
    even.set(2, 1, mins(10));
    question.steps[1].from_before = &even;
    check_way(follow_chain(question)[0].best, {0, 0}, {20, 0}, 20);
}

TEST_CASE("a sum beyond what a time holds is too far, not short", "[care]") {
    const TravelTime long_way{no_way.count() - 5};
    routing::SparseTable to_first;
    to_first.site_count = 1;
    to_first.append(std::vector<routing::SparseTable::Entry>{{0, long_way.count()}});
    StepTimes on(1, 1);
    on.set(0, 0, TravelTime{4});
    ChainQuestion question;
    question.steps = {{.from_home = &to_first}, {.from_before = &on}};
    CHECK(follow_chain(question)[0].best->total == TravelTime{no_way.count() - 1});
    const auto check_too_long = [&] {
        const auto told = follow_chain(question)[0];
        CHECK(!told.usual);
        CHECK(!told.best);
        CHECK(told.missing == Missing{1, ChainBreak::whole_too_far});
    };
    question.steps[0].stay = TravelTime{1};
    check_too_long();
    question.steps[0].stay = TravelTime{0};
    on.set(0, 0, TravelTime{5});
    check_too_long();
}

TEST_CASE("tables that do not fit throw", "[care]") {
    const auto wrong = [](const std::function<void(Village&)>& spoil) {
        Village village;
        spoil(village);
        CHECK_THROWS_AS(follow_chain(village.question), std::invalid_argument);
    };
    wrong([](Village& v) { v.question.steps.clear(); });
    wrong([](Village& v) { v.question.steps[0].from_home = nullptr; });
    wrong([](Village& v) { v.question.steps[0].from_before = &v.clinic_to_hub; });
    wrong([](Village& v) { v.question.steps[0].home_before = true; });
    wrong([](Village& v) { v.question.steps[1].from_before = nullptr; });
    wrong([](Village& v) { v.clinic_to_hub = StepTimes(3, 2); });
    wrong([](Village& v) { v.clinic_to_hub = StepTimes(2, 3); });
    wrong([](Village& v) { v.to_hub = test::lists({{45, 60}}); });
    wrong([](Village& v) { v.to_hub.site_count = 3; });
    wrong([](Village& v) { v.clinic_to_home = StepTimes(3, 2); });
    wrong([](Village& v) {
        v.question.steps[1].home_before = true;
        v.question.steps[1].from_home = nullptr;
    });
}

TEST_CASE("no points, no sites", "[care]") {
    const routing::SparseTable nowhere;
    ChainQuestion question;
    question.steps = {{.from_home = &nowhere}};
    CHECK(follow_chain(question).empty());
    const auto nothing = test::lists({{}}, 0);
    question.steps = {{.from_home = &nothing}};
    CHECK(follow_chain(question).at(0).missing == Missing{0, ChainBreak::no_site});
}

}  // namespace
