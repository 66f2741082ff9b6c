// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/care_need.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace michinori;
using policy::CareRule;

namespace {

CareRule nerve_block() {
    CareRule rule;
    rule.need = {0.033, 0.0565, 0.08, "site", CareRule::Need::Nation{370000, 3122, "published"}};
    return rule;
}

}  // namespace

TEST_CASE("national need: 3.3 % and 8.0 % of 370,000 against 3,122 done") {
    const auto need = policy::national_need(nerve_block());
    REQUIRE(need);
    const auto& [low, central, high] = *need;
    CHECK(low.cases == Approx(12210));   // 370,000 x 0.033
    CHECK(high.cases == Approx(29600));  // 370,000 x 0.08
    CHECK(central.cases == Approx(20905));
    CHECK(low.done == 3122);
    CHECK(low.unmet == Approx(9088));                    // 12,210 - 3,122
    CHECK(*low.share == Approx(0.74431).epsilon(1e-5));  // the published 74 %
    CHECK(high.unmet == Approx(26478));
    CHECK(*high.share == Approx(0.89453).epsilon(1e-5));
}

TEST_CASE("national need: more done than needed leaves nobody unmet, and nobody in need has no share") {
    auto rule = nerve_block();
    rule.need->low = 0;
    rule.need->central = 0.005;  // 1,850 cases
    const auto need = policy::national_need(rule);
    REQUIRE(need);
    CHECK((*need)[0].cases == 0);
    CHECK((*need)[0].unmet == 0);
    CHECK_FALSE((*need)[0].share);
    CHECK((*need)[1].unmet == 0);
    CHECK((*need)[1].share == std::optional(0.0));
}

TEST_CASE("national need: nothing without a need or a nation") {
    auto rule = nerve_block();
    rule.need->nation.reset();
    CHECK_FALSE(policy::national_need(rule));
    rule.need.reset();
    CHECK_FALSE(policy::national_need(rule));
}

TEST_CASE("national need: unmet and done make up the cases unless more is done") {
    rc::check([] {
        CareRule rule;
        const double people = *rc::gen::inRange(0, 1000000);
        const double done = *rc::gen::inRange(0, 50000);
        const double share = *rc::gen::inRange(0, 1000) / 1000.0;
        rule.need = {share, share, share, "site", CareRule::Need::Nation{people, done, ""}};
        const auto need = policy::national_need(rule).value()[1];
        RC_ASSERT(std::abs(need.cases - people * share) < 1e-6);
        RC_ASSERT(std::abs(need.unmet - (done < need.cases ? need.cases - done : 0)) < 1e-6);
        RC_ASSERT(need.share.has_value() == (need.cases > 0));
        RC_ASSERT((!need.share || (*need.share >= 0 && *need.share <= 1)));
    });
}
