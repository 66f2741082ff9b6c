// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_rates.h"

#include <catch2/catch.hpp>

#include <limits>

#include "physician_toy.h"

using namespace michinori;
using namespace michinori::test;
using namespace michinori::policy;

TEST_CASE("notes 8 and 5: outpatients of bedless clinics, and the demand factor") {
    const auto demand = value_of(clinic_demand(toy_nation().demand));
    CHECK(demand.claims_share == Approx(0.8));            // (10 + 60 + 10) / (20 + 70 + 10)
    CHECK(demand.bedless_outpatients == Approx(800000));  // of 1,000,000
    CHECK(demand.per_outpatient == Approx(0.1));          // 80,000 / 800,000
    CHECK(demand.per_inpatient == Approx(0.2));           // 80,000 / 400,000
    CHECK(demand.value == Approx(0.5));
}

TEST_CASE("the demand factor is not computed from nothing") {
    const auto with = [](auto change) {
        auto inputs = toy_nation().demand;
        change(inputs);
        return why_not(clinic_demand(inputs));
    };
    CHECK(with([](auto& d) { d.bedless = {}; }) == "bedless_claims zero");
    CHECK(with([](auto& d) { d.clinics = {}; }) == "all_claims zero");
    CHECK(with([](auto& d) { d.bedless.home = 31; }) == "bedless_claims above_whole");
    CHECK(with([](auto& d) { d.bedless.home = -1; }) == "bedless_claims negative");
    CHECK(with([](auto& d) { d.outpatients = {}; }) == "national_outpatients zero");
    CHECK(with([](auto& d) { d.inpatients = {}; }) == "national_inpatients zero");
    CHECK(with([](auto& d) { d.inpatient_demand = 0; }) == "inpatient_demand zero");
    CHECK(with([](auto& d) { d.outpatient_demand = -1; }) == "outpatient_demand negative");
    CHECK(with([](auto& d) { d.inpatient_demand = 1e-320; }) == "clinic_demand not_finite");
    CHECK(with([](auto& d) { d.outpatient_demand = 0; }).empty());
}

TEST_CASE("notes 6 and 7: patients treated in the area by patients who live there") {
    CHECK(value_of(outpatient_flow_factor({people(200), people(50), people(10)})) == Approx(1.2));
    CHECK(value_of(inpatient_flow_factor({people(80), people(4), people(24)})) == Approx(0.75));
    CHECK(value_of(inpatient_flow_factor({people(80), people(0), people(80)})) == 0);
    CHECK(why_not(outpatient_flow_factor({people(0), people(5), people(5)})) == "outpatients_by_residence zero");
    CHECK(why_not(inpatient_flow_factor({people(0), people(5), people(5)})) == "inpatients_by_residence zero");
    CHECK(why_not(inpatient_flow_factor({people(8), people(1), people(10)})) == "inpatient_flow negative");
    CHECK(why_not(outpatient_flow_factor({people(8), people(-1), people(0)})) == "outpatient_flow negative");
}

TEST_CASE("note 4: the rate of a class, adjusted by demand and flows") {
    const auto rates = value_of(adjusted_rates({{1000, 4000}, {200, 2000}}, {0.5, 1.2, 1.1}));
    REQUIRE(rates.size() == 2);
    CHECK(rates[0] == Approx(600 + 220));
    CHECK(rates[1] == Approx(2400 + 2200));
    CHECK(why_not(adjusted_rates({{1000, 4000}, {200}}, {0.5, 1, 1})) == "inpatient_rate count_differs");
    CHECK(why_not(adjusted_rates({{}, {}}, {0.5, 1, 1})) == "outpatient_rate no_values");
    CHECK(why_not(adjusted_rates({{1000, -1}, {200, 200}}, {0.5, 1, 1})) == "outpatient_rate negative 1");
    CHECK(why_not(adjusted_rates({{1000, 1}, {200, 200}}, {-0.5, 1, 1})) == "clinic_demand negative");
}

TEST_CASE("note 3: the rate expected of an area's people") {
    const std::vector<double> rates{820, 4600};
    const auto expected =
        value_of(expected_rate(rates, std::vector{people(250000), people(50000)}, IndexTerm::population));
    CHECK(expected.weighted == Approx(435e6));
    CHECK(expected.population == 300000);
    CHECK(expected.rate == Approx(1450));
    const auto why = [&](std::vector<People> population) {
        return why_not(expected_rate(rates, population, IndexTerm::population));
    };
    CHECK(why({people(0), people(0)}) == "population zero");
    CHECK(why({people(1)}) == "population count_differs");
    CHECK(why({}) == "population no_values");
    CHECK(why({people(10), people(-1)}) == "population negative 1");
}
