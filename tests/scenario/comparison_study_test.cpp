// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/comparison_study.h"

#include <catch2/catch.hpp>

#include <stdexcept>

#include "compared_village.h"
#include "support/faults.h"

using namespace michinori;
using access::ChangeKind;
using Catch::Matchers::Contains;
using scenario::FacilityStatus;
using test::ComparedVillage;

namespace {

People people(double number) {
    return People::from_double(number);
}

const scenario::FacilityChange& facility(const scenario::ComparisonStudy& study, std::size_t service,
                                         const std::string& id) {
    for (const auto& change : study.services[service].facilities) {
        const auto& it = study.facilities[change.facility];
        const auto& set = it.after ? study.after.facilities : study.before.facilities;
        if (set.facilities[(it.after ? *it.after : *it.before).index()].id == id) {
            return change;
        }
    }
    throw std::runtime_error("no such facility");
}

scenario::ComparisonSettings with_load(const std::string& group, const std::string& column) {
    scenario::ComparisonSettings settings;
    settings.loads = {{"delivery", group, column, ""}};
    return settings;
}

std::string fault_of(const ComparedVillage& village, const scenario::ComparisonSettings& settings = {}) {
    return test::fault_line([&] { static_cast<void>(village.study(settings)); });
}

}  // namespace

TEST_CASE("facilities are the same by their ids, wherever they stand in a list") {
    const ComparedVillage village;
    const auto study = village.study();
    REQUIRE(study.services.size() == 2);
    const auto& delivery = study.services[0];
    CHECK_FALSE(delivery.changes[0].other_facility);
    CHECK(delivery.changes[1].other_facility);
    CHECK(facility(study, 0, "h1").status == FacilityStatus::kept);
    CHECK(facility(study, 0, "h2").status == FacilityStatus::closed);
    CHECK(facility(study, 0, "h3").status == FacilityStatus::opened);
    CHECK(name(FacilityStatus::moved) == "moved");
    CHECK(study.services[1].facilities.size() == 1);
    CHECK(study.services[1].region[0].of(ChangeKind::unchanged) == people(1289.5));
    CHECK(study.services[1].region[0].other_facility.is_zero());
}

TEST_CASE("a facility that stands elsewhere has moved") {
    ComparedVillage village;
    village.after.facilities.facilities[1].position.lat += 0.1;
    CHECK(facility(village.study(), 0, "h1").status == FacilityStatus::moved);
}

TEST_CASE("a village's delivery, by hand") {
    const ComparedVillage village;
    const auto study = village.study();
    CHECK(study.limits.bands_min == std::vector<double>{-60, -30, -15, -5, 0, 5, 15, 30, 60});
    CHECK(study.limits.thresholds_min == std::vector<double>{15, 30, 40, 45, 60, 90});
    const auto& row = study.services[0].region[0];
    CHECK(row.of(ChangeKind::slower) == people(230.5));
    CHECK(row.of(ChangeKind::faster) == people(40));
    CHECK(row.of(ChangeKind::newly_unreached) == people(12));
    const auto& hour = row.thresholds[threshold_index(study, 60)];
    CHECK(hour.newly_beyond == people(42.5));
    CHECK(hour.newly_within == people(47));
    CHECK_THROWS_AS(threshold_index(study, 61), std::logic_error);
    // Women are the second group; towns have a row each, and f lies in none.
    CHECK(study.services[0].region[1].of(ChangeKind::slower) == people(115.25));
    CHECK(study.services[0].levels[0].size() == 6);
    CHECK(study.services[0].levels[0][4].of(ChangeKind::newly_unreached) == people(12));
    const auto& worst = study.services[0].largest_increase;
    REQUIRE(worst);
    CHECK(worst->point == DemandId{1});
    CHECK(worst->longer == access::TimeChange{1800000});
    REQUIRE(study.services[0].largest_cut_off);
    CHECK(study.services[0].largest_cut_off->point == DemandId{5});
    CHECK_FALSE(study.services[1].largest_increase);
    REQUIRE(study.services[0].theil[0].before);
    CHECK(study.services[0].theil[0].before->total() == Approx(row.before->theil));
    CHECK_FALSE(study.births);
}

TEST_CASE("loads are held against capacities, and what is no number is not known") {
    const ComparedVillage village;
    const auto study = village.study(with_load("population", "beds"));
    const auto& h1 = facility(study, 0, "h1");
    CHECK(h1.load.before == people(1040));
    CHECK(h1.load.after == people(1230.5));
    CHECK(h1.capacity_after == people(1000));
    const auto& h2 = facility(study, 0, "h2");
    CHECK(h2.load.before == people(242.5));
    CHECK(h2.load.after.is_zero());
    CHECK_FALSE(h2.capacity_before);
    const auto& h3 = facility(study, 0, "h3");
    CHECK_FALSE(h3.capacity_before);
    CHECK(h3.capacity_after == people(40));
    CHECK_FALSE(study.services[1].capacity_asked);
    CHECK(facility(village.study(with_load("women", "")), 0, "h1").load.before == people(520));
}

TEST_CASE("a number in a column is one from 0 upwards") {
    access::FacilitySet set;
    set.columns = {"beds"};
    for (const char* text : {"12", "0", "-3", "", "about 7", "2e12"}) {
        set.facilities.push_back({text, "", {}, {text}, "", 0});
    }
    set.facilities.push_back({"short row", "", {}, {}, "", 0});
    const auto at = [&](std::size_t f) { return scenario::number_in_column(set, FacilityId{f}, "beds"); };
    CHECK(at(0) == people(12));
    CHECK(at(1) == people(0));
    for (std::size_t f = 2; f < set.size(); ++f) {
        CHECK_FALSE(at(f));
    }
    CHECK_FALSE(scenario::number_in_column(set, FacilityId{0}, "rooms"));
}

TEST_CASE("births are counted like people, and part of them is of high risk") {
    ComparedVillage village;
    village.add_maternity(100, 150);
    auto settings = scenario::ComparisonSettings{};
    settings.high_risk_share = {0.1, 0.2, 0.3};
    const auto study = village.study(settings);
    REQUIRE(study.births == 2U);
    CHECK(study.groups == std::vector<std::string>{"population", "women", "births"});
    const auto& row = study.services[0].region[2];
    CHECK(row.people == people(128.95));
    const auto beyond = row.thresholds[threshold_index(study, 60)].newly_beyond;
    CHECK(beyond == people(4.25));
    const auto high = high_risk_births(study, beyond);
    CHECK(high.low == people(0.425));
    CHECK(high.central == people(0.85));
    CHECK(high.high == people(1.275));
}

TEST_CASE("births that are a population group already are not counted twice") {
    ComparedVillage village;
    village.add_maternity(100, 150);
    auto settings = scenario::ComparisonSettings{};
    settings.births_group = "women";
    const auto study = village.study(settings);
    CHECK(study.births == 1U);
    CHECK(study.groups.size() == 2);
}

TEST_CASE("other people are told, and counted as they are after") {
    ComparedVillage village;
    village.after.demand.people[0][1] = people(150);
    Findings findings;
    const auto study = scenario::compare(ComparedVillage::side(village.before, "today"),
                                         ComparedVillage::side(village.after, "less"), {}, findings);
    const auto lines = test::lines_of(findings.all());
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0], Contains("people_differ") && Contains("\"less\" has 1239.5 people and \"today\" 1289.5"));
    CHECK(study.services[0].region[0].of(ChangeKind::slower) == people(180.5));
}

TEST_CASE("states that cannot be compared are refused") {
    ComparedVillage other_point;
    other_point.after.demand.points[3].id = "z";
    CHECK_THAT(fault_of(other_point), Contains("runs_differ") && Contains("\"d\" against \"z\""));
    ComparedVillage fewer;
    fewer.after.demand.points.pop_back();
    CHECK_THAT(fault_of(fewer), Contains("6 and 5 demand points"));
    ComparedVillage service;
    service.after.services[1].id = "dentist";
    CHECK_THAT(fault_of(service), Contains("delivery, clinic against delivery, dentist"));
    ComparedVillage group;
    group.after.demand.groups[1] = "men";
    CHECK_THAT(fault_of(group), Contains("population groups"));
    const ComparedVillage village;
    CHECK_THAT(fault_of(village, with_load("cats", "")), Contains("unknown_reference") && Contains("cats"));
    CHECK_THAT(fault_of(village, with_load("women", "rooms")), Contains("column_missing") && Contains("rooms"));
}
