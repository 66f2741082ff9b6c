// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/disjoint_sets.h"
#include "demo/demo_support.h"
#include "geo/mesh_code.h"

namespace michinori::demo {
namespace {

bool is_rounded(geo::Point p) {
    return p.lon == rounded7(p.lon) && p.lat == rounded7(p.lat);
}

/// Pieces of the road network that cars can use; ferries as told.
DisjointSets connected(const Roads& roads, bool winter, bool ferries) {
    DisjointSets sets(roads.nodes.size());
    for (const auto& section : roads.sections) {
        if (carries_cars(section.facts) && !(winter && section.facts.winter_closed)) {
            sets.join(section.from, section.to);
        }
    }
    for (const auto& ferry : roads.ferries) {
        if (ferries && ferry.cars) {
            sets.join(ferry.from, ferry.to);
        }
    }
    return sets;
}

/// Ends of roads that people live along.
std::vector<std::uint32_t> street_ends(const Roads& roads) {
    std::vector<std::uint32_t> ends;
    for (const auto& section : roads.sections) {
        if (carries_cars(section.facts) && section.facts.road_class == 3) {
            ends.push_back(section.from);
        }
    }
    return ends;
}

std::uint32_t node_near(const Roads& roads, geo::Point place) {
    static const auto ends = street_ends(roads);
    const Pos p = to_board(place);
    return *std::ranges::min_element(ends, {}, [&](auto n) { return distance_km(to_board(roads.nodes[n]), p); });
}

const Facility& clinic_in(std::string_view municipality) {
    return *std::ranges::find_if(
        made().clinics, [&](const Facility& f) { return municipalities()[f.municipality].code == municipality; });
}

}  // namespace

TEST_CASE("sections of the demonstration prefecture lie in one mesh and meet at shared ends") {
    const auto& roads = made().roads;
    std::set<geo::Point> places(roads.nodes.begin(), roads.nodes.end());
    CHECK(places.size() == roads.nodes.size());
    bool sound = true;
    for (const auto& section : roads.sections) {
        const auto box = geo::mesh_cell(section.mesh);
        REQUIRE(box);
        sound = sound && section.line.size() >= 2 && section.line.front() == roads.nodes[section.from] &&
                section.line.back() == roads.nodes[section.to];
        for (std::size_t i = 0; i < section.line.size(); ++i) {
            const auto p = section.line[i];
            constexpr double hair = 1e-7;  // edges of a third of a degree are not decimal
            sound = sound && is_rounded(p) && p.lon >= box->west - hair && p.lon <= box->east + hair &&
                    p.lat >= box->south - hair && p.lat <= box->north + hair && (i == 0 || p != section.line[i - 1]);
        }
    }
    CHECK(sound);
}

TEST_CASE("roads that cross the edge of a first-level mesh go on in the next file at the same vertex") {
    const auto& roads = made().roads;
    std::map<std::uint32_t, std::set<std::string>> meshes_at;
    for (const auto& section : roads.sections) {
        meshes_at[section.from].insert(section.mesh.substr(0, 4));
        meshes_at[section.to].insert(section.mesh.substr(0, 4));
    }
    const auto on_edge = [](geo::Point p) {
        return p.lon == 135 || p.lat == rounded7(110.0 / 3) || p.lat == rounded7(112.0 / 3);
    };
    int shared = 0;
    for (const auto& [node, meshes] : meshes_at) {
        INFO(roads.nodes[node].lon << " " << roads.nodes[node].lat);
        CHECK((meshes.size() == 1 || on_edge(roads.nodes[node])));
        shared += meshes.size() > 1 ? 1 : 0;
    }
    CHECK(shared > 200);
}

TEST_CASE("cars get from everywhere to the capital, in winter too, except from the lone island") {
    const auto& roads = made().roads;
    auto winter = connected(roads, true, true);
    auto without_ferry = connected(roads, false, false);
    const auto capital_node = node_near(roads, made().hospitals.front().place);
    for (std::size_t c = 0; c < made().cells.size(); c += 300) {
        const auto& cell = made().cells[c];
        const auto code = municipalities()[cell.municipality].code;
        const auto node = node_near(roads, to_earth(cell.middle));
        INFO(cell.mesh << " " << code);
        CHECK(geo::distance(roads.nodes[node], to_earth(cell.middle)).value() < 1000);
        CHECK((winter.find(node) == winter.find(capital_node)) == (code != "48382"));
        CHECK((without_ferry.find(node) == without_ferry.find(capital_node)) == !code.starts_with("4838"));
    }
    for (const auto& m : municipalities()) {
        INFO(m.name);
        const auto node = node_near(roads, clinic_in(m.code).place);
        CHECK((winter.find(node) == winter.find(capital_node)) == (m.code != "48382"));
        CHECK((without_ferry.find(node) == without_ferry.find(capital_node)) == !m.code.starts_with("4838"));
    }
}

TEST_CASE("the roads have what a real prefecture's roads have") {
    const auto& roads = made().roads;
    const auto count = [&](auto&& holds) {
        return std::ranges::count_if(roads.sections, [&](const Roads::Section& s) { return holds(s.facts); });
    };
    for (int road_class = 1; road_class <= 6; ++road_class) {
        INFO("class " << road_class);
        CHECK(count([&](const RoadFacts& f) { return f.road_class == road_class; }) > 50);
    }
    for (int state = 1; state <= 5; ++state) {
        INFO("state " << state);
        CHECK(count([&](const RoadFacts& f) { return f.state == state; }) > 10);
    }
    for (int kind = 1; kind <= 4; ++kind) {
        INFO("kind " << kind);
        CHECK(count([&](const RoadFacts& f) { return f.kind == kind; }) > 100);
    }
    CHECK(count([](const RoadFacts& f) { return f.toll != (f.road_class == 4); }) == 0);
    CHECK(count([](const RoadFacts& f) { return f.level > 0; }) > 100);
    CHECK(count([](const RoadFacts& f) { return f.level < 0; }) > 20);
    const auto stretches = closed_stretches(roads);
    CHECK(stretches.size() >= 4);
    std::size_t pieces = 0;
    for (const auto& section : roads.sections) {
        pieces += section.facts.winter_closed ? section.line.size() - 1 : 0;
    }
    for (const auto& stretch : stretches) {
        pieces -= stretch.size() - 1;
    }
    CHECK(pieces == 0);  // every closed section is in exactly one stretch
}

TEST_CASE("both ferries end at road nodes and one of them carries no cars") {
    const auto& roads = made().roads;
    REQUIRE(roads.ferries.size() == 2);
    for (const auto& ferry : roads.ferries) {
        CHECK(roads.nodes[ferry.from] == ferry.line.front());
        CHECK(roads.nodes[ferry.to] == ferry.line.back());
        CHECK(ferry.minutes > 30);
    }
    CHECK(roads.ferries[0].cars);
    CHECK_FALSE(roads.ferries[1].cars);
}

}  // namespace michinori::demo
