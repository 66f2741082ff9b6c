// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"

namespace michinori::io {

/// A file to read: where it is, and how the user wrote it (what messages and run.json show, so that
/// no output depends on the machine's folders).
struct InputFile {
    std::filesystem::path path;
    std::string shown;
};

/// What was understood of one input file.
struct InputRecord {
    std::string role;      ///< "roads", "demand", "facilities", "areas:secondary" ...
    std::string file;      ///< as shown
    std::string format;    ///< "ESRI Shapefile", "OSM PBF", "CSV" ...
    std::string encoding;  ///< of its text, "" when it has none
    std::string crs;       ///< "EPSG:6668 (file)", "EPSG:2454 (scenario)" ...
    std::vector<std::pair<std::string, std::string>> digests;  ///< each file read and its digest
    std::int64_t rows_read = 0;
    std::int64_t rows_used = 0;
    std::int64_t rows_refused = 0;
    std::int64_t rows_not_selected = 0;  ///< left out by the scenario's own choice (filter, walking-only roads)
    /// Further facts for `check`, in order: {"levels", "0: 2677, 1: 1"}, ...
    std::vector<std::pair<std::string, std::string>> facts;
};

/// Everything that reading leaves behind besides the data. rows_read = used + refused + not_selected.
struct InputLog {
    std::vector<InputRecord> inputs;
    std::vector<Finding> refused;  ///< one per refused row, place filled
    Findings findings;             ///< warnings and notes
};

/// How many wrong rows an input may have before the run stops.
struct Tolerance {
    double share = 0;  ///< of the rows read
    [[nodiscard]] std::int64_t rows(std::int64_t read) const {
        return static_cast<std::int64_t>(share * static_cast<double>(read));
    }
};

/// Collects wrong rows of one input and decides at its end.
///
///     RowGate gate(file.shown, tolerance);
///     for each row: gate.read(); if wrong: gate.refuse(finding); else use it
///     gate.close(record, log);   // throws InputError with every refusal when there are too many
class RowGate {
public:
    RowGate(std::string file, Tolerance tolerance) : file_(std::move(file)), tolerance_(tolerance) {}
    void read() { ++rows_read_; }
    void refuse(Finding finding) { refused_.push_back(std::move(finding)); }
    void not_selected() { ++rows_not_selected_; }
    [[nodiscard]] std::int64_t rows_read() const { return rows_read_; }
    /// Fills the record's counts, moves refusals to the log with a rows_refused warning.
    void close(InputRecord& record, InputLog& log);

private:
    std::string file_;
    Tolerance tolerance_;
    std::int64_t rows_read_ = 0;
    std::int64_t rows_not_selected_ = 0;
    std::vector<Finding> refused_;
};

/// Digests of a file and of the files that belong to it (.dbf, .shx, .prj, .cpg of a Shapefile).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> digests_of(const InputFile& file);

}  // namespace michinori::io
