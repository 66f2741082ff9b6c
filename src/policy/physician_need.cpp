// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_need.h"

#include "policy/physician_checks.h"

namespace michinori::policy {
namespace {

constexpr double people_unit = 100000;
constexpr double delivery_unit = 1000;

/// Note 3 for the nation, which others are divided by.
Computed<ExpectedRate> national_rate(std::span<const double> rates, std::span<const People> population) {
    auto expected = expected_rate(rates, population, IndexTerm::national_population);
    if (const auto* rate = std::get_if<ExpectedRate>(&expected)) {
        if (const auto fault = check_positive(rate->rate, IndexTerm::national_expected_rate)) {
            return *fault;
        }
    }
    return expected;
}

/// Notes 2 and 3 for an area, from rates adjusted for it.
Computed<RateRatio> rate_ratio(std::vector<double> rates, std::span<const People> population, double national) {
    const auto expected = expected_rate(rates, population, IndexTerm::population);
    if (const auto* why = impossible(expected)) {
        return *why;
    }
    RateRatio result;
    result.rates = std::move(rates);
    result.expected = std::get<ExpectedRate>(expected);
    result.national = national;
    result.ratio = result.expected.rate / national;
    return result;
}

Need people_need(RateRatio rates) {
    Need need;
    need.size = rates.expected.population;
    need.per = people_unit;
    need.value = need.size / need.per * rates.ratio;
    need.rates = std::move(rates);
    return need;
}

Computed<Need> checked(Need need) {
    if (const auto fault = check_positive(need.value, IndexTerm::need)) {
        return *fault;
    }
    return need;
}

Computed<double> share_of_clinics(const AreaOutpatients& area) {
    const auto clinics = area.at_clinics.value();
    const auto all = (area.at_clinics + area.at_hospitals).value();
    if (const auto fault = first_of({check_positive(clinics, IndexTerm::clinic_outpatients),
                                     check_not_negative(area.at_hospitals.value(), IndexTerm::clinic_outpatients)})) {
        return *fault;
    }
    return clinics / all;
}

}  // namespace

Computed<NationReference> nation_reference(const NationTreatment& nation) {
    const auto demand = clinic_demand(nation.demand);
    if (const auto* why = impossible(demand)) {
        return *why;
    }
    NationReference result;
    result.rates = nation.rates;
    result.demand = std::get<ClinicDemand>(demand);
    auto rates = adjusted_rates(nation.rates, {result.demand.value, 1, 1});
    if (const auto* why = impossible(rates)) {
        return *why;
    }
    result.adjusted_rates = std::move(std::get<std::vector<double>>(rates));
    const auto expected = national_rate(result.adjusted_rates, nation.population);
    if (const auto* why = impossible(expected)) {
        return *why;
    }
    result.expected = std::get<ExpectedRate>(expected);
    return result;
}

Computed<Need> treatment_need(const NationReference& nation, const AreaTreatment& area) {
    const auto outpatient_flow = outpatient_flow_factor(area.outpatients);
    const auto inpatient_flow = inpatient_flow_factor(area.inpatients);
    for (const auto* flow : {&outpatient_flow, &inpatient_flow}) {
        if (const auto* why = impossible(*flow)) {
            return *why;
        }
    }
    const RateFactors factors{nation.demand.value, std::get<double>(outpatient_flow), std::get<double>(inpatient_flow)};
    auto rates = adjusted_rates(nation.rates, factors);
    if (const auto* why = impossible(rates)) {
        return *why;
    }
    auto ratio = rate_ratio(std::move(std::get<std::vector<double>>(rates)), area.population, nation.expected.rate);
    if (const auto* why = impossible(ratio)) {
        return *why;
    }
    auto& adjusted = std::get<RateRatio>(ratio);
    adjusted.outpatient_flow = factors.outpatient_flow;
    adjusted.inpatient_flow = factors.inpatient_flow;
    return checked(people_need(std::move(adjusted)));
}

Computed<OutpatientReference> outpatient_reference(std::span<const double> rates, std::span<const People> population) {
    if (const auto fault = check_each_not_negative(rates, rates.size(), IndexTerm::outpatient_rate)) {
        return *fault;
    }
    const auto expected = national_rate(rates, population);
    if (const auto* why = impossible(expected)) {
        return *why;
    }
    return OutpatientReference{{rates.begin(), rates.end()}, std::get<ExpectedRate>(expected)};
}

Computed<Need> outpatient_need(const OutpatientReference& nation, const AreaOutpatients& area) {
    auto ratio = rate_ratio(nation.rates, area.population, nation.expected.rate);
    if (const auto* why = impossible(ratio)) {
        return *why;
    }
    const auto share = share_of_clinics(area);
    if (const auto* why = impossible(share)) {
        return *why;
    }
    auto need = people_need(std::move(std::get<RateRatio>(ratio)));
    need.clinic_share = std::get<double>(share);
    need.value *= *need.clinic_share;
    return checked(std::move(need));
}

Computed<Need> delivery_need(People deliveries) {
    if (const auto fault = check_positive(deliveries.value(), IndexTerm::deliveries)) {
        return *fault;
    }
    return Need{deliveries.value(), delivery_unit, {}, {}, deliveries.value() / delivery_unit};
}

}  // namespace michinori::policy
