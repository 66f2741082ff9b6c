// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "report/page_words.h"
#include "report/text_table.h"
#include "report/workbook_parts.h"

namespace michinori::report {
namespace {

using io::SheetColumn;

constexpr std::size_t rows_measured = 500;
constexpr double narrowest = 7;
constexpr double widest = 44;
constexpr double widest_heading = 14;  // then it is broken into lines
constexpr double most_heading_lines = 3;
constexpr double beside = 3;        // the button of the filter, and air
constexpr double note_width = 110;  // about what a screen shows
constexpr double most_frozen = 44;
constexpr double page_width = 200;  // what A4 on its side holds in letters that can be read

bool is_numeric(ColumnKind kind) {
    return kind != ColumnKind::text && kind != ColumnKind::code;
}

std::string digits(std::string_view whole, int decimals) {
    return std::string(whole) + (decimals > 0 ? "." + std::string(static_cast<std::size_t>(decimals), '0') : "");
}

/// As spreadsheets write it. Degrees have no thousands.
std::string number_format(const ResultColumn& column, int decimals) {
    switch (column.kind) {
        case ColumnKind::percent: return digits("0", decimals) + "%";
        case ColumnKind::minutes: return digits("0", decimals);
        case ColumnKind::yen: return "#,##0";
        default: return digits(column.decimals > 3 ? "0" : "#,##0", decimals);
    }
}

/// People who cannot get there: told by colour.
bool is_alarming(const ResultColumn& column) {
    constexpr std::array names{"unreached", "newly_unreached", "cut_off", "births_unreached", "births_newly_unreached"};
    return column.kind == ColumnKind::people &&
           (std::ranges::find(names, column.id) != names.end() || column.id.starts_with("unreached_") ||
            column.id.starts_with("newly_unreached_"));
}

std::string comment_of(const ResultColumn& column, Language language) {
    std::string lines = column.id;
    for (const auto& line : {unit_words(column.kind, language), column.note.in(language)}) {
        lines += line.empty() ? "" : "\n" + line;
    }
    return lines;
}

/// Characters that a field takes as it is shown.
double width_of(const ResultColumn& column, const std::string& field) {
    double value = 0;
    const auto end = field.data() + field.size();
    if (!is_numeric(column.kind) || std::from_chars(field.data(), end, value).ptr != end) {
        return static_cast<double>(display_width(field));
    }
    const auto whole = fmt::format("{:.0f}", std::trunc(value * (column.kind == ColumnKind::percent ? 100 : 1)));
    const auto separators = static_cast<double>((whole.size() - 1) / 3);
    return static_cast<double>(whole.size()) + separators + column.decimals + 1;
}

std::vector<double> measured(const ResultTable& head, const io::OutputFolder& out) {
    std::vector<double> widths(head.columns.size(), narrowest - beside);
    std::size_t rows = 0;
    for_some_rows(out, head.file, [&](const std::vector<std::string>& fields) {
        for (std::size_t c = 0; c < fields.size(); ++c) {
            widths[c] = std::max(widths[c], width_of(head.columns[c], fields[c]));
        }
        return ++rows < rows_measured;
    });
    return widths;
}

SheetColumn layout_of(const ResultColumn& column, double content, Language language) {
    SheetColumn layout;
    layout.heading = column.title.in(language);
    layout.comment = comment_of(column, language);
    const auto whole = static_cast<double>(display_width(layout.heading));
    const auto heading = std::min(whole, std::max(widest_heading, whole / most_heading_lines + 2));
    layout.width = std::min(std::max(content, heading) + beside, widest);
    layout.numeric = is_numeric(column.kind);
    layout.decimals = column.kind == ColumnKind::percent ? column.decimals + 2 : column.decimals;
    layout.format = number_format(column, column.decimals);
    layout.precise_format = number_format(column, std::max(column.decimals, 3));
    layout.shade = column.kind == ColumnKind::minutes ? SheetColumn::Shade::minutes
                   : is_alarming(column)              ? SheetColumn::Shade::alert
                                                      : SheetColumn::Shade::none;
    return layout;
}

/// The leading columns that tell what a row is about, as far as they leave room for the others.
std::size_t frozen_columns(const std::vector<ResultColumn>& columns, const std::vector<SheetColumn>& layout) {
    double width = 0;
    std::size_t frozen = 0;
    while (frozen < columns.size() && !is_numeric(columns[frozen].kind) &&
           width + layout[frozen].width <= most_frozen) {
        width += layout[frozen].width;
        ++frozen;
    }
    return frozen;
}

/// Pages side by side, each with the frozen columns.
int pages_wide(const io::TableSheet& sheet) {
    double width = 0;
    double repeated = 0;
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        width += sheet.columns[c].width;
        repeated += c < sheet.frozen ? sheet.columns[c].width : 0;
    }
    return width <= page_width ? 1 : static_cast<int>(std::ceil((width - repeated) / (page_width - repeated)));
}

void lay_out_note(io::TableSheet& sheet) {
    double width = 0;
    for (sheet.note_columns = 0; sheet.note_columns < sheet.columns.size() && width < note_width;) {
        width += sheet.columns[sheet.note_columns++].width;
    }
    sheet.note_lines = lines_over(sheet.note, width);
}

}  // namespace

int lines_over(const std::string& text, double width) {
    return std::max(1, static_cast<int>(std::ceil(1.1 * static_cast<double>(display_width(text)) / width)));
}

std::string unit_words(ColumnKind kind, Language language) {
    const PageWords w(language);
    switch (kind) {
        case ColumnKind::people: return std::string(w("単位: 人(件)", "Unit: people (or births, cases)"));
        case ColumnKind::minutes: return std::string(w("単位: 分", "Unit: minutes"));
        case ColumnKind::metres: return std::string(w("単位: m", "Unit: metres"));
        case ColumnKind::percent: return std::string(w("割合(CSVでは0から1)", "Share (0 to 1 in the CSV file)"));
        case ColumnKind::yen: return std::string(w("単位: 円", "Unit: yen"));
        default: return {};
    }
}

io::TableSheet sheet_layout(const ResultTable& head, const io::OutputFolder& out, Language language) {
    io::TableSheet sheet;
    sheet.name = head.title.in(language);
    sheet.title = head.title.in(language);
    sheet.note = head.file + ": " + head.note.in(language);
    const auto widths = measured(head, out);
    for (std::size_t c = 0; c < head.columns.size(); ++c) {
        sheet.columns.push_back(layout_of(head.columns[c], widths[c], language));
        const auto& layout = sheet.columns.back();
        sheet.heading_lines = std::max(sheet.heading_lines, lines_over(layout.heading, layout.width - beside));
    }
    sheet.frozen = frozen_columns(head.columns, sheet.columns);
    sheet.pages_wide = pages_wide(sheet);
    lay_out_note(sheet);
    return sheet;
}

}  // namespace michinori::report
