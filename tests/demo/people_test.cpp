// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <numeric>
#include <set>

#include "demo/demo_support.h"
#include "geo/mesh_code.h"
#include "geo/polygon_index.h"

namespace michinori::demo {

TEST_CASE("shares are in proportion, add up and stay below their caps") {
    CHECK(apportion({1, 1, 1}, 10, {100, 100, 100}) == std::vector<std::int64_t>{4, 3, 3});
    CHECK(apportion({8, 1, 1}, 10, {3, 100, 100}) == std::vector<std::int64_t>{3, 4, 3});
    const auto held = rc::check("apportion", [] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 40);
        std::vector<double> weights;
        for (const auto w : *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(1, 1000))) {
            weights.push_back(w);
        }
        const auto total = *rc::gen::inRange<std::int64_t>(0, 5000);
        const auto shares = apportion(weights, total, std::vector<std::int64_t>(count, total));
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        RC_ASSERT(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
        for (std::size_t i = 0; i < count; ++i) {
            RC_ASSERT(std::abs(static_cast<double>(shares[i]) - weights[i] / sum * static_cast<double>(total)) <= 1.0);
        }
    });
    CHECK(held);
}

TEST_CASE("25 municipalities of 900,000 people, 5 secondary, 3 perinatal and 3 cancer areas") {
    std::set<std::string_view> codes, secondary, perinatal, cancer;
    std::int64_t people = 0;
    for (const auto& m : municipalities()) {
        codes.insert(m.code);
        secondary.insert(m.secondary);
        perinatal.insert(m.perinatal);
        cancer.insert(m.cancer);
        people += m.population;
        CHECK(m.code.starts_with(prefecture_code));
    }
    CHECK(codes.size() == 25);
    CHECK(secondary.size() == 5);
    CHECK(perinatal.size() == 3);
    CHECK(cancer.size() == 3);
    CHECK(people == 900000);
}

TEST_CASE("people, areas and facilities of the demonstration prefecture agree with each other") {
    const auto& cells = made().cells;
    const auto& areas = made().areas;
    const geo::PolygonIndex polygons(areas.municipalities);
    CHECK(polygons.repairs().empty());

    std::set<std::string> meshes;
    bool consistent = true;
    for (const auto& cell : cells) {
        meshes.insert(cell.mesh);
        const auto centre = geo::mesh_centre(cell.mesh);
        REQUIRE(centre);
        consistent = consistent && cell.population > 0 && cell.female >= cell.women_15_49 &&
                     cell.female <= cell.population &&
                     cell.women_15_49 + cell.aged_65 + cell.aged_under_15 <= cell.population &&
                     polygons.covering(*centre).front() == cell.municipality;
    }
    CHECK(consistent);
    CHECK(meshes.size() == cells.size());

    const auto sums = totals(cells);
    std::int64_t births_milli = 0;
    std::int64_t births = 0;
    for (const auto& cell : cells) {
        births_milli += cell.births_milli;
    }
    for (std::size_t m = 0; m < municipality_count; ++m) {
        INFO(municipalities()[m].name);
        CHECK(sums[m].population == municipalities()[m].population);
        CHECK(sums[m].women_15_49 > 0);
        CHECK(areas.square_km[m] > 5);
        births += sums[m].births;
    }
    CHECK(1000 * births == births_milli);

    CHECK_FALSE(areas.dense.empty());
    const geo::PolygonIndex dense(areas.dense);
    CHECK(dense.repairs().empty());
    CHECK(std::set<int>(areas.snow.begin(), areas.snow.end()) == std::set<int>{0, 1, 2});

    std::set<std::string> ids;
    for (const auto* list : {&made().hospitals, &made().clinics}) {
        for (const auto& f : *list) {
            INFO(f.name);
            CHECK(f.id.size() == 13);
            CHECK(ids.insert(f.id).second);
            CHECK_FALSE(f.departments.empty());
        }
    }
    CHECK(ids.size() == made().hospitals.size() + clinic_count);
}

}  // namespace michinori::demo
