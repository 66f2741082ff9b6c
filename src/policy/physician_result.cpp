// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_result.h"

namespace michinori::policy {

std::string_view name(IndexTerm term) {
    switch (term) {
        case IndexTerm::physicians: return "physicians";
        case IndexTerm::workplace_share: return "workplace_share";
        case IndexTerm::hours: return "hours";
        case IndexTerm::mean_hours: return "mean_hours";
        case IndexTerm::outpatient_rate: return "outpatient_rate";
        case IndexTerm::inpatient_rate: return "inpatient_rate";
        case IndexTerm::national_population: return "national_population";
        case IndexTerm::population: return "population";
        case IndexTerm::outpatients_by_residence: return "outpatients_by_residence";
        case IndexTerm::outpatient_flow: return "outpatient_flow";
        case IndexTerm::inpatients_by_residence: return "inpatients_by_residence";
        case IndexTerm::inpatient_flow: return "inpatient_flow";
        case IndexTerm::outpatient_demand: return "outpatient_demand";
        case IndexTerm::inpatient_demand: return "inpatient_demand";
        case IndexTerm::national_outpatients: return "national_outpatients";
        case IndexTerm::national_inpatients: return "national_inpatients";
        case IndexTerm::bedless_claims: return "bedless_claims";
        case IndexTerm::all_claims: return "all_claims";
        case IndexTerm::clinic_demand: return "clinic_demand";
        case IndexTerm::national_expected_rate: return "national_expected_rate";
        case IndexTerm::need: return "need";
        case IndexTerm::clinic_outpatients: return "clinic_outpatients";
        case IndexTerm::deliveries: return "deliveries";
        case IndexTerm::index: return "index";
        case IndexTerm::thresholds: return "thresholds";
        case IndexTerm::share: return "share";
    }
    return "index";
}

std::string_view name(Impossible::Reason reason) {
    using Reason = Impossible::Reason;
    switch (reason) {
        case Reason::no_values: return "no_values";
        case Reason::count_differs: return "count_differs";
        case Reason::not_finite: return "not_finite";
        case Reason::negative: return "negative";
        case Reason::zero: return "zero";
        case Reason::above_whole: return "above_whole";
        case Reason::thresholds_meet: return "thresholds_meet";
    }
    return "zero";
}

}  // namespace michinori::policy
