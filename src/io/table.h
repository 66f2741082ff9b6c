// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/input_log.h"

namespace michinori::io {

/// How a delimited text file is written. Empty encoding: UTF-8 when the bytes are valid UTF-8
/// (with or without byte order mark), else CP932; what was found is recorded.
struct TableFormat {
    std::string encoding;             ///< "", "UTF-8", "CP932"
    char delimiter = 0;               ///< 0: tab for .tsv, comma else (also inside a .zip)
    bool header = true;               ///< false: columns are named "#1", "#2" ...
    int skip_lines_after_header = 0;  ///< e-Stat's second header line
    std::string member;               ///< which file inside a .zip; empty: its only table
};

/// A table in memory: UTF-8 text, every row as wide as the header. Quoted fields may hold
/// delimiters, doubled quotes and line ends (RFC 4180).
class Table {
public:
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::string file;      ///< as shown
    std::string encoding;  ///< as found
    std::string format;    ///< "CSV", "TSV", "CSV in zip"
    Findings findings;     ///< warnings about its text, for the log

    /// By name (trimmed) or by number ("#3"). Throws InputError column_missing / column_duplicate.
    [[nodiscard]] std::size_t column(std::string_view name) const;
    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const;
};

/// Reads CSV, TSV, or the one table inside a .zip. Errors: file_missing, file_unreadable,
/// file_truncated, format_unknown (an Excel file), bad_value (an encoding nobody knows),
/// encoding_wrong (bytes of another encoding), text_broken (mojibake inside valid text: U+FFFD, or
/// "譛ｭ蟷" for 札幌), table_empty, row_width (every wrong row is named), quote_unclosed,
/// zip_without_layer, layer_ambiguous.
[[nodiscard]] Table read_table(const InputFile& file, const TableFormat& format);

}  // namespace michinori::io
