// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/checked_rows.h"
#include "scenario/physician_tables.h"

namespace michinori::scenario {

/// The numbers of a class in an area.
struct ClassCell {
    std::optional<std::int64_t> row;  ///< nothing: the table has no row for it
    std::vector<double> numbers;      ///< empty when one of them is wrong
};
/// Cells by area and class of a table whose columns are the code, the class, and then numbers. Every class of every
/// area is there, or a fault says which is not.
[[nodiscard]] ByArea<std::vector<ClassCell>> read_class_cells(CheckedRows& rows, std::size_t number_columns,
                                                              std::size_t code_digits,
                                                              const std::vector<std::string>& classes);

/// The numbers of a row from a column on; nothing when one of them is wrong (every one is told).
[[nodiscard]] std::optional<std::vector<double>> read_numbers(CheckedRows& rows, std::size_t row, std::size_t first,
                                                              std::size_t count);

/// Where a class stands in the list; unknown_reference.
[[nodiscard]] std::optional<std::size_t> read_class(CheckedRows& rows, std::size_t row, std::size_t column,
                                                    const std::vector<std::string>& classes);

}  // namespace michinori::scenario
