// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_rates.h"

#include "policy/physician_checks.h"

namespace michinori::policy {
namespace {

Fault check(const VisitClaims& claims, IndexTerm of) {
    return first_of({check_not_negative(claims.first, of), check_not_negative(claims.repeat, of),
                     check_not_negative(claims.home, of), check_positive(claims.all(), of)});
}

Fault check(const ClinicDemandInputs& inputs) {
    const auto fault =
        first_of({check_not_negative(inputs.outpatient_demand, IndexTerm::outpatient_demand),
                  check_positive(inputs.inpatient_demand, IndexTerm::inpatient_demand),
                  check_positive(inputs.outpatients.value(), IndexTerm::national_outpatients),
                  check_positive(inputs.inpatients.value(), IndexTerm::national_inpatients),
                  check(inputs.bedless, IndexTerm::bedless_claims), check(inputs.clinics, IndexTerm::all_claims)});
    if (!fault && inputs.bedless.all() > inputs.clinics.all()) {
        return Impossible{Impossible::Reason::above_whole, IndexTerm::bedless_claims, {}};
    }
    return fault;
}

Computed<double> flow_factor(const PatientFlow& flow, IndexTerm residents, IndexTerm moving) {
    const auto treated = flow.by_residence + flow.inflow - flow.outflow;
    if (const auto fault = first_of(
            {check_positive(flow.by_residence.value(), residents), check_not_negative(flow.inflow.value(), moving),
             check_not_negative(flow.outflow.value(), moving), check_not_negative(treated.value(), moving)})) {
        return *fault;
    }
    return treated.value() / flow.by_residence.value();
}

}  // namespace

Computed<ClinicDemand> clinic_demand(const ClinicDemandInputs& inputs) {
    if (const auto fault = check(inputs)) {
        return *fault;
    }
    ClinicDemand result;
    result.claims_share = inputs.bedless.all() / inputs.clinics.all();
    result.bedless_outpatients = inputs.outpatients.value() * result.claims_share;
    result.per_outpatient = inputs.outpatient_demand / result.bedless_outpatients;
    result.per_inpatient = inputs.inpatient_demand / inputs.inpatients.value();
    result.value = result.per_outpatient / result.per_inpatient;
    if (const auto fault = check_not_negative(result.value, IndexTerm::clinic_demand)) {
        return *fault;
    }
    return result;
}

Computed<double> outpatient_flow_factor(const PatientFlow& flow) {
    return flow_factor(flow, IndexTerm::outpatients_by_residence, IndexTerm::outpatient_flow);
}

Computed<double> inpatient_flow_factor(const PatientFlow& flow) {
    return flow_factor(flow, IndexTerm::inpatients_by_residence, IndexTerm::inpatient_flow);
}

Computed<std::vector<double>> adjusted_rates(const TreatmentRates& rates, const RateFactors& factors) {
    if (const auto fault =
            first_of({check_not_negative(factors.clinic_demand, IndexTerm::clinic_demand),
                      check_not_negative(factors.outpatient_flow, IndexTerm::outpatient_flow),
                      check_not_negative(factors.inpatient_flow, IndexTerm::inpatient_flow),
                      check_each_not_negative(rates.outpatient, rates.outpatient.size(), IndexTerm::outpatient_rate),
                      check_each_not_negative(rates.inpatient, rates.outpatient.size(), IndexTerm::inpatient_rate)})) {
        return *fault;
    }
    std::vector<double> adjusted;
    for (std::size_t c = 0; c < rates.outpatient.size(); ++c) {
        adjusted.push_back(factors.clinic_demand * rates.outpatient[c] * factors.outpatient_flow +
                           rates.inpatient[c] * factors.inpatient_flow);
    }
    return adjusted;
}

Computed<ExpectedRate> expected_rate(std::span<const double> rates, std::span<const People> population, IndexTerm of) {
    if (const auto fault = check_each_not_negative(population, rates.size(), of)) {
        return *fault;
    }
    ExpectedRate result;
    People people;
    for (std::size_t c = 0; c < rates.size(); ++c) {
        people += population[c];
        result.weighted += rates[c] * population[c].value();
    }
    if (people.is_zero()) {
        return Impossible{Impossible::Reason::zero, of, {}};
    }
    result.population = people.value();
    result.rate = result.weighted / result.population;
    return result;
}

}  // namespace michinori::policy
