// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/demo.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "demo/writers.h"

namespace michinori::demo {
namespace {

constexpr const char* read_me =
    "海野県 (Umino) は michinori "
    "の動作を示すための架空の県です。地形、道路、人口、施設はすべて作りもので、実在の場所や施設とは関係ありません。\n"
    "Umino is a made-up prefecture that shows how michinori works. Land, roads, people and facilities are generated;\n"
    "none of them exists. The files have the layouts of the published ones (MLIT N13, N03, A38, A22, A16, A19, "
    "projected\n"
    "population and 位置参照情報; e-Stat T001141; 医療情報ネット), so that a real prefecture's files can take their "
    "places.\n"
    "The folder care holds made-up tables by the ID of hospitals and clinics: nerve_block, pain, rare_disease, "
    "cancer,\n"
    "specialists, children; nerve_block_partners, pain_partners, rare_disease_partners (who refers to whom); "
    "helicopters.\n"
    "seed {}\n";

constexpr const char* finer_note =
    "population/mesh500_*.csv はこの版では 500 m より細かい {0} メッシュで、人数は期待値です。\n"
    "In this edition population/mesh500_*.csv holds {0} cells finer than 500 m; their people are expected values.\n";

void summarise_roads(const Roads& roads, Summary& summary) {
    summary.road_nodes = roads.nodes.size();
    summary.road_sections = roads.sections.size();
    summary.interchanges = roads.interchanges;
    std::set<std::string> meshes;
    double metres = 0;
    for (const auto& section : roads.sections) {
        meshes.insert(section.mesh.substr(0, 4));
        summary.winter_closed_sections += section.facts.winter_closed ? 1 : 0;
        for (std::size_t i = 0; i + 1 < section.line.size(); ++i) {
            metres += geo::distance(section.line[i], section.line[i + 1]).value();
        }
    }
    summary.first_level_meshes = meshes.size();
    summary.road_km = metres / 1000;
}

Summary summarise(const Prefecture& made) {
    Summary summary;
    summarise_roads(made.roads, summary);
    summary.inhabited_cells = made.finer.empty() ? made.cells.size() : made.finer.size();
    for (const auto& total : totals(made.cells)) {
        summary.population += total.population;
        summary.births += total.births;
    }
    summary.municipalities = municipality_count;
    summary.hospitals = made.hospitals.size();
    summary.clinics = made.clinics.size();
    for (const auto* list : {&made.hospitals, &made.clinics}) {
        for (const auto& f : *list) {
            summary.delivery_facilities += f.deliveries > 0 ? 1 : 0;
            summary.perinatal_centres += f.perinatal_centre.empty() ? 0 : 1;
            summary.nerve_block_hospitals += f.nerve_block ? 1 : 0;
        }
    }
    return summary;
}

/// The widest cells of which the settled land of the plain prefecture has enough, else the finest.
PeopleGrid grid_of(const Options& options) {
    PeopleGrid grid;
    if (options.cells) {
        grid.cells = *options.cells;
        while (grid.per_side < 4 && grid.cells > inhabited_cell_count * grid.per_side * grid.per_side) {
            grid.per_side *= 2;
        }
    }
    return grid;
}

}  // namespace

Summary write_prefecture(const std::filesystem::path& folder, const Options& options, Progress& progress) {
    const auto made = make_prefecture(options.seed, progress, grid_of(options));
    io::OutputFolder out(folder);
    progress.begin("writing files");
    write_n13(made, out);
    progress.advance(0.3);
    write_road_extras(made, out);
    write_osm(made, out);
    progress.advance(0.5);
    write_cells(made, options.seed, out);
    write_estat(made, out);
    write_projection(made, options.seed, out);
    progress.advance(0.9);
    write_areas(made, out);
    write_area_tables(made, out);
    write_offices(made, out);
    write_facilities(made, out);
    write_remote_care(made, out);
    write_care(made, out);
    write_addresses(made, out);
    write_homes(made, out);
    write_physicians(made, options.seed, out);
    out.write_text("README.txt",
                   fmt::format(fmt::runtime(read_me), options.seed) +
                       (made.finer.empty() ? "" : fmt::format(fmt::runtime(finer_note), made.finer.size())));
    auto summary = summarise(made);
    for (const auto& file : out.written()) {
        summary.files.push_back(file.name);
    }
    out.commit();
    progress.end(fmt::format("{} files", summary.files.size()));
    return summary;
}

}  // namespace michinori::demo
