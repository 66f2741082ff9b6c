// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <functional>
#include <stdexcept>

#include "care/chain.h"
#include "chain_cases.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using Kind = TeleReplacement::Kind;
using test::mins;
using test::Missing;
using test::none;
using test::Sites;

/// Two homes, two clinics, two hubs; no road leads from clinic 0 to a hub. Minutes.
struct Valley {
    routing::SparseTable to_clinic = test::lists({{10, 35}, {none, 5}});
    StepTimes clinic_to_hub = test::table({{none, none}, {80, 70}});
    routing::SparseTable to_hub = test::lists({{90, none}, {85, 75}});
    StepTimes clinic_to_home = test::table({{11, none}, {36, 6}});
    StepTimes hub_to_home = test::table({{91, 86}, {none, 76}});
    StepTimes may_ask = test::table({{none, 0}, {0, none}});  // clinic 0 asks hub 1, clinic 1 hub 0
    routing::SparseTable to_nurse = test::lists({{12, 8}, {none, none}});
    StepTimes nurse_to_home = test::table({{none, none}, {9, none}});
    ChainQuestion question;
    TeleReplacement tele;

    Valley() {
        question.steps = {
            {.limit = mins(30), .stay = mins(15), .from_home = &to_clinic, .to_home = &clinic_to_home},
            {.limit = mins(60), .from_before = &clinic_to_hub, .from_home = &to_hub, .to_home = &hub_to_home}};
        tele.step = 1;
        tele.consultants = {true, true};
        tele.may_ask = &may_ask;
        tele.nurse = &to_nurse;
        tele.nurse_to_home = &nurse_to_home;
    }
    Valley(const Valley&) = delete;
    Valley& operator=(const Valley&) = delete;
    ~Valley() = default;
    [[nodiscard]] std::vector<ChainOutcome> with(Kind kind) {
        tele.kind = kind;
        return follow_chain_with(question, tele);
    }
};

TEST_CASE("beside the physician of the step before nobody travels on", "[care]") {
    Valley valley;
    CHECK(follow_chain(valley.question)[0].missing == Missing{1, ChainBreak::no_site});
    CHECK(follow_chain(valley.question)[1].missing == Missing{1, ChainBreak::too_far});
    const auto told = valley.with(Kind::with_physician);
    REQUIRE(told[0].best);  // 10 and the visit of 15; the consultant is in hub 1, which no road leads to
    CHECK(told[0].best->sites == Sites{0, 1});
    CHECK(told[0].best->legs == std::vector{mins(10), mins(0)});
    CHECK(told[0].best->total == mins(25));
    CHECK(told[0].best->with_return == mins(10 + 11));
    CHECK(told[0].best->round_trip == mins(25 + 11));
    CHECK(!told[0].best->nurse);
    CHECK(!told[0].missing);
    CHECK(told[0].usual->sites == Sites{0, 1});
    CHECK(told[1].best->sites == Sites{1, 0});
    CHECK(told[1].best->round_trip == mins(5 + 15 + 6));
}

TEST_CASE("a site that may ask nobody has nobody to ask", "[care]") {
    Valley valley;
    valley.tele.consultants = {true, false};
    const auto told = valley.with(Kind::with_physician);
    CHECK(!told[0].usual);
    CHECK(told[0].missing == Missing{1, ChainBreak::no_site});  // clinic 1 might ask, but is 35 away
    CHECK(!told[1].missing);
    valley.tele.may_ask = nullptr;
    CHECK(valley.with(Kind::with_physician)[0].best->sites == Sites{0, 0});
}

TEST_CASE("with a nurse the journey is to her, by her limit", "[care]") {
    Valley valley;
    auto told = valley.with(Kind::with_nurse);
    CHECK(told[0].best->legs == std::vector{mins(10), mins(8)});
    CHECK(told[0].best->nurse == 1U);
    CHECK(told[0].best->total == mins(10 + 15 + 8));
    CHECK(told[0].best->with_return == mins(10 + 11 + 8 + 9));
    CHECK(told[0].best->round_trip == mins(33 + 9));
    CHECK(told[1].missing == Missing{1, ChainBreak::no_site});  // no nurse within reach
    valley.tele.nurse_limit = mins(7);
    told = valley.with(Kind::with_nurse);
    CHECK(told[0].missing == Missing{1, ChainBreak::too_far});
    CHECK(told[0].usual->total == mins(33));
    valley.tele.nurse_limit = mins(8);
    valley.tele.nurse_to_home = nullptr;
    told = valley.with(Kind::with_nurse);
    CHECK(!told[0].missing);
    CHECK(!told[0].best->with_return);
    CHECK(!told[0].best->round_trip);
}

TEST_CASE("at home nothing is added to the steps before", "[care]") {
    Valley valley;
    const auto told = valley.with(Kind::at_home);
    CHECK(told[0].best->sites == Sites{0, 1});
    CHECK(told[0].best->total == mins(25));
    CHECK(told[0].best->with_return == mins(21));
    CHECK(told[0].best->round_trip == mins(25));  // is at home
}

TEST_CASE("a first step by consultation, then a journey from home", "[care]") {
    Valley valley;
    valley.question.steps[0].stay = mins(0);
    valley.question.steps[1].home_before = true;
    valley.question.steps[1].limit = mins(90);
    valley.clinic_to_hub.set(0, 0, mins(0));  // clinic 0 may send to hub 0
    valley.tele = {.step = 0, .kind = Kind::at_home, .consultants = {true, false}};
    const auto told = follow_chain_with(valley.question, valley.tele);
    CHECK(told[0].best->sites == Sites{0, 0});
    CHECK(told[0].best->legs == std::vector{mins(0), mins(90)});
    CHECK(told[0].best->with_return == mins(90 + 91));
    CHECK(told[1].best->legs == std::vector{mins(0), mins(85)});  // clinic 0 has no road from home 1, and needs none
}

TEST_CASE("what cannot be replaced throws", "[care]") {
    const auto wrong = [](Kind kind, const std::function<void(Valley&)>& spoil) {
        Valley valley;
        CHECK_NOTHROW(valley.with(kind));
        spoil(valley);
        CHECK_THROWS_AS(valley.with(kind), std::invalid_argument);
    };
    wrong(Kind::at_home, [](Valley& v) { v.tele.step = 2; });
    wrong(Kind::at_home, [](Valley& v) { v.tele.consultants = {true}; });
    wrong(Kind::at_home, [](Valley& v) { v.may_ask = StepTimes(1, 2); });
    wrong(Kind::at_home, [](Valley& v) { v.may_ask = StepTimes(2, 1); });
    wrong(Kind::at_home, [](Valley& v) {  // the next step begins at the clinic, where nobody is
        v.tele.step = 0;
        v.tele.may_ask = nullptr;
    });
    wrong(Kind::at_home, [](Valley& v) {
        v.question.steps.pop_back();
        v.tele.step = 0;
    });
    wrong(Kind::with_physician, [](Valley& v) {
        v.question.steps.pop_back();
        v.tele.step = 0;
        v.tele.may_ask = nullptr;
    });
    wrong(Kind::with_nurse, [](Valley& v) { v.tele.nurse = nullptr; });
    wrong(Kind::with_nurse, [](Valley& v) { v.to_nurse = test::lists({{1}}); });
    wrong(Kind::with_nurse, [](Valley& v) { v.nurse_to_home = StepTimes(1, 2); });
    wrong(Kind::with_nurse, [](Valley& v) { v.question.steps[1].from_before = nullptr; });
}

}  // namespace
