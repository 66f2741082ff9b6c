// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/result_tables.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "io/written_csv.h"

namespace michinori::report {
namespace {

using Columns = std::vector<ResultColumn>;

std::optional<std::size_t> find(const Columns& columns, std::string_view id) {
    const auto found = std::ranges::find(columns, id, &ResultColumn::id);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<std::size_t> first_of(const Columns& columns, std::initializer_list<std::string_view> ids) {
    for (const auto id : ids) {
        if (const auto found = find(columns, id)) {
            return found;
        }
    }
    return std::nullopt;
}

/// Of a table whose area codes are of one level, that level.
std::string level_of(std::string_view file) {
    return file.starts_with("perinatal_") ? "perinatal" : "";
}

std::optional<ResultLink::Area> area_link(const std::string& file, const Columns& columns) {
    if (const auto code = find(columns, "area_code")) {
        return ResultLink::Area{*code, first_of(columns, {"level", "area_level"}), level_of(file)};
    }
    const auto municipality = find(columns, "municipality");
    return municipality ? std::optional(ResultLink::Area{*municipality, std::nullopt, "municipality"}) : std::nullopt;
}

ResultLink link_of(const std::string& file, const Columns& columns) {
    ResultLink link;
    link.facility = first_of(columns, {"facility_id", "closed_id", "from_id", "hub_id"});
    link.cell = first_of(columns, {"demand_id", "cell_id", "centre_id"});
    link.service = find(columns, "service");
    if (!link.cell) {
        link.area = area_link(file, columns);
    }
    return link;
}

ResultColumn column_of(const std::string& file, const std::string& id, const NamesOfIds& names) {
    auto entry = column_entry(file, id, names).value_or(ColumnEntry{{id, id}, ColumnKind::text, 0, {}});
    return {id, std::move(entry.title), entry.kind, entry.decimals, std::move(entry.note)};
}

ResultTable head_of(const std::string& file, const std::vector<std::string>& columns, const NamesOfIds& names) {
    auto entry = table_entry(file).value_or(TableEntry{{file, file}, {}});
    ResultTable table{file, std::move(entry.title), std::move(entry.note), {}, {}, 0, {}};
    for (const auto& column : columns) {
        table.columns.push_back(column_of(file, column, names));
    }
    table.link = link_of(file, table.columns);
    return table;
}

}  // namespace

std::vector<std::string> staged_tables(const io::OutputFolder& out) {
    std::vector<std::string> tables;
    std::ranges::copy_if(out.staged(), std::back_inserter(tables),
                         [](const std::string& name) { return name.ends_with(".csv"); });
    return tables;
}

ResultTable table_head(const io::OutputFolder& out, const std::string& file, const NamesOfIds& names) {
    return head_of(file, io::WrittenCsv(out.staged_file(file)).columns(), names);
}

std::int64_t for_some_rows(const io::OutputFolder& out, const std::string& file,
                           const std::function<bool(std::vector<std::string>& fields)>& use) {
    io::WrittenCsv csv(out.staged_file(file));
    std::vector<std::string> row;
    std::int64_t rows = 0;
    for (bool more = true; more && csv.next(row); ++rows) {
        more = use(row);
    }
    return rows;
}

std::int64_t for_each_row(const io::OutputFolder& out, const std::string& file,
                          const std::function<void(std::vector<std::string>& fields)>& use) {
    return for_some_rows(out, file, [&](std::vector<std::string>& fields) {
        use(fields);
        return true;
    });
}

std::vector<ResultTable> result_tables(const io::OutputFolder& out, const NamesOfIds& names, std::size_t most_rows) {
    std::vector<ResultTable> tables;
    for (const auto& file : staged_tables(out)) {
        auto table = table_head(out, file, names);
        table.rows_total = for_each_row(out, file, [&](std::vector<std::string>& fields) {
            if (table.rows.size() < most_rows) {
                table.rows.push_back(std::move(fields));
            }
        });
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace michinori::report
