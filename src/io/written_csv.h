// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace michinori::io {

/// A table that CsvWriter wrote, read again row by row: the file is mapped into memory, not held in it. Texts are as
/// they were before they were guarded against formulas. Throws InputError file_unreadable.
///
///     WrittenCsv table(out.staged_file("areas.csv"));
///     std::vector<std::string> row;
///     while (table.next(row)) { ... row[table.columns() ...] ... }
class WrittenCsv {
public:
    explicit WrittenCsv(const std::filesystem::path& file);
    ~WrittenCsv();
    WrittenCsv(const WrittenCsv&) = delete;
    WrittenCsv& operator=(const WrittenCsv&) = delete;

    [[nodiscard]] const std::vector<std::string>& columns() const;
    /// False at the end. What `row` holds is replaced.
    [[nodiscard]] bool next(std::vector<std::string>& row);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace michinori::io
