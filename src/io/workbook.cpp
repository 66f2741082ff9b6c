// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/workbook.h"

#include <fmt/core.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/finding.h"
#include "base/text.h"
#include "io/sheet_text.h"

namespace michinori::io {
namespace {

constexpr std::time_t fixed_date = 946684800;  // 2000-01-01 00:00 UTC
constexpr lxw_row_t heading_row = 2;           // after title and note
constexpr lxw_row_t first_data_row = heading_row + 1;
constexpr double line_height = 15;  // points
constexpr std::uint8_t a4 = 9;
constexpr std::size_t longest_name = 31;

/// Fills and letters of cells; light to dark, blue to brown, so that neither colour-blind eyes nor a black-and-white
/// printer mistake one for the other (after ColorBrewer's BrBG and YlOrBr). Contrast with the letters is 7:1 or more.
struct Colours {
    lxw_color_t fill;
    lxw_color_t letters;
    bool bold;
};
constexpr Colours up_to_30{0xDEEBF7, 0x000000, false};
constexpr Colours up_to_60{0xFFF7BC, 0x000000, false};
constexpr Colours beyond_60{0xFEC44F, 0x000000, true};
constexpr Colours beyond_90{0x8C2D04, 0xFFFFFF, true};
constexpr Colours alert{0xFDE0EF, 0x7A0177, true};

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why) {
    throw InputError({FindingCode::output_unwritable, {file.filename().string(), {}, {}}, {why}});
}

/// At the start rather than after all the rows.
void check_can_be_made(const std::filesystem::path& file) {
    if (!std::ofstream(file, std::ios::binary)) {
        fail(file, "the file cannot be created");
    }
}

void check(lxw_error error, const std::filesystem::path& file) {
    if (error != LXW_NO_ERROR) {
        fail(file, lxw_strerror(error));
    }
}

/// For what cannot go wrong with the arguments given here.
void require(lxw_error error) {
    if (error != LXW_NO_ERROR) {
        throw std::logic_error(fmt::format("workbook: {}", lxw_strerror(error)));
    }
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::optional<double> number_in(const std::string& field) {
    double value = 0;
    const auto end = field.data() + field.size();
    const auto [stop, error] = std::from_chars(field.data(), end, value);
    return error == std::errc() && stop == end && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// A number that so many decimals would show as 0, or minutes as a limit that people use (a multiple of five), which it
/// is not: 60.001 minutes must not read 60.0.
bool misleads(const SheetColumn& column, double value) {
    constexpr double limits = 5;
    const double scale = std::pow(10.0, column.decimals);
    const double shown = std::round(value * scale) / scale;
    const bool limit = column.shade == SheetColumn::Shade::minutes && std::fmod(shown, limits) == 0;
    return shown != value && (shown == 0 || limit);
}

/// "'Access by area'!A1": names of sheets hold no apostrophe.
std::string link_to(const std::string& sheet) {
    return "internal:'" + sheet + "'!A1";
}

/// A table in the making.
struct OpenTable {
    TableSheet sheet;
    lxw_worksheet* page = nullptr;
    lxw_row_t rows = 0;

    [[nodiscard]] lxw_row_t last_row() const { return first_data_row + (rows == 0 ? 0 : rows - 1); }
    [[nodiscard]] lxw_col_t last_column() const { return static_cast<lxw_col_t>(sheet.columns.size() - 1); }
};

}  // namespace

struct Workbook::Parts {
    explicit Parts(const std::filesystem::path& path, const Properties& properties);
    ~Parts();
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    lxw_worksheet* add_sheet(const std::string& name);
    void set_up_page(lxw_worksheet* page, const std::string& title, int pages_wide) const;
    void write_head() const;
    void write_comment(lxw_col_t column) const;
    void write_field(lxw_col_t column, const std::string& field);
    void end_table();
    void colour(lxw_col_t column);
    void colour(lxw_col_t column, const std::string& rule, lxw_format* format) const;
    void write_cell(lxw_row_t row, lxw_col_t column, const PageLine& line);

    lxw_format* format();
    lxw_format* coloured(const Colours& colours);
    lxw_format* number_format(const std::string& format);

    std::filesystem::path file;
    std::string page_head;  ///< title of the workbook
    lxw_workbook* book = nullptr;
    std::vector<std::string> names;
    lxw_worksheet* page = nullptr;  ///< of text
    std::optional<OpenTable> table;

    std::map<std::string, lxw_format*> number_formats;
    lxw_format* title = nullptr;
    lxw_format* note = nullptr;
    lxw_format* heading = nullptr;
    lxw_format* text = nullptr;
    lxw_format* section = nullptr;
    lxw_format* link = nullptr;
    std::array<lxw_format*, 4> minutes{};
    lxw_format* above_zero = nullptr;
};

Workbook::Parts::Parts(const std::filesystem::path& path, const Properties& properties)
    : file(path), page_head(properties.title) {
    check_can_be_made(path);
    auto folder = path.parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.empty() ? nullptr : folder.data();
    options.use_zip64 = LXW_TRUE;
    book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) {
        throw std::bad_alloc();
    }
    auto title_text = cell_text(properties.title);
    auto subject = cell_text(properties.subject);
    auto comments = cell_text(properties.comments);
    lxw_doc_properties document{};
    document.title = title_text.data();
    document.subject = subject.data();
    document.comments = comments.data();
    document.created = fixed_date;
    require(workbook_set_properties(book, &document));

    title = format();
    format_set_bold(title);
    format_set_font_size(title, 14);
    note = format();
    format_set_text_wrap(note);
    format_set_align(note, LXW_ALIGN_VERTICAL_TOP);
    format_set_font_color(note, 0x404040);
    heading = format();
    format_set_bold(heading);
    format_set_text_wrap(heading);
    format_set_align(heading, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(heading, 0xE7E6E6);
    format_set_bottom(heading, LXW_BORDER_THIN);
    section = format();
    format_set_bold(section);
    format_set_font_size(section, 12);
    format_set_bottom(section, LXW_BORDER_THIN);
    text = format();
    format_set_text_wrap(text);
    format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    link = format();
    format_set_underline(link, LXW_UNDERLINE_SINGLE);
    format_set_font_color(link, 0x0B4F8A);
    format_set_text_wrap(link);
    format_set_align(link, LXW_ALIGN_VERTICAL_TOP);
    minutes = {coloured(beyond_90), coloured(beyond_60), coloured(up_to_60), coloured(up_to_30)};
    above_zero = coloured(alert);
}

Workbook::Parts::~Parts() {
    if (book != nullptr) {
        lxw_workbook_free(book);
    }
}

lxw_format* Workbook::Parts::format() {
    auto* made = workbook_add_format(book);
    if (made == nullptr) {
        throw std::bad_alloc();
    }
    return made;
}

lxw_format* Workbook::Parts::coloured(const Colours& colours) {
    auto* made = format();
    format_set_bg_color(made, colours.fill);
    format_set_font_color(made, colours.letters);
    if (colours.bold) {
        format_set_bold(made);
    }
    return made;
}

lxw_format* Workbook::Parts::number_format(const std::string& format_text) {
    auto& known = number_formats[format_text];
    if (known == nullptr) {
        known = format();
        format_set_num_format(known, format_text.c_str());
    }
    return known;
}

lxw_worksheet* Workbook::Parts::add_sheet(const std::string& name) {
    auto* made = workbook_add_worksheet(book, name.c_str());
    if (made == nullptr) {
        throw std::logic_error("workbook: no sheet can be called " + name);
    }
    names.push_back(name);
    return made;
}

void Workbook::Parts::set_up_page(lxw_worksheet* made, const std::string& title_text, int pages_wide) const {
    worksheet_set_landscape(made);
    worksheet_set_paper(made, a4);
    worksheet_fit_to_pages(made, static_cast<std::uint16_t>(pages_wide), 0);  // as long as it is
    worksheet_set_margins(made, 0.5, 0.5, 0.75, 0.6);
    require(
        worksheet_set_header(made, ("&L&\"-,Bold\"" + page_text(title_text) + "&R" + page_text(page_head)).c_str()));
    require(worksheet_set_footer(made, "&C&P / &N"));
}

void Workbook::Parts::write_head() const {
    const auto& sheet = table->sheet;
    auto* made = table->page;
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        require(worksheet_set_column(made, column, column, sheet.columns[c].width, nullptr));
    }
    require(worksheet_set_row(made, 0, 1.4 * line_height, nullptr));
    require(worksheet_write_string(made, 0, 0, cell_text(sheet.title).c_str(), title));
    require(worksheet_set_row(made, 1, sheet.note_lines * line_height + 3, nullptr));
    if (sheet.note_columns > 1) {
        const auto last = static_cast<lxw_col_t>(std::min(sheet.note_columns, sheet.columns.size()) - 1);
        require(worksheet_merge_range(made, 1, 0, 1, last, "", note));
    }
    require(worksheet_write_string(made, 1, 0, cell_text(sheet.note).c_str(), note));
    require(worksheet_set_row(made, heading_row, sheet.heading_lines * line_height, nullptr));
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        require(
            worksheet_write_string(made, heading_row, column, cell_text(sheet.columns[c].heading).c_str(), heading));
        write_comment(column);
    }
    worksheet_freeze_panes(made, first_data_row, static_cast<lxw_col_t>(std::min(sheet.frozen, sheet.columns.size())));
    require(worksheet_repeat_rows(made, heading_row, heading_row));
    if (sheet.pages_wide > 1 && sheet.frozen > 0) {
        require(worksheet_repeat_columns(made, 0, static_cast<lxw_col_t>(sheet.frozen - 1)));
    }
}

void Workbook::Parts::write_comment(lxw_col_t column) const {
    std::string comment;
    for (const auto& line : split_list(table->sheet.columns[column].comment, '\n')) {
        comment += (comment.empty() ? "" : "\n") + cell_text(line);
    }
    if (comment.empty()) {
        return;
    }
    lxw_comment_options options{};
    options.width = 280;
    options.height = 110;
    options.font_size = 9;
    require(worksheet_write_comment_opt(table->page, heading_row, column, comment.c_str(), &options));
}

void Workbook::Parts::write_field(lxw_col_t column, const std::string& field) {
    if (field.empty()) {
        return;
    }
    const auto& head = table->sheet.columns[column];
    const auto row = first_data_row + table->rows;
    const auto value = head.numeric ? number_in(field) : std::nullopt;
    if (value) {
        auto* shown = number_format(misleads(head, *value) ? head.precise_format : head.format);
        require(worksheet_write_number(table->page, row, column, *value, shown));
    } else {
        require(worksheet_write_string(table->page, row, column, cell_text(field).c_str(), nullptr));
    }
}

void Workbook::Parts::end_table() {
    if (!table) {
        return;
    }
    for (std::size_t c = 0; c < table->sheet.columns.size(); ++c) {
        colour(static_cast<lxw_col_t>(c));
    }
    require(worksheet_autofilter(table->page, heading_row, 0, table->last_row(), table->last_column()));
    std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range{};
    lxw_rowcol_to_range(range.data(), first_data_row, 0, table->last_row(), table->last_column());
    require(worksheet_ignore_errors(table->page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.data()));
    table.reset();
}

/// Empty cells and text have no colour.
void Workbook::Parts::colour(lxw_col_t column) {
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> cell{};
    lxw_rowcol_to_cell(cell.data(), first_data_row, column);
    const auto rule = [&](std::string_view compared) {
        return fmt::format("=AND(ISNUMBER({0}),{0}{1})", cell.data(), compared);
    };
    switch (table->sheet.columns[column].shade) {
        case SheetColumn::Shade::none: return;
        case SheetColumn::Shade::minutes:
            colour(column, rule(">90"), minutes[0]);
            colour(column, rule(">60"), minutes[1]);
            colour(column, rule(">30"), minutes[2]);
            colour(column, rule("<=30"), minutes[3]);
            return;
        case SheetColumn::Shade::alert: colour(column, rule(">0"), above_zero); return;
    }
}

void Workbook::Parts::colour(lxw_col_t column, const std::string& rule, lxw_format* colours) const {
    auto formula = rule;
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
    condition.value_string = formula.data();
    condition.format = colours;
    condition.stop_if_true = LXW_TRUE;
    require(
        worksheet_conditional_format_range(table->page, first_data_row, column, table->last_row(), column, &condition));
}

void Workbook::Parts::write_cell(lxw_row_t row, lxw_col_t column, const PageLine& line) {
    const auto& cell = line.cells[column];
    const auto shown = cell_text(cell.text);
    auto* style = line.style == PageLine::Style::title     ? title
                  : line.style == PageLine::Style::heading ? section
                                                           : text;
    if (cell.sheet.empty()) {
        require(worksheet_write_string(page, row, column, shown.c_str(), style));
        return;
    }
    require(worksheet_write_url_opt(page, row, column, link_to(cell.sheet).c_str(), link, shown.c_str(), nullptr));
}

Workbook::Workbook(const std::filesystem::path& file, const Properties& properties)
    : parts_(std::make_unique<Parts>(file, properties)) {}

Workbook::~Workbook() = default;

void Workbook::add_page(const std::string& name, const std::vector<double>& widths) {
    if (parts_->page != nullptr) {
        throw std::logic_error("workbook: a second page of text");
    }
    const auto own = sheet_name(name, parts_->names);
    parts_->page = parts_->add_sheet(own);
    parts_->set_up_page(parts_->page, own, 1);
    worksheet_gridlines(parts_->page, LXW_HIDE_ALL_GRIDLINES);
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        require(worksheet_set_column(parts_->page, column, column, widths[c], nullptr));
    }
}

void Workbook::write_page(const std::vector<PageLine>& lines) {
    for (std::size_t row = 0; row < lines.size(); ++row) {
        const auto height = (lines[row].style == PageLine::Style::title ? 1.4 : 1.0) * lines[row].lines * line_height;
        require(worksheet_set_row(parts_->page, static_cast<lxw_row_t>(row), height, nullptr));
        for (std::size_t c = 0; c < lines[row].cells.size(); ++c) {
            if (!lines[row].cells[c].text.empty()) {
                parts_->write_cell(static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(c), lines[row]);
            }
        }
    }
}

std::string Workbook::begin_table(const TableSheet& table) {
    parts_->end_table();
    auto name = sheet_name(table.name, parts_->names);
    auto* page = parts_->add_sheet(name);
    parts_->table = OpenTable{table, page};
    parts_->set_up_page(page, table.title, table.pages_wide);
    parts_->write_head();
    return name;
}

void Workbook::row(const std::vector<std::string>& fields) {
    auto& table = parts_->table.value();
    if (fields.size() != table.sheet.columns.size() || table.rows == most_rows) {
        throw std::logic_error("workbook: a row that the sheet cannot take");
    }
    for (std::size_t c = 0; c < fields.size(); ++c) {
        parts_->write_field(static_cast<lxw_col_t>(c), fields[c]);
    }
    ++table.rows;
}

void Workbook::close() {
    parts_->end_table();
    auto* book = std::exchange(parts_->book, nullptr);
    check(workbook_close(book), parts_->file);  // frees it
}

std::string sheet_name(std::string_view wanted, const std::vector<std::string>& taken) {
    std::string base = cell_text(wanted);
    constexpr std::string_view not_allowed = "[]:*?/\\'";
    std::ranges::replace_if(
        base, [&](char c) { return not_allowed.find(c) != std::string_view::npos; }, ' ');
    const auto is_taken = [&](const std::string& name) {
        return in_lower_case(name) == "history" || std::ranges::any_of(taken, [&](const std::string& other) {
                   return in_lower_case(other) == in_lower_case(name);
               });
    };
    base = std::string(first_units(base.empty() ? "Sheet" : base, longest_name));
    auto name = base;
    for (int n = 2; is_taken(name); ++n) {
        const auto end = fmt::format(" ({})", n);
        name = std::string(first_units(base, longest_name - end.size())) + end;
    }
    return name;
}

}  // namespace michinori::io
