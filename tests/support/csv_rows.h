// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "io/table.h"

namespace michinori::test {

/// A row of an output table, by column.
using CsvRow = std::map<std::string, std::string>;

inline std::vector<CsvRow> csv_rows(const std::filesystem::path& file) {
    const auto table = io::read_table({file, file.filename().string()}, {});
    std::vector<CsvRow> rows;
    for (const auto& fields : table.rows) {
        CsvRow row;
        for (std::size_t c = 0; c < fields.size(); ++c) {
            row[table.columns[c]] = fields[c];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The only row that holds these values.
inline const CsvRow& row_with(const std::vector<CsvRow>& rows, const CsvRow& wanted) {
    const CsvRow* found = nullptr;
    for (const auto& row : rows) {
        bool fits = true;
        for (const auto& [column, value] : wanted) {
            fits = fits && row.at(column) == value;
        }
        if (fits && found != nullptr) {
            throw std::runtime_error("several rows fit");
        }
        found = fits ? &row : found;
    }
    if (found == nullptr) {
        throw std::runtime_error("no row fits");
    }
    return *found;
}

}  // namespace michinori::test
