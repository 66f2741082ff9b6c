// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/finer_cells.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "demo/demo_support.h"
#include "geo/mesh_code.h"

namespace michinori::demo {
namespace {

struct Sums {
    People population, female, women_15_49, aged_65, births, cancer_deaths;
};

/// By 500 m cell.
std::vector<Sums> sums_of(const std::vector<FinerCell>& finer, const std::vector<FinerPeople>& people) {
    std::vector<Sums> sums(made().cells.size());
    for (std::size_t f = 0; f < finer.size(); ++f) {
        auto& sum = sums[finer[f].cell];
        sum.population += people[f].population;
        sum.female += people[f].female;
        sum.women_15_49 += people[f].women_15_49;
        sum.aged_65 += people[f].aged_65;
        sum.births += people[f].births;
        sum.cancer_deaths += people[f].cancer_deaths;
    }
    return sums;
}

constexpr std::int64_t micro = 1'000'000;

}  // namespace

TEST_CASE("finer cells lie in their 500 m cell and on their municipality's ground") {
    const geo::PolygonIndex polygons(made().areas.municipalities);
    for (const int per_side : {2, 4}) {
        INFO(per_side);
        const auto finer = divide(made().cells, per_side, polygons, {}, 2026);
        const auto most = made().cells.size() * static_cast<std::size_t>(per_side * per_side);
        CHECK(finer.size() <= most);
        CHECK(finer.size() > most * 95 / 100);  // some lie off the coast or across a border
        std::set<std::string> meshes;
        std::set<std::size_t> cells;
        bool sound = true;
        for (const auto& f : finer) {
            meshes.insert(f.mesh);
            cells.insert(f.cell);
            const auto& cell = made().cells[f.cell];
            const auto holders = polygons.covering(geo::mesh_centre(f.mesh).value());
            sound = sound && f.mesh.size() == (per_side == 2 ? 10U : 11U) && f.mesh.starts_with(cell.mesh) &&
                    f.weight > 0 && !holders.empty() && holders.front() == cell.municipality;
        }
        CHECK(sound);
        CHECK(meshes.size() == finer.size());
        CHECK(cells.size() == made().cells.size());
    }
}

TEST_CASE("the people of finer cells add up to those of their cell, to the last digit") {
    const geo::PolygonIndex polygons(made().areas.municipalities);
    const auto finer = divide(made().cells, 4, polygons, {}, 2026);
    const auto people = share_out(made().cells, finer);
    REQUIRE(people.size() == finer.size());
    bool consistent = true;
    for (const auto& p : people) {
        consistent = consistent && p.women_15_49 <= p.female && p.female <= p.population &&
                     p.women_15_49 + p.aged_65 <= p.population && p.births >= People() && p.cancer_deaths >= People();
    }
    CHECK(consistent);
    const auto sums = sums_of(finer, people);
    bool exact = true;
    for (std::size_t c = 0; c < sums.size(); ++c) {
        const auto& cell = made().cells[c];
        exact = exact && sums[c].population.micro() == micro * cell.population &&
                sums[c].female.micro() == micro * cell.female &&
                sums[c].women_15_49.micro() == micro * cell.women_15_49 &&
                sums[c].aged_65.micro() == micro * cell.aged_65 && sums[c].births.micro() == 1000 * cell.births_milli &&
                sums[c].cancer_deaths.micro() == 1000 * cell.cancer_deaths_milli;
    }
    CHECK(exact);
}

TEST_CASE("people live near the middle of a settlement, within a cell too") {
    const geo::PolygonIndex polygons(made().areas.municipalities);
    const auto& cell = made().cells[made().cells.size() / 2];
    Settlement town;
    town.municipality = cell.municipality;
    town.middle = cell.middle + Pos{0.2, 0.2};
    town.radius_km = 0.5;
    town.weight = 100;
    const auto finer = divide({cell}, 4, polygons, {town}, 2026);
    REQUIRE(finer.size() == 16);
    const auto people = share_out({cell}, finer);
    CHECK(people.back().population > people.front().population);  // north-east against south-west
    CHECK(finer.back().weight > 1.5 * finer.front().weight);
}

TEST_CASE("a grid that asks for more cells settles more land") {
    const auto& areas = made().areas.municipalities;
    const geo::PolygonIndex polygons(areas);
    const Terrain terrain(2026);
    const Territory territory(terrain, 2026);
    const Habitability habitability(terrain, place_settlements(terrain, territory, 2026), 2026);
    const auto finer_count = [&](const std::vector<Cell>& cells) {
        return divide(cells, 2, polygons, {}, 2026).size();
    };
    const auto plain = inhabited_cells(polygons, habitability, {});
    REQUIRE(plain.size() == inhabited_cell_count);
    CHECK(std::ranges::equal(plain, made().cells, {}, &Cell::mesh, &Cell::mesh));
    CHECK(inhabited_cells(polygons, habitability, {.cells = 1, .per_side = 2}).size() == inhabited_cell_count);
    const auto more = inhabited_cells(polygons, habitability, {.cells = 100'000, .per_side = 2});
    CHECK(more.size() > 25'000);
    CHECK(finer_count(more) >= 100'000);
    CHECK(finer_count(more) < 100'004);
}

}  // namespace michinori::demo
