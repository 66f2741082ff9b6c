// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rule_versions.h"

#include <catch2/catch.hpp>

using namespace michinori;
using namespace michinori::policy;

namespace {

RuleHead head(const std::string& family, const char* from, const char* until) {
    RuleHead rule;
    rule.id = family + "-" + from;
    rule.family = family;
    rule.in_force_from = *parse_date(from);
    rule.until = parse_date(until);
    return rule;
}

VersionChoice on(const RuleFamily& family, const char* day) {
    return version_on(family, *parse_date(day));
}

}  // namespace

TEST_CASE("the version in force on a day, its first and last day included") {
    const auto families = families_of(
        {head("a", "2025-04-01", "2026-03-31"), head("b", "2020-01-01", ""), head("a", "2024-04-01", "2025-03-31")});
    REQUIRE(families.size() == 2);
    const auto& a = families[0];
    CHECK(a.versions[0].index == 2);  // by first day, not by order of the files
    CHECK(on(a, "2024-04-01").version == 0);
    CHECK(on(a, "2025-03-31").version == 0);
    CHECK(on(a, "2025-04-01").version == 1);
    CHECK(on(a, "2026-03-31").kind == VersionChoice::Kind::in_force);
    CHECK(on(families[1], "2199-12-31").kind == VersionChoice::Kind::in_force);
    CHECK(dates_text(a) == "2024-04-01 to 2025-03-31, 2025-04-01 to 2026-03-31");
    CHECK(dates_text(families[1]) == "from 2020-01-01");
}

TEST_CASE("days outside and between versions, with the nearest version") {
    const auto family = families_of({head("a", "2022-04-01", "2023-03-31"), head("a", "2024-04-01", "2025-03-31")})[0];
    CHECK(on(family, "2022-03-31").kind == VersionChoice::Kind::outside);
    CHECK(on(family, "2022-03-31").version == 0);
    CHECK(on(family, "2023-04-01").kind == VersionChoice::Kind::gap);
    CHECK(on(family, "2023-04-01").version == 0);
    CHECK(on(family, "2025-04-01").kind == VersionChoice::Kind::outside);
    CHECK(on(family, "2025-04-01").version == 1);
}

TEST_CASE("two versions on one day are found") {
    const auto apart = families_of({head("a", "2024-04-01", "2025-03-31"), head("a", "2025-04-01", "")})[0];
    CHECK_FALSE(overlapping_version(apart));
    const auto together = families_of({head("a", "2024-04-01", "2025-04-01"), head("a", "2025-04-01", "")})[0];
    CHECK(overlapping_version(together) == 1U);
    const auto endless = families_of({head("a", "2024-04-01", ""), head("a", "2025-04-01", "")})[0];
    CHECK(overlapping_version(endless) == 1U);
}
