// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/table.h"

#include <catch2/catch.hpp>

#include "support/faults.h"
#include "support/layer_file.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

const std::string sapporo_cp932 = "\x8e\x44\x96\x79";

struct Fixture {
    test::TempFolder folder;

    Table read(const std::string& name, std::string_view content, const TableFormat& format = {}) {
        return read_table({folder.write(name, content), name}, format);
    }
    std::string fault(const std::string& name, std::string_view content, const TableFormat& format = {}) {
        return test::fault_line([&] { (void)read(name, content, format); });
    }
};

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Fixture, "UTF-8 with and without byte order mark, and CP932, give the same table") {
    const auto [name, content, encoding] = GENERATE_COPY(table<std::string, std::string, std::string>({
        {"plain.csv", "id,city\n1,札幌\n", "UTF-8"},
        {"bom.csv", "\xEF\xBB\xBFid,city\r\n1,札幌\r\n", "UTF-8"},
        {"cp932.csv", "id,city\r\n1," + sapporo_cp932 + "\r\n", "CP932"},
        {"quoted.csv", "\"id\",\"city\"\n\"1\",\"札幌\"\n", "UTF-8"},
        {"tabs.tsv", "id\tcity\n1\t札幌\n", "UTF-8"},
        {"utf16.csv",
         std::string("\xFF\xFEi\0d\0,\0c\0i\0t\0y\0\n\0"
                     "1\0,\0\x2D\x67\x4C\x5E\n\0",
                     26),
         "UTF-16LE"},
    }));
    CAPTURE(name);
    const auto table = read(name, content);
    CHECK(table.columns == Row{"id", "city"});
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0] == Row{"1", "札幌"});
    CHECK(table.encoding == encoding);
    CHECK(table.format == (name.ends_with(".tsv") ? "TSV" : "CSV"));
}

TEST_CASE_METHOD(Fixture, "without a header columns are known by number") {
    TableFormat format;
    format.header = false;
    const auto table = read("raw.csv", "623927494,26,8\n623927591,181,79\n", format);
    CHECK(table.columns == Row{"#1", "#2", "#3"});
    CHECK(table.rows.size() == 2);
    CHECK(table.column("#2") == 1);
    CHECK(table.find_column("#4") == std::nullopt);
}

TEST_CASE_METHOD(Fixture, "columns by name, by number, missing and doubled") {
    const auto table = read("t.csv", " id ,　名称　,name,name,\n1,2,3,4,5\n");
    CHECK(table.column("id") == 0);
    CHECK(table.column("名称") == 1);
    CHECK(table.column("#5") == 4);
    CHECK(test::fault_line([&] { (void)table.column("lat"); }) ==
          "error column_missing: t.csv: has no column \"lat\" (it has: id, 名称, name, name, ); "
          "name an existing column in the scenario");
    CHECK(test::fault_line([&] { (void)table.column("name"); }) ==
          "error column_duplicate: t.csv: has more than one column \"name\"; rename one of them, or give the column by "
          "number as \"#3\"");
}

TEST_CASE_METHOD(Fixture, "lines after the header can be left out") {
    TableFormat format;
    format.skip_lines_after_header = 1;
    const auto table = read("t.txt", "KEY_CODE,T1\n,人口\n533946111,5\n", format);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0] == Row{"533946111", "5"});
}

TEST_CASE_METHOD(Fixture, "every row of a wrong width is named with row and line") {
    CHECK(fault("t.csv", "a,b\n1,2\n3\n\"x\ny\",1,2\n") ==
          "error row_width: t.csv row 2 line 3: has 1 fields where the header has 2; check for a stray delimiter or an "
          "unclosed quote\n"
          "error row_width: t.csv row 3 line 4: has 3 fields where the header has 2; check for a stray delimiter or an "
          "unclosed quote");
    std::string many = "a,b\n";
    for (int i = 0; i < 80; ++i) {
        many += "1\n";
    }
    const auto lines = test::fault_lines([&] { (void)read("many.csv", many); });
    REQUIRE(lines.size() == 51);
    CHECK(lines.back() == "error more_faults: many.csv: 30 more faults follow; mend those named above first");
}

TEST_CASE_METHOD(Fixture, "a quote that never closes") {
    CHECK(fault("t.csv", "a,b\n1,\"open\n2,x\n") ==
          "error quote_unclosed: t.csv row 1 line 2: a quoted field that begins here never ends; close the quote, or "
          "double a quote that belongs to the text");
}

TEST_CASE_METHOD(Fixture, "an empty table") {
    CHECK(fault("t.csv", "") ==
          "error table_empty: t.csv: the table has no row of data; check that it is the right file");
    CHECK(fault("t.csv", "a,b\n").starts_with("error table_empty: t.csv"));
}

TEST_CASE_METHOD(Fixture, "a file that is not there, and a folder") {
    CHECK(test::fault_line([&] {
              (void)read_table({folder.path() / "no.csv", "no.csv"}, {});
          }).starts_with("error file_missing: no.csv: the file does not exist; check the path"));
    CHECK(test::fault_line([&] {
              (void)read_table({folder.path(), "folder"}, {});
          }) ==
          "error file_unreadable: folder: cannot be read: it is not a file; check that it is complete and that you may "
          "read it");
}

TEST_CASE_METHOD(Fixture, "CP932 stated as UTF-8 names an example, readable, and the encoding to state") {
    TableFormat format;
    format.encoding = "UTF-8";
    CHECK(fault("t.csv", "id,city\n1," + sapporo_cp932 + "\n", format) ==
          "error encoding_wrong: t.csv: the text is not valid UTF-8 (for example line 2: 1,札幌); "
          "set encoding = \"CP932\" for this input in the scenario");
}

TEST_CASE_METHOD(Fixture, "UTF-8 stated as CP932") {
    TableFormat format;
    format.encoding = "Shift_JIS";
    CHECK(fault("t.csv", "id,city\n1,札幌市\n", format) ==
          "error encoding_wrong: t.csv: the text is not valid CP932 (for example line 2: 1,札幌市); "
          "set encoding = \"UTF-8\" for this input in the scenario");
}

TEST_CASE_METHOD(Fixture, "an encoding that nobody knows") {
    TableFormat format;
    format.encoding = "klingon";
    CHECK(fault("t.csv", "a\n1\n", format) ==
          "error bad_value: t.csv: encoding = klingon: not the name of an encoding such as "
          "UTF-8 or CP932; correct the value");
}

TEST_CASE_METHOD(Fixture, "mojibake that an earlier program saved") {
    CHECK(fault("t.csv", "id,city\n1,譛ｭ蟷悟ｸ\n").starts_with("error text_broken: t.csv: "));
    CHECK(fault("t.csv", "id,city\n1,\xEF\xBF\xBD\xEF\xBF\xBDy\n").starts_with("error text_broken: t.csv: "));
    const auto table = read("t.csv", "id,city\n1,札幌\n2,函館\n3,\xEF\xBF\xBD市\n");
    CHECK(table.findings.all().size() == 1);
}

TEST_CASE_METHOD(Fixture, "an Excel file with the name of a table, and a binary file") {
    CHECK(fault("t.csv", "PK\x03\x04 xl/workbook.xml") ==
          "error format_unknown: t.csv: is of a kind that is not known: an Excel file or other archive; use one of: "
          "CSV, TSV, "
          "or a .zip that holds one of them");
    CHECK(fault("t.csv", std::string("a\0b", 3))
              .starts_with("error file_unreadable: t.csv: cannot be read: it is not a text"));
}

TEST_CASE_METHOD(Fixture, "the one table inside a zip, beside a readme") {
    const auto csv = folder.write("表.csv", "id,city\n1," + sapporo_cp932 + "\n");
    const auto note = folder.write("readme.txt", "hello");
    test::write_zip(folder.path() / "t.zip", {csv, note}, "sub/");
    const auto table = read_table({folder.path() / "t.zip", "t.zip"}, {});
    CHECK(table.format == "CSV in zip");
    CHECK(table.file == "t.zip/sub/表.csv");
    CHECK(table.rows[0] == Row{"1", "札幌"});
}

TEST_CASE_METHOD(Fixture, "a zip with several tables, with none, cut off, and none at all") {
    const auto a = folder.write("a.csv", "x\n1\n");
    const auto b = folder.write("b.csv", "x\n2\n");
    test::write_zip(folder.path() / "two.zip", {a, b});
    CHECK(test::fault_line([&] {
              (void)read_table({folder.path() / "two.zip", "two.zip"}, {});
          }) ==
          "error layer_ambiguous: two.zip: holds 2 layers or tables (a.csv, b.csv); name the one to read with layer = "
          "\"...\", or unpack it");
    TableFormat member;
    member.member = "b.csv";
    CHECK(read_table({folder.path() / "two.zip", "two.zip"}, member).rows[0] == Row{"2"});

    test::write_zip(folder.path() / "none.zip", {folder.write("x.pdf", "%PDF")});
    CHECK(test::fault_line([&] {
              (void)read_table({folder.path() / "none.zip", "none.zip"}, {});
          }) ==
          "error zip_without_layer: none.zip: the zip file holds no map layer or table; check that it is the right "
          "download");

    const auto cut = folder.path() / "cut.zip";
    std::filesystem::copy_file(folder.path() / "two.zip", cut);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) - 30);
    CHECK(test::fault_line([&] {
              (void)read_table({cut, "cut.zip"}, {});
          }) ==
          "error file_truncated: cut.zip: ends too early: the zip's directory is missing; copy or download it again");
    CHECK(fault("fake.zip", "hello")
              .starts_with("error file_unreadable: fake.zip: cannot be read: it has the name of a zip"));
}
