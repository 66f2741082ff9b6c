// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"

namespace michinori::report {

/// Columns that a terminal with a fixed-width font uses for `text` (UTF-8): 2 for East Asian wide and
/// full-width characters, 0 for combining marks, else 1. Ambiguous characters count 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// A table for a terminal. Cells are made harmless (control characters) and cut at 48 columns.
///
///     TextTable table({{"Area", TextTable::left}, {"People", TextTable::right}});
///     table.row({"札幌", "1,234"});
///     std::cout << table.text("  ");
class TextTable {
public:
    enum Align { left, right };
    struct Column {
        std::string title;
        Align align = left;
    };

    explicit TextTable(std::vector<Column> columns);
    /// As many cells as columns.
    void row(std::vector<std::string> cells);
    /// A line across, before the next row.
    void rule();
    /// Lines that each start with `indent` and end with a line end; no blanks at their ends.
    [[nodiscard]] std::string text(std::string_view indent = "") const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;  // an empty one is a rule
};

/// "1,234,567"
[[nodiscard]] std::string grouped(std::int64_t value);
/// Rounded to whole people: "1,234".
[[nodiscard]] std::string grouped(People people);
/// "12.3 %"; "<0.1 %" for little more than none; "-" when there is no whole.
[[nodiscard]] std::string percent(double part, double whole);

}  // namespace michinori::report
