// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/prefecture.h"

#include <fmt/core.h>

#include <unordered_set>

#include "geo/mesh_code.h"

namespace michinori::demo {
namespace {

/// Lattice nodes that stand in an inhabited cell: a road must reach them.
std::vector<bool> inhabited_nodes(const Lattice& lattice, const std::vector<Cell>& cells) {
    std::unordered_set<std::string> meshes;
    for (const auto& cell : cells) {
        meshes.insert(cell.mesh);
    }
    std::vector<bool> inhabited;
    for (const Pos p : lattice.nodes()) {
        inhabited.push_back(meshes.contains(geo::mesh_code(to_earth(p), geo::MeshLevel::half).value()));
    }
    return inhabited;
}

}  // namespace

Prefecture make_prefecture(std::uint64_t seed, Progress& progress, const PeopleGrid& grid) {
    progress.begin("drawing land, sea and borders");
    const Terrain terrain(seed);
    const Territory territory(terrain, seed);
    Prefecture made;
    made.areas = shape_areas(terrain, territory);
    for (std::size_t m = 0; m < municipality_count; ++m) {
        made.halls.push_back(to_earth(territory.hall(m)));
    }
    progress.end(fmt::format("{} municipalities", made.areas.municipalities.size()));

    progress.begin("settling people");
    const auto settlements = place_settlements(terrain, territory, seed);
    const geo::PolygonIndex polygons(made.areas.municipalities);
    made.cells = inhabited_cells(polygons, Habitability(terrain, settlements, seed), grid);
    settle(made.cells, settlements, seed);
    if (grid.per_side > 1) {
        made.finer = divide(made.cells, grid.per_side, polygons, settlements, seed);
    }
    find_dense_districts(made.cells, territory, made.areas);
    progress.end(fmt::format("{} settlements, {} cells", settlements.size(),
                             grid.per_side > 1 ? made.finer.size() : made.cells.size()));

    progress.begin("building roads");
    const Lattice lattice(terrain, territory, seed);
    made.roads = build_roads(terrain, territory, lattice, settlements, inhabited_nodes(lattice, made.cells), seed);
    progress.end(fmt::format("{} nodes, {} sections", made.roads.nodes.size(), made.roads.sections.size()));

    progress.begin("opening hospitals and clinics");
    made.hospitals = place_hospitals(made.roads, settlements, seed);
    made.clinics = place_clinics(made.roads, settlements, seed);
    describe_maternity(made.hospitals, made.clinics);
    made.candidates = place_candidates(made.roads, settlements, seed);
    name_hubs(made.hospitals);
    made.dentists = place_dentists(made.roads, settlements, seed);
    made.remote = describe_remote_care(terrain, settlements, {made.hospitals, made.clinics, made.dentists}, seed);
    made.towns = lay_out_addresses(made.roads, settlements, made.hospitals, made.clinics, seed);
    made.homes = draw_homes(made.cells, made.towns, made.hospitals, made.clinics, seed);
    progress.end(fmt::format("{} hospitals, {} clinics", made.hospitals.size(), made.clinics.size()));
    return made;
}

}  // namespace michinori::demo
