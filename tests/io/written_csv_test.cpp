// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/written_csv.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "base/finding.h"
#include "io/csv_writer.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

/// Texts of the signs that matter.
rc::Gen<std::string> tricky_text() {
    return rc::gen::container<std::string>(rc::gen::elementOf(std::string("='+-@ \t\r\n\",a1")));
}

}  // namespace

TEST_CASE("a written table is read again as it was, row by row") {
    const test::TempFolder folder;
    const auto file = folder.path() / "t.csv";
    CsvWriter csv(file, {"id", "名前"});
    csv.text("1").text("=cmd()").end_row();
    csv.text("-5").text("a,\"b\"\r\nc").end_row();
    csv.text("x").empty().end_row();
    csv.close();
    WrittenCsv table(file);
    CHECK(table.columns() == std::vector<std::string>{"id", "名前"});
    std::vector<std::string> row;
    REQUIRE(table.next(row));
    CHECK(row == std::vector<std::string>{"1", "=cmd()"});
    REQUIRE(table.next(row));
    CHECK(row == std::vector<std::string>{"-5", "a,\"b\"\r\nc"});
    REQUIRE(table.next(row));
    CHECK(row == std::vector<std::string>{"x", ""});
    CHECK_FALSE(table.next(row));
}

TEST_CASE("texts come back exactly, whatever guarded them") {
    rc::prop("guard and unguard", [] {
        const auto text = *tricky_text();
        const auto guarded = formula_guarded(text);
        RC_ASSERT(formula_unguarded(guarded) == text);
        const auto first_is_one_of = [&](std::size_t at, const char* signs) {
            return at < guarded.size() && std::string(signs).find(guarded[at]) != std::string::npos;
        };
        RC_ASSERT(!first_is_one_of(0, "\t\r\n"));
        RC_ASSERT(!first_is_one_of(guarded.find_first_not_of(" \t\r\n"), "=+-@"));
    });
    rc::prop("through a file", [] {
        const auto texts = *rc::gen::container<std::vector<std::string>>(tricky_text());
        const test::TempFolder folder;
        const auto file = folder.path() / "t.csv";
        CsvWriter csv(file, {"id", "text"});
        for (const auto& text : texts) {
            csv.text("x").text(text).end_row();
        }
        csv.close();
        WrittenCsv table(file);
        std::vector<std::string> row;
        for (const auto& text : texts) {
            RC_ASSERT(table.next(row));
            RC_ASSERT(row == (std::vector<std::string>{"x", text}));
        }
        RC_ASSERT(!table.next(row));
    });
}

TEST_CASE("a table that is not there is told") {
    const test::TempFolder folder;
    CHECK_THROWS_AS(WrittenCsv(folder.path() / "none.csv"), InputError);
}
