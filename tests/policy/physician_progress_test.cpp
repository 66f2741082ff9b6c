// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_progress.h"

#include <catch2/catch.hpp>

using namespace michinori::policy;
using enum PhysicianClass;

TEST_CASE("what became of areas between two editions") {
    const std::vector<AreaStanding> before{
        {"0101", 170, few}, {"0102", 170, few}, {"0103", 180, middle}, {"0104", 230, many}, {"0105", 150, few}};
    const std::vector<AreaStanding> after{
        {"0104", 220, many}, {"0103", 179, few}, {"0102", 175.5, few}, {"0101", 190, middle}, {"0106", 100, few}};
    const auto rows = progress_between(before, after);
    REQUIRE(rows.size() == 6);
    const auto check = [&](std::size_t r, const char* code, FewProgress progress) {
        CHECK(rows[r].code == code);
        CHECK(name(rows[r].progress) == name(progress));
    };
    check(0, "0101", FewProgress::left);
    check(1, "0102", FewProgress::stayed);
    check(2, "0103", FewProgress::entered);
    check(3, "0104", FewProgress::not_few);
    check(4, "0105", FewProgress::gone);
    check(5, "0106", FewProgress::new_area);
    CHECK(*rows[0].change == 20);
    CHECK(*rows[1].change == 5.5);
    CHECK(*rows[2].change == -1);
    CHECK(*rows[3].change == -10);
    CHECK_FALSE(rows[4].change);
    CHECK_FALSE(rows[4].after);
    CHECK(rows[4].before->index == 150);
    CHECK_FALSE(rows[5].change);
    CHECK_FALSE(rows[5].before);
}

TEST_CASE("from few to many an area has left, and back it has entered") {
    const std::vector<AreaStanding> short_of{{"1", 100, few}};
    const std::vector<AreaStanding> rich{{"1", 300, many}};
    CHECK(progress_between(short_of, rich).front().progress == FewProgress::left);
    CHECK(progress_between(rich, short_of).front().progress == FewProgress::entered);
    CHECK(progress_between({}, {}).empty());
}
