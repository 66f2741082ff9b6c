// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/evaluation.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <functional>
#include <stdexcept>

#include "base/threads.h"
#include "cases.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::Instance;
using test::minute;
using Kind = Objective::Kind;

/// Homes at 0, 10, 20, 50 of a road with 100, 50, 30, 20 people; sites at 0, 20, 45.
Instance on_the_road() {
    auto made = test::line({{0, 100}, {10, 50}, {20, 30}, {50, 20}}, {0, 20, 45});
    made.problem.sites = 2;
    made.problem.objective.limit = TravelTime{10 * minute};
    return made;
}

TEST_CASE("a set is judged by hand-worked sums", "[location]") {
    auto made = on_the_road();
    const auto told = evaluate(made.problem, test::Sites{2, 0});
    // 100 at once; 50 go 10 to site 0; 30 go 20 to site 0 (25 to site 2); 20 go 5.
    CHECK(told.person_time == Amount{(500 + 600 + 100)} * 1000000 * minute);
    CHECK(told.cost == told.person_time);
    CHECK(told.total == People::from_double(200));
    CHECK(told.covered == People::from_double(170));
    CHECK(told.unreached.is_zero());
    CHECK(told.worst_time == TravelTime{20 * minute});
    CHECK(told.load == std::vector<People>{People::from_double(180), People{}, People::from_double(20)});

    made.problem.objective.kind = Kind::covered;
    CHECK(evaluate(made.problem, test::Sites{0, 2}).cost == amount(People::from_double(30)));
    made.problem.objective.kind = Kind::worst_time;
    CHECK(evaluate(made.problem, test::Sites{0, 2}).cost == 20 * minute);
    made.problem.objective.kind = Kind::fewest_sites;
    CHECK(evaluate(made.problem, test::Sites{0, 2}).cost == 2);
}

TEST_CASE("the lower of two sites at the same time takes the point", "[location]") {
    const auto made = test::line({{10, 7}}, {0, 20});
    auto problem = made.problem;
    problem.sites = 2;
    CHECK(evaluate(problem, test::Sites{1, 0}).load == std::vector<People>{People::from_double(7), People{}});
}

TEST_CASE("who reaches no open site counts as unreached, and far ones no more than they", "[location]") {
    auto made = test::line({{0, 10}, {300, 5}, {100, 2}}, {0, 90}, 120);
    made.problem.sites = 1;
    made.problem.objective.unreached = TravelTime{80 * minute};
    const auto told = evaluate(made.problem, test::Sites{1});
    CHECK(told.person_time == Amount{10 * 80 + 5 * 80 + 2 * 10} * 1000000 * minute);  // 90 minutes count as 80
    CHECK(told.unreached == People::from_double(5));
    CHECK(told.worst_time == TravelTime{80 * minute});
    CHECK(evaluate(made.problem, {}).unreached == People::from_double(17));
    CHECK(evaluate(made.problem, {}).worst_time == TravelTime{80 * minute});
}

TEST_CASE("evaluation agrees with the naive way, for any number of threads", "[location]") {
    for (const auto kind : {Kind::mean_time, Kind::covered, Kind::worst_time, Kind::fewest_sites}) {
        rc::prop(test::named(kind, "any set"), [kind] {
            const auto instance = test::any_instance(kind, {}, 6, 40);
            auto open = test::some_sites(instance.table->site_count, 2);
            const auto naive =
                test::BruteForce(instance.problem).judge(test::as_flags(open, instance.table->site_count));
            const auto told = evaluate(instance.problem, open);
            RC_ASSERT((told.cost == naive.cost));
            const ThreadLimit one(1);
            std::ranges::reverse(open);
            const auto alone = evaluate(instance.problem, open);
            RC_ASSERT((alone.person_time == told.person_time));
            RC_ASSERT(alone.load == told.load);
            RC_ASSERT((alone.worst_time == told.worst_time));
        });
    }
}

TEST_CASE("what is no problem throws", "[location]") {
    const auto made = on_the_road();
    const auto wrong = [&](const std::function<void(Problem&)>& spoil) {
        auto problem = made.problem;
        spoil(problem);
        CHECK_THROWS_AS(check(problem), std::invalid_argument);
        CHECK_THROWS_AS(evaluate(problem, test::Sites{0}), std::invalid_argument);
    };
    CHECK_NOTHROW(check(made.problem));
    wrong([](Problem& p) { p.choices = nullptr; });
    wrong([](Problem& p) { p.weight.pop_back(); });
    wrong([](Problem& p) { p.weight[0] = People::from_double(-1); });
    wrong([](Problem& p) { p.load.resize(1); });
    wrong([](Problem& p) { p.must_open = {3}; });
    wrong([](Problem& p) { p.must_close = {3}; });
    wrong([](Problem& p) { p.groups = {{"", {3}}}; });
    wrong([](Problem& p) { p.capacity.resize(2); });
    wrong([](Problem& p) { p.objective.share = 1.1; });
    wrong([](Problem& p) { p.sites.reset(); });
    CHECK_THROWS_AS(evaluate(made.problem, test::Sites{3}), std::invalid_argument);
    CHECK_THROWS_AS(evaluate(made.problem, test::Sites{1, 1}), std::invalid_argument);
}

}  // namespace
