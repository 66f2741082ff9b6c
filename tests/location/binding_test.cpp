// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "cases.h"
#include "location/solve.h"

// Each constraint once where it changes the answer, worked by hand: homes along a road of minutes.
namespace {

using namespace michinori;
using namespace michinori::location;
using test::Instance;
using test::minute;
using test::Sites;
using Kind = Objective::Kind;
using Status = Solution::Status;

/// Towns at 0 (100 people), 10 (60), 20 (10) and 60 (30), each with a site.
Instance towns(Kind kind, std::optional<std::uint32_t> sites) {
    auto made = test::line({{0, 100}, {10, 60}, {20, 10}, {60, 30}}, {0, 10, 20, 60});
    made.problem.objective.kind = kind;
    made.problem.objective.limit = TravelTime{10 * minute};
    made.problem.sites = sites;
    return made;
}

Amount person_minutes(int count) {
    return Amount{count} * 1000000 * minute;
}

TEST_CASE("without constraints: two of four towns", "[location]") {
    // p-median: {0, 60}: 60 x 10 + 10 x 20 = 800; {10, 60}: 1000 + 100 = 1100.
    const auto median = solve(towns(Kind::mean_time, 2).problem);
    CHECK(median.open == Sites{0, 3});
    CHECK(median.cost == person_minutes(800));
    // Within 10 minutes: {10, 60} reaches everybody.
    const auto cover = solve(towns(Kind::covered, 2).problem);
    CHECK(cover.open == Sites{1, 3});
    CHECK(cover.cost == 0);
    const auto centre = solve(towns(Kind::worst_time, 2).problem);
    CHECK(centre.open == Sites{1, 3});
    CHECK(centre.cost == 10 * minute);
    const auto fewest = solve(towns(Kind::fewest_sites, {}).problem);
    CHECK(fewest.open == Sites{1, 3});
}

TEST_CASE("of equally good centres and covers the nearer on average is told", "[location]") {
    auto made = towns(Kind::worst_time, 1);
    // 60 minutes, as they count at most, with any site; 20 would be the best on the road but the mean decides.
    made.problem.objective.unreached = TravelTime{40 * minute};
    CHECK(solve(made.problem).cost == 40 * minute);
    CHECK(solve(made.problem).open == Sites{0});
    made = test::line({{0, 1}, {30, 100}}, {0, 30});
    made.problem.objective = {.kind = Kind::fewest_sites, .limit = TravelTime{30 * minute}};
    CHECK(solve(made.problem).open == Sites{1});
}

TEST_CASE("a share asks for fewer", "[location]") {
    auto made = towns(Kind::fewest_sites, {});
    made.problem.objective.share = 0.85;  // 170 of 200: those around 10
    CHECK(solve(made.problem).open == Sites{1});
    made.problem.objective.share = 0.8500000001;  // more by less than a millionth of a person
    CHECK(solve(made.problem).open.size() == 2);
}

TEST_CASE("must open and must close bind", "[location]") {
    auto made = towns(Kind::mean_time, 2);
    made.problem.must_open = {2};
    // {0, 20}: 600 + 1200 = 1800; {20, 60}: 2000 + 600 = 2600; {10, 20}: 1000 + 1200.
    CHECK(solve(made.problem).open == Sites{0, 2});
    CHECK(solve(made.problem).cost == person_minutes(1800));
    made.problem.must_open.clear();
    made.problem.must_close = {0};
    CHECK(solve(made.problem).open == Sites{1, 3});
    CHECK(solve(made.problem).cost == person_minutes(1100));
}

TEST_CASE("one per group binds", "[location]") {
    auto made = towns(Kind::mean_time, 2);
    made.problem.groups = {{"inland", {1, 2}}, {"far", {3}}};
    CHECK(solve(made.problem).open == Sites{1, 3});
}

TEST_CASE("a floor binds", "[location]") {
    auto made = towns(Kind::mean_time, 2);
    made.problem.floor = People::from_double(30);  // just what 60 takes in
    CHECK(solve(made.problem).open == Sites{0, 3});
    made.problem.floor = People::from_double(30.000001);
    // Then only sites in the north: {0, 10} costs 100 + 1500, {0, 20} 600 + 1200 (10 goes to 0, the lower of two).
    const auto told = solve(made.problem);
    CHECK(told.open == Sites{0, 1});
    CHECK((told.cost == person_minutes(1600)));
    CHECK(told.status == Status::optimal);
    made.problem.floor = People::from_double(100);  // both have 100
    CHECK(solve(made.problem).open == Sites{0, 1});
    made.problem.floor = People::from_double(100.000001);
    CHECK(solve(made.problem).status == Status::infeasible);
}

TEST_CASE("a capacity binds", "[location]") {
    auto made = towns(Kind::mean_time, 2);
    made.problem.capacity = {People::from_double(169.999999), {}, {}, {}};  // {0, 60} sends 170 to 0
    const auto told = solve(made.problem);
    CHECK(told.open != Sites{0, 3});
    CHECK(told.status == Status::optimal);
    made.problem.capacity = {People::from_double(170), {}, {}, {}};
    CHECK(solve(made.problem).open == Sites{0, 3});
}

TEST_CASE("loads of their own decide floors and capacities", "[location]") {
    auto made = towns(Kind::mean_time, 2);
    made.problem.load = {People{}, People{}, People{}, People::from_double(5)};
    made.problem.floor = People::from_double(5);
    CHECK(solve(made.problem).status == Status::infeasible);  // one site alone gets anybody
    made.problem.load[0] = People::from_double(5);
    CHECK(solve(made.problem).open == Sites{0, 3});
}

TEST_CASE("ends: none, one, all, and nothing to choose from", "[location]") {
    CHECK(solve(towns(Kind::mean_time, 1).problem).open == Sites{0});
    CHECK(solve(towns(Kind::mean_time, 4).problem).open == Sites{0, 1, 2, 3});
    CHECK(solve(towns(Kind::mean_time, 4).problem).cost == 0);
    const auto none = solve(towns(Kind::mean_time, 0).problem);
    CHECK(none.open.empty());
    CHECK(none.cost == Amount{200} * 1000000 * 14400000);
    auto all = towns(Kind::mean_time, 4);
    all.problem.must_open = {0, 1, 2, 3};
    CHECK(solve(all.problem).status == Status::optimal);
    Instance empty(0);
    empty.add_point({}, 5);
    empty.problem.sites = 0;
    CHECK(solve(empty.problem).status == Status::optimal);
    empty.problem.sites = 1;
    CHECK(solve(empty.problem).status == Status::infeasible);
}

}  // namespace
