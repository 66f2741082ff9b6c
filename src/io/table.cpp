// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/table.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "io/archive.h"
#include "io/csv_parser.h"
#include "io/fault_list.h"
#include "io/mojibake_watch.h"
#include "io/table_text.h"

namespace michinori::io {
namespace {

[[noreturn]] void fail(FindingCode code, const std::string& shown, std::vector<std::string> arguments = {}) {
    throw InputError({code, {shown, {}, {}}, std::move(arguments)});
}

bool is_table_name(const Source& source) {
    static constexpr std::array<std::string_view, 3> extensions{".csv", ".tsv", ".txt"};
    return std::ranges::find(extensions, source.extension) != extensions.end();
}

/// A .txt beside .csv files is a word to the reader, not a table.
std::vector<Source> tables_among(std::vector<Source> members) {
    std::erase_if(members, [](const Source& s) { return !is_table_name(s); });
    const auto is_note = [](const Source& s) { return s.extension == ".txt"; };
    if (!std::ranges::all_of(members, is_note)) {
        std::erase_if(members, is_note);
    }
    return members;
}

std::vector<std::string> names_of(const std::vector<Source>& sources) {
    std::vector<std::string> names;
    for (const auto& source : sources) {
        names.push_back(source.stem + source.extension);
    }
    return names;
}

Source table_in_zip(const InputFile& file, const std::string& wanted) {
    auto tables = tables_among(zip_members(file));
    if (tables.empty()) {
        fail(FindingCode::zip_without_layer, file.shown);
    }
    const auto names = names_of(tables);
    if (!wanted.empty()) {
        std::erase_if(tables, [&](const Source& s) { return s.stem != wanted && s.stem + s.extension != wanted; });
        if (tables.empty()) {
            fail(FindingCode::layer_missing, file.shown, {wanted, listed(names)});
        }
    }
    if (tables.size() > 1) {
        fail(FindingCode::layer_ambiguous, file.shown, {std::to_string(tables.size()), listed(names)});
    }
    return tables.front();
}

Source source_for(const InputFile& file, const TableFormat& format) {
    must_exist(file);
    return is_zip(file) ? table_in_zip(file, format.member) : source_of(file);
}

std::vector<std::string> numbered_columns(std::size_t count) {
    std::vector<std::string> columns;
    for (std::size_t i = 1; i <= count; ++i) {
        columns.push_back("#" + std::to_string(i));
    }
    return columns;
}

void read_header(CsvParser& parser, const TableFormat& format, Table& table) {
    CsvRecord record;
    if (!parser.next(record)) {
        fail(FindingCode::table_empty, table.file);
    }
    for (const auto& field : record.fields) {
        table.columns.emplace_back(trimmed(field));
    }
    for (int i = 0; i < format.skip_lines_after_header; ++i) {
        (void)parser.next(record);
    }
}

void check_row(const CsvRecord& record, const Table& table, FaultList& faults) {
    const Place place{table.file, static_cast<std::int64_t>(table.rows.size()) + 1, record.line};
    if (record.quote_unclosed) {
        faults.add({FindingCode::quote_unclosed, place, {}});
    } else if (record.fields.size() != table.columns.size()) {
        faults.add({FindingCode::row_width,
                    place,
                    {std::to_string(record.fields.size()), std::to_string(table.columns.size())}});
    }
}

void read_rows(CsvParser& parser, Table& table) {
    FaultList faults(table.file);
    CsvRecord record;
    while (parser.next(record)) {
        if (table.columns.empty()) {
            table.columns = numbered_columns(record.fields.size());
        }
        check_row(record, table, faults);
        table.rows.push_back(std::move(record.fields));
    }
    faults.throw_if_any();
    if (table.rows.empty()) {
        fail(FindingCode::table_empty, table.file);
    }
}

void look_for_mojibake(Table& table) {
    MojibakeWatch watch;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const auto& field : table.rows[r]) {
            watch.see(field, static_cast<std::int64_t>(r) + 1);
        }
    }
    watch.judge(table.file, table.findings);
}

/// "#3" -> 2, when there are that many columns.
std::optional<std::size_t> column_by_number(std::string_view name, std::size_t columns) {
    std::size_t number = 0;
    if (!name.starts_with('#')) {
        return std::nullopt;
    }
    const auto [end, problem] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
    const bool whole = problem == std::errc{} && end == name.data() + name.size();
    return whole && number >= 1 && number <= columns ? std::optional(number - 1) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> Table::find_column(std::string_view name) const {
    const auto wanted = trimmed(name);
    const auto found = std::ranges::find(columns, wanted);
    if (wanted.empty() || found == columns.end()) {
        return column_by_number(wanted, columns.size());
    }
    return static_cast<std::size_t>(found - columns.begin());
}

std::size_t Table::column(std::string_view name) const {
    const auto found = find_column(name);
    if (!found) {
        fail(FindingCode::column_missing, file, {std::string(name), listed(columns)});
    }
    if (std::ranges::count(columns, trimmed(name)) > 1) {
        fail(FindingCode::column_duplicate, file, {std::string(name)});
    }
    return *found;
}

Table read_table(const InputFile& file, const TableFormat& format) {
    const auto source = source_for(file, format);
    auto [text, encoding] = read_text(source, format.encoding);
    const bool tabs = format.delimiter == '\t' || (format.delimiter == 0 && source.extension == ".tsv");
    Table table;
    table.file = source.shown;
    table.encoding = encoding;
    table.format = std::string(tabs ? "TSV" : "CSV") + (is_zip(file) ? " in zip" : "");
    CsvParser parser(text, format.delimiter != 0 ? format.delimiter : tabs ? '\t' : ',');
    if (format.header) {
        read_header(parser, format, table);
    }
    read_rows(parser, table);
    look_for_mojibake(table);
    return table;
}

}  // namespace michinori::io
