// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/front.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <map>
#include <stdexcept>

#include "cases.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::BruteForce;
using test::minute;

using Values = std::pair<Amount, Amount>;

/// What no other set is better in one of and as good in the other.
std::vector<Values> naive_front(const Problem& problem, const FrontOptions& options) {
    auto free = problem;
    free.sites.reset();
    std::map<Amount, Amount> least;  // of second by first
    const BruteForce brute(free);
    brute.for_each_set([&](const std::vector<bool>& open) {
        const auto count = static_cast<std::uint32_t>(std::ranges::count(open, true));
        if (count < options.fewest || count > options.most || !brute.judge(open).satisfies) {
            return;
        }
        test::Sites sites;
        for (std::uint32_t site = 0; site < open.size(); ++site) {
            if (open[site]) {
                sites.push_back(site);
            }
        }
        const auto first = evaluate(problem, options.first, sites);
        const auto second = evaluate(problem, options.second, sites);
        const auto [at, added] = least.emplace(first, second);
        at->second = std::min(at->second, second);
    });
    std::vector<Values> front;
    for (const auto& values : least) {
        if (front.empty() || values.second < front.back().second) {
            front.emplace_back(values);
        }
    }
    return front;
}

Aim any_aim() {
    const auto kind = *rc::gen::element(Aim::Kind::mean_time, Aim::Kind::beyond, Aim::Kind::sites);
    return {kind, TravelTime{*rc::gen::inRange<std::uint32_t>(0, 6) * minute}, TravelTime{20 * minute}};
}

TEST_CASE("a front is that of all sets tried one after the other", "[location]") {
    for (const bool constrained : {false, true}) {
        rc::prop(constrained ? "with everything" : "alone", [constrained] {
            const test::Wanted all{true, true, true, true};
            const auto instance = test::any_instance(Objective::Kind::mean_time, constrained ? all : test::Wanted{}, 6);
            FrontOptions options{.first = any_aim(), .second = any_aim()};
            options.most = *rc::gen::inRange<std::uint32_t>(0, 7);
            options.fewest = *rc::gen::inRange<std::uint32_t>(0, options.most + 1);
            const auto told = find_front(instance.problem, options);
            const auto naive = naive_front(instance.problem, options);
            RC_ASSERT(told.complete);
            RC_ASSERT(told.points.size() == naive.size());
            for (std::size_t i = 0; i < naive.size(); ++i) {
                const auto& point = told.points[i];
                RC_ASSERT((point.first == naive[i].first && point.second == naive[i].second));
                RC_ASSERT((evaluate(instance.problem, options.first, point.open) == point.first));
                RC_ASSERT((evaluate(instance.problem, options.second, point.open) == point.second));
            }
        });
    }
}

TEST_CASE("a limit that only just leaves a set out is no reason to find none", "[location]") {
    // The second point of the front asks for one person in a million fewer than all: CBC takes sites that are open by
    // as little for closed ones, and must not conclude that nothing is possible.
    for (const double people : {0.0001, 0.1, 1.0, 5.0, 10.0, 20.0, 100.0, 1000.0, 1e6}) {
        test::Instance made(6);
        const auto add = [&](double share, const test::Sites& sites) {
            std::vector<test::Entry> list;
            for (const auto site : sites) {
                list.push_back({site, 0});
            }
            made.add_point(list, share * people);
        };
        add(0.05, {0, 2, 3, 4, 5});
        add(0.15, {0, 1, 4, 5});
        add(0.1, {0, 1, 2, 3, 4, 5});
        add(0.3, {0, 1, 3, 4, 5});
        add(0.25, {0, 1, 2, 4});
        add(0.15, {0, 1, 2, 3, 4, 5});
        FrontOptions options{.first = {Aim::Kind::sites}, .second = {Aim::Kind::beyond, TravelTime{0}}};
        options.most = 1;
        CHECK(find_front(made.problem, options).points.size() == 2);
    }
}

TEST_CASE("sites against people beyond ten minutes, by hand", "[location]") {
    auto made = test::line({{0, 100}, {10, 60}, {20, 10}, {60, 30}}, {0, 10, 20, 60});
    FrontOptions options{.first = {Aim::Kind::sites}, .second = {Aim::Kind::beyond, TravelTime{10 * minute}}};
    options.most = 4;
    const auto told = find_front(made.problem, options);
    CHECK(told.complete);
    REQUIRE(told.points.size() == 3);  // nothing: 200 beyond; {10}: 30; {10, 60}: nobody
    CHECK(told.points[0].open.empty());
    CHECK(told.points[1].open == test::Sites{1});
    CHECK((told.points[1].second == amount(People::from_double(30))));
    CHECK(told.points[2].open == test::Sites{1, 3});
    options.most_points = 2;
    CHECK(!find_front(made.problem, options).complete);
    CHECK(find_front(made.problem, options).points.size() == 2);
    options.fewest = 5;
    CHECK_THROWS_AS(find_front(made.problem, options), std::invalid_argument);
}

}  // namespace
