// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace michinori::bench {

/// One line of the benchmark's table: how long the baseline took, how long the engine, and how many
/// times faster it was to be. What was not measured stays empty and prints as "-".
struct TableRow {
    std::string what;
    std::optional<double> baseline_ms;
    std::optional<double> ours_ms;
    std::optional<double> wanted_ratio;
    std::string note;

    /// baseline / ours; nothing when one of them is missing or ours is 0.
    [[nodiscard]] std::optional<double> ratio() const;
    /// True when a ratio is wanted and not reached.
    [[nodiscard]] bool missed() const;
};

enum class TableForm { plain, markdown };

/// The whole table, one line a row, with a head; a missed ratio is marked "(missed)". Numbers have
/// three significant digits. Texts are ASCII.
///
///     std::cout << table_text(rows, TableForm::markdown);
[[nodiscard]] std::string table_text(std::span<const TableRow> rows, TableForm form);

/// The most memory this process has held so far, in bytes (getrusage).
[[nodiscard]] std::size_t peak_memory();

}  // namespace michinori::bench
