// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "report/run_outputs.h"
#include "report/small_run.h"

using namespace michinori;

TEST_CASE("the table of services: areas, people in no area, the region, in Japanese") {
    const test::SmallRun run;
    const auto table = report::services_table(run.results(), "secondary", Language::japanese);
    const std::string expected =
        "分娩 (delivery)\n"
        "  二次医療圏   人口  中央値(分)  90%点(分)  60分超  到達不可(人)\n"
        "  --------------------------------------------------------------\n"
        "  島             40           -          -       -            40\n"
        "  中央        1,901         5.0       61.0  21.0 %             0\n"
        "  (区域外)        9           -          -       -             9\n"
        "  --------------------------------------------------------------\n"
        "  全域        1,950         5.0       61.0  20.5 %            49\n";
    CHECK(table.substr(0, expected.size()) == expected);
}

TEST_CASE("an unknown level falls back to the main one, and a service without title shows its id") {
    const test::SmallRun run;
    const auto table = report::services_table(run.results(), "no such level", Language::english);
    CHECK(table.find("Secondary areas") != std::string::npos);
    CHECK(table.find("\nclinic\n") != std::string::npos);
    CHECK(table.find("Whole region") != std::string::npos);
}

TEST_CASE("without any level there is the region alone") {
    test::SmallRun run;
    run.levels.clear();
    run.area_of.clear();
    const auto table = report::services_table(run.results(), "", Language::english);
    CHECK(table.find("Whole region") != std::string::npos);
    CHECK(table.find("1,950") != std::string::npos);
}
