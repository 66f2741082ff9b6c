// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/units.h"
#include "policy/physician_rates.h"
#include "policy/physician_result.h"

namespace michinori::policy {

/// The nation, by class of sex and age where a list: what every area is held against.
struct NationTreatment {
    ClinicDemandInputs demand;
    TreatmentRates rates;
    std::vector<People> population;
};
/// Computed once, used for every area.
struct NationReference {
    TreatmentRates rates;
    ClinicDemand demand;
    std::vector<double> adjusted_rates;
    ExpectedRate expected;
};
/// The nation's own flows are taken as 1: what enters one area leaves another. (An inference from the formula, which
/// prints no national flow.)
[[nodiscard]] Computed<NationReference> nation_reference(const NationTreatment& nation);

/// An area's people by class, and its patients' flows. For the end of a plan: projected ones.
struct AreaTreatment {
    std::vector<People> population;
    PatientFlow outpatients;  ///< of bedless clinics
    PatientFlow inpatients;
};

/// Note 2: 標準化受療率比.
struct RateRatio {
    std::optional<double> outpatient_flow;  ///< note 6; nothing where the formula has none
    std::optional<double> inpatient_flow;   ///< note 7
    std::vector<double> rates;              ///< note 4, by class
    ExpectedRate expected;                  ///< note 3
    double national = 0;                    ///< the nation's expected rate
    double ratio = 0;                       ///< expected rate / national
};

/// The denominator of an index: how much there is to be cared for.
struct Need {
    double size = 0;  ///< people, children or deliveries
    double per = 0;   ///< 100,000 people or 1,000 deliveries
    std::optional<RateRatio> rates;
    std::optional<double> clinic_share;  ///< of outpatients, that clinics see
    double value = 0;                    ///< size / per, times the ratio and the share where they are
};

/// (population / 100,000) x standardised treatment-rate ratio: of the physician and the paediatric index.
[[nodiscard]] Computed<Need> treatment_need(const NationReference& nation, const AreaTreatment& area);

/// Outpatients of all facilities, by class of sex and age.
struct OutpatientReference {
    std::vector<double> rates;
    ExpectedRate expected;
};
[[nodiscard]] Computed<OutpatientReference> outpatient_reference(std::span<const double> rates,
                                                                 std::span<const People> population);
struct AreaOutpatients {
    std::vector<People> population;  ///< by class
    People at_clinics;               ///< outpatients of a day
    People at_hospitals;
};
/// (population / 100,000) x standardised outpatient rate ratio x clinics' share of outpatients. The share is clinic /
/// (clinic + hospital) outpatients: not confirmed from a published page.
[[nodiscard]] Computed<Need> outpatient_need(const OutpatientReference& nation, const AreaOutpatients& area);

/// Deliveries of a year / 1,000.
[[nodiscard]] Computed<Need> delivery_need(People deliveries);

}  // namespace michinori::policy
