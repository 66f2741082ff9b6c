// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/conflict.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "cases.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::BruteForce;
using test::Instance;
using test::minute;
using Kind = Objective::Kind;
using Families = std::vector<Family>;

Instance towns() {
    auto made = test::line({{0, 100}, {10, 60}, {20, 10}, {60, 30}}, {0, 10, 20, 60});
    made.problem.objective.limit = TravelTime{10 * minute};
    made.problem.sites = 2;
    return made;
}

Families families_in_conflict(const Problem& problem) {
    const auto conflict = find_conflict(problem);
    REQUIRE(conflict);
    CHECK(conflict->irreducible);
    return conflict->families;
}

TEST_CASE("what contradicts what is named, and nothing else", "[location]") {
    auto made = towns();
    auto& problem = made.problem;
    CHECK(!find_conflict(problem));
    problem.groups = {{"north", {0, 1}}, {"south", {2, 3}}};
    problem.must_close = {2};
    CHECK(!find_conflict(problem));
    SECTION("more sites than there are") {
        problem.sites = 5;
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::sites}});
    }
    SECTION("more must stay than may be open") {
        problem.must_open = {0, 1, 3};
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::must_open}, {Family::Kind::sites}});
    }
    SECTION("too many must go") {
        problem.groups.clear();
        problem.must_close = {0, 1, 2};
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::must_close}, {Family::Kind::sites}});
    }
    SECTION("the same site must stay and go") {
        problem.must_open = {2};
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::must_open}, {Family::Kind::must_close}});
    }
    SECTION("a group all of which must go") {
        problem.must_close = {2, 3};
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::must_close}, {Family::Kind::group, 1}});
    }
    SECTION("a group of nobody") {
        problem.groups.push_back({"nowhere", {}});
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::group, 2}});
    }
    SECTION("more groups than sites") {
        problem.must_close.clear();
        problem.groups = {{"a", {0}}, {"b", {1}}, {"both", {0, 1}}, {"c", {3}}};
        CHECK(families_in_conflict(problem) ==
              Families{
                  {Family::Kind::group, 0}, {Family::Kind::group, 1}, {Family::Kind::group, 3}, {Family::Kind::sites}});
    }
    SECTION("a floor that a site which must stay does not reach") {
        problem.floor = People::from_double(31);
        problem.must_open = {3};
        // Whatever opens beside it is nearer to the town at 20.
        CHECK(families_in_conflict(problem) ==
              Families{{Family::Kind::must_open}, {Family::Kind::floor}, {Family::Kind::sites}});
    }
    SECTION("capacities that two sites cannot hold") {
        problem.capacity.assign(4, People::from_double(99));
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::capacity}, {Family::Kind::sites}});
    }
    SECTION("everybody within the limit, but their only site must go") {
        problem.objective.kind = Kind::fewest_sites;
        problem.sites.reset();
        problem.groups.clear();
        problem.must_close = {3};
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::must_close}, {Family::Kind::share}});
        problem.must_close.clear();
        problem.sites = 1;
        CHECK(families_in_conflict(problem) == Families{{Family::Kind::sites}, {Family::Kind::share}});
    }
}

/// The problem with some of its families alone; those that cannot be absent are made harmless.
std::optional<Problem> reduced(const Problem& problem, const Families& kept) {
    auto fewer = problem;
    const auto keeps = [&](Family::Kind kind) {
        return std::ranges::any_of(kept, [&](const Family& family) { return family.kind == kind; });
    };
    fewer.must_open = keeps(Family::Kind::must_open) ? problem.must_open : test::Sites{};
    fewer.must_close = keeps(Family::Kind::must_close) ? problem.must_close : test::Sites{};
    fewer.groups.clear();
    for (const auto& family : kept) {
        if (family.kind == Family::Kind::group) {
            fewer.groups.push_back(problem.groups[family.index]);
        }
    }
    if (!keeps(Family::Kind::floor)) {
        fewer.floor.reset();
    }
    if (!keeps(Family::Kind::capacity)) {
        fewer.capacity.clear();
    }
    if (!keeps(Family::Kind::share)) {
        fewer.objective.share = 0;
    }
    if (!keeps(Family::Kind::sites)) {
        fewer.sites.reset();
    }
    return fewer;
}

TEST_CASE("the families told contradict each other, and all but any one of them do not", "[location]") {
    for (const auto kind : {Kind::mean_time, Kind::fewest_sites}) {
        rc::prop(test::named(kind, "random constraints"), [kind] {
            const auto instance = test::any_instance(kind, {true, true, true, true}, 6, 6);
            const auto conflict = find_conflict(instance.problem);
            RC_ASSERT((conflict.has_value() == !BruteForce(instance.problem).best().has_value()));
            RC_PRE(conflict.has_value());
            RC_ASSERT(conflict->irreducible);
            // Brute force takes a missing number of sites for any number.
            RC_ASSERT(!BruteForce(*reduced(instance.problem, conflict->families)).best());
            for (const auto& family : conflict->families) {
                auto rest = conflict->families;
                std::erase(rest, family);
                RC_ASSERT(BruteForce(*reduced(instance.problem, rest)).best().has_value());
            }
        });
    }
}

}  // namespace
