// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/solve.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "cases.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::BruteForce;
using test::Instance;
using test::Wanted;
using Kind = Objective::Kind;
using Status = Solution::Status;

constexpr Kind kinds[] = {Kind::mean_time, Kind::covered, Kind::worst_time, Kind::fewest_sites};
constexpr std::pair<Wanted, const char*> constraints[] = {
    {{}, "nothing else"},       {{.must = true}, "must"},         {{.groups = true}, "groups"},
    {{.floor = true}, "floor"}, {{.capacity = true}, "capacity"}, {{true, true, true, true}, "everything"}};

void compare_with_brute_force(const Instance& instance, const Solution& told) {
    const BruteForce brute(instance.problem);
    const auto best = brute.best();
    if (!best) {
        RC_ASSERT((told.status == Status::infeasible));
        RC_ASSERT(told.conflict.has_value());
        return;
    }
    RC_ASSERT((told.status == Status::optimal));
    RC_ASSERT((told.cost == *best));
    RC_ASSERT((told.bound == *best));
    RC_ASSERT(told.gap == 0);
    const auto judged = brute.judge(test::as_flags(told.open, instance.table->site_count));
    RC_ASSERT(judged.satisfies);
    RC_ASSERT((judged.cost == *best));
}

TEST_CASE("an optimum is that of all sets tried one after the other", "[location]") {
    for (const auto kind : kinds) {
        for (const auto& [wanted, what] : constraints) {
            rc::prop(test::named(kind, what), [kind, wanted = wanted] {
                const auto instance = test::any_instance(kind, wanted);
                compare_with_brute_force(instance, solve(instance.problem));
            });
        }
    }
}

}  // namespace
