// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "report/names_of_ids.h"
#include "report/report_page.h"
#include "report/summary.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json column_view(const ResultColumn& column) {
    const bool noted = !column.note.ja.empty() || !column.note.en.empty();
    return {{"id", printable(column.id)},
            {"title", words_view(column.title)},
            {"kind", name(column.kind)},
            {"decimals", column.decimals},
            {"note", noted ? words_view(column.note) : Json()}};
}

std::optional<std::size_t> level_of(const ResultLink::Area& area, const std::vector<access::AreaLevel>& levels) {
    return area.level.empty() ? main_level(levels) : find_level(levels, area.level);
}

Json area_link(const std::optional<ResultLink::Area>& area, const std::vector<access::AreaLevel>& levels) {
    if (!area || (!area->level_column && !level_of(*area, levels))) {
        return nullptr;
    }
    return {{"level", area->level_column ? Json() : Json(*level_of(*area, levels))},
            {"level_column", or_null(area->level_column)},
            {"column", area->column}};
}

Json row_view(const std::vector<std::string>& row) {
    Json fields = Json::array();
    for (const auto& field : row) {
        fields.push_back(printable(field));
    }
    return fields;
}

Json table_view(const ResultTable& table, const std::vector<access::AreaLevel>& levels) {
    Json columns = Json::array();
    for (const auto& column : table.columns) {
        columns.push_back(column_view(column));
    }
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        rows.push_back(row_view(row));
    }
    return {{"id", printable(table.file)},
            {"title", words_view(table.title)},
            {"note", words_view(table.note)},
            {"rows_total", table.rows_total},
            {"columns", std::move(columns)},
            {"rows", std::move(rows)},
            {"link",
             {{"area", area_link(table.link.area, levels)},
              {"facility", or_null(table.link.facility)},
              {"cell", or_null(table.link.cell)},
              {"service", or_null(table.link.service)}}}};
}

constexpr std::int64_t most_rows = 20000;

ResultTable with_rows(ResultTable table, const io::OutputFolder& out, const std::string& file) {
    table.rows_total = for_each_row(out, file, [&](std::vector<std::string>& fields) {
        if (table.rows.size() < most_rows) {
            table.rows.push_back(std::move(fields));
        }
    });
    return table;
}

}  // namespace

void add_tables(const io::OutputFolder& out, const std::vector<StagedTable>& counted, ViewInputs& inputs) {
    const auto& side = inputs.states.front().side;
    const auto names = names_of_ids(side.services, side.demand.groups, side.levels,
                                    side.maternity != nullptr ? &side.maternity->book : nullptr);
    for (const auto& file : staged_tables(out)) {
        const auto known = std::ranges::find(counted, file, &StagedTable::name);
        auto head = table_head(out, file, names);
        if (known != counted.end() && known->rows > most_rows && head.link.cell) {
            inputs.notes.push_back(
                {FindingCode::report_shortened, {}, {file, fmt::format("{} > {}", known->rows, most_rows), file}});
        } else {
            inputs.tables.push_back(with_rows(std::move(head), out, file));
        }
    }
}

Json tables_view(const ViewInputs& inputs) {
    Json all = Json::array();
    for (const auto& table : inputs.tables) {
        all.push_back(table_view(table, inputs.states.front().side.levels));
    }
    return all;
}

}  // namespace michinori::report
