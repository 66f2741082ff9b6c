// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "io/output_folder.h"
#include "report/column_catalogue.h"

namespace michinori::report {

/// A column of a result, as the catalogue describes it; without an entry there its title is its id.
struct ResultColumn {
    std::string id;
    Bilingual title;
    ColumnKind kind = ColumnKind::text;
    int decimals = 0;
    Bilingual note;  ///< may be empty
};

/// Which columns say what a row points at on the map.
struct ResultLink {
    /// The code of an area. The level stands in `level_column` of every row (its id; "region": the whole), or it is
    /// `level` for all of them ("municipality"; "": the main level).
    struct Area {
        std::size_t column = 0;
        std::optional<std::size_t> level_column;
        std::string level;
    };
    std::optional<Area> area;
    std::optional<std::size_t> facility;  ///< facility id
    std::optional<std::size_t> cell;      ///< demand id
    std::optional<std::size_t> service;   ///< service id
};

/// One table of the results: its head, and the rows that have been read.
struct ResultTable {
    std::string file;  ///< "areas.csv"
    Bilingual title;
    Bilingual note;  ///< what a row is, and where the numbers come from
    std::vector<ResultColumn> columns;
    std::vector<std::vector<std::string>> rows;  ///< texts as before the CSV file guarded them against formulas
    std::int64_t rows_total = 0;                 ///< in the file; `rows` may hold fewer
    ResultLink link;
};

/// The CSV files staged so far, in the order they were staged.
[[nodiscard]] std::vector<std::string> staged_tables(const io::OutputFolder& out);

/// Head of a staged table, no rows (rows_total is 0). Throws InputError file_unreadable.
[[nodiscard]] ResultTable table_head(const io::OutputFolder& out, const std::string& file, const NamesOfIds& names);

/// Calls `use` with every data row of a staged table, in order and without holding them all; returns their number.
/// `use` may take the fields away. Throws InputError file_unreadable.
std::int64_t for_each_row(const io::OutputFolder& out, const std::string& file,
                          const std::function<void(std::vector<std::string>& fields)>& use);

/// The same until `use` returns false; gives the number of rows it was called with.
std::int64_t for_some_rows(const io::OutputFolder& out, const std::string& file,
                           const std::function<bool(std::vector<std::string>& fields)>& use);

/// Every CSV file staged so far, each with its first `most_rows` rows; rows_total tells how many there are.
///
///     for (const auto& table : result_tables(out, names)) { ... }    // for report.html
[[nodiscard]] std::vector<ResultTable> result_tables(const io::OutputFolder& out, const NamesOfIds& names,
                                                     std::size_t most_rows = 20000);

}  // namespace michinori::report
