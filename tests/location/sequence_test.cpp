// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/sequence.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <stdexcept>

#include "cases.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::minute;
using test::Sites;
using Kind = Objective::Kind;

TEST_CASE("closures one at a time beside the best set of each size, by hand", "[location]") {
    auto made = test::line({{0, 10}, {10, 9}, {20, 10}}, {0, 10, 20});
    made.problem.sites = 1;
    const auto told = close_one_by_one(made.problem, SolveOptions{});
    CHECK(told.first == Sites{0, 1, 2});
    CHECK((told.cost == 0));
    REQUIRE(told.steps.size() == 2);
    // The middle goes first (90), then one of the ends: 190 + 90 ... but alone the middle would be best: 200.
    CHECK(told.steps[0].closed == 1);
    CHECK((told.steps[0].cost == Amount{90} * 1000000 * minute));
    CHECK((told.steps[0].best->cost == told.steps[0].cost));
    CHECK(told.steps[1].closed == 0);
    CHECK(told.steps[1].open == Sites{2});
    CHECK((told.steps[1].cost == Amount{290} * 1000000 * minute));
    CHECK(told.steps[1].best->open == Sites{1});
    CHECK((told.steps[1].best->cost == Amount{200} * 1000000 * minute));
    CHECK(!told.stopped);
}

TEST_CASE("what must stay stays, and a sequence that cannot go on says so", "[location]") {
    auto made = test::line({{0, 10}, {10, 9}, {20, 10}}, {0, 10, 20});
    made.problem.sites = 1;
    made.problem.must_open = {1};
    made.problem.groups = {{"west", {0}}};
    const auto told = close_one_by_one(made.problem);
    REQUIRE(told.steps.size() == 1);
    CHECK(told.steps[0].closed == 2);
    CHECK(!told.steps[0].best);
    CHECK(told.stopped);
    made.problem.sites.reset();
    made.problem.objective.kind = Kind::fewest_sites;
    CHECK_THROWS_AS(close_one_by_one(made.problem), std::invalid_argument);
}

TEST_CASE("each closure is the least harmful there is", "[location]") {
    for (const auto kind : {Kind::mean_time, Kind::covered, Kind::worst_time}) {
        rc::prop(test::named(kind, "any problem"), [kind] {
            const auto instance = test::any_instance(kind, {.must = true, .groups = true});
            const auto& problem = instance.problem;
            const auto told = close_one_by_one(problem);
            auto open = told.first;
            for (const auto& step : told.steps) {
                for (const auto site : open) {
                    auto fewer = open;
                    std::erase(fewer, site);
                    const bool keeps = std::ranges::find(problem.must_open, site) == problem.must_open.end() &&
                                       std::ranges::none_of(problem.groups, [&](const auto& group) {
                                           const auto in = [&](const Sites& set) {
                                               return std::ranges::any_of(group.sites, [&](auto member) {
                                                   return std::ranges::find(set, member) != set.end();
                                               });
                                           };
                                           return in(open) && !in(fewer);
                                       });
                    RC_ASSERT((!keeps || evaluate(problem, fewer).cost >= step.cost));
                    RC_ASSERT((keeps || site != step.closed));
                }
                std::erase(open, step.closed);
                RC_ASSERT(open == step.open);
                RC_ASSERT((evaluate(problem, open).cost == step.cost));
            }
            RC_ASSERT((told.stopped || open.size() <= *problem.sites));
        });
    }
}

TEST_CASE("the best set by size starts from its neighbour's and does not depend on it", "[location]") {
    rc::prop("any problem", [] {
        auto instance = test::any_instance(Kind::mean_time, {.must = true});
        Sites sizes;
        for (std::uint32_t size = 0; size <= instance.table->site_count; ++size) {
            sizes.push_back(size);
        }
        if (*rc::gen::arbitrary<bool>()) {
            std::ranges::reverse(sizes);
        }
        const auto told = solve_by_size(instance.problem, sizes);
        RC_ASSERT(told.size() == sizes.size());
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            instance.problem.sites = sizes[i];
            const auto best = test::BruteForce(instance.problem).best();
            RC_ASSERT(told[i].found() == best.has_value());
            RC_ASSERT((!best || told[i].cost == *best));
        }
    });
}

}  // namespace
