// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/fault_list.h"
#include "io/input_log.h"
#include "io/table.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {

/// A small table, its fields checked one by one. Nothing is mended: a field that is wrong is a fault with file and row,
/// and its value is nothing. One thread.
///
///     CheckedRows rows(file, "physician flows", {"area_code", "inpatients"});
///     for (std::size_t r = 0; r < rows.size(); ++r) use(rows.code(r, 0, 4), rows.number(r, 1));
///     rows.close(faults, log);
class CheckedRows {
public:
    /// Columns are asked for by their place in `columns`. Throws the faults of read_table(), and column_missing or
    /// column_duplicate for every column that is.
    CheckedRows(const io::InputFile& file, const std::string& role, std::vector<std::string> columns,
                const io::TableFormat& format = {});

    [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
    [[nodiscard]] const std::string& file() const { return table_.file; }
    /// As a person counts, from 1.
    [[nodiscard]] static std::int64_t row_number(std::size_t row) { return static_cast<std::int64_t>(row) + 1; }

    /// What stands there, trimmed.
    [[nodiscard]] std::string_view field(std::size_t row, std::size_t column) const;
    /// Trimmed; empty_value.
    [[nodiscard]] std::optional<std::string> text(std::size_t row, std::size_t column);
    /// Exactly so many ASCII digits; empty_value, bad_value. A code that is too short has lost its leading zero to a
    /// spreadsheet, and is not given it back: 101 may be 0101 or a slip for 1101.
    [[nodiscard]] std::optional<std::string> code(std::size_t row, std::size_t column, std::size_t digits);
    /// From 0 to 1,000,000,000; empty_value, bad_number (also "*" and "未報告"), negative_number, bad_value.
    [[nodiscard]] std::optional<double> number(std::size_t row, std::size_t column);
    /// From -180 to 180; empty_value, bad_number, bad_value.
    [[nodiscard]] std::optional<double> degrees(std::size_t row, std::size_t column);
    /// As number(), and above zero.
    [[nodiscard]] std::optional<double> positive(std::size_t row, std::size_t column);

    void fault(std::size_t row, FindingCode code, std::vector<std::string> arguments);
    /// bad_value: "column = what stands there: why".
    void bad(std::size_t row, std::size_t column, std::string why);
    /// bad_value of the whole table.
    void bad_table(std::string column, std::string value, std::string why);
    /// Whether no row had this id before; duplicate_id when one had.
    bool is_new(std::size_t row, const std::string& id);

    /// Counts a row that the study leaves out.
    void not_selected() { ++record_.rows_not_selected; }

    /// Gives the faults to the collector; without any, the record to the log with every selected row used.
    void close(FaultCollector& faults, io::InputLog& log);

private:
    std::vector<std::string> columns_;
    io::InputRecord record_;
    io::Table table_;
    std::vector<std::size_t> place_of_;
    io::FaultList faults_;
    bool faulty_ = false;
    std::map<std::string, std::int64_t> row_of_;  ///< of ids that is_new() saw
};

}  // namespace michinori::scenario
