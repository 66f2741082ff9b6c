// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/text.h"

#include <catch2/catch.hpp>

using namespace michinori;

TEST_CASE("numbers are read whole or not at all") {
    CHECK(to_number("12.5") == 12.5);
    CHECK(to_number(" -3 ") == -3.0);
    CHECK(to_number("+7") == 7.0);
    CHECK(to_number("1,234,567.5") == 1234567.5);
    CHECK(to_number("１２．５") == 12.5);
    CHECK(to_number("\xE3\x80\x80"
                    "8"
                    "\xE3\x80\x80") == 8.0);
    for (const char* wrong :
         {"", " ", "12a", "nan", "inf", "-", "*", "未報告", "1,23", "12,34", ",123", "0x10", "1 2"}) {
        INFO(wrong);
        CHECK_FALSE(to_number(wrong).has_value());
    }
}

TEST_CASE("text from inputs cannot disturb a terminal") {
    CHECK(printable("市立病院") == "市立病院");
    CHECK(printable("a\x1B[31mb") == "a [31mb");
    CHECK(printable("a\nb\tc") == "a b c");
    CHECK(printable("\xE2\x80\xAE"
                    "abc") ==
          "\xEF\xBF\xBD"
          "abc");  // right-to-left override
    CHECK(printable("\xFF"
                    "x") ==
          "\xEF\xBF\xBD"
          "x");
}

TEST_CASE("UTF-8 is told from what is not") {
    CHECK(is_valid_utf8("札幌"));
    CHECK_FALSE(is_valid_utf8("\x8E\x44\x96\x79"));  // the same in CP932
    CHECK_FALSE(is_valid_utf8("\xC0\x80"));          // overlong
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
    CHECK_FALSE(is_valid_utf8("\xE6\x9C"));          // cut
}

TEST_CASE("long text is cut at a character") {
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("札幌市", 4) == "札...");
}

TEST_CASE("trimming knows the ideographic space") {
    CHECK(trimmed("\xE3\x80\x80 開設者\r\n") == "開設者");
    CHECK(trimmed("  ").empty());
}

TEST_CASE("the nearest word is offered") {
    CHECK(nearest_word("threshholds", {"file", "thresholds", "ids"}) == "thresholds");
    CHECK(nearest_word("x", {}).empty());
}

TEST_CASE("long lists end in a count") {
    CHECK(listed({"a", "b"}) == "a, b");
    CHECK(listed({"a", "b", "c"}, 2) == "a, b, ... (1 more)");
}

TEST_CASE("a list is parted at its sign") {
    using Parts = std::vector<std::string>;
    CHECK(split_list("a; b ;c", ';') == Parts{"a", "b", "c"});
    CHECK(split_list("a;;", ';') == Parts{"a", "", ""});
    CHECK(split_list("one", ';') == Parts{"one"});
    CHECK(split_list(" ", ';').empty());
}
