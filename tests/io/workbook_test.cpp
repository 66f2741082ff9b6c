// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/workbook.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/finding.h"
#include "base/text.h"
#include "io/sheet_text.h"
#include "support/temp_folder.h"
#include "support/zip_member.h"

using namespace michinori;
using namespace michinori::io;
using Catch::Contains;

namespace {

SheetColumn text_column(const std::string& heading) {
    SheetColumn column;
    column.heading = heading;
    return column;
}

SheetColumn minutes_column() {
    auto column = text_column("時間(分)");
    column.comment = "minutes\n単位: 分";
    column.numeric = true;
    column.decimals = 1;
    column.format = "0.0";
    column.precise_format = "0.000";
    column.shade = SheetColumn::Shade::minutes;
    return column;
}

SheetColumn people_column() {
    auto column = text_column("到達不可");
    column.numeric = true;
    column.format = "#,##0";
    column.precise_format = "#,##0.000";
    column.shade = SheetColumn::Shade::alert;
    return column;
}

TableSheet table_of(std::vector<SheetColumn> columns) {
    TableSheet sheet;
    sheet.name = "圏域";
    sheet.title = "圏域別 & 時間";
    sheet.note = "分";
    sheet.columns = std::move(columns);
    sheet.note_columns = sheet.columns.size();
    return sheet;
}

/// One sheet with these rows; its XML.
class Written {
public:
    Written(const TableSheet& table, const std::vector<std::vector<std::string>>& rows) {
        Workbook book(file(), {"title", "subject", "comments"});
        book.begin_table(table);
        for (const auto& row : rows) {
            book.row(row);
        }
        book.close();
    }
    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "t.xlsx"; }
    [[nodiscard]] std::string sheet() const { return test::sheet_xml(file(), 1); }
    [[nodiscard]] std::string member(const std::string& name) const { return test::zip_member(file(), name); }
    /// The text of the cell that holds one field.
    static std::string cell(const std::string& field) {
        const Written written(table_of({text_column("a")}), {{field}});
        const auto xml = written.sheet();
        const auto begin = xml.find("<t", xml.find("r=\"A4\""));
        const auto from = xml.find('>', begin) + 1;
        return xml.substr(from, xml.find("</t>", from) - from);
    }

private:
    test::TempFolder folder_;
};

/// <c r="B4" ...>...</c>
std::string cell_xml(const std::string& sheet, const std::string& cell) {
    const auto from = sheet.find("<c r=\"" + cell + "\"");
    REQUIRE(from != std::string::npos);
    return sheet.substr(from, sheet.find("</c>", from) - from);
}

}  // namespace

TEST_CASE("text in a workbook stays text: no formula, no link, no number") {
    const std::vector<std::string> texts{"=cmd()", "+1", "-1+1", "@x", "{=A1}", "http://example.org/", "012", "1.50"};
    std::vector<std::vector<std::string>> rows;
    for (const auto& text : texts) {
        rows.push_back({text});
    }
    const Written written(table_of({text_column("a")}), rows);
    const auto sheet = written.sheet();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto cell = cell_xml(sheet, "A" + std::to_string(4 + i));
        CHECK_THAT(cell, Contains("t=\"inlineStr\"") && Contains(">" + texts[i] + "<"));
    }
    CHECK_THAT(sheet, !Contains("<f>") && !Contains("<hyperlink"));
    CHECK_THAT(sheet, Contains("<ignoredError numberStoredAsText=\"1\" sqref=\"A4:A11\"/>") ||
                          Contains("sqref=\"A4:A11\" numberStoredAsText=\"1\""));
}

TEST_CASE("numbers are numbers, what is none is text, and nothing is no cell") {
    const Written written(table_of({minutes_column(), people_column()}),
                          {{"60", "1234"}, {"60.001", "0.04"}, {"", "n/a"}, {"59.97", "1e999"}, {"12.34", "-0.2"}});
    const auto sheet = written.sheet();
    CHECK_THAT(cell_xml(sheet, "A4"), Contains("<v>60</v>"));
    CHECK_THAT(cell_xml(sheet, "A5"), Contains("<v>60.001</v>"));
    CHECK_THAT(cell_xml(sheet, "B5"), Contains("<v>0.04</v>"));
    CHECK(sheet.find("r=\"A6\"") == std::string::npos);
    CHECK_THAT(cell_xml(sheet, "B6"), Contains(">n/a<"));
    CHECK_THAT(cell_xml(sheet, "B7"), Contains(">1e999<"));
}

TEST_CASE("a time just beyond a limit, and a few people, do not read as the limit or as nobody") {
    const Written written(table_of({minutes_column(), people_column()}),
                          {{"60", "12"}, {"60.001", "0.04"}, {"59.97", "0"}, {"61.02", "1.5"}, {"0.02", "-0.2"}});
    const auto sheet = written.sheet();
    const auto style = [&](const std::string& cell) {
        const auto xml = cell_xml(sheet, cell);
        const auto from = xml.find("s=\"") + 3;
        return xml.substr(from, xml.find('"', from) - from);
    };
    CHECK(style("A4") == style("A7"));
    CHECK(style("A5") != style("A4"));  // 60.0 is not what it is
    CHECK(style("A6") == style("A5"));  // nor here
    CHECK(style("A8") == style("A5"));  // 0.0
    CHECK(style("B5") != style("B4"));
    CHECK(style("B6") == style("B4"));
    CHECK(style("B7") == style("B4"));
    CHECK(style("B8") == style("B5"));
    const auto styles = written.member("xl/styles.xml");
    for (const char* format : {"\"0.0\"", "\"0.000\"", "\"#,##0.000\""}) {
        CHECK_THAT(styles, Contains(std::string("formatCode=") + format));
    }
}

TEST_CASE("a sheet has a frozen heading with filters, colours, a comment and a page to print") {
    auto table = table_of({text_column("圏域"), minutes_column(), people_column()});
    const Written written(table, {{"a", "10", "0"}, {"b", "99", "5"}});
    const auto sheet = written.sheet();
    CHECK_THAT(sheet, Contains("<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\"") && Contains("state=\"frozen\""));
    CHECK_THAT(sheet, Contains("<autoFilter ref=\"A3:C5\"/>"));
    CHECK_THAT(sheet, Contains("<mergeCell ref=\"A2:C2\"/>"));
    CHECK_THAT(sheet, Contains("paperSize=\"9\"") && Contains("orientation=\"landscape\"") &&
                          Contains("fitToHeight=\"0\"") && Contains("<pageSetUpPr fitToPage=\"1\"/>"));
    CHECK_THAT(sheet, Contains("圏域別 &amp;&amp; 時間"));  // in the head of a printed page "&" begins a command
    CHECK_THAT(sheet, Contains("<conditionalFormatting sqref=\"B4:B5\">") && Contains("AND(ISNUMBER(B4),B4&gt;60)") &&
                          Contains("AND(ISNUMBER(B4),B4&lt;=30)") &&
                          Contains("<conditionalFormatting sqref=\"C4:C5\">") && Contains("AND(ISNUMBER(C4),C4&gt;0)"));
    CHECK_THAT(written.member("xl/workbook.xml"), Contains("Print_Titles") && Contains("$3:$3"));
    CHECK_THAT(written.member("xl/comments1.xml"), Contains("minutes\n単位: 分") && Contains("ref=\"B3\""));
}

TEST_CASE("what XML, a reader or a workbook cannot hold is replaced, and long text is cut") {
    CHECK(Written::cell("<b>&\"'") == "&lt;b&gt;&amp;\"'");
    CHECK(Written::cell("a\x01"
                        "b\nc") == "a b c");
    CHECK(Written::cell("x\xE2\x80\xAEy") == "x\xEF\xBF\xBDy");                          // a right-to-left override
    CHECK(Written::cell("x\xEF\xBF\xBFy\xEF\xBF\xBE") == "x\xEF\xBF\xBDy\xEF\xBF\xBD");  // U+FFFF, U+FFFE
    CHECK(Written::cell("bad\xFF") == "bad\xEF\xBF\xBD");
    CHECK(Written::cell("_x0041_ _x41_") == "_x005F_x0041_ _x41_");
    std::string kanji;
    for (int i = 0; i < 40000; ++i) {
        kanji += "道";
    }
    const auto cut = cell_text(kanji);
    CHECK(cut.size() == 32764 * 3 + 3);
    CHECK(cut.ends_with("道..."));
    CHECK(Written::cell(kanji) == cut);
    CHECK(cell_text(kanji.substr(0, 32767 * 3)).size() == 32767 * 3);
    CHECK(first_units("a𠮷b", 2) == "a");  // 𠮷 is two units
    CHECK(first_units("a𠮷b", 3) == "a𠮷");
}

TEST_CASE("the same calls give the same bytes, and no clock is in them") {
    const std::vector<std::vector<std::string>> rows{{"a", "1.5", "2"}, {"=b", "", "3"}};
    const auto table = table_of({text_column("a"), minutes_column(), people_column()});
    const Written one(table, rows);
    const Written two(table, rows);
    const auto bytes = [](const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    CHECK(bytes(one.file()) == bytes(two.file()));
    const auto core = one.member("docProps/core.xml");
    CHECK_THAT(core, Contains(">2000-01-01T00:00:00Z</dcterms:created>") &&
                         Contains(">2000-01-01T00:00:00Z</dcterms:modified>"));
}

TEST_CASE("a page of text leads to sheets") {
    const test::TempFolder folder;
    const auto file = folder.path() / "t.xlsx";
    Workbook book(file, {"t", "s", "c"});
    book.add_page("概要", {30, 100});
    const auto sheet = book.begin_table(table_of({text_column("a")}));
    book.row({"x"});
    const auto second = book.begin_table(table_of({text_column("a")}));
    book.write_page({{PageLine::Style::title, {{"題"}}}, {PageLine::Style::text, {{"圏域", sheet}, {"=1+1"}}}});
    book.close();
    CHECK(sheet == "圏域");
    CHECK(second == "圏域 (2)");
    CHECK_THAT(test::sheet_xml(file, 1),
               Contains("<hyperlink ref=\"A2\" location=\"'圏域'!A1\"") && Contains(">=1+1<") && !Contains("<f>"));
    CHECK_THAT(test::zip_member(file, "xl/workbook.xml"),
               Contains("<sheet name=\"概要\" sheetId=\"1\"") && Contains("<sheet name=\"圏域 (2)\" sheetId=\"3\""));
}

TEST_CASE("titles of any length and with any sign can be printed") {
    auto table = table_of({text_column("a")});
    table.title = std::string(300, '&');
    const test::TempFolder folder;
    Workbook book(folder.path() / "t.xlsx", {std::string(300, '&'), "", ""});
    CHECK_NOTHROW(book.begin_table(table));
    CHECK_NOTHROW(book.close());
}

TEST_CASE("names of sheets are such as Excel takes") {
    CHECK(sheet_name("a/b[1]:*?\\'", {}) == "a b 1      ");
    CHECK(sheet_name("", {}) == "Sheet");
    CHECK(sheet_name("History", {}) == "History (2)");
    CHECK(sheet_name("Areas", {"areas"}) == "Areas (2)");
    CHECK(sheet_name("Areas", {"AREAS", "Areas (2)"}) == "Areas (3)");
    const std::string forty(40, 'x');
    CHECK(sheet_name(forty, {}) == forty.substr(0, 31));
    CHECK(sheet_name(forty, {forty.substr(0, 31)}) == forty.substr(0, 27) + " (2)");
    rc::prop("always valid, always another", [](const std::vector<std::string>& wanted) {
        std::vector<std::string> taken;
        for (const auto& want : wanted) {
            const auto name = sheet_name(want, taken);
            RC_ASSERT(!name.empty());
            RC_ASSERT(is_valid_utf8(name));
            RC_ASSERT(first_units(name, 31) == name);
            RC_ASSERT(name.find_first_of("[]:*?/\\'") == std::string::npos);
            RC_ASSERT(std::find(taken.begin(), taken.end(), name) == taken.end());
            taken.push_back(name);
        }
    });
}

TEST_CASE("a workbook that cannot be written is told, and a wrong row is a mistake of the program") {
    const test::TempFolder folder;
    CHECK_THROWS_AS(Workbook(folder.path() / "no" / "such" / "t.xlsx", {"t", "s", "c"}), InputError);
    Workbook book(folder.path() / "t.xlsx", {"t", "s", "c"});
    book.begin_table(table_of({text_column("a")}));
    CHECK_THROWS_AS(book.row({"a", "b"}), std::logic_error);
}
