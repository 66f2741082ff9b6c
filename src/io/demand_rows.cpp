// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <optional>
#include <utility>

#include "base/text.h"
#include "io/demand_draft.h"
#include "io/demand_readers.h"
#include "io/people_columns.h"
#include "io/position_check.h"
#include "io/row_source.h"

namespace michinori::io {
namespace {

/// Where the parts of a demand point stand among a file's columns.
struct DemandColumns {
    std::optional<std::size_t> id;
    std::optional<std::size_t> mesh;
    std::optional<CoordinateColumns> coordinates;
    std::optional<std::size_t> municipality;
};

std::optional<std::size_t> wanted(const RowSource& source, const std::string& column) {
    return column.empty() ? std::nullopt : std::optional(source.column(column));
}

DemandColumns columns_of(const RowSource& source, const DemandOptions& options) {
    DemandColumns columns{wanted(source, options.id_column), wanted(source, options.mesh_column), std::nullopt,
                          wanted(source, options.municipality_column)};
    if (columns.mesh || source.has_geometry()) {
        return columns;
    }
    if (options.lon_column.empty() || options.lat_column.empty()) {
        throw InputError(
            {FindingCode::missing_key, {source.shown(), {}, {}}, {"this demand input", "mesh (or lon and lat)"}});
    }
    columns.coordinates = {source.column(options.lon_column), source.column(options.lat_column), options.lon_column,
                           options.lat_column};
    return columns;
}

/// The draft of one row, built step by step until something is wrong.
class RowDrafter {
public:
    RowDrafter(const RowSource& source, const DemandOptions& options, std::string id_prefix)
        : shown_(source.shown()),
          options_(options),
          id_prefix_(std::move(id_prefix)),
          columns_(columns_of(source, options)),
          people_(source, options) {}

    DemandDraft::Row draft(const SourceRow& from) {
        DemandDraft::Row row;
        row.row = from.row;
        place(from, row);
        name(from, row);
        if (!row.fault) {
            count(from, row);
        }
        return row;
    }

private:
    [[nodiscard]] Place at(const SourceRow& from) const { return {shown_, from.row, {}}; }

    void place(const SourceRow& from, DemandDraft::Row& row) const {
        if (columns_.mesh) {
            row.mesh = trimmed((*from.fields)[*columns_.mesh]);
            if (row.mesh.empty()) {
                row.fault = Finding{FindingCode::empty_value, at(from), {options_.mesh_column}};
            }
            return;
        }
        auto position = from.feature != nullptr ? position_of(*from.feature, shown_)
                                                : position_of(*from.fields, *columns_.coordinates, at(from));
        if (auto* fault = std::get_if<Finding>(&position)) {
            row.fault = std::move(*fault);
        } else {
            row.position = std::get<geo::Point>(position);
        }
    }

    void name(const SourceRow& from, DemandDraft::Row& row) const {
        if (columns_.id) {
            row.id = trimmed((*from.fields)[*columns_.id]);
            if (row.id.empty() && !row.fault) {
                row.fault = Finding{FindingCode::empty_value, at(from), {options_.id_column}};
            }
        } else {
            row.id = columns_.mesh ? row.mesh : id_prefix_ + std::to_string(from.row);
        }
        if (columns_.municipality) {
            row.municipality = trimmed((*from.fields)[*columns_.municipality]);
        }
    }

    void count(const SourceRow& from, DemandDraft::Row& row) {
        auto people = people_.read(*from.fields, at(from));
        if (auto* fault = std::get_if<Finding>(&people)) {
            row.fault = std::move(*fault);
        } else {
            row.people = std::move(std::get<std::vector<People>>(people));
        }
    }

    std::string shown_;
    const DemandOptions& options_;
    std::string id_prefix_;
    DemandColumns columns_;
    PeopleColumns people_;
};

}  // namespace

void read_demand_rows(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log) {
    auto record = begin_record(file, "demand");
    const auto source =
        options.kind == DemandKind::vector ? layer_rows(file, options.format) : table_rows(file, options.table);
    agree_on_groups(options, source->shown(), demand);
    // Row numbers alone would repeat in a second file.
    RowDrafter drafter(*source, options, file.path.stem().string() + ":");
    DemandDraft draft(source->shown(), options);
    draft.filtered_out = source->for_each([&](const SourceRow& from) { draft.rows.push_back(drafter.draft(from)); });
    source->describe(record, log);
    draft.finish(demand, std::move(record), log);
}

}  // namespace michinori::io
