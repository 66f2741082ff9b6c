// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/facility_facts.h"

#include <catch2/catch.hpp>

#include "support/faults.h"

using namespace michinori;
using Catch::Matchers::StartsWith;

namespace {

access::FacilitySet set_with(const std::vector<std::vector<std::string>>& rows) {
    access::FacilitySet set;
    set.columns = {"kind", "deliveries", "fee", "plan"};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        set.facilities.push_back(
            {"f" + std::to_string(i), "", {139, 36}, rows[i], "wards.csv", static_cast<std::int64_t>(i) + 1});
    }
    return set;
}

scenario::MaternitySettings::FacilityColumns columns() {
    scenario::MaternitySettings::FacilityColumns columns;
    columns.hospital = {{"kind", access::Condition::Kind::equals, {"1"}, 0}};
    columns.deliveries = "deliveries";
    columns.fee_yen = "fee";
    columns.plan_consistent = "plan";
    return columns;
}

}  // namespace

TEST_CASE("facts of facilities, and the ways to say that one is not known") {
    const auto facts = scenario::read_facility_facts(
        columns(),
        set_with({{"1", "1,234", "５００，０００", "1"}, {"2", " * ", "", "0"}, {"", "-", "*", "*"}, {"1"}}));
    CHECK(facts[0].hospital == true);
    CHECK(facts[0].deliveries == People::from_double(1234));
    CHECK(facts[0].fee == policy::Yen{500000});
    CHECK(facts[0].fits_plan == true);
    CHECK_FALSE(facts[0].obstetricians);  // no column is named
    CHECK(facts[1].hospital == false);
    CHECK_FALSE(facts[1].deliveries);
    CHECK(facts[1].fits_plan == false);
    CHECK_FALSE(facts[2].deliveries);
    CHECK_FALSE(facts[2].fee);
    CHECK_FALSE(facts[2].fits_plan);
    CHECK_FALSE(facts[3].deliveries);  // a file that lacks the column
}

TEST_CASE("without conditions nobody knows which are hospitals") {
    auto none = columns();
    none.hospital.clear();
    CHECK_FALSE(scenario::read_facility_facts(none, set_with({{"1", "", "", ""}})).front().hospital);
}

TEST_CASE("every wrong field is told with file and row") {
    const auto set = set_with({{"1", "abc", "500000.5", "yes"}, {"1", "-3", "-1", "1"}, {"1", "1e12", "1", "1"}});
    const auto lines = test::fault_lines([&] { (void)scenario::read_facility_facts(columns(), set); });
    REQUIRE(lines.size() == 6);
    CHECK_THAT(lines[0], StartsWith("error bad_number: wards.csv row 1: \"abc\" in column deliveries"));
    CHECK_THAT(lines[1], StartsWith("error bad_integer: wards.csv row 1: \"500000.5\" in column fee"));
    CHECK_THAT(lines[2], StartsWith("error bad_choice: wards.csv row 1: \"yes\" in column plan"));
    CHECK_THAT(lines[3], StartsWith("error negative_number: wards.csv row 2: -3 in column deliveries"));
    CHECK_THAT(lines[4], StartsWith("error negative_number: wards.csv row 2: -1 in column fee"));
    CHECK_THAT(lines[5], StartsWith("error bad_value: wards.csv row 3: deliveries = 1e12"));
}

TEST_CASE("a column that no table has is a fault") {
    auto wrong = columns();
    wrong.deliveries = "delivered";
    wrong.hospital.front().column = "type";
    const auto lines = test::fault_lines([&] { (void)scenario::read_facility_facts(wrong, set_with({{}})); });
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[0], StartsWith("error column_missing") && Catch::Matchers::Contains("type"));
    CHECK_THAT(lines[1], StartsWith("error column_missing") && Catch::Matchers::Contains("delivered"));
}
