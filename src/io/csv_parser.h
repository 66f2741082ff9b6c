// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace michinori::io {

/// One record of a delimited text, and the line of the file where it begins (from 1).
struct CsvRecord {
    std::vector<std::string> fields;
    std::int64_t line = 0;
    bool quote_unclosed = false;  ///< a quoted field ran to the end of the file
};

/// Takes RFC 4180 text apart: quoted fields may hold delimiters, doubled quotes and line ends; lines
/// may end in LF, CR LF or CR. Lines with nothing at all on them are no records.
///
///     CsvParser parser(text, ',');
///     CsvRecord record;
///     while (parser.next(record)) { ... }
class CsvParser {
public:
    CsvParser(std::string_view text, char delimiter) : rest_(text), delimiter_(delimiter) {}
    /// False at the end of the text.
    [[nodiscard]] bool next(CsvRecord& record);

private:
    void skip_blank_lines();
    /// Reads one field; true when another one follows on the record.
    bool read_field(CsvRecord& record);
    void read_quoted(std::string& field, CsvRecord& record);
    void read_plain(std::string& field);
    [[nodiscard]] bool at_line_end() const;
    void pass_line_end();

    std::string_view rest_;
    char delimiter_;
    std::int64_t line_ = 1;
};

}  // namespace michinori::io
