// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/table.h"

#include <catch2/catch.hpp>

#include <vector>

#include "bench/copy_loop.h"
#include "bench/stopwatch.h"

using namespace michinori::bench;

namespace {

const std::vector<TableRow> rows{
    {"nearest of 20", 176.4, 3.5, 50, "1 thread"},
    {"nearest of 500", 232, 8, 40, ""},
    {"customisation", {}, 1234.5, {}, "ms only"},
};

}  // namespace

TEST_CASE("a plain table is aligned, has ratios and tells what was missed") {
    CHECK(table_text(rows, TableForm::plain) ==
          "what            baseline ms  ours ms          ratio  wanted  note\n"
          "--------------  -----------  -------  -------------  ------  --------\n"
          "nearest of 20           176     3.50           50.4    50.0  1 thread\n"
          "nearest of 500          232     8.00  29.0 (missed)    40.0\n"
          "customisation             -     1234              -       -  ms only\n");
}

TEST_CASE("the same table as Markdown") {
    CHECK(table_text(rows, TableForm::markdown) ==
          "| what           | baseline ms | ours ms |         ratio | wanted | note     |\n"
          "|----------------|------------:|--------:|--------------:|-------:|----------|\n"
          "| nearest of 20  |         176 |    3.50 |          50.4 |   50.0 | 1 thread |\n"
          "| nearest of 500 |         232 |    8.00 | 29.0 (missed) |   40.0 |          |\n"
          "| customisation  |           - |    1234 |             - |      - | ms only  |\n");
}

TEST_CASE("a ratio needs both times, and is missed only when one was wanted") {
    CHECK_FALSE(TableRow{"x", 1.0, {}, 5, ""}.ratio());
    CHECK_FALSE(TableRow{"x", 1.0, 0.0, 5, ""}.ratio());
    CHECK_FALSE(TableRow{"x", 1.0, 1.0, {}, ""}.missed());
    CHECK_FALSE(TableRow{"x", 5.0, 1.0, 5, ""}.missed());
    CHECK(TableRow{"x", 4.9, 1.0, 5, ""}.missed());
}

TEST_CASE("no rows, a head only") {
    CHECK(table_text({}, TableForm::plain) ==
          "what  baseline ms  ours ms  ratio  wanted  note\n----  -----------  -------  -----  ------  ----\n");
}

TEST_CASE("the best of several runs is the shortest, and every run is made") {
    int runs = 0;
    CHECK(best_of(3, [&] { ++runs; }) >= 0);
    CHECK(runs == 3);
}

TEST_CASE("memory and bandwidth are measured") {
    CHECK(peak_memory() > 1'000'000);
    const double bandwidth = copy_bandwidth(1U << 20U, 2);
    CHECK(bandwidth > 1e6);
    CHECK(bandwidth < 1e13);
}
