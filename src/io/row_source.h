// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/input_log.h"
#include "io/table.h"
#include "io/vector_layer.h"

namespace michinori::io {

/// One row of a table or feature of a layer, for readers that take either.
struct SourceRow {
    std::int64_t row = 0;
    const std::vector<std::string>* fields = nullptr;
    const Feature* feature = nullptr;  ///< nothing for tables
};

/// A table or a vector layer, seen alike: columns by name, then the rows in order.
class RowSource {
public:
    virtual ~RowSource() = default;
    [[nodiscard]] virtual std::size_t column(std::string_view name) const = 0;
    [[nodiscard]] virtual std::optional<std::size_t> find_column(std::string_view name) const = 0;
    [[nodiscard]] virtual const std::vector<std::string>& columns() const = 0;
    [[nodiscard]] virtual const std::string& shown() const = 0;
    [[nodiscard]] virtual bool has_geometry() const = 0;
    /// Calls `use` for each row; returns how many rows a filter left out.
    virtual std::int64_t for_each(const std::function<void(const SourceRow&)>& use) = 0;
    /// Format, encoding and CRS for the log, and warnings about the texts. Call after for_each.
    virtual void describe(InputRecord& record, InputLog& log) const = 0;
};

[[nodiscard]] std::unique_ptr<RowSource> table_rows(const InputFile& file, const TableFormat& format);
[[nodiscard]] std::unique_ptr<RowSource> layer_rows(const InputFile& file, const VectorFormat& format);

/// True when the file is not named as a map layer is, or is a .zip that holds a table (.csv, .tsv,
/// .txt) and no map layer.
[[nodiscard]] bool is_table(const InputFile& file);

/// Fills format, encoding, CRS and counts of a layer that has been read to its end: every feature that
/// the filter let pass was used (rows_used is set by the caller).
void describe_layer(const VectorReader& reader, InputRecord& record, InputLog& log);

/// Record with role, file and digests filled.
[[nodiscard]] InputRecord begin_record(const InputFile& file, const std::string& role);

}  // namespace michinori::io
