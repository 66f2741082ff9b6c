// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/exact.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "cases.h"
#include "location/case.h"

namespace {

using namespace michinori;
using namespace michinori::location;
using test::BruteForce;
using test::Wanted;
using Kind = Objective::Kind;
using Status = Answer::Status;

void prove_alone(Kind kind, const Wanted& constraints) {
    const auto instance = test::any_instance(kind, constraints);
    ExactOptions options;
    if (*rc::gen::arbitrary<bool>()) {
        options.first_depth = *rc::gen::inRange<std::uint32_t>(1, 4);
    }
    const auto told = solve_exact(case_of(instance.problem), options);
    const auto best = BruteForce(instance.problem).best();
    RC_ASSERT(((told.status == Status::optimal) == best.has_value()));
    RC_ASSERT(((told.status == Status::infeasible) == !best.has_value()));
    RC_ASSERT((!best || (told.cost == *best && told.bound == *best)));
}

TEST_CASE("the exact model needs no heuristic, and short lists do not mislead it", "[location]") {
    for (const auto kind : {Kind::mean_time, Kind::covered, Kind::fewest_sites}) {
        rc::prop(test::named(kind, "sites alone"), [kind] { prove_alone(kind, {}); });
        rc::prop(test::named(kind, "everything"), [kind] { prove_alone(kind, {true, true, true, true}); });
        rc::prop(test::named(kind, "must and groups"), [kind] { prove_alone(kind, {.must = true, .groups = true}); });
    }
}

TEST_CASE("lists of one site are lengthened until the answer is right", "[location]") {
    for (const auto kind : {Kind::mean_time, Kind::covered}) {
        rc::prop(test::named(kind, "more sites"), [kind] {
            auto instance = test::any_instance(kind, {.groups = true}, 9, 25);
            instance.problem.sites = *rc::gen::inRange<std::uint32_t>(1, 4);
            const auto told = solve_exact(case_of(instance.problem), {.first_depth = 1});
            const auto best = BruteForce(instance.problem).best();
            RC_ASSERT(told.open.has_value() == best.has_value());
            RC_ASSERT((!best || told.cost == *best));
        });
    }
}

}  // namespace
