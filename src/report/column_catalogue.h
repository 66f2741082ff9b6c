// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace michinori::report {

/// A text that people read, in both languages.
struct Bilingual {
    std::string ja;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const { return language == Language::japanese ? ja : en; }
};

/// How a column is shown. The fields themselves stay as they are in the CSV file.
enum class ColumnKind {
    text,
    number,   ///< with `decimals`; the unit stands in the title
    integer,  ///< a whole number: counts, ranks, classes
    people,   ///< people, births or cases; may have a fraction where they are expected numbers
    minutes,
    metres,
    percent,  ///< a share from 0 to 1 in the file, shown as 0 to 100 %
    yen,
    code,  ///< digits that are no number: 01100 keeps its zero
};
/// "text", "number" ..., as in src/web/README.md.
[[nodiscard]] std::string_view name(ColumnKind kind);

/// What a column of a table is called and means.
struct ColumnEntry {
    Bilingual title;
    ColumnKind kind = ColumnKind::text;
    int decimals = 0;
    Bilingual note;  ///< unit and meaning
};

/// What a table is called, what a row of it is, and where its numbers come from.
struct TableEntry {
    Bilingual title;
    Bilingual note;
};

/// What ids are called that the scenario chose itself and that stand in names of columns (services, groups, payers).
using NamesOfIds = std::map<std::string, Bilingual, std::less<>>;

/// A column of one of the tables that michinori writes; nothing: nobody has described it. A column that means
/// something else in one table than in the others has an entry of its own for that table.
///
///     column_entry("areas.csv", "within_60", {})->title.ja;                                  // "60分以内"
///     column_entry("facilities.csv", "nearest_people_delivery", names)->title.ja;            // "最寄りの人口(分娩)"
[[nodiscard]] std::optional<ColumnEntry> column_entry(std::string_view file, std::string_view column,
                                                      const NamesOfIds& names);

/// A table by the name of its file ("areas.csv"); nothing: nobody has described it.
[[nodiscard]] std::optional<TableEntry> table_entry(std::string_view file);

}  // namespace michinori::report
