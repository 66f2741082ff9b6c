// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"

namespace michinori::io {

/// Writes UTF-8 CSV with a byte order mark (so that Excel on a Japanese desktop reads it), "\r\n"
/// line ends and RFC 4180 quoting. Text that a spreadsheet would run as a formula is guarded
/// (formula_guarded()). Numbers are written as they are.
///
///     CsvWriter csv(path, {"id", "minutes"});
///     csv.text("a").fixed(12.3456, 3).end_row();
class CsvWriter {
public:
    CsvWriter(const std::filesystem::path& file, const std::vector<std::string>& columns);
    CsvWriter& text(std::string_view value);
    CsvWriter& integer(std::int64_t value);
    CsvWriter& fixed(double value, int decimals);
    CsvWriter& people(People value);  ///< exact, no trailing zeros: 12 or 12.345
    /// Three decimals, empty when nothing. The time (not negative) counts in whole milliseconds and is
    /// rounded up: 1 ms beyond an hour reads 60.001, so that a filter on the table agrees with the sums.
    CsvWriter& minutes(std::optional<double> value);
    CsvWriter& empty();
    /// Throws std::logic_error when the row has not as many fields as the header.
    void end_row();
    /// Flushes and checks the stream; throws InputError output_unwritable. Returns data rows written.
    std::int64_t close();

private:
    void separate();
    std::filesystem::path file_;
    std::ofstream out_;
    std::string line_;
    std::size_t columns_;
    std::size_t filled_ = 0;
    std::int64_t rows_ = 0;
};

/// With an apostrophe before text that a spreadsheet would run as a formula: = + - @ (also full-width), tab or line end
/// at its start, or after blanks there. Text that begins with apostrophes before such a sign gets one more, so that
/// formula_unguarded() gives back exactly what was written.
///
///     formula_guarded("=cmd()")      // "'=cmd()"
///     formula_guarded("'=cmd()")     // "''=cmd()"
[[nodiscard]] std::string formula_guarded(std::string_view text);
[[nodiscard]] std::string formula_unguarded(std::string text);

/// "12", "12.345": exact decimal text of a number of people.
[[nodiscard]] std::string to_text(People people);

}  // namespace michinori::io
