// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "report/physician_parts.h"

namespace michinori::report {
namespace {

using policy::FewProgress;
using scenario::LimitsInUse;
using scenario::PhysicianStudy;
using scenario::PhysicianStudyResult;

Json claims_json(const policy::VisitClaims& claims) {
    return {{"first", claims.first}, {"repeat", claims.repeat}, {"home", claims.home}, {"all", claims.all()}};
}

Json expected_json(const policy::ExpectedRate& expected) {
    return {
        {"weighted_rates", expected.weighted}, {"population", expected.population}, {"expected_rate", expected.rate}};
}

/// Notes 5 and 8.
Json demand_json(const policy::ClinicDemandInputs& inputs, const policy::ClinicDemand& demand) {
    return {{"outpatient_demand", inputs.outpatient_demand},
            {"inpatient_demand", inputs.inpatient_demand},
            {"outpatients", people_json(inputs.outpatients)},
            {"inpatients", people_json(inputs.inpatients)},
            {"bedless_claims", claims_json(inputs.bedless)},
            {"all_claims", claims_json(inputs.clinics)},
            {"note_8", {{"claims_share", demand.claims_share}, {"bedless_outpatients", demand.bedless_outpatients}}},
            {"note_5",
             {{"per_outpatient", demand.per_outpatient},
              {"per_inpatient", demand.per_inpatient},
              {"clinic_demand", demand.value}}}};
}

/// A class of people in the nation: read rates, adjusted rate, people, and how many of them live in the study's areas.
Json nation_classes_json(const PhysicianStudyResult& result, const std::vector<double>& adjusted) {
    const auto& classes = result.treatment;
    Json json = Json::array();
    for (std::size_t c = 0; c < classes.names.size(); ++c) {
        Json row{{"class", classes.names[c]}, {"outpatient_rate", classes.rates.outpatient[c]}};
        if (!classes.rates.inpatient.empty()) {
            row["inpatient_rate"] = classes.rates.inpatient[c];
        }
        row["adjusted_rate"] = adjusted[c];
        row["population"] = people_json(classes.national_population[c]);
        row["product"] = adjusted[c] * classes.national_population[c].value();
        json.push_back(std::move(row));
    }
    return json;
}

double population_of_areas(const PhysicianStudyResult& result) {
    double sum = 0;
    for (const auto& area : result.areas) {
        sum += area.of.need.size;
    }
    return sum;
}

Json nation_json(const PhysicianStudy& study, const PhysicianStudyResult& result) {
    Json json = Json::object();
    if (result.nation) {
        json["clinic_demand"] = demand_json(study.nation, result.nation->demand);
        json["classes"] = nation_classes_json(result, result.nation->adjusted_rates);
        json["note_3"] = expected_json(result.nation->expected);
    } else if (result.outpatient) {
        json["classes"] = nation_classes_json(result, result.outpatient->rates);
        json["note_3"] = expected_json(result.outpatient->expected);
    }
    if (scenario::has_classes(study.kind)) {
        json["population_of_these_areas"] = population_of_areas(result);
    }
    return json;
}

Json limits_json(const PhysicianStudy::Limits& wanted, const LimitsInUse& limits) {
    Json json{{"origin", name(limits.origin)}};
    if (limits.origin == LimitsInUse::Origin::lowest_share) {
        json["lowest_share"] = fmt::format("{}/{}", wanted.lowest_share.numerator, wanted.lowest_share.denominator);
    }
    json["few_at_most"] = limits.limits.few;
    json["many_at_least"] = optional_json(limits.limits.many);
    return json;
}

Json counts_json(const PhysicianOutputs& outputs) {
    const auto& counts = outputs.result.classes;
    if (scenario::is_relative(outputs.study.kind)) {
        return {{"relatively_few", counts.few}, {"other", counts.middle}};
    }
    return {{"few", counts.few}, {"middle", counts.middle}, {"many", counts.many}};
}

Json targets_json(const PhysicianOutputs& outputs) {
    double needed = 0;
    double present = 0;
    double extra = 0;
    for (const auto& area : outputs.result.areas) {
        needed += area.target->needed;
        present += area.target->present;
        extra += std::max(0.0, area.target->extra);
    }
    const bool keep = outputs.study.targets->excess == policy::PresentExcess::keep_present;
    return {{"excess", keep ? "keep_present" : "ignore"},
            {"start_threshold", outputs.result.limits.limits.few},
            {"needed", needed},
            {"present", present},
            {"extra_of_areas_that_lack", extra}};
}

Json progress_json(const PhysicianOutputs& outputs) {
    const auto& compared = *outputs.result.compared;
    Json json{{"previous_file", compared.before.file},
              {"previous_thresholds", limits_json(outputs.study.previous->limits, compared.limits)}};
    for (const auto progress : {FewProgress::entered, FewProgress::left, FewProgress::stayed, FewProgress::not_few,
                                FewProgress::new_area, FewProgress::gone}) {
        json[std::string(name(progress))] =
            std::ranges::count(compared.areas, progress, &policy::AreaProgress::progress);
    }
    return json;
}

Json parameters_json(const PhysicianStudy& study, const PhysicianStudyResult& result) {
    return {{"code_digits", study.code_digits},
            {"workplaces", {{"main", study.shares.main}, {"second", study.shares.second}}},
            {"mean_hours", result.hours.mean}};
}

}  // namespace

Json physicians_json(const PhysicianOutputs& outputs) {
    const auto& study = outputs.study;
    const auto& result = outputs.result;
    Json json{{"program", "michinori"},
              {"version", outputs.version},
              {"study", study.id},
              {"kind", name(study.kind)},
              {"title", {{"en", study.title_en}, {"ja", study.title_ja}}},
              {"attribution", study.attribution},
              {"parameters", parameters_json(study, result)},
              {"nation", nation_json(study, result)},
              {"thresholds", limits_json(study.limits, result.limits)},
              {"areas", result.areas.size()},
              {"classes", counts_json(outputs)}};
    if (study.targets) {
        json["targets"] = targets_json(outputs);
    }
    if (result.compared) {
        json["progress"] = progress_json(outputs);
    }
    json["inputs"] = inputs_json(result.log);
    json["notices"] = physician_notices(outputs);
    json["findings"] = findings_json(result.log.findings.all(), outputs.language);
    return json;
}

}  // namespace michinori::report
