// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <set>

#include "demo/care_support.h"

namespace michinori::demo {
namespace {

const std::vector<std::string> techniques{"coeliac", "saddle",       "epidural", "intrathecal",
                                          "bone",    "radiotherapy", "methadone"};

bool has_own(const CareRows& table, std::size_t row) {
    return std::ranges::any_of(techniques, [&](const auto& t) { return table.text(row, t) == "own"; });
}

}  // namespace

TEST_CASE("hospitals with a technique of their own are those with nerve_block in the facility table") {
    const CareRows table("nerve_block");
    std::set<std::string> own;
    for (std::size_t r = 0; r < table.size(); ++r) {
        INFO(table.facility(r).name);
        CHECK(has_own(table, r) == table.facility(r).nerve_block);
        CHECK((table.number(r, "procedures_a_year") > 0) == has_own(table, r));
        CHECK((table.number(r, "trained_physicians") > 0) == has_own(table, r));
        CHECK(table.number(r, "procedures_3_years") <= 3 * table.number(r, "procedures_a_year") + 2);
        own.insert(has_own(table, r) ? table.facility(r).id : "");
    }
    CHECK(own.size() == 7);  // six, and the empty one of all others
    CHECK(std::ranges::count(made().hospitals, true, &Facility::nerve_block) == 6);
    CHECK(table.count("intrathecal", "own") == 1);
}

TEST_CASE("designated hospitals: half do the coeliac block themselves, a tenth refers, the rest cannot") {
    const CareRows table("nerve_block");
    std::map<std::string, int> ways;
    std::vector<double> done;
    for (std::size_t r = 0; r < table.size(); ++r) {
        if (table.holds(r, "designated")) {
            ++ways[table.text(r, "coeliac")];
        }
        if (has_own(table, r)) {
            done.push_back(table.number(r, "procedures_3_years"));
        }
    }
    CHECK(ways == std::map<std::string, int>{{"own", 4}, {"partner", 1}, {"none", 3}});  // 50.8, 10.3, 39.0 %
    std::ranges::sort(done);
    CHECK(done == std::vector<double>{2, 3, 4, 5, 24, 38});  // median four to five
}

TEST_CASE("home care: about 35 places, one in seven clinics refers for the coeliac block") {
    const CareRows table("nerve_block");
    int clinics = 0;
    int hospitals = 0;
    int referring = 0;
    for (std::size_t r = 0; r < table.size(); ++r) {
        if (table.holds(r, "home_care")) {
            (table.facility(r).hospital ? hospitals : clinics) += 1;
            referring += table.text(r, "coeliac") == "partner" ? 1 : 0;
            CHECK(table.facility(r).general_beds < 100);
            CHECK(has_department(table.facility(r), "内科"));
        }
    }
    CHECK(hospitals == 6);
    CHECK(clinics == 29);
    CHECK(referring / static_cast<double>(hospitals + clinics) == Approx(0.133).margin(0.03));
}

TEST_CASE("need clearly exceeds what can be done: seven tenths stay without at the low end") {
    const CareRows table("nerve_block");
    double capacity = 0;
    double done = 0;
    for (std::size_t r = 0; r < table.size(); ++r) {
        capacity += table.number(r, "procedures_a_year");
        done += table.number(r, "procedures_3_years") / 3;
    }
    double deaths = 0;
    for (const auto& cell : made().cells) {
        deaths += static_cast<double>(cell.cancer_deaths_milli) / 1000;
    }
    CHECK(1 - capacity / (0.033 * deaths) == Approx(0.70).margin(0.03));
    CHECK(1 - done / (0.033 * deaths) == Approx(0.74).margin(0.03));  // the nation: 3,122 of 12,210
}

TEST_CASE("who has a partner has one link, to a site that does the technique itself") {
    const CareRows table("nerve_block");
    const CareRows links("nerve_block_partners");
    std::map<std::string, std::size_t> row_of;
    std::size_t partners = 0;
    for (std::size_t r = 0; r < table.size(); ++r) {
        row_of[table.text(r, "ID")] = r;
        for (const auto& t : techniques) {
            partners += table.text(r, t) == "partner" ? 1 : 0;
        }
    }
    CHECK(links.size() == partners);
    for (std::size_t l = 0; l < links.size(); ++l) {
        const auto& technique = links.text(l, "technique");
        const auto from = row_of.at(links.text(l, "from"));
        const auto to = row_of.at(links.text(l, "to"));
        CHECK(table.text(from, technique) == "partner");
        CHECK(table.text(to, technique) == "own");
        for (std::size_t r = 0; r < table.size(); ++r) {
            if (table.text(r, technique) == "own") {
                CHECK(geo::distance(links.facility(l, "from").place, links.facility(l, "to").place) <=
                      geo::distance(links.facility(l, "from").place, table.facility(r).place));
            }
        }
    }
}

}  // namespace michinori::demo
