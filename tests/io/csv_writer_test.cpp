// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/csv_writer.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "base/finding.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

/// The one data row that comes of one text field.
std::string written_text(const std::string& value) {
    const test::TempFolder folder;
    const auto file = folder.path() / "t.csv";
    CsvWriter csv(file, {"c"});
    csv.text(value).end_row();
    csv.close();
    const auto all = bytes_of(file);
    const std::string head =
        "\xEF\xBB\xBF"
        "c\r\n";
    REQUIRE(all.starts_with(head));
    return all.substr(head.size(), all.size() - head.size() - 2);
}

}  // namespace

TEST_CASE("a table is written with byte order mark, CRLF and exact numbers") {
    const test::TempFolder folder;
    const auto file = folder.path() / "t.csv";
    CsvWriter csv(file, {"id", "名前", "n", "people", "minutes", "x"});
    csv.text("a").text("中央病院").integer(-3).people(People::from_micro(12345000)).minutes(59.9996).empty().end_row();
    csv.text("").text("x").integer(0).people(People{}).minutes(std::nullopt).fixed(-0.0001, 2).end_row();
    CHECK(csv.close() == 2);
    CHECK(bytes_of(file) ==
          "\xEF\xBB\xBFid,名前,n,people,minutes,x\r\na,中央病院,-3,12.345,60.000,\r\n,x,0,0,,0.00\r\n");
}

TEST_CASE("fields with delimiters, quotes and line ends are quoted") {
    CHECK(written_text("plain") == "plain");
    CHECK(written_text("a,b") == "\"a,b\"");
    CHECK(written_text("say \"x\"") == "\"say \"\"x\"\"\"");
    CHECK(written_text("two\r\nlines") == "\"two\r\nlines\"");
}

TEST_CASE("text that a spreadsheet would run is made harmless") {
    CHECK(written_text("=1+1") == "'=1+1");
    CHECK(written_text("+81") == "'+81");
    CHECK(written_text("-2") == "'-2");
    CHECK(written_text("@x") == "'@x");
    CHECK(written_text("\tx") == "'\tx");
    CHECK(written_text("＝SUM(A1)") == "'＝SUM(A1)");
    CHECK(written_text("=HYPERLINK(\"a\",\"b\")") == "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
    CHECK(written_text("a=b") == "a=b");
}

TEST_CASE("people are written exactly") {
    CHECK(to_text(People::from_micro(0)) == "0");
    CHECK(to_text(People::from_micro(12000000)) == "12");
    CHECK(to_text(People::from_micro(120000000)) == "120");
    CHECK(to_text(People::from_micro(1)) == "0.000001");
    CHECK(to_text(People::from_micro(1500000)) == "1.5");
    CHECK(to_text(People::from_micro(-1500000)) == "-1.5");
}

TEST_CASE("a time beyond a limit never reads as the limit") {
    const test::TempFolder folder;
    const auto file = folder.path() / "t.csv";
    CsvWriter csv(file, {"m"});
    for (const std::uint32_t ms : {0U, 1U, 3599999U, 3600000U, 3600001U, 3600060U, 4294967294U}) {
        csv.minutes(minutes(TravelTime{ms})).end_row();
    }
    csv.close();
    CHECK(bytes_of(file) == "\xEF\xBB\xBFm\r\n0.000\r\n0.001\r\n60.000\r\n60.000\r\n60.001\r\n60.001\r\n71582.789\r\n");
}

TEST_CASE("a row of the wrong width is a mistake of the program") {
    const test::TempFolder folder;
    CsvWriter csv(folder.path() / "t.csv", {"a", "b"});
    csv.text("x");
    CHECK_THROWS_AS(csv.end_row(), std::logic_error);
}

TEST_CASE("a file that cannot be made or filled is an error that names it") {
    try {
        const CsvWriter csv("/nowhere/at/all/t.csv", {"a"});
        FAIL("no error");
    } catch (const InputError& error) {
        CHECK(to_line(error.findings().front(), Language::english)
                  .find("error output_unwritable: t.csv: cannot be written") == 0);
    }
    if (std::filesystem::exists("/dev/full")) {
        CsvWriter csv("/dev/full", {"a"});
        csv.text("x").end_row();
        CHECK_THROWS_AS(csv.close(), InputError);
    }
}
