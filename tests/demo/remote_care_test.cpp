// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "demo/demo_support.h"

namespace michinori::demo {
namespace {

double nearest_km(geo::Point place, const std::vector<Facility>& facilities) {
    double best = 1e9;
    for (const auto& f : facilities) {
        best = std::min(best, geo::distance(place, f.place).value() / 1000);
    }
    return best;
}

}  // namespace

TEST_CASE("dentists: as many as promised, each with an id of its own, none in the smallest places") {
    CHECK(made().dentists.size() == dentist_count);
    std::set<std::string> ids;
    std::set<std::size_t> municipalities_with;
    for (const auto& f : made().dentists) {
        ids.insert(f.id);
        municipalities_with.insert(f.municipality);
        CHECK(f.id.starts_with("483"));
        CHECK(f.address.starts_with("海野県"));
    }
    CHECK(ids.size() == dentist_count);
    for (std::size_t m = 0; m < municipality_count; ++m) {
        CHECK(municipalities_with.contains(m) == (municipalities()[m].population >= 7000));
    }
}

TEST_CASE("six hospitals care for remote places") {
    CHECK(std::ranges::count(made().hospitals, true, &Facility::remote_hub) == 6);
    CHECK(std::ranges::count(made().clinics, true, &Facility::remote_hub) == 0);
}

TEST_CASE("buses stop where no institution is near, and say how long they take where they go") {
    const auto& stops = made().remote.stops;
    CHECK(stops.size() > 200);
    bool few = false;
    for (const auto& stop : stops) {
        CHECK(stop.minutes.has_value() == (stop.round_trips > 0));
        if (stop.role != "dental") {
            CHECK(nearest_km(stop.place, made().hospitals) > 3.9);
            CHECK(nearest_km(stop.place, made().clinics) > 3.9);
        } else {
            CHECK(nearest_km(stop.place, made().dentists) > 3.9);
        }
        few = few || stop.round_trips <= 3;
    }
    CHECK(few);
}

TEST_CASE("mobile clinics are sent by a hub and keep away from each other") {
    const auto& visits = made().remote.visits;
    REQUIRE(visits.size() == 5);
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto hub = std::ranges::find(made().hospitals, visits[i].hub, &Facility::id);
        REQUIRE(hub != made().hospitals.end());
        CHECK(hub->remote_hub);
        CHECK(visits[i].sessions > 0);
        for (std::size_t j = 0; j < i; ++j) {
            CHECK(geo::distance(visits[i].place, visits[j].place) > Metres{8800});
        }
    }
}

TEST_CASE("rivers are the terrain's, point by point") {
    const Terrain terrain(2026);
    REQUIRE(made().remote.rivers.size() == terrain.rivers().size());
    for (std::size_t r = 0; r < terrain.rivers().size(); ++r) {
        REQUIRE(made().remote.rivers[r].size() == terrain.rivers()[r].size());
        CHECK(made().remote.rivers[r].front() == to_earth(terrain.rivers()[r].front()));
        CHECK(made().remote.rivers[r].back() == to_earth(terrain.rivers()[r].back()));
    }
}

}  // namespace michinori::demo
