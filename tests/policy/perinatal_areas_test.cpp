// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/perinatal_areas.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace michinori;
using access::Outcome;
using access::Reached;
using network::Reason;
using policy::PerinatalFacility;

namespace {

People people(double number) {
    return People::from_double(number);
}

Outcome reach(std::size_t facility, double min) {
    return Reached{{FacilityId{facility}, from_minutes(min)}, std::nullopt};
}

/// Two areas and a place in none. Area 0: a general centre (hospital 0) and a clinic that delivers (1); area 1: a
/// hospital with check-ups alone (2); no area: a regional centre (3).
struct Case {
    std::vector<PerinatalFacility> facilities{{true, true, true, true, people(500), people(6.5)},
                                              {true, false, false, false, std::nullopt, std::nullopt},
                                              {false, true, false, false, std::nullopt, people(1)},
                                              {true, true, true, false, people(90), std::nullopt}};
    std::vector<std::optional<std::uint32_t>> area_of_facility{0, 0, 1, std::nullopt};
    std::vector<std::optional<std::uint32_t>> area_of_demand{0, 0, 1, 1, 1, std::nullopt};
    std::vector<People> births{people(100), people(10.5), people(20), people(7), people(3), people(1)};
    std::vector<Outcome> delivery{reach(0, 20),           reach(3, 60), reach(0, 60.001), Reason::other_component,
                                  Reason::ferry_excluded, reach(3, 5)};
    std::vector<Outcome> checkup{reach(2, 70), reach(2, 10), reach(2, 60), reach(2, 15), reach(2, 61), reach(2, 70)};

    [[nodiscard]] std::vector<policy::PerinatalArea> rows() const {
        return policy::perinatal_areas(
            {2, facilities, area_of_facility, area_of_demand, births, delivery, checkup, from_minutes(60)});
    }
};

}  // namespace

TEST_CASE("an area's facilities, deliveries and obstetricians") {
    const auto rows = Case().rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].delivery_facilities == 2);
    CHECK(rows[0].delivery_hospitals == 1);
    CHECK(rows[0].delivery_clinics == 1);
    CHECK(rows[0].centres_general == 1);
    CHECK(rows[0].centres_regional == 0);
    CHECK(rows[0].deliveries == policy::KnownSum{people(500), 1});
    CHECK(rows[0].obstetricians == policy::KnownSum{people(6.5), 1});
    // A hospital that does not deliver counts for its obstetricians alone.
    CHECK(rows[1].delivery_facilities == 0);
    CHECK(rows[1].delivery_hospitals == 0);
    CHECK(rows[1].obstetricians == policy::KnownSum{people(1), 0});
    CHECK_FALSE(rows[2].area);
    CHECK(rows[2].centres_regional == 1);
    CHECK(rows[2].deliveries == policy::KnownSum{people(90), 0});
}

TEST_CASE("an area without a delivery facility is flagged, a place in no area is not") {
    auto c = Case();
    CHECK(policy::areas_without_delivery(c.rows()) == std::vector<std::uint32_t>{1});
    c.facilities[2].delivers = true;
    CHECK(policy::areas_without_delivery(c.rows()).empty());
    c.facilities[3].delivers = false;
    CHECK_FALSE(c.rows()[2].without_delivery());
}

TEST_CASE("births: nearest inside, beyond the limit, unreached, near check-ups alone") {
    const auto rows = Case().rows();
    // The second point's nearest is in no area; 60 minutes is within the limit.
    CHECK(rows[0].births == policy::AreaBirths{people(110.5), people(100), {}, {}, people(0)});
    // 60.001 minutes is beyond; of the two unreached one has check-ups within the limit.
    CHECK(rows[1].births == policy::AreaBirths{people(30), {}, people(20), people(10), people(27)});
    // Nearest facility and home both lie in no area: that is not inside one.
    CHECK(rows[2].births == policy::AreaBirths{people(1), {}, {}, {}, people(0)});
}

TEST_CASE("what is not known of all facilities is not counted") {
    auto c = Case();
    c.facilities[1].hospital.reset();
    c.facilities[2].general.reset();
    c.facilities[2].centre = true;
    auto rows = c.rows();
    CHECK_FALSE(rows[0].delivery_hospitals);
    CHECK_FALSE(rows[0].delivery_clinics);
    CHECK(rows[0].delivery_facilities == 2);
    CHECK_FALSE(rows[1].centres_general);
    CHECK_FALSE(rows[1].centres_regional);
    c.births.clear();
    CHECK_FALSE(c.rows()[0].births);
    c = Case();
    c.checkup.clear();
    CHECK_FALSE(c.rows()[0].births->checkup_only);
}

TEST_CASE("there is no row for no area when nothing is there") {
    auto c = Case();
    c.area_of_facility[3] = 1;
    CHECK(c.rows().size() == 3);  // a birth is
    c.births[5] = {};
    CHECK(c.rows().size() == 2);
    c.area_of_facility[2].reset();  // no ward: not worth a row
    CHECK(c.rows().size() == 2);
}

TEST_CASE("municipalities that a proposal moves") {
    using Codes = std::vector<std::optional<std::string>>;
    const Codes today{"A", "A", "B", std::nullopt, "C"};
    const Codes proposed{"A", "B", "B", "A", std::nullopt};
    const std::vector<policy::Move> expected{{1, "A", "B"}, {3, std::nullopt, "A"}, {4, "C", std::nullopt}};
    CHECK(policy::moves_between(today, proposed) == expected);
    CHECK(policy::moves_between(today, today).empty());
}

TEST_CASE("areas add up to the region under any drawing") {
    CHECK(rc::check("births, deliveries and facilities are neither lost nor doubled", [] {
        Case c;
        for (auto& area : c.area_of_demand) {
            area = *rc::gen::inRange<std::uint32_t>(0, 3);
            area = *area == 2 ? std::nullopt : area;
        }
        for (auto& area : c.area_of_facility) {
            area = *rc::gen::inRange<std::uint32_t>(0, 3);
            area = *area == 2 ? std::nullopt : area;
        }
        for (auto& births : c.births) {
            births = People::from_micro(*rc::gen::inRange<std::int64_t>(0, 1000000000));
        }
        People births;
        People deliveries;
        std::uint32_t wards = 0;
        std::uint32_t not_known = 0;
        for (const auto& row : c.rows()) {
            births += row.births->all;
            RC_ASSERT((row.births->nearest_inside + row.births->unreached <= row.births->all));
            deliveries += row.deliveries.sum;
            not_known += row.deliveries.not_known;
            wards += row.delivery_facilities;
        }
        People expected;
        for (const auto one : c.births) {
            expected += one;
        }
        RC_ASSERT(births == expected);
        RC_ASSERT(deliveries == people(590));
        RC_ASSERT(wards == 3U);
        RC_ASSERT(not_known == 1U);
    }));
}
