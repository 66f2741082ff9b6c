// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "io/demand_draft.h"
#include "io/demand_readers.h"
#include "io/people_columns.h"
#include "io/row_source.h"

// MLIT's projected population by mesh (将来推計人口メッシュ): MESH_ID, SHICODE, PTN_YYYY and many more.
// A cell on a municipal border has a row for each municipality, so that SHICODE and MESH_ID together
// name a row. PTN_YYYY is the total as projected; PT00_YYYY is the total after small cells were
// merged into neighbours, and is 0 where people live.
namespace michinori::io {
namespace {

constexpr std::size_t municipality_digits = 5;

void refuse_merged_total(const std::string& column, const std::string& key, const std::string& shown) {
    if (column.starts_with("PT00_")) {
        throw InputError({FindingCode::bad_value,
                          {shown, {}, {}},
                          {key, column,
                           "this total stands after the merging of suppressed cells and is 0 where few people live; "
                           "use PTN_" +
                               column.substr(5)}});
    }
}

void check_columns(const DemandOptions& options, const std::string& shown) {
    refuse_merged_total(options.population_column, "population", shown);
    for (const auto& [group, column] : options.groups) {
        refuse_merged_total(column, "groups." + group, shown);
    }
}

/// Numbers lose their leading zero in some releases: "1100" is 01100.
std::string padded(std::string_view code) {
    const std::string zeros(municipality_digits - std::min(code.size(), municipality_digits), '0');
    return code.empty() ? std::string{} : zeros + std::string(code);
}

/// "PTC_2030" -> column HITOKU2030 (HITOKU_2030 in words), which marks hidden "*" and receiving "@"
/// cells; PTN columns are never hidden.
std::set<std::size_t> suppression_columns(const RowSource& source, const DemandOptions& options) {
    std::set<std::size_t> columns;
    for (const auto& [group, column] : options.groups) {
        const auto year = column.substr(column.rfind('_') + 1);
        if (column.starts_with("PTN_")) {
            continue;
        }
        for (const auto* const spelling : {"HITOKU", "HITOKU_"}) {
            if (const auto found = source.find_column(spelling + year)) {
                columns.insert(*found);
            }
        }
    }
    return columns;
}

class MlitRows {
public:
    MlitRows(const RowSource& source, const DemandOptions& options)
        : shown_(source.shown()),
          mesh_name_(options.mesh_column.empty() ? "MESH_ID" : options.mesh_column),
          municipality_name_(options.municipality_column.empty() ? "SHICODE" : options.municipality_column),
          mesh_(source.column(mesh_name_)),
          municipality_(source.column(municipality_name_)),
          people_(source, options),
          suppression_(suppression_columns(source, options)) {}

    DemandDraft::Row draft(const SourceRow& from) {
        const auto& fields = *from.fields;
        DemandDraft::Row row;
        row.row = from.row;
        row.mesh = trimmed(fields[mesh_]);
        row.municipality = padded(trimmed(fields[municipality_]));
        ++times_[row.mesh];
        count_suppression(fields);
        const Place place{shown_, from.row, {}};
        auto people = people_.read(fields, place);
        if (row.mesh.empty() || row.municipality.empty()) {
            row.fault = Finding{FindingCode::empty_value, place, {row.mesh.empty() ? mesh_name_ : municipality_name_}};
        } else if (auto* fault = std::get_if<Finding>(&people)) {
            row.fault = std::move(*fault);
        } else {
            row.people = std::move(std::get<std::vector<People>>(people));
        }
        return row;
    }

    /// The mesh code where it is unique, else with the municipality: known when all rows are read.
    void name(DemandDraft::Row& row) const {
        row.id = times_.at(row.mesh) == 1 ? row.mesh : row.mesh + "/" + row.municipality;
    }

    void note_suppression(InputLog& log) const {
        if (hidden_ > 0) {
            log.findings.add({FindingCode::suppressed_cells,
                              {shown_, {}, {}},
                              {std::to_string(hidden_), std::to_string(receiving_)}});
        }
    }

private:
    void count_suppression(const std::vector<std::string>& fields) {
        const auto any_is = [&](std::string_view mark) {
            return std::ranges::any_of(suppression_, [&](std::size_t c) { return trimmed(fields[c]) == mark; });
        };
        hidden_ += any_is("*") ? 1 : 0;
        receiving_ += any_is("@") ? 1 : 0;
    }

    std::string shown_;
    std::string mesh_name_;
    std::string municipality_name_;
    std::size_t mesh_;
    std::size_t municipality_;
    PeopleColumns people_;
    std::set<std::size_t> suppression_;
    std::map<std::string, int> times_;
    std::int64_t hidden_ = 0;
    std::int64_t receiving_ = 0;
};

}  // namespace

void read_mlit_mesh(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log) {
    auto record = begin_record(file, "demand");
    check_columns(options, file.shown);
    const auto source = layer_rows(file, options.format);
    agree_on_groups(options, source->shown(), demand);
    MlitRows rows(*source, options);
    DemandDraft draft(source->shown(), options);
    draft.filtered_out = source->for_each([&](const SourceRow& from) { draft.rows.push_back(rows.draft(from)); });
    for (auto& row : draft.rows) {
        rows.name(row);
    }
    source->describe(record, log);
    draft.finish(demand, std::move(record), log);
    rows.note_suppression(log);
}

}  // namespace michinori::io
