// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace michinori::io {

/// A column of a sheet.
struct SheetColumn {
    /// Colours that its numbers get by their values.
    enum class Shade {
        none,
        minutes,  ///< up to 30, up to 60, beyond 60, beyond 90
        alert,    ///< above 0
    };
    std::string heading;
    std::string comment;  ///< of the heading, with LF between its lines; may be empty
    double width = 10;    ///< in characters
    /// Fields that are numbers are written as numbers; all others, and every field of another column, as text.
    bool numeric = false;
    int decimals = 0;            ///< that `format` shows
    std::string format;          ///< as spreadsheets write it: "#,##0.0", "0.0%"
    std::string precise_format;  ///< for a number that `format` would show as 0 or as a limit, which it is not
    Shade shade = Shade::none;
};

/// A sheet with one table: its title, what it holds, the headings, the rows.
struct TableSheet {
    std::string name;   ///< wanted; see sheet_name()
    std::string title;  ///< also at the head of every printed page, beside the workbook's
    std::string note;
    std::size_t note_columns = 1;  ///< columns that the note stands over
    int note_lines = 1;            ///< so many of these it takes
    int heading_lines = 1;         ///< of the highest heading
    std::size_t frozen = 1;        ///< columns at the left that stay in sight, and stand on every printed page
    int pages_wide = 1;            ///< printed pages side by side
    std::vector<SheetColumn> columns;
};

/// A line of a page of text.
struct PageLine {
    enum class Style { title, heading, text };
    struct Cell {
        std::string text;
        std::string sheet = {};  ///< a sheet of the same workbook that a click leads to; may be empty
    };
    Style style = Style::text;
    std::vector<Cell> cells;
    int lines = 1;  ///< that the highest of them takes
};

/// Writes an Excel workbook (.xlsx) with libxlsxwriter: pages of text and sheets with a table each, with number
/// formats, a frozen heading with filters, comments, colours at thresholds, and pages of A4 on their side. Text is
/// text: never a formula or a link; characters that would disturb it are replaced by a mark, cells longer than a
/// spreadsheet takes are cut and end in "...". Rows go to disk as they come. The same calls give the same bytes: the
/// dates inside are 2000-01-01. Not thread-safe. Throws InputError output_unwritable.
///
///     Workbook book("tables.xlsx", {"Umino", "Data: made up", "michinori 1.0"});
///     book.add_page("Contents", {30, 100});
///     const auto sheet = book.begin_table(areas);
///     book.row({"48201", "12.3"});
///     book.write_page({{PageLine::Style::text, {{"Access by area", sheet}}}});
///     book.close();
class Workbook {
public:
    struct Properties {
        std::string title;
        std::string subject;
        std::string comments;
    };
    Workbook(const std::filesystem::path& file, const Properties& properties);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// A page of text at this place among the sheets, with columns so wide; its lines may come later. At most one. The
    /// workbook's title stands at the head of it when it is printed.
    void add_page(const std::string& name, const std::vector<double>& widths);
    void write_page(const std::vector<PageLine>& lines);

    /// Begins a sheet after those there are, and ends the table before it. Gives the name that the sheet got.
    std::string begin_table(const TableSheet& table);
    /// A row of the table that was begun last. Throws std::logic_error when it is full, or not as wide as its heading.
    void row(const std::vector<std::string>& fields);

    /// Writes the file.
    void close();

    /// Rows of one table that a sheet holds besides its title, note and heading.
    static constexpr std::int64_t most_rows = 1048576 - 3;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// A name as Excel takes it: at most 31 characters, none of []:*?/\ and no apostrophe, not empty, not "History", and
/// none of `taken` (whatever the case of letters): then with " (2)" and so on.
[[nodiscard]] std::string sheet_name(std::string_view wanted, const std::vector<std::string>& taken);

}  // namespace michinori::io
