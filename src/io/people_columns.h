// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/units.h"
#include "io/place_readers.h"
#include "io/row_source.h"

namespace michinori::io {

/// The columns of a demand file that hold numbers of people: the population, then the groups.
class PeopleColumns {
public:
    /// Throws column_missing; missing_key without a population column.
    PeopleColumns(const RowSource& source, const DemandOptions& options);

    /// Numbers of one row, or the first thing wrong: empty_value, bad_number, negative_number.
    /// `markers`: texts that stand for 0 in this row; each use is counted per column.
    using PeopleOrFault = std::variant<std::vector<People>, Finding>;
    [[nodiscard]] PeopleOrFault read(const std::vector<std::string>& fields, const Place& place,
                                     const std::vector<std::string>& markers = {});

    /// True when any of the columns holds exactly this text.
    [[nodiscard]] bool any_is(const std::vector<std::string>& fields, std::string_view text) const;

    /// A markers_read_as_zero note per column and marker that occurred.
    void note_markers(const std::string& marker, const std::string& shown, InputLog& log) const;

private:
    struct Column {
        std::size_t index = 0;
        std::string name;
        std::map<std::string, std::int64_t> markers;  ///< how often each stood there
    };
    std::vector<Column> columns_;
};

}  // namespace michinori::io
