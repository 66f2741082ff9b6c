// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/workbook_outputs.h"

#include <fmt/core.h>

#include <utility>

#include "report/page_words.h"
#include "report/workbook_parts.h"

namespace michinori::report {
namespace {

constexpr const char* file_name = "tables.xlsx";

/// Writes the tables one after the other and remembers their sheets.
class WorkbookTables {
public:
    WorkbookTables(io::Workbook& book, const io::OutputFolder& out, Language language, std::int64_t most_rows)
        : book_(book), out_(out), language_(language), most_rows_(most_rows) {}

    void add(ResultTable head) {
        const auto layout = sheet_layout(head, out_, language_);
        tables_.push_back({std::move(head), {}, 0});
        begin(layout);
        tables_.back().rows = for_each_row(out_, tables_.back().head.file, [&](const std::vector<std::string>& fields) {
            if (sheets_.back().second == most_rows_) {
                begin(layout);
            }
            book_.row(fields);
            ++sheets_.back().second;
        });
    }

    /// What every column means; the name of its sheet.
    std::string add_columns() {
        auto name = book_.begin_table(columns_layout());
        for (const auto& table : tables_) {
            for (const auto& column : table.head.columns) {
                book_.row({table.sheets.front(), table.head.file, column.title.in(language_), column.id,
                           unit_words(column.kind, language_), column.note.in(language_)});
            }
        }
        return name;
    }

    [[nodiscard]] const std::vector<TableInSheets>& tables() const { return tables_; }
    [[nodiscard]] const std::vector<LayerCount>& sheets() const { return sheets_; }

private:
    void begin(const io::TableSheet& layout) {
        sheets_.emplace_back(book_.begin_table(layout), 0);
        tables_.back().sheets.push_back(sheets_.back().first);
    }

    [[nodiscard]] io::TableSheet columns_layout() const {
        const PageWords w(language_);
        io::TableSheet sheet;
        sheet.name = sheet.title = w("列の説明", "Columns");
        sheet.note = w("各シートの列の意味。CSVファイルの列名は言語によらず英語です。",
                       "What the columns of the sheets mean. The CSV files have the ids as their headings.");
        const auto add = [&](std::string_view heading, double width) {
            sheet.columns.push_back(
                {.heading = std::string(heading), .comment = "", .width = width, .format = "", .precise_format = ""});
        };
        add(w("シート", "Sheet"), 30);
        add(w("CSVファイル", "CSV file"), 26);
        add(w("見出し", "Heading"), 34);
        add(w("列名", "Column"), 34);
        add(w("単位", "Unit"), 26);
        add(w("意味", "Meaning"), 100);
        sheet.note_columns = sheet.columns.size();
        return sheet;
    }

    io::Workbook& book_;
    const io::OutputFolder& out_;
    Language language_;
    std::int64_t most_rows_;
    std::vector<TableInSheets> tables_;
    std::vector<LayerCount> sheets_;
};

void tell_parts(const std::vector<TableInSheets>& tables, Language language, Json& manifest) {
    for (const auto& table : tables) {
        if (table.sheets.size() > 1) {
            const Finding finding{
                FindingCode::sheet_in_parts,
                {file_name, {}, {}},
                {table.head.file, fmt::format("{}", table.rows), fmt::format("{}", table.sheets.size())}};
            for (auto& json : findings_json({finding}, language)) {
                manifest["findings"].push_back(std::move(json));
            }
        }
    }
}

}  // namespace

StagedTable write_workbook(Json& manifest, const NamesOfIds& names, Language language, io::OutputFolder& out,
                           std::int64_t most_rows) {
    const auto files = staged_tables(out);
    io::Workbook book(out.stage(file_name), {workbook_title(manifest, language), attribution_of(manifest),
                                             "michinori " + manifest.value("version", "")});
    book.add_page(std::string(PageWords(language)("概要", "Contents")), contents_widths);
    WorkbookTables tables(book, out, language, most_rows);
    for (const auto& file : files) {
        tables.add(table_head(out, file, names));
    }
    const auto columns_sheet = tables.add_columns();
    tell_parts(tables.tables(), language, manifest);
    book.write_page(contents_lines(manifest, tables.tables(), columns_sheet, names, language));
    book.close();
    StagedTable staged{file_name, 0, {}, tables.sheets()};
    for (const auto& table : tables.tables()) {
        staged.rows += table.rows;
    }
    return staged;
}

}  // namespace michinori::report
