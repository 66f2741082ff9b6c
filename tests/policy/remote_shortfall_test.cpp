// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/remote_shortfall.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "policy/remote_rules.h"

using namespace michinori;
using namespace michinori::policy;
using test::remote_clinic_rule;
using test::remote_medical_rule;

namespace {

RemoteCell cell(double minutes, std::optional<PublicTransport> transport = std::nullopt) {
    return {{140.5, 39.5}, People::from_double(1), from_minutes(minutes), transport};
}

RemoteShortfall lacks(double people, std::optional<Metres> institution, const RemoteCell& centre,
                      const RemoteRule& rule = remote_medical_rule()) {
    return shortfall(rule, {People::from_double(people), institution, centre});
}

}  // namespace

TEST_CASE("a place that meets every test lacks nothing") {
    CHECK_FALSE(lacks(50, Metres{4000.001}, cell(60.001)).any());
    CHECK_FALSE(lacks(50, std::nullopt, cell(5, PublicTransport{3, from_minutes(5)})).any());
    CHECK_FALSE(lacks(50, std::nullopt, cell(5, PublicTransport{4, from_minutes(61)})).any());
}

TEST_CASE("by how much each test is failed") {
    const auto few = lacks(42.5, std::nullopt, cell(61));
    CHECK(few.people == People::from_double(7.5));
    CHECK_FALSE((few.institution || few.attendance));
    const auto near = lacks(50, Metres{3800}, cell(61));
    CHECK(near.institution == Metres{200});
    CHECK_FALSE((near.people || near.attendance));
    CHECK(lacks(50, Metres{4000}, cell(61)).institution == Metres{0});  // at the radius is within it
    const auto easy = lacks(50, Metres{9000}, cell(52));
    CHECK(easy == RemoteShortfall{{}, {}, true, {}, from_minutes(8)});
    CHECK(lacks(50, {}, cell(60)).time == TravelTime{0});
    CHECK(lacks(1, Metres{1}, cell(1)) ==
          RemoteShortfall{People::from_double(49), Metres{3999}, true, {}, from_minutes(59)});
}

TEST_CASE("an easy way by public transport: too many trips, and too short") {
    const auto lack = lacks(50, {}, cell(5, PublicTransport{4, from_minutes(55)}));
    CHECK(lack == RemoteShortfall{{}, {}, true, 1U, from_minutes(5)});
    // A rule that does not ask about trips tells the time alone.
    const auto rule = remote_clinic_rule();
    CHECK(lacks(1000, {}, cell(5, PublicTransport{9, from_minutes(29)}), rule) ==
          RemoteShortfall{{}, {}, true, {}, from_minutes(1)});
    CHECK_FALSE(lacks(1000, {}, cell(30), rule).any());
}

TEST_CASE("what is unknown does not fail") {
    CHECK_FALSE(lacks(50, {}, cell(5, PublicTransport{4, {}})).any());
    auto nowhere = cell(5);
    nowhere.modelled = network::Reason::bad_coordinate;
    CHECK_FALSE(lacks(50, {}, nowhere).any());
    auto rule = remote_medical_rule();
    rule.unreachable.fill(Judgement::no);
    CHECK(lacks(50, {}, nowhere, rule) == RemoteShortfall{{}, {}, true, {}, {}});
}

TEST_CASE("a place lacks nothing exactly when it is a district of its own") {
    CHECK(rc::check("shortfall and search agree on a lone cell", [] {
        auto one = cell(*rc::gen::inRange(40, 80));
        one.people = People::from_double(*rc::gen::inRange(40, 60));
        if (*rc::gen::arbitrary<bool>()) {
            one.transport =
                PublicTransport{*rc::gen::inRange<std::uint32_t>(0, 7), from_minutes(*rc::gen::inRange(50, 70))};
        }
        const std::vector<RemoteCell> cells{one};
        const std::vector<geo::Point> institutions{{140.5, 39.5 + *rc::gen::inRange(2, 6) / 111.0}};
        const auto search = std::get<RemoteSearch>(remote_districts(remote_medical_rule(), {cells, institutions, {}}));
        const auto lack =
            shortfall(remote_medical_rule(), {one.people, geo::distance(one.place, institutions[0]), cells[0]});
        RC_ASSERT(lack.any() == search.districts.empty());
    }));
}
