// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/csv_parser.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using michinori::io::CsvParser;
using michinori::io::CsvRecord;

namespace {

std::vector<CsvRecord> parse(std::string_view text, char delimiter = ',') {
    CsvParser parser(text, delimiter);
    std::vector<CsvRecord> records;
    CsvRecord record;
    while (parser.next(record)) {
        records.push_back(record);
    }
    return records;
}

using Fields = std::vector<std::string>;

std::string quoted(const std::string& field) {
    std::string out = "\"";
    for (const char c : field) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

}  // namespace

TEST_CASE("plain records, any line end, with or without one at the end of the file") {
    for (const auto* const text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d", "a,b\n\n\r\nc,d"}) {
        CAPTURE(text);
        const auto records = parse(text);
        REQUIRE(records.size() == 2);
        CHECK(records[0].fields == Fields{"a", "b"});
        CHECK(records[1].fields == Fields{"c", "d"});
    }
    CHECK(parse("").empty());
}

TEST_CASE("empty fields keep their places") {
    CHECK(parse("a,,\n")[0].fields == Fields{"a", "", ""});
    CHECK(parse(",\n")[0].fields == Fields{"", ""});
    CHECK(parse("\"\"\n")[0].fields == Fields{""});
}

TEST_CASE("quoted fields hold delimiters, quotes and line ends, and lines are still counted") {
    const auto records = parse("id,note\n1,\"a, \"\"b\"\"\nsecond line\"\n2,plain\n");
    REQUIRE(records.size() == 3);
    CHECK(records[1].fields == Fields{"1", "a, \"b\"\nsecond line"});
    CHECK(records[1].line == 2);
    CHECK(records[2].line == 4);
}

TEST_CASE("a quote inside an unquoted field is a letter") {
    CHECK(parse("5\" pipe,x\n")[0].fields == Fields{"5\" pipe", "x"});
}

TEST_CASE("a quote that never closes is noticed on the record where it opens") {
    const auto records = parse("a,b\n1,\"open\n2,x\n");
    REQUIRE(records.size() == 2);
    CHECK(records[1].quote_unclosed);
    CHECK(records[1].line == 2);
    CHECK_FALSE(records[0].quote_unclosed);
}

TEST_CASE("tabs as delimiters") {
    CHECK(parse("a\tb,c\n", '\t')[0].fields == Fields{"a", "b,c"});
}

TEST_CASE("whatever is written quoted is read back the same") {
    rc::check([](const std::vector<std::string>& fields) {
        RC_PRE(!fields.empty());
        std::string line;
        for (const auto& field : fields) {
            line += (line.empty() ? "" : ",") + quoted(field);
        }
        const auto records = parse(line + "\r\n");
        RC_ASSERT(records.size() == 1U);
        RC_ASSERT(records[0].fields == fields);
    });
}
