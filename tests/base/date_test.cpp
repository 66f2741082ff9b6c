// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/date.h"

#include <catch2/catch.hpp>

using namespace michinori;

TEST_CASE("dates are read as people write them") {
    CHECK(to_text(*parse_date("2025-04-01")) == "2025-04-01");
    CHECK(to_text(*parse_date(" 2025/4/1 ")) == "2025-04-01");
    CHECK(to_text(*parse_date("２０２５-０４-０１")) == "2025-04-01");
    CHECK(parse_date("2024-02-29"));
}

TEST_CASE("what is no day of the calendar is no date") {
    for (const char* text : {"", "2025", "2025-04", "2025-13-01", "2025-02-29", "2025-4-31", "1.5-4-1", "2025-04-01-02",
                             "04-01-2025", "2025-4-x", "-2025-4-1", "2025-00-10"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text));
    }
}
