// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "base/threads.h"
#include "cases.h"
#include "location/case.h"
#include "location/exchange.h"
#include "location/lagrangian.h"
#include "location/search.h"
#include "location/solve.h"
#include "location/starting_set.h"
#include "location/survey.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::BruteForce;
using test::Instance;
using Kind = Objective::Kind;
using Method = SolveOptions::Method;
using Status = Solution::Status;

constexpr Kind kinds[] = {Kind::mean_time, Kind::covered, Kind::worst_time, Kind::fewest_sites};

void never_better_never_wrong(Kind kind) {
    const auto instance = test::any_instance(kind, {true, true, true, true});
    const auto told = solve(instance.problem, {.method = Method::heuristic});
    const BruteForce brute(instance.problem);
    const auto best = brute.best();
    RC_ASSERT((told.status != Status::infeasible || !best));
    RC_PRE(told.found());
    RC_ASSERT(best.has_value());
    const auto judged = brute.judge(test::as_flags(told.open, instance.table->site_count));
    RC_ASSERT(judged.satisfies);
    RC_ASSERT((judged.cost == told.cost));
    RC_ASSERT((told.bound <= *best && *best <= told.cost));
    RC_ASSERT((told.status != Status::optimal || told.cost == *best));
    RC_ASSERT((told.gap >= 0));
}

TEST_CASE("the heuristic is never better than the optimum and violates nothing", "[location]") {
    for (const auto kind : kinds) {
        rc::prop(test::named(kind, "with everything"), [kind] { never_better_never_wrong(kind); });
    }
}

TEST_CASE("a survey foretells what each change saves and costs", "[location]") {
    for (const auto kind : {Kind::mean_time, Kind::covered}) {
        rc::prop(test::named(kind, "any set"), [kind] {
            const auto instance = test::any_instance(kind, {}, 7, 30);
            const auto wanted = case_of(instance.problem);
            Flags open(wanted.site_count());
            for (auto& flag : open) {
                flag = *rc::gen::inRange<std::uint8_t>(0, 2);
            }
            const auto cost_of = [&](const Flags& flags) { return evaluate(instance.problem, sites_of(flags)).cost; };
            const auto told = survey(wanted, open, SurveyOf::swaps);
            RC_ASSERT((told.cost == cost_of(open)));
            for (std::uint32_t a = 0; a < open.size(); ++a) {
                auto one = open;
                one[a] = 1 - open[a];
                RC_ASSERT((open[a] != 0 ? told.loss[a] == cost_of(one) - told.cost
                                        : told.gain[a] == told.cost - cost_of(one)));
                for (std::uint32_t b = 0; open[a] == 0 && b < open.size(); ++b) {
                    auto two = one;
                    two[b] = 0;
                    RC_ASSERT((open[b] == 0 || told.swap_saving(a, b) == told.cost - cost_of(two)));
                }
            }
        });
    }
}

TEST_CASE("after the exchange no swap helps, and the size is kept", "[location]") {
    rc::prop("any set", [] {
        const auto instance = test::any_instance(Kind::mean_time, {.must = true, .groups = true}, 7, 30);
        const auto wanted = case_of(instance.problem);
        auto open = starting_set(wanted);
        const auto before = standing(wanted, open);
        exchange(wanted, open, Deadline(60));
        const auto after = standing(wanted, open);
        RC_ASSERT((after.excess <= before.excess && after.cost <= before.cost));
        RC_PRE((after.excess == 0));
        for (std::uint32_t a = 0; a < open.size(); ++a) {
            for (std::uint32_t b = 0; b < open.size(); ++b) {
                if (open[a] == 0 && open[b] != 0) {
                    auto other = open;
                    other[a] = 1;
                    other[b] = 0;
                    const auto swapped = standing(wanted, other);
                    RC_ASSERT((swapped.excess > after.excess || swapped.cost >= after.cost));
                }
            }
        }
    });
}

TEST_CASE("the Lagrangian bound is below the optimum, and near it where nothing else is asked", "[location]") {
    int tight = 0;
    int all = 0;
    for (const auto kind : {Kind::mean_time, Kind::covered}) {
        rc::prop(test::named(kind, "any set to begin with"), [kind, &tight, &all] {
            const auto instance = test::any_instance(kind, {.must = true, .groups = true}, 8, 20);
            const auto best = BruteForce(instance.problem).best();
            RC_PRE(best.has_value());
            const auto wanted = case_of(instance.problem);
            const auto told = lagrangian_bound(wanted, {.known = starting_set(wanted)}, Deadline(60));
            RC_ASSERT((told.bound <= *best));
            ++all;
            tight += as_double(told.bound) >= 0.98 * as_double(*best) ? 1 : 0;
        });
    }
    CHECK(tight > all / 2);
}

TEST_CASE("groups that share a site do not raise the bound above the optimum", "[location]") {
    Instance made(4);  // each site has people whom no other reaches
    for (std::uint32_t site = 0; site < 4; ++site) {
        constexpr double people[] = {5, 4.9, 0.1, 10};
        made.add_point({{site, 0}}, people[site]);
    }
    made.problem.sites = 2;
    made.problem.groups = {{"a", {0, 1}}, {"b", {1, 2}}};
    const auto best = solve(made.problem);
    CHECK(best.open == test::Sites{1, 3});
    const auto wanted = case_of(made.problem);
    CHECK((lagrangian_bound(wanted, {.known = starting_set(wanted)}, Deadline(60)).bound <= best.cost));
}

TEST_CASE("the search alone finds what satisfies a floor", "[location]") {
    auto made = test::line({{0, 100}, {10, 60}, {20, 10}, {60, 30}}, {0, 10, 20, 60});
    made.problem.sites = 2;
    made.problem.floor = People::from_double(31);  // without it the search ends with {0, 60}, which takes in 30
    const auto wanted = case_of(made.problem);
    const auto found = search(wanted, {}, Deadline(60));
    CHECK((found.standing.excess == 0));
    CHECK(sites_of(found.open) == test::Sites{0, 1});
}

/// Larger than a block of any parallel loop.
Instance many_points(std::uint32_t seed) {
    Instance made(30);
    auto state = seed;
    const auto draw = [&](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    for (int point = 0; point < 9000; ++point) {
        std::vector<test::Entry> list;
        const auto at = draw(1000);
        for (std::uint32_t site = 0; site < 30; ++site) {
            const auto place = site * 33;
            list.push_back({site, (at > place ? at - place : place - at) * 1000 + draw(20000)});
        }
        made.add_point(list, draw(100) * 0.1);
    }
    made.problem.sites = 11;
    return made;
}

TEST_CASE("one thread and several give the same", "[location]") {
    for (const auto kind : kinds) {
        for (const auto method : {Method::heuristic, Method::automatic}) {
            auto made = many_points(7);
            made.problem.objective.kind = kind;
            made.problem.objective.limit = TravelTime{50000};
            if (kind == Kind::fewest_sites) {
                made.problem.sites.reset();
            }
            const auto many = solve(made.problem, {.method = method});
            const ThreadLimit limit(1);
            const auto one = solve(made.problem, {.method = method});
            CHECK(many.open == one.open);
            CHECK((many.cost == one.cost));
            CHECK((many.bound == one.bound));
            CHECK(many.status == one.status);
            CHECK((method == Method::heuristic || one.status == Status::optimal));
        }
    }
}

TEST_CASE("the heuristic comes within one percent of its bound", "[location]") {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const auto made = many_points(seed);
        const auto told = solve(made.problem, {.method = Method::heuristic});
        CHECK(told.gap < 0.01);
        const auto exact = solve(made.problem, {.method = Method::exact});
        CHECK(exact.status == Status::optimal);
        CHECK((told.bound <= exact.cost && exact.cost <= told.cost));
    }
}

TEST_CASE("without time there is still an honest answer", "[location]") {
    const auto made = many_points(4);
    const auto told = solve(made.problem, {.time_limit = 0});
    CHECK((told.status == Status::feasible || told.status == Status::optimal));
    CHECK(told.open.size() == 11);
    const auto best = solve(made.problem);
    CHECK(best.status == Status::optimal);
    CHECK((told.bound <= best.cost && best.cost <= told.cost));
}

TEST_CASE("a start is taken up and mended", "[location]") {
    auto made = many_points(5);
    made.problem.must_close = {0, 1};
    const auto best = solve(made.problem);
    for (const auto& start : {test::Sites{0, 1, 2}, test::Sites{2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}) {
        const auto told = solve(made.problem, {.start = start});
        CHECK((told.cost == best.cost));
    }
}

}  // namespace
