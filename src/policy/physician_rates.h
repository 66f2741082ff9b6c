// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <vector>

#include "base/units.h"
#include "policy/physician_result.h"

namespace michinori::policy {

/// Claims of a year by clinics: first visits, repeat visits and home visits (初診, 再診, 在宅).
struct VisitClaims {
    double first = 0;
    double repeat = 0;
    double home = 0;
    [[nodiscard]] double all() const { return first + repeat + home; }
};

/// What the demand factor of bedless clinics is made of, all of the nation.
struct ClinicDemandInputs {
    double outpatient_demand = 0;  ///< physicians, of the macro demand model; >= 0
    double inpatient_demand = 0;   ///< physicians; holds the outpatient demand of hospitals and of clinics with beds
    People outpatients;            ///< patients of a day, of all facilities
    People inpatients;
    VisitClaims bedless;  ///< of clinics without beds
    VisitClaims clinics;  ///< of all clinics
};

/// Notes 5 and 8: 無床診療所医療医師需要度.
struct ClinicDemand {
    double claims_share = 0;         ///< bedless claims / claims of all clinics
    double bedless_outpatients = 0;  ///< note 8: outpatients x claims_share
    double per_outpatient = 0;       ///< physicians demanded by an outpatient of a bedless clinic
    double per_inpatient = 0;
    double value = 0;  ///< note 5: per_outpatient / per_inpatient
};
[[nodiscard]] Computed<ClinicDemand> clinic_demand(const ClinicDemandInputs& inputs);

/// Patients of one kind who live in an area, who come into it for care and who leave it, of a day.
struct PatientFlow {
    People by_residence;
    People inflow;
    People outflow;
};
/// Notes 6 and 7: (by residence + inflow - outflow) / by residence. Zero when all leave.
[[nodiscard]] Computed<double> outpatient_flow_factor(const PatientFlow& flow);
[[nodiscard]] Computed<double> inpatient_flow_factor(const PatientFlow& flow);

/// National treatment rates by class of sex and age (受療率, 患者調査), per 100,000. Only their ratios reach an index.
struct TreatmentRates {
    std::vector<double> outpatient;  ///< at bedless clinics
    std::vector<double> inpatient;
};

/// What the national rates are adjusted by.
struct RateFactors {
    double clinic_demand = 0;    ///< note 5
    double outpatient_flow = 1;  ///< note 6
    double inpatient_flow = 1;   ///< note 7
};
/// Note 4, by class: clinic_demand x outpatient rate x outpatient_flow + inpatient rate x inpatient_flow.
[[nodiscard]] Computed<std::vector<double>> adjusted_rates(const TreatmentRates& rates, const RateFactors& factors);

/// Note 3, of an area or of the nation (`of` says which, for the fault).
struct ExpectedRate {
    double weighted = 0;    ///< sum over classes of rate x people
    double population = 0;  ///< people of all classes
    double rate = 0;        ///< weighted / population
};
/// `rates` and `population` by class, of one length; people above zero in all. Pure; O(classes).
[[nodiscard]] Computed<ExpectedRate> expected_rate(std::span<const double> rates, std::span<const People> population,
                                                   IndexTerm of);

}  // namespace michinori::policy
