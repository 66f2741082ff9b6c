// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "io/workbook.h"
#include "report/json_parts.h"
#include "report/result_tables.h"

namespace michinori::report {

// The parts of workbook_outputs.cpp.

/// A table and the sheets it stands in.
struct TableInSheets {
    ResultTable head;  ///< no rows
    std::vector<std::string> sheets;
    std::int64_t rows = 0;
};

/// How a table is laid out: headings, formats, colours, and widths that fit its headings and first rows.
[[nodiscard]] io::TableSheet sheet_layout(const ResultTable& head, const io::OutputFolder& out, Language language);

/// Lines that a text takes over so many characters; words are not cut, so a little more is allowed for.
[[nodiscard]] int lines_over(const std::string& text, double width);

/// Widths of the columns of the first sheet.
inline const std::vector<double> contents_widths{36, 110};

/// The unit and meaning of a column, in words.
[[nodiscard]] std::string unit_words(ColumnKind kind, Language language);

/// The title of what was computed, or its id; of the data's source, what the scenario says.
[[nodiscard]] std::string workbook_title(const Json& manifest, Language language);
[[nodiscard]] std::string attribution_of(const Json& manifest);

/// The lines of the first sheet, in two columns.
[[nodiscard]] std::vector<io::PageLine> contents_lines(const Json& manifest, const std::vector<TableInSheets>& tables,
                                                       const std::string& columns_sheet, const NamesOfIds& names,
                                                       Language language);

}  // namespace michinori::report
