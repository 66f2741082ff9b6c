// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <set>

#include "demo/care_support.h"

namespace michinori::demo {
namespace {

using Names = std::vector<std::string>;

std::map<std::string, double> people_by_secondary() {
    std::map<std::string, double> people;
    for (const auto& m : municipalities()) {
        people[std::string(m.secondary)] += m.population;
    }
    return people;
}

std::set<std::string_view> tertiaries(const CareRows& table, std::string_view column) {
    std::set<std::string_view> all;
    for (std::size_t r = 0; r < table.size(); ++r) {
        if (table.holds(r, column)) {
            all.insert(tertiary_of(secondary_of(table.facility(r))));
        }
    }
    return all;
}

}  // namespace

TEST_CASE("the pain network has every department, psychosomatic medicine in the east alone") {
    const CareRows table("pain");
    CHECK(table.names("pain_centre") == Names{"海野医科大学附属病院"});
    CHECK(table.count("pain_partner") == 14);
    for (const auto* department :
         {"orthopaedics", "anaesthesiology", "neurosurgery", "internal_medicine", "psychiatry", "dentistry"}) {
        INFO(department);
        CHECK(table.count(department) >= 4);
    }
    CHECK(table.count("psychosomatic_medicine") == 2);
    for (std::size_t r = 0; r < table.size(); ++r) {
        const auto& f = table.facility(r);
        INFO(f.name);
        CHECK(table.holds(r, "orthopaedics") == has_department(f, "整形外科"));
        CHECK(table.holds(r, "anaesthesiology") == has_department(f, "麻酔科"));
        CHECK(table.holds(r, "neurosurgery") == has_department(f, "脳神経外科"));
        CHECK(table.holds(r, "internal_medicine") == has_department(f, "内科"));
        CHECK((!has_department(f, "精神科") || table.holds(r, "psychiatry")));
        for (std::size_t m = 0; m < municipality_count && table.holds(r, "psychosomatic_medicine"); ++m) {
            if (municipalities()[m].secondary == "4803") {
                CHECK(geo::distance(f.place, made().halls[m]) > Metres{60000});
            }
        }
    }
}

TEST_CASE("every partner of the pain centre is linked to it") {
    const CareRows table("pain");
    const CareRows links("pain_partners");
    std::set<std::string> linked;
    for (std::size_t l = 0; l < links.size(); ++l) {
        linked.insert(links.facility(l, "from").name);
        CHECK(links.facility(l, "to").name == "海野医科大学附属病院");
    }
    const auto partners = table.names("pain_partner");
    CHECK(linked == std::set<std::string>(partners.begin(), partners.end()));
}

TEST_CASE("rare disease: a cooperating hospital in every secondary area but one, one base") {
    const CareRows table("rare_disease");
    std::map<std::string_view, int> cooperating;
    for (std::size_t r = 0; r < table.size(); ++r) {
        cooperating[secondary_of(table.facility(r))] += table.holds(r, "cooperating") ? 1 : 0;
    }
    CHECK(cooperating ==
          std::map<std::string_view, int>{{"4801", 1}, {"4802", 1}, {"4803", 1}, {"4804", 0}, {"4805", 1}});
    CHECK(table.names("base") == Names{"海野医科大学附属病院"});
    CHECK(table.count("field_base", "neurology") == 1);
    CHECK(table.count("field_base", "immunology") == 1);
    CHECK(table.count("near") > 100);
    CHECK(table.count("tele") == 3);
    CHECK(table.count("child_care") == 5);
    CHECK(table.count("adult_transfer") == 3);
}

TEST_CASE("rare disease: near places refer to their area's hospital, that one to the base") {
    const CareRows table("rare_disease");
    const CareRows links("rare_disease_partners");
    const auto cooperating = table.names("cooperating");
    int near = 0;
    int clinics = 0;
    for (std::size_t l = 0; l < links.size(); ++l) {
        const auto& from = links.facility(l, "from");
        const auto& to = links.facility(l, "to");
        INFO(from.name << " " << to.name);
        if (std::ranges::count(cooperating, from.name) > 0) {
            CHECK(to.name == "海野医科大学附属病院");
            continue;
        }
        ++near;
        clinics += from.hospital ? 0 : 1;
        CHECK(secondary_of(from) == secondary_of(to));
        CHECK(std::ranges::count(cooperating, to.name) == 1);
    }
    CHECK(near > 40);
    CHECK(clinics > 20);
    CHECK(near + 4 == static_cast<int>(links.size()));
}

TEST_CASE("cancer: radiotherapy as in the nerve block table, operations in seven hospitals") {
    const CareRows table("cancer");
    const CareRows blocks("nerve_block");
    CHECK(table.count("area_hospital") == blocks.count("designated"));
    CHECK(table.count("radiotherapy") == blocks.count("radiotherapy", "own"));
    CHECK(table.count("complex_surgery") == 7);
    CHECK(table.names("rare_cancer") == Names{"海野県立がんセンター"});
    CHECK(table.count("emergency") >= 10);
    CHECK(table.count("support") > 40);
    double surgeries = 0;
    int small = 0;
    for (std::size_t r = 0; r < table.size(); ++r) {
        const auto here = table.number(r, "surgeries_a_year");
        surgeries += here;
        CHECK((here > 0) == table.holds(r, "complex_surgery"));
        small += here > 0 && here < 20 ? 1 : 0;
        CHECK((!table.holds(r, "emergency") || table.facility(r).emergency_tier >= 2));
    }
    CHECK(surgeries == 254);
    CHECK(small == 3);
    std::set<std::string_view> areas;
    for (std::size_t r = 0; r < table.size(); ++r) {
        if (table.holds(r, "area_hospital")) {
            areas.insert(municipalities()[table.facility(r).municipality].cancer);
        }
    }
    CHECK(areas.size() == 3);
}

TEST_CASE("specialists: near the nation's numbers, far under 0.6 of them inland and on the islands") {
    const CareRows table("specialists");
    const std::map<std::string, double> nation{{"dermatologists", 7.8}, {"ent", 7.6}, {"ophthalmologists", 10.8}};
    for (const auto& [column, per_100000] : nation) {
        std::map<std::string, double> physicians;
        double sum = 0;
        for (std::size_t r = 0; r < table.size(); ++r) {
            physicians[std::string(secondary_of(table.facility(r)))] += table.number(r, column);
            sum += table.number(r, column);
        }
        CHECK(sum / 9 == Approx(per_100000).epsilon(0.15));
        for (const auto& [area, people] : people_by_secondary()) {
            const auto share = physicians[area] / people * 100000 / per_100000;
            INFO(column << " " << area << " " << share);
            const bool few = area == "4804" || area == "4805";
            CHECK(few == (share < 0.6));
            CHECK((!few || share < 0.5));
        }
    }
    CHECK(table.names("tele_hub") == Names{"海野医科大学附属病院", "東浜総合病院"});
}

TEST_CASE("children: one unit in the middle, one regional centre in the east, candidates everywhere") {
    const CareRows table("children");
    CHECK(table.names("picu") == Names{"海野医科大学附属病院"});
    CHECK(tertiaries(table, "picu") == std::set<std::string_view>{"T1"});
    CHECK(tertiaries(table, "regional_centre") == std::set<std::string_view>{"T2"});
    CHECK(table.count("regional_centre") == 1);
    CHECK(table.count("regional_candidate") == 6);
    CHECK(tertiaries(table, "regional_candidate") == std::set<std::string_view>{"T1", "T2", "T3"});
    for (std::size_t r = 0; r < table.size(); ++r) {
        CHECK((table.number(r, "picu_beds") > 0) == table.holds(r, "picu"));
        CHECK(has_department(table.facility(r), "小児科"));
        CHECK((!table.holds(r, "regional_candidate") || table.number(r, "first_care_physicians") > 0));
    }
}

}  // namespace michinori::demo
