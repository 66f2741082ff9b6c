// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/wards.h"

#include <catch2/catch.hpp>

#include "support/faults.h"
#include "ward_region.h"

using namespace michinori;
using Catch::Matchers::Contains;
using policy::Judgement;
using test::WardFiles;
using test::WardRegion;

namespace {

struct Judged {
    scenario::WardTable table;

    [[nodiscard]] const scenario::WardRow& row(std::size_t facility) const {
        const auto found = std::ranges::find(table.rows, FacilityId{facility}, &scenario::WardRow::facility);
        REQUIRE(found != table.rows.end());
        return *found;
    }
    [[nodiscard]] Judgement test(std::size_t facility, const std::string& id) const {
        const auto found = std::ranges::find(table.rule.tests, id, &policy::WardSupport::Test::id);
        REQUIRE(found != table.rule.tests.end());
        return row(facility).result.tests[static_cast<std::size_t>(found - table.rule.tests.begin())].judgement;
    }
    [[nodiscard]] Judgement result(std::size_t facility) const { return row(facility).result.judgement; }
};

Judged judge(const WardRegion& region, const std::string& rule) {
    auto tables = scenario::judge_wards(region.context, {test::shipped_ward_rule(rule)});
    REQUIRE(tables.size() == 1);
    return {std::move(tables.front())};
}

double next_minutes(const scenario::WardRow& row) {
    return minutes(std::get<access::Journey>(row.facts.next).time);
}

constexpr std::size_t h1 = 0;
constexpr std::size_t c1 = 1;
constexpr std::size_t h2 = 2;
constexpr std::size_t i1 = 3;

}  // namespace

TEST_CASE("the securing support of FY2025, ward by ward") {
    const WardFiles files;
    const WardRegion region(files);
    const auto judged = judge(region, "ward-securing-fy2025");
    CHECK(judged.table.rows.size() == 4);  // K1 does not deliver

    // H1: one hospital and one clinic in S1, 10 minutes to the next; 500 deliveries are too many.
    CHECK(judged.row(h1).facts.area_hospitals == 1U);
    CHECK(judged.row(h1).facts.area_clinics == 1U);
    CHECK(next_minutes(judged.row(h1)) == Approx(10).margin(0.01));
    CHECK(judged.test(h1, "area") == Judgement::yes);
    CHECK(judged.test(h1, "far") == Judgement::no);
    CHECK(judged.test(h1, "island") == Judgement::no);
    CHECK(judged.test(h1, "size") == Judgement::no);
    CHECK(judged.result(h1) == Judgement::no);

    // C1: the fee is below the allowance, which settles it although the plan is not known.
    CHECK(judged.test(c1, "plan") == Judgement::unknown);
    CHECK(judged.test(c1, "fee") == Judgement::no);
    CHECK(judged.result(c1) == Judgement::no);

    // H2: two hospitals in S2, but 70 minutes to C1.
    CHECK(judged.test(h2, "area") == Judgement::no);
    CHECK(next_minutes(judged.row(h2)) == Approx(70).margin(0.01));
    CHECK(std::get<access::Journey>(judged.row(h2).facts.next).facility == FacilityId{c1});
    CHECK(judged.test(h2, "far") == Judgement::yes);
    CHECK(judged.result(h2) == Judgement::yes);

    // I1: alone on its island, unreachable for the others; its fee is not known.
    CHECK(judged.test(i1, "island") == Judgement::yes);
    CHECK(std::get<network::Reason>(judged.row(i1).facts.next) == network::Reason::other_component);
    CHECK(judged.test(i1, "far") == Judgement::yes);
    CHECK(judged.test(i1, "fee") == Judgement::unknown);
    CHECK(judged.result(i1) == Judgement::unknown);
}

TEST_CASE("the supplementary support of FY2024, ward by ward") {
    const WardFiles files;
    const WardRegion region(files);
    const auto judged = judge(region, "ward-supplementary-fy2024");
    CHECK(judged.row(h1).facts.area_facilities == 3U);  // P1 is larger than S1
    CHECK(judged.test(h1, "fell") == Judgement::yes);   // 700 -> 500
    CHECK(judged.result(h1) == Judgement::yes);
    CHECK(judged.test(c1, "fell") == Judgement::no);  // 110 -> 100
    CHECK(judged.result(c1) == Judgement::yes);       // it takes over
    CHECK(judged.test(h2, "fell") == Judgement::unknown);
    CHECK(judged.result(h2) == Judgement::unknown);
    CHECK(judged.test(i1, "few_wards") == Judgement::yes);
    CHECK(judged.result(i1) == Judgement::yes);
}

TEST_CASE("what a scenario does not hold is unknown") {
    const WardFiles files;
    scenario::MaternitySettings bare;
    bare.secondary_level = "none";
    const WardRegion region(files, bare);
    const auto judged = judge(region, "ward-securing-fy2025");
    CHECK_FALSE(judged.table.area_level);
    CHECK_FALSE(judged.table.municipality_level);
    for (const auto* id : {"island", "area", "size", "fee", "plan"}) {
        INFO(id);
        CHECK(judged.test(h2, id) == Judgement::unknown);
    }
    CHECK(judged.test(h2, "far") == Judgement::yes);
    CHECK(judged.test(h2, "checkups") == Judgement::yes);
    CHECK(judged.result(h2) == Judgement::unknown);
}

TEST_CASE("a second ward on the island, and a ward off the network") {
    const WardFiles files;
    files.write("sites.csv", WardFiles::sites + "I2,島医院,139.1,36.5,clinic,20,,1,500000,1,0,1\n");
    const WardRegion region(files);
    const auto judged = judge(region, "ward-securing-fy2025");
    CHECK(judged.row(i1).facts.island->others == 1);
    CHECK(judged.test(i1, "island") == Judgement::no);
    CHECK(next_minutes(judged.row(i1)) == Approx(10).margin(0.01));
    CHECK(judged.test(i1, "far") == Judgement::no);
}

TEST_CASE("a rule of certain municipalities speaks of the wards there alone") {
    const WardFiles files;
    const WardRegion region(files);
    auto rule = test::shipped_ward_rule("ward-securing-fy2025");
    rule.head.municipalities = {"13", "14"};
    const auto tables = scenario::judge_wards(region.context, {rule});
    REQUIRE(tables.front().rows.size() == 2);
    CHECK(tables.front().rows[0].facility == FacilityId{h2});
    CHECK(tables.front().rows[1].facility == FacilityId{i1});
}

TEST_CASE("a role that is no service of the scenario is a fault") {
    const WardFiles files;
    const WardRegion region(files);
    auto rule = test::shipped_ward_rule("ward-securing-fy2025");
    rule.role = "midwives";
    CHECK_THAT(test::fault_line([&] { (void)scenario::judge_wards(region.context, {rule}); }),
               Contains("unknown_reference") && Contains("midwives") && Contains("delivery"));
}

TEST_CASE("the scenario can name a service for a role") {
    const WardFiles files;
    auto settings = files.settings();
    settings.roles["midwives"] = "delivery";
    const WardRegion region(files, settings);
    auto rule = test::shipped_ward_rule("ward-securing-fy2025");
    rule.role = "midwives";
    CHECK(scenario::judge_wards(region.context, {rule}).front().rows.size() == 4);
}
