// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/physician_tables.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "base/text.h"
#include "scenario/checked_rows.h"
#include "scenario/physician_cells.h"

namespace michinori::scenario {
namespace {

constexpr double hours_of_a_week = 168;
constexpr const char* mean_class = "all";

std::vector<std::string> names_of_physician_classes() {
    return {policy::physician_classes.begin(), policy::physician_classes.end()};
}

/// Row by class of the hours: the physicians' and the mean.
class HoursReader {
public:
    explicit HoursReader(CheckedRows& rows) : rows_(rows), names_(names_of_physician_classes()) {
        names_.emplace_back(mean_class);
        hours_.resize(names_.size());
    }

    policy::WorkingHours read() {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto in = read_class(rows_, r, 0, names_);
            const auto hours = read_hours(r);
            if (in && rows_.is_new(r, names_[*in])) {
                hours_[*in] = hours.value_or(0);
                stands_.insert(names_[*in]);
            }
        }
        for (const auto& name : names_) {
            if (!stands_.contains(name)) {
                rows_.bad_table("class", name, "the table has no row for it / この階級の行がありません");
            }
        }
        const double mean = hours_.back();
        hours_.pop_back();
        return {std::move(hours_), mean};
    }

private:
    std::optional<double> read_hours(std::size_t row) {
        const auto hours = rows_.positive(row, 1);
        if (hours && *hours > hours_of_a_week) {
            rows_.bad(row, 1, "a week has 168 hours / 1週間は168時間です");
        }
        return hours;
    }

    CheckedRows& rows_;
    std::vector<std::string> names_;
    std::vector<double> hours_;
    std::set<std::string> stands_;
};

/// The same areas with other values, made of each area's code and entry.
template <class T, class U, class Make>
ByArea<T> with_values(const ByArea<U>& table, Make make) {
    ByArea<T> result{table.file, table.every_code_read, {}};
    for (const auto& [code, area] : table.areas) {
        result.areas[code] = {area.row, make(code, area)};
    }
    return result;
}

policy::PhysicianCounts counts_of(const std::vector<ClassCell>& cells) {
    policy::PhysicianCounts counts;
    for (const auto& cell : cells) {
        if (cell.numbers.empty()) {
            continue;  // a fault that was told
        }
        counts.sole.push_back(People::from_double(cell.numbers[0]));
        counts.main.push_back(People::from_double(cell.numbers[1]));
        counts.second.push_back(People::from_double(cell.numbers[2]));
    }
    return counts;
}

/// People by class; faults of cells were told, and the sum of what is left says nothing.
std::vector<People> people_of(CheckedRows& rows, const std::string& code,
                              const ByArea<std::vector<ClassCell>>::Entry& area) {
    std::vector<People> population;
    People all;
    for (const auto& cell : area.value) {
        if (cell.numbers.empty()) {
            return {};
        }
        population.push_back(People::from_double(cell.numbers.front()));
        all += population.back();
    }
    if (all.is_zero()) {
        rows.bad(static_cast<std::size_t>(area.row - 1), 2,
                 "area " + code + " has no people in any class / 区域の人口が0です");
    }
    return population;
}

/// From columns `first` (by residence), the next (inflow) and the one after (outflow).
policy::PatientFlow flow_of(CheckedRows& rows, std::size_t row, std::size_t first, std::span<const double> numbers) {
    const policy::PatientFlow flow{People::from_double(numbers[0]), People::from_double(numbers[1]),
                                   People::from_double(numbers[2])};
    if (flow.by_residence.is_zero()) {
        rows.bad(row, first, "must be above zero / 0より大きい数でなければなりません");
    } else if (flow.outflow > flow.by_residence + flow.inflow) {
        rows.bad(row, first + 2,
                 "more patients leave than live there and come in / 流出が居住患者と流入の和を超えています");
    }
    return flow;
}

AreaFlows flows_of(CheckedRows& rows, const ByArea<std::vector<double>>::Entry& area) {
    if (area.value.empty()) {
        return {};  // a fault that was told
    }
    const std::span<const double> all(area.value);
    const auto row = static_cast<std::size_t>(area.row - 1);
    return {flow_of(rows, row, 1, all.first(3)), flow_of(rows, row, 4, all.last(3))};
}

/// The numbers of each area of a table whose columns are the code and then numbers; empty when one is wrong.
ByArea<std::vector<double>> numbers_by_area(CheckedRows& rows, std::size_t code_digits, std::size_t count) {
    ByArea<std::vector<double>> result{rows.file(), true, {}};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto code = rows.code(r, 0, code_digits);
        auto numbers = read_numbers(rows, r, 1, count);
        result.every_code_read = result.every_code_read && code;
        if (code && rows.is_new(r, *code)) {
            result.areas[*code] = {CheckedRows::row_number(r), std::move(numbers).value_or(std::vector<double>{})};
        }
    }
    return result;
}

std::vector<std::string> with_code(const std::vector<std::string>& columns) {
    std::vector<std::string> all{"area_code"};
    all.insert(all.end(), columns.begin(), columns.end());
    return all;
}

void take_class(CheckedRows& rows, std::size_t row, ClassRates rates, TreatmentClasses& into) {
    const auto numbers = read_numbers(rows, row, 1, rates == ClassRates::both ? 3 : 2);
    if (!numbers) {
        return;
    }
    into.rates.outpatient.push_back(numbers->front());
    if (rates == ClassRates::both) {
        into.rates.inpatient.push_back((*numbers)[1]);
    }
    into.national_population.push_back(People::from_double(numbers->back()));
}

void tell_empty_nation(CheckedRows& rows, const TreatmentClasses& classes) {
    const bool nobody = std::ranges::all_of(classes.national_population, &People::is_zero);
    if (nobody && classes.national_population.size() == rows.size()) {
        rows.bad_table("national_population", "0", "the nation has no people in any class / 全国の人口が0です");
    }
}

}  // namespace

policy::WorkingHours read_working_hours(const io::InputFile& file, FaultCollector& faults, io::InputLog& log) {
    policy::WorkingHours hours;
    faults.attempt([&] {
        CheckedRows rows(file, "physician_hours", {"class", "hours"});
        hours = HoursReader(rows).read();
        rows.close(faults, log);
    });
    return hours;
}

ByArea<policy::PhysicianCounts> read_physician_counts(const io::InputFile& file, std::size_t code_digits,
                                                      FaultCollector& faults, io::InputLog& log) {
    ByArea<policy::PhysicianCounts> counts;
    faults.attempt([&] {
        CheckedRows rows(file, "physician_counts", {"area_code", "class", "sole", "main", "second"});
        const auto cells = read_class_cells(rows, 3, code_digits, names_of_physician_classes());
        counts = with_values<policy::PhysicianCounts>(
            cells, [](const std::string&, const auto& area) { return counts_of(area.value); });
        rows.close(faults, log);
    });
    return counts;
}

TreatmentClasses read_treatment_classes(const io::InputFile& file, ClassRates rates, FaultCollector& faults,
                                        io::InputLog& log) {
    TreatmentClasses classes;
    faults.attempt([&] {
        std::vector<std::string> columns{"class", "outpatient_rate"};
        if (rates == ClassRates::both) {
            columns.emplace_back("inpatient_rate");
        }
        columns.emplace_back("national_population");
        CheckedRows rows(file, "treatment_classes", std::move(columns));
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const auto name = rows.text(r, 0);
            if (name && rows.is_new(r, *name)) {
                classes.names.push_back(*name);
            }
            take_class(rows, r, rates, classes);
        }
        tell_empty_nation(rows, classes);
        rows.close(faults, log);
    });
    return classes;
}

ByArea<std::vector<People>> read_area_populations(const io::InputFile& file, std::size_t code_digits,
                                                  const std::vector<std::string>& classes, FaultCollector& faults,
                                                  io::InputLog& log) {
    ByArea<std::vector<People>> people;
    faults.attempt([&] {
        CheckedRows rows(file, "area_populations", {"area_code", "class", "population"});
        const auto cells = read_class_cells(rows, 1, code_digits, classes);
        people = with_values<std::vector<People>>(
            cells, [&](const std::string& code, const auto& area) { return people_of(rows, code, area); });
        rows.close(faults, log);
    });
    return people;
}

ByArea<AreaFlows> read_patient_flows(const io::InputFile& file, std::size_t code_digits, FaultCollector& faults,
                                     io::InputLog& log) {
    ByArea<AreaFlows> flows;
    faults.attempt([&] {
        CheckedRows rows(file, "patient_flows",
                         with_code({"outpatients", "outpatient_inflow", "outpatient_outflow", "inpatients",
                                    "inpatient_inflow", "inpatient_outflow"}));
        const auto numbers = numbers_by_area(rows, code_digits, 6);
        flows =
            with_values<AreaFlows>(numbers, [&](const std::string&, const auto& area) { return flows_of(rows, area); });
        rows.close(faults, log);
    });
    return flows;
}

ByArea<std::vector<double>> read_area_numbers(const io::InputFile& file, const std::string& role,
                                              std::size_t code_digits, const std::vector<std::string>& columns,
                                              FaultCollector& faults, io::InputLog& log) {
    ByArea<std::vector<double>> numbers;
    faults.attempt([&] {
        CheckedRows rows(file, role, with_code(columns));
        numbers = numbers_by_area(rows, code_digits, columns.size());
        rows.close(faults, log);
    });
    return numbers;
}

}  // namespace michinori::scenario
