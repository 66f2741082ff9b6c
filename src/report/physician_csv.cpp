// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <variant>

#include "io/csv_writer.h"
#include "report/physician_parts.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using policy::Need;
using scenario::NeedInputs;
using scenario::PhysicianArea;

constexpr int decimals = 6;

void put_empty(CsvWriter& csv, std::size_t fields) {
    for (std::size_t i = 0; i < fields; ++i) {
        csv.empty();
    }
}

void put(CsvWriter& csv, const std::optional<double>& value) {
    value ? csv.fixed(*value, decimals) : csv.empty();
}

void put_area(CsvWriter& csv, const PhysicianArea& area) {
    csv.text(area.code).text(area.prefecture).text(area.name);
}

const std::vector<std::string>& need_columns() {
    static const std::vector<std::string> columns{"outpatients",
                                                  "outpatient_inflow",
                                                  "outpatient_outflow",
                                                  "outpatient_flow_factor",
                                                  "inpatients",
                                                  "inpatient_inflow",
                                                  "inpatient_outflow",
                                                  "inpatient_flow_factor",
                                                  "weighted_rates",
                                                  "population",
                                                  "expected_rate",
                                                  "national_expected_rate",
                                                  "rate_ratio",
                                                  "clinic_outpatients",
                                                  "hospital_outpatients",
                                                  "clinic_share",
                                                  "deliveries",
                                                  "per",
                                                  "need"};
    return columns;
}

void put_flow(CsvWriter& csv, const policy::PatientFlow* flow, const std::optional<double>& factor) {
    if (flow == nullptr) {
        put_empty(csv, 4);
        return;
    }
    csv.people(flow->by_residence).people(flow->inflow).people(flow->outflow);
    put(csv, factor);
}

/// weighted_rates ... rate_ratio
void put_rates(CsvWriter& csv, const std::optional<policy::RateRatio>& rates) {
    if (!rates) {
        put_empty(csv, 5);
        return;
    }
    csv.fixed(rates->expected.weighted, decimals).people(People::from_double(rates->expected.population));
    csv.fixed(rates->expected.rate, decimals).fixed(rates->national, decimals).fixed(rates->ratio, decimals);
}

/// The columns of need_columns().
void put_need(CsvWriter& csv, const NeedInputs& inputs, const Need& need) {
    const auto* treatment = std::get_if<policy::AreaTreatment>(&inputs);
    const auto no_factor = std::optional<double>();
    put_flow(csv, treatment ? &treatment->outpatients : nullptr, need.rates ? need.rates->outpatient_flow : no_factor);
    put_flow(csv, treatment ? &treatment->inpatients : nullptr, need.rates ? need.rates->inpatient_flow : no_factor);
    put_rates(csv, need.rates);
    if (const auto* outpatients = std::get_if<policy::AreaOutpatients>(&inputs)) {
        csv.people(outpatients->at_clinics).people(outpatients->at_hospitals);
    } else {
        put_empty(csv, 2);
    }
    put(csv, need.clinic_share);
    if (const auto* area = std::get_if<scenario::AreaDeliveries>(&inputs)) {
        csv.people(area->deliveries);
    } else {
        csv.empty();
    }
    csv.fixed(need.per, 0).fixed(need.value, decimals);
}

std::vector<std::string> with_need(std::vector<std::string> columns) {
    columns.insert(columns.end(), need_columns().begin(), need_columns().end());
    return columns;
}

const std::vector<People>& people_of(const NeedInputs& inputs) {
    if (const auto* treatment = std::get_if<policy::AreaTreatment>(&inputs)) {
        return treatment->population;
    }
    return std::get<policy::AreaOutpatients>(inputs).population;
}

/// A row per class of people, now or at the end of the plan.
void put_classes(CsvWriter& csv, const PhysicianOutputs& outputs, const std::string& code, const char* when,
                 const NeedInputs& inputs, const Need& need) {
    const auto& classes = outputs.result.treatment;
    const auto& people = people_of(inputs);
    for (std::size_t c = 0; c < people.size(); ++c) {
        const auto rate = need.rates->rates[c];
        csv.text(code).text(when).text(classes.names[c]).people(people[c]);
        csv.fixed(classes.rates.outpatient[c], decimals);
        put(csv, classes.rates.inpatient.empty() ? std::optional<double>() : classes.rates.inpatient[c]);
        csv.fixed(rate, decimals).fixed(rate * people[c].value(), decimals).end_row();
    }
}

void put_standing(CsvWriter& csv, const PhysicianOutputs& outputs, const std::optional<policy::AreaStanding>& area) {
    if (area) {
        csv.fixed(area->index, 1).text(class_name(outputs.study.kind, area->physician_class));
    } else {
        put_empty(csv, 2);
    }
}

/// Prefecture and name of the area in a list of one edition; whether it stands there.
template <class Areas>
bool put_names_from(CsvWriter& csv, const Areas& areas, const std::string& code) {
    const auto found = std::ranges::find(areas, code, [](const auto& area) { return area.code; });
    if (found == areas.end()) {
        return false;
    }
    csv.text(found->prefecture).text(found->name);
    return true;
}

}  // namespace

void write_physician_index(const PhysicianOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, with_need({"area_code", "prefecture", "area", "physician_index", "physician_index_unrounded",
                                   "class", "physicians", "standardised_physicians"}));
    for (const auto& area : outputs.result.areas) {
        put_area(csv, area);
        csv.fixed(area.index, 1).text(fmt::format("{:.12g}", area.of.value));  // all digits that mean something
        csv.text(class_name(outputs.study.kind, area.physician_class));
        csv.fixed(area.of.physicians.physicians, decimals).fixed(area.of.physicians.standardised, decimals);
        put_need(csv, area.inputs, area.of.need);
        csv.end_row();
    }
    csv.close();
}

void write_physician_classes(const PhysicianOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"area_code", "class", "sole", "main", "second", "physicians", "hours", "mean_hours",
                         "hours_ratio", "standardised"});
    const auto& hours = outputs.result.hours;
    for (const auto& area : outputs.result.areas) {
        for (std::size_t c = 0; c < policy::physician_classes.size(); ++c) {
            const auto& made = area.of.physicians.classes[c];
            csv.text(area.code).text(policy::physician_classes[c]).people(area.counts.sole[c]);
            csv.people(area.counts.main[c]).people(area.counts.second[c]).fixed(made.physicians, decimals);
            csv.fixed(hours.by_class[c], decimals).fixed(hours.mean, decimals).fixed(made.hours_ratio, decimals);
            csv.fixed(made.standardised, decimals).end_row();
        }
    }
    csv.close();
}

void write_treatment_classes(const PhysicianOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"area_code", "when", "class", "population", "outpatient_rate", "inpatient_rate",
                         "adjusted_rate", "product"});
    for (const auto& area : outputs.result.areas) {
        put_classes(csv, outputs, area.code, "now", area.inputs, area.of.need);
        if (area.projected) {
            put_classes(csv, outputs, area.code, "plan_end", area.projected->inputs, area.projected->need);
        }
    }
    csv.close();
}

void write_physician_targets(const PhysicianOutputs& outputs, const std::filesystem::path& file) {
    auto columns = with_need({"area_code", "prefecture", "area"});
    columns.insert(columns.end(), {"start_threshold", "needed", "present", "present_kept", "target", "extra"});
    CsvWriter csv(file, columns);
    for (const auto& area : outputs.result.areas) {
        put_area(csv, area);
        put_need(csv, area.projected->inputs, area.projected->need);
        const auto& target = *area.target;
        csv.fixed(target.start_threshold, 1).fixed(target.needed, decimals).fixed(target.present, decimals);
        csv.text(target.present_kept ? "yes" : "no").fixed(target.target, decimals).fixed(target.extra, decimals);
        csv.end_row();
    }
    csv.close();
}

void write_physician_progress(const PhysicianOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"area_code", "prefecture", "area", "index_before", "class_before", "index_after",
                         "class_after", "change", "progress"});
    for (const auto& row : outputs.result.compared->areas) {
        csv.text(row.code);
        if (!put_names_from(csv, outputs.result.areas, row.code)) {  // it has gone: as it was called before
            put_names_from(csv, outputs.result.compared->before.areas, row.code);
        }
        put_standing(csv, outputs, row.before);
        put_standing(csv, outputs, row.after);
        row.change ? csv.fixed(*row.change, 1) : csv.empty();
        csv.text(name(row.progress)).end_row();
    }
    csv.close();
}

}  // namespace michinori::report
