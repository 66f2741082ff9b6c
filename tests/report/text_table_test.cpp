// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/text_table.h"

#include <catch2/catch.hpp>

using namespace michinori;
using report::TextTable;

TEST_CASE("width counts columns of a terminal, not bytes or characters") {
    CHECK(report::display_width("abc") == 3);
    CHECK(report::display_width("札幌") == 4);
    CHECK(report::display_width("ﾃｽﾄ") == 3);
    CHECK(report::display_width("Ａ(") == 3);
    CHECK(report::display_width("か\u3099") == 2);
    CHECK(report::display_width("") == 0);
}

TEST_CASE("columns line up for mixed scripts") {
    TextTable table({{"区域", TextTable::left}, {"People", TextTable::right}});
    table.rule();
    table.row({"札幌", "1"});
    table.row({"Otaru", "1,234,567"});
    CHECK(table.text("  ") ==
          "  区域      People\n"
          "  ----------------\n"
          "  札幌           1\n"
          "  Otaru  1,234,567\n");
}

TEST_CASE("cells cannot disturb the terminal and are cut") {
    TextTable table({{"a", TextTable::left}});
    table.row({"x\x1b[2Jy\nz"});
    table.row({std::string(100, 'w')});
    const auto text = table.text();
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
    CHECK(text.find(std::string(45, 'w') + "...\n") != std::string::npos);
    CHECK_THROWS_AS(table.row({"a", "b"}), std::logic_error);
}

TEST_CASE("numbers for people") {
    CHECK(report::grouped(std::int64_t{0}) == "0");
    CHECK(report::grouped(std::int64_t{999}) == "999");
    CHECK(report::grouped(std::int64_t{1000}) == "1,000");
    CHECK(report::grouped(std::int64_t{-1234567}) == "-1,234,567");
    CHECK(report::grouped(std::int64_t{-123}) == "-123");
    CHECK(report::grouped(People::from_double(1234.5)) == "1,235");
    CHECK(report::percent(1, 8) == "12.5 %");
    CHECK(report::percent(1, 100000) == "<0.1 %");
    CHECK(report::percent(0, 5) == "0.0 %");
    CHECK(report::percent(0, 0) == "-");
}
