// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/units.h"
#include "io/input_log.h"
#include "policy/physician_hours.h"
#include "policy/physician_need.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {

// Tables of the physician indices: CSV or TSV (io::read_table). A wrong field, a code that is not as long as codes are,
// a row that stands twice, a class or an area that is missing: each is a fault with file and row, nothing is mended or
// guessed, and one fault is enough to stop. Readers that take a FaultCollector give their faults to it and return what
// they could read; use it only after stop_if_any(). One thread.

/// Published indices, a row per area.
struct IndexColumns {
    std::string code = "area_code";
    std::string prefecture = "prefecture";
    std::string area = "area";  ///< "": the rows are prefectures
    std::string index = "physician_index";
    std::size_t code_digits = 4;
    std::string national_code;  ///< the code of a row for the nation; "": there is none
};
/// Of a table of prefectures: prefecture_code of two digits, 00 the nation.
[[nodiscard]] IndexColumns prefecture_index_columns();

struct PhysicianIndexTable {
    struct Area {
        std::string code;
        std::string prefecture;
        std::string name;  ///< of the prefecture, where rows are prefectures
        double index = 0;
        std::int64_t row = 0;
    };
    std::string file;
    std::vector<Area> areas;  ///< ascending by code
    std::optional<double> national;
};
/// Throws InputError with every fault: those of read_table(), column_missing, empty_value, bad_number, negative_number,
/// bad_value (codes), duplicate_id.
[[nodiscard]] PhysicianIndexTable read_physician_index(const io::InputFile& file, const IndexColumns& columns,
                                                       io::InputLog& log);

/// What a table says of each area.
template <class T>
struct ByArea {
    struct Entry {
        std::int64_t row = 0;  ///< the first of the area
        T value{};
    };
    std::string file;
    bool every_code_read = false;  ///< else an area that is not here may be one whose code was refused
    std::map<std::string, Entry> areas;
};

/// Columns `class`, `hours` (a week; above 0, 168 at most): a row per class of policy::physician_classes, and one of
/// class `all` for the mean. Faults as above, unknown_reference (class).
[[nodiscard]] policy::WorkingHours read_working_hours(const io::InputFile& file, FaultCollector& faults,
                                                      io::InputLog& log);

/// Columns `area_code`, `class`, `sole`, `main`, `second`: physicians of a class by place of work, every class of every
/// area (zero is a number, a missing row is a fault).
[[nodiscard]] ByArea<policy::PhysicianCounts> read_physician_counts(const io::InputFile& file, std::size_t code_digits,
                                                                    FaultCollector& faults, io::InputLog& log);

/// Classes of sex and age of the people, in the order of their table.
struct TreatmentClasses {
    std::vector<std::string> names;
    policy::TreatmentRates rates;
    std::vector<People> national_population;
};
/// Which rates a table has; the outpatient index has no inpatients.
enum class ClassRates { both, outpatient };
/// Columns `class`, `outpatient_rate`, `inpatient_rate` (per 100,000; not where outpatient alone),
/// `national_population`.
[[nodiscard]] TreatmentClasses read_treatment_classes(const io::InputFile& file, ClassRates rates,
                                                      FaultCollector& faults, io::InputLog& log);

/// Columns `area_code`, `class`, `population`: every class of every area; an area without people is a fault.
[[nodiscard]] ByArea<std::vector<People>> read_area_populations(const io::InputFile& file, std::size_t code_digits,
                                                                const std::vector<std::string>& classes,
                                                                FaultCollector& faults, io::InputLog& log);

struct AreaFlows {
    policy::PatientFlow outpatients;
    policy::PatientFlow inpatients;
};
/// Columns `area_code`, `outpatients`, `outpatient_inflow`, `outpatient_outflow`, `inpatients`, `inpatient_inflow`,
/// `inpatient_outflow`: patients of a day; those by residence above zero, outflow no more than those and inflow.
[[nodiscard]] ByArea<AreaFlows> read_patient_flows(const io::InputFile& file, std::size_t code_digits,
                                                   FaultCollector& faults, io::InputLog& log);

/// A row per area with numbers of its own (deliveries; outpatients of clinics and of hospitals), in the order of
/// `columns`; the code in `area_code`. `role` names the input in the log.
[[nodiscard]] ByArea<std::vector<double>> read_area_numbers(const io::InputFile& file, const std::string& role,
                                                            std::size_t code_digits,
                                                            const std::vector<std::string>& columns,
                                                            FaultCollector& faults, io::InputLog& log);

/// The codes of one table, for compare_areas().
struct AreaCodes {
    std::string file;
    bool every_code_read = true;
    std::map<std::string, std::int64_t> row_of;
};
[[nodiscard]] AreaCodes codes_of(const PhysicianIndexTable& table);
template <class T>
[[nodiscard]] AreaCodes codes_of(const ByArea<T>& table) {
    AreaCodes codes{table.file, table.every_code_read, {}};
    for (const auto& [code, entry] : table.areas) {
        codes.row_of.emplace(code, entry.row);
    }
    return codes;
}
/// area_unknown for each area of a table that another lacks: the row where it stands, and the file where it does not.
/// A table with a refused code is not said to lack any. By table, then table, then code; the first 50 of a pair.
void compare_areas(std::span<const AreaCodes> tables, FaultCollector& faults);

}  // namespace michinori::scenario
