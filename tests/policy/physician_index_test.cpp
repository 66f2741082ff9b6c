// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_index.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "physician_toy.h"
#include "policy/physician_designation.h"

using namespace michinori;
using namespace michinori::test;
using namespace michinori::policy;

namespace {

Computed<PhysicianIndex> index_of(const ToyArea& area, const NationTreatment& nation = toy_nation()) {
    const auto hours = toy_hours();
    return physician_index({area.counts, hours, {}}, value_of(nation_reference(nation)), area.treatment);
}

NationReference reference() {
    return value_of(nation_reference(toy_nation()));
}

void multiply(std::vector<People>& list, std::int64_t by) {
    for (auto& number : list) {
        number = People::from_micro(number.micro() * by);
    }
}

std::vector<People> random_counts(std::size_t classes) {
    std::vector<People> counts;
    for (std::size_t c = 0; c < classes; ++c) {
        counts.push_back(People::from_micro(*rc::gen::inRange<std::int64_t>(1, 1000000000)));
    }
    return counts;
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

}  // namespace

TEST_CASE("the nation's own rates: flows of 1") {
    const auto nation = reference();
    CHECK(nation.demand.value == Approx(0.5));
    CHECK(nation.adjusted_rates[0] == Approx(700));
    CHECK(nation.adjusted_rates[1] == Approx(4000));
    CHECK(nation.expected.rate == Approx(1525));
}

TEST_CASE("the six areas are the nation") {
    std::vector<People> all(2);
    for (const auto& area : toy_areas()) {
        all[0] += area.treatment.population[0];
        all[1] += area.treatment.population[1];
    }
    CHECK(all == toy_nation().population);
}

TEST_CASE("six areas by hand, every step (physician_toy.h)") {
    for (const auto& area : toy_areas()) {
        INFO(area.code);
        const auto index = value_of(index_of(area));
        CHECK(index.physicians.standardised == Approx(area.standardised));
        REQUIRE(index.need.rates);
        CHECK(index.need.rates->expected.rate == Approx(area.expected_rate));
        CHECK(index.need.rates->national == Approx(1525));
        CHECK(index.need.rates->ratio == Approx(area.expected_rate / 1525));
        CHECK(index.need.per == 100000);
        CHECK(index.need.value == Approx(index.need.size / 100000 * area.expected_rate / 1525));
        CHECK(index.value == Approx(area.index));
        CHECK_FALSE(index.need.clinic_share);
    }
}

TEST_CASE("note 2 and its parts stand in the result") {
    const auto index = value_of(index_of(toy_areas()[1]));
    const auto& rates = *index.need.rates;
    CHECK(*rates.outpatient_flow == Approx(1.2));
    CHECK(*rates.inpatient_flow == Approx(1.1));
    CHECK(rates.rates[0] == Approx(820));
    CHECK(rates.rates[1] == Approx(4600));
    CHECK(rates.expected.population == 300000);
    CHECK(rates.ratio == Approx(58.0 / 61));
    CHECK(index.need.value == Approx(174.0 / 61));
    CHECK(index.physicians.classes[female_30s].physicians == Approx(400));
    CHECK(index.physicians.classes[female_30s].hours_ratio == Approx(0.9));
}

TEST_CASE("the six areas designated: 91.5, 122 | 152.5, 152.5 | 244, 610") {
    std::vector<double> indices;
    for (const auto& area : toy_areas()) {
        indices.push_back(as_published(value_of(index_of(area)).value));
    }
    const auto thresholds = value_of(thresholds_by_thirds(indices));
    CHECK(thresholds == Thresholds{122, 244});
    using enum PhysicianClass;
    CHECK(classes_of(indices, thresholds) == std::vector{middle, many, few, few, many, middle});
    // By the end of a plan 0202 has 150,000 young and 10,000 old: (700 x 150,000 + 4000 x 10,000) / 160,000 = 906.25;
    // need 1.6 x 906.25 / 1525 = 58 / 61; target 122 x 58 / 61 = 116 against the present 84.
    auto projected = toy_areas()[3].treatment;
    projected.population = {people(150000), people(10000)};
    const auto target = value_of(
        target_physicians(thresholds.low, value_of(treatment_need(reference(), projected)), 84, PresentExcess::ignore));
    CHECK(target.projected_need == Approx(58.0 / 61));
    CHECK(target.target == Approx(116));
    CHECK(target.extra == Approx(32));
}

TEST_CASE("an area without physicians has index 0") {
    auto area = toy_areas()[0];
    area.counts = no_physicians();
    CHECK(value_of(index_of(area)).value == 0);
}

TEST_CASE("what an index cannot be computed of") {
    const auto with = [](auto change) {
        auto area = toy_areas()[0];
        auto nation = toy_nation();
        change(area, nation);
        const auto computed = nation_reference(nation);
        const auto hours = toy_hours();
        return impossible(computed) ? why_not(computed)
                                    : why_not(physician_index({area.counts, hours, {}},
                                                              std::get<NationReference>(computed), area.treatment));
    };
    CHECK(with([](auto& a, auto&) { a.treatment.population = {people(0), people(0)}; }) == "population zero");
    CHECK(with([](auto& a, auto&) { a.treatment.population.pop_back(); }) == "population count_differs");
    CHECK(with([](auto& a, auto&) { a.treatment.outpatients = {}; }) == "outpatients_by_residence zero");
    CHECK(with([](auto& a, auto&) { a.treatment.inpatients.by_residence = {}; }) == "inpatients_by_residence zero");
    CHECK(with([](auto& a, auto&) { a.counts.sole.clear(); }) == "physicians no_values");
    CHECK(with([](auto&, auto& n) { n.population = {people(0), people(0)}; }) == "national_population zero");
    CHECK(with([](auto&, auto& n) { n.rates = {{0, 0}, {0, 0}}; }) == "national_expected_rate zero");
    CHECK(with([](auto&, auto& n) { n.rates = {{1e308, 1e308}, {0, 0}}; }) == "national_expected_rate not_finite");
    CHECK(with([](auto&, auto& n) { n.demand.inpatients = {}; }) == "national_inpatients zero");
    // All patients leave: nothing to be cared for in the area.
    CHECK(with([](auto& a, auto&) {
              a.treatment.outpatients.outflow = a.treatment.outpatients.by_residence;
              a.treatment.inpatients.outflow = a.treatment.inpatients.by_residence;
          }) == "need zero");
}

TEST_CASE("outpatient index: clinic physicians by outpatient need that clinics meet") {
    // Nation: (5000 x 900,000 + 11,000 x 300,000) / 1,200,000 = 6500. Area: (5000 x 100,000 + 11,000 x 100,000) /
    // 200,000 = 8000, ratio 16 / 13. Clinics see 3 of 4: need 2 x 16 / 13 x 0.75 = 24 / 13.
    const auto nation =
        value_of(outpatient_reference(std::vector<double>{5000, 11000}, std::vector{people(900000), people(300000)}));
    CHECK(nation.expected.rate == Approx(6500));
    const AreaOutpatients area{{people(100000), people(100000)}, people(300), people(100)};
    auto counts = no_physicians();
    counts.sole[male_60s] = people(240);  // 240 x 45 / 40 = 270, at a mean of clinic physicians of 40 hours
    const WorkingHours hours{toy_hours().by_class, 40};
    const auto index = value_of(outpatient_index({counts, hours, {}}, nation, area));
    CHECK(index.physicians.standardised == Approx(270));
    CHECK(*index.need.clinic_share == Approx(0.75));
    CHECK(index.need.rates->ratio == Approx(16.0 / 13));
    CHECK_FALSE(index.need.rates->outpatient_flow);
    CHECK(index.need.value == Approx(24.0 / 13));
    CHECK(index.value == Approx(270.0 * 13 / 24));

    const auto why = [&](const AreaOutpatients& other) {
        return why_not(outpatient_index({counts, hours, {}}, nation, other));
    };
    CHECK(why({area.population, people(0), people(10)}) == "clinic_outpatients zero");
    CHECK(why({area.population, people(5), people(-1)}) == "clinic_outpatients negative");
    CHECK(why({{people(0), people(0)}, people(5), people(1)}) == "population zero");
    CHECK(why_not(outpatient_reference({}, {})) == "outpatient_rate no_values");
}

TEST_CASE("delivery index: per 1,000 deliveries") {
    auto counts = no_physicians();
    counts.sole[male_30s] = people(10);    // 12
    counts.main[female_30s] = people(10);  // 0.8 x 10 x 0.9 = 7.2
    const auto hours = toy_hours();
    const auto index = value_of(delivery_index({counts, hours, {}}, people(1600)));
    CHECK(index.need.value == Approx(1.6));
    CHECK(index.need.per == 1000);
    CHECK_FALSE(index.need.rates);
    CHECK(index.value == Approx(12));  // 19.2 / 1.6
    CHECK(why_not(delivery_index({counts, hours, {}}, people(0))) == "deliveries zero");
    CHECK(why_not(delivery_index({counts, hours, {}}, people(-3))) == "deliveries negative");
}

TEST_CASE("paediatric index: the same steps for children alone") {
    // Two classes of children, D = 0.5: rates 0.5 x 2000 + 100 = 1100 and 0.5 x 1000 + 50 = 550; nation half and half:
    // 825. Area (K = 1): (1100 x 10,000 + 550 x 20,000) / 30,000 = 2200 / 3; need 0.3 x 2200 / 2475 = 4 / 15.
    NationTreatment children = toy_nation();
    children.rates = {{2000, 1000}, {100, 50}};
    children.population = {people(500000), people(500000)};
    auto counts = no_physicians();
    counts.sole[male_50s] = people(20);
    const auto hours = toy_hours();
    const auto index = value_of(paediatric_index({counts, hours, {}}, value_of(nation_reference(children)),
                                                 {{people(10000), people(20000)}, stays(10), stays(10)}));
    CHECK(index.need.value == Approx(4.0 / 15));
    CHECK(index.value == Approx(75));
}

TEST_CASE("properties of the physician index") {
    const auto hours = toy_hours();
    CHECK(rc::check("an area with the nation's mix and balanced flows has ratio 1", [&] {
        auto nation = toy_nation();
        nation.rates.outpatient = {double(*rc::gen::inRange(1, 10000)), double(*rc::gen::inRange(1, 10000))};
        nation.population = random_counts(2);
        const auto moving = people(*rc::gen::inRange(0, 100));
        const PatientFlow balanced{people(100), moving, moving};
        const auto need = treatment_need(std::get<NationReference>(nation_reference(nation)),
                                         {nation.population, balanced, balanced});
        RC_ASSERT(near(std::get<Need>(need).rates->ratio, 1));
    }));
    CHECK(rc::check("physicians and people k times as many: the same index", [&] {
        auto area = toy_areas()[1];
        area.counts = {random_counts(12), random_counts(12), random_counts(12)};
        area.treatment.population = random_counts(2);
        const auto before = std::get<PhysicianIndex>(index_of(area)).value;
        const auto k = *rc::gen::inRange(2, 1000);
        for (auto* list : {&area.counts.sole, &area.counts.main, &area.counts.second, &area.treatment.population}) {
            multiply(*list, k);
        }
        RC_ASSERT(near(std::get<PhysicianIndex>(index_of(area)).value, before));
    }));
    CHECK(rc::check("the unit of rates and the size of the nation do not reach the index", [&] {
        const auto area = toy_areas()[*rc::gen::inRange<std::size_t>(0, 6)];
        auto nation = toy_nation();
        const double unit = *rc::gen::inRange(1, 1000);
        for (auto* rates : {&nation.rates.outpatient, &nation.rates.inpatient}) {
            for (auto& rate : *rates) {
                rate *= unit;
            }
        }
        multiply(nation.population, *rc::gen::inRange(1, 1000));
        RC_ASSERT(near(std::get<PhysicianIndex>(index_of(area, nation)).value, area.index));
    }));
    CHECK(rc::check("more physicians never lower it, more inflow never raises it", [&] {
        auto area = toy_areas()[*rc::gen::inRange<std::size_t>(0, 6)];
        area.counts.main[*rc::gen::inRange<std::size_t>(0, 12)] += people(*rc::gen::inRange(1, 100));
        const auto more = std::get<PhysicianIndex>(index_of(area)).value;
        RC_ASSERT(more > area.index);
        area.treatment.inpatients.inflow += people(*rc::gen::inRange(1, 100));
        RC_ASSERT(std::get<PhysicianIndex>(index_of(area)).value < more);
    }));
}
