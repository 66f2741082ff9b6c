// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "io/demand_draft.h"
#include "io/demand_readers.h"
#include "io/people_columns.h"
#include "io/row_source.h"

// The Statistics Bureau's mesh files (tblT001141*.txt): a line of codes, a line of Japanese labels,
// then KEY_CODE, HTKSYORI, HTKSAKI, GASSAN and the counts. Where HTKSYORI is 2 the cell has too few
// people to publish: "*" stands in its columns and its people are counted in the cell HTKSAKI, whose
// GASSAN lists it. "-" is 0 everywhere.
namespace michinori::io {
namespace {

constexpr std::string_view suppressed_mark = "2";

struct EstatColumns {
    std::size_t code = 0;
    std::size_t treatment = 0;  ///< HTKSYORI
    std::size_t receiver = 0;   ///< HTKSAKI
};

EstatColumns columns_of(const RowSource& source, const DemandOptions& options) {
    return {source.column(options.mesh_column.empty() ? "KEY_CODE" : options.mesh_column), source.column("HTKSYORI"),
            source.column("HTKSAKI")};
}

/// Cells whose people stand in another cell, and those other cells.
struct Suppression {
    std::int64_t cells = 0;
    std::set<std::string> receivers;
};

DemandDraft::Row draft_row(const SourceRow& from, const EstatColumns& columns, const std::string& shown,
                           PeopleColumns& people, Suppression& suppression) {
    const auto& fields = *from.fields;
    const bool suppressed = trimmed(fields[columns.treatment]) == suppressed_mark;
    if (suppressed && people.any_is(fields, "*")) {
        ++suppression.cells;
        suppression.receivers.emplace(trimmed(fields[columns.receiver]));
    }
    DemandDraft::Row row;
    row.row = from.row;
    row.mesh = trimmed(fields[columns.code]);
    row.id = row.mesh;
    const Place place{shown, from.row, {}};
    auto counts =
        people.read(fields, place, suppressed ? std::vector<std::string>{"-", "*"} : std::vector<std::string>{"-"});
    if (row.mesh.empty()) {
        row.fault = Finding{FindingCode::empty_value, place, {"KEY_CODE"}};
    } else if (auto* fault = std::get_if<Finding>(&counts)) {
        row.fault = std::move(*fault);
    } else {
        row.people = std::move(std::get<std::vector<People>>(counts));
    }
    return row;
}

void note_suppression(const Suppression& suppression, const std::string& shown, InputLog& log) {
    if (suppression.cells > 0) {
        log.findings.add({FindingCode::suppressed_cells,
                          {shown, {}, {}},
                          {std::to_string(suppression.cells), std::to_string(suppression.receivers.size())}});
    }
}

/// A receiving cell in another file would take its people out of this one: worth knowing.
void note_receivers_elsewhere(const Suppression& suppression, const DemandDraft& draft, InputRecord& record) {
    auto missing = suppression.receivers;
    for (const auto& row : draft.rows) {
        missing.erase(row.id);
    }
    if (!missing.empty()) {
        record.facts.emplace_back("receiving cells not in this file",
                                  listed(std::vector<std::string>(missing.begin(), missing.end())));
    }
}

}  // namespace

void read_estat_mesh(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log) {
    auto record = begin_record(file, "demand");
    auto format = options.table;
    format.header = true;
    format.skip_lines_after_header = 1;
    const auto source = table_rows(file, format);
    agree_on_groups(options, source->shown(), demand);
    const auto columns = columns_of(*source, options);
    PeopleColumns people(*source, options);
    Suppression suppression;
    DemandDraft draft(source->shown(), options);
    source->for_each([&](const SourceRow& from) {
        draft.rows.push_back(draft_row(from, columns, source->shown(), people, suppression));
    });
    source->describe(record, log);
    note_receivers_elsewhere(suppression, draft, record);
    draft.finish(demand, std::move(record), log);
    note_suppression(suppression, source->shown(), log);
    people.note_markers("-", source->shown(), log);
}

}  // namespace michinori::io
