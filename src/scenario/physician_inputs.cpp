// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/physician_inputs.h"

#include <map>
#include <utility>

#include "scenario/checked_rows.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {
namespace {

struct AreaNames {
    std::string prefecture;
    std::string name;
};

/// Tables of what the need is made of; those a kind of index has no use for are empty.
struct NeedTables {
    ByArea<std::vector<People>> people;
    ByArea<AreaFlows> flows;
    ByArea<std::vector<double>> numbers;  ///< deliveries, or outpatients of clinics and of hospitals
};

/// Reads one table after the other and goes on after faults, which end in one InputError.
class InputsReader {
public:
    explicit InputsReader(const PhysicianStudy& study) : study_(study) {}

    PhysicianInputs read() {
        names_ = read_names();
        into_.hours = read_working_hours(study_.hours, faults_, into_.log);
        auto counts = read_physician_counts(study_.counts, study_.code_digits, faults_, into_.log);
        compare(counts);
        if (has_classes(study_.kind)) {
            const auto rates = has_flows(study_.kind) ? ClassRates::both : ClassRates::outpatient;
            into_.classes = read_treatment_classes(study_.classes, rates, faults_, into_.log);
        }
        const auto now = read_need(study_.now);
        std::optional<NeedTables> projected;
        if (study_.targets) {
            projected = read_need(study_.targets->projected);
        }
        read_previous();
        faults_.stop_if_any();
        join(counts, now, projected);
        return std::move(into_);
    }

private:
    ByArea<AreaNames> read_names() {
        ByArea<AreaNames> names;
        faults_.attempt([&] {
            const auto& wanted = study_.areas;
            CheckedRows rows(wanted.file, "areas", {wanted.code_column, wanted.prefecture_column, wanted.name_column});
            names = {rows.file(), true, {}};
            for (std::size_t r = 0; r < rows.size(); ++r) {
                const auto code = rows.code(r, 0, study_.code_digits);
                const auto prefecture = rows.text(r, 1);
                const auto name = rows.text(r, 2);
                names.every_code_read = names.every_code_read && code;
                if (code && rows.is_new(r, *code)) {
                    names.areas[*code] = {CheckedRows::row_number(r), {prefecture.value_or(""), name.value_or("")}};
                }
            }
            rows.close(faults_, into_.log);
        });
        return names;
    }

    /// Each table is held against [areas] alone, so that one slip gives one line.
    template <class T>
    void compare(const ByArea<T>& table) {
        if (!names_.file.empty() && !table.file.empty()) {  // else a table could not be read at all
            compare_areas(std::vector{codes_of(names_), codes_of(table)}, faults_);
        }
    }

    NeedTables read_need(const PhysicianStudy::NeedFiles& files) {
        NeedTables need;
        const auto digits = study_.code_digits;
        // Without classes every row of people would seem wrong.
        if (has_classes(study_.kind) && !into_.classes.names.empty()) {
            need.people = read_area_populations(files.populations, digits, into_.classes.names, faults_, into_.log);
        }
        if (has_flows(study_.kind)) {
            need.flows = read_patient_flows(files.flows, digits, faults_, into_.log);
        } else if (has_classes(study_.kind)) {
            need.numbers = read_area_numbers(files.outpatients, "outpatients", digits,
                                             {"clinic_outpatients", "hospital_outpatients"}, faults_, into_.log);
        } else {
            need.numbers =
                read_area_numbers(files.deliveries, "deliveries", digits, {"deliveries"}, faults_, into_.log);
        }
        compare(need.people);
        compare(need.flows);
        compare(need.numbers);
        return need;
    }

    void read_previous() {
        if (study_.previous) {
            faults_.attempt([&] {
                into_.previous = read_physician_index(study_.previous->file, study_.previous->columns, into_.log);
            });
        }
    }

    [[nodiscard]] PlacedNeed need_of(const NeedTables& tables, const std::string& code) const {
        if (has_flows(study_.kind)) {
            const auto& [row, flows] = tables.flows.areas.at(code);
            return {policy::AreaTreatment{tables.people.areas.at(code).value, flows.outpatients, flows.inpatients},
                    {tables.flows.file, row, {}}};
        }
        const auto& [row, numbers] = tables.numbers.areas.at(code);
        const Place place{tables.numbers.file, row, {}};
        if (!has_classes(study_.kind)) {
            return {AreaDeliveries{People::from_double(numbers.at(0))}, place};
        }
        return {policy::AreaOutpatients{tables.people.areas.at(code).value, People::from_double(numbers.at(0)),
                                        People::from_double(numbers.at(1))},
                place};
    }

    /// After stop_if_any(): every table has every area.
    void join(ByArea<policy::PhysicianCounts>& counts, const NeedTables& now,
              const std::optional<NeedTables>& projected) {
        for (const auto& [code, area] : names_.areas) {
            auto& joined = into_.areas.emplace_back();
            joined.code = code;
            joined.prefecture = area.value.prefecture;
            joined.name = area.value.name;
            joined.counts = std::move(counts.areas.at(code).value);
            joined.now = need_of(now, code);
            if (projected) {
                joined.projected = need_of(*projected, code);
            }
        }
    }

    const PhysicianStudy& study_;
    FaultCollector faults_;
    ByArea<AreaNames> names_;
    PhysicianInputs into_;
};

}  // namespace

PhysicianInputs read_physician_inputs(const PhysicianStudy& study) {
    return InputsReader(study).read();
}

}  // namespace michinori::scenario
