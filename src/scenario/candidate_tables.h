// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/input_log.h"
#include "policy/area_tests.h"
#include "scenario/candidate_settings.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {

/// The units of a [[candidates]], without their area and facts.
struct UnitTable {
    struct Row {
        policy::CandidateUnit unit;
        std::string area_code;  ///< of the index area it lies in; its own code where it is one
        std::int64_t row = 0;
    };
    std::string file;
    std::vector<Row> rows;  ///< ascending by code
};

/// Gives its faults to the collector: those of read_table(), column_missing, empty_value, bad_value (a code of another
/// length), duplicate_id. One thread, as everything here.
[[nodiscard]] UnitTable read_units(const CandidateSettings::Units& wanted, FaultCollector& faults, io::InputLog& log);

/// Facts by unit. Nothing is guessed: what no row tells is not known.
struct FactBoard {
    struct Cell {
        std::optional<double> value;
        std::int64_t rows_not_known = 0;  ///< rows of a sum that say "*", "-", "未報告" or nothing: they add nothing
    };
    std::vector<std::string> names;
    std::vector<std::vector<Cell>> cells;  ///< by unit, by name

    /// Where a fact stands; it is added at the end when it is new.
    [[nodiscard]] std::size_t place_of(const std::string& name);
};

/// Adds the facts of one table. Faults: those of read_table(), column_missing, empty_value and bad_value (codes),
/// duplicate_id (a second row of a unit where rows = "one"), bad_number, negative_number, bad_value (above 1e9).
/// Warnings of the log: rows of no unit, units whose name differs (their facts are not known), sums without some rows.
void read_facts(const CandidateSettings::Facts& wanted, const UnitTable& units, std::size_t code_digits,
                FactBoard& into, FaultCollector& faults, io::InputLog& log);

}  // namespace michinori::scenario
