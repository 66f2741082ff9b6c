// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <utility>

#include "scenario/load_formats.h"
#include "scenario/load_parts.h"

namespace michinori::scenario {
namespace {

using io::DemandKind;

const std::vector<std::pair<std::string, DemandKind>>& demand_formats() {
    static const std::vector<std::pair<std::string, DemandKind>> formats{
        {"table", DemandKind::table},           {"vector", DemandKind::vector},
        {"estat_mesh", DemandKind::estat_mesh}, {"mlit_mesh", DemandKind::mlit_mesh},
        {"osm_places", DemandKind::osm_places}, {"osm_buildings", DemandKind::osm_buildings}};
    return formats;
}

void load_table_place(const Section& columns, io::DemandOptions& into) {
    columns.text("mesh", into.mesh_column);
    columns.text("lon", into.lon_column);
    columns.text("lat", into.lat_column);
    const bool by_mesh = !into.mesh_column.empty();
    if (!by_mesh && into.lon_column.empty()) {
        columns.missing(into.lat_column.empty() ? "mesh (or lon and lat)" : "lon");
    }
    if (!by_mesh && into.lat_column.empty() && !into.lon_column.empty()) {
        columns.missing("lat");
    }
    if (by_mesh && (columns.has("lon") || columns.has("lat"))) {
        columns.bad_value(columns.has("lon") ? "lon" : "lat", "is not used beside mesh; take one of them out");
    }
}

void load_columns(const Section& section, io::DemandOptions& into) {
    const auto columns = section.required_table("columns");
    if (!columns.present()) {
        return;
    }
    if (into.kind == DemandKind::table) {
        load_table_place(columns, into);
    }
    if (into.kind != DemandKind::estat_mesh) {  // e-Stat's own columns name the cell
        columns.text("id", into.id_column);
        columns.text("municipality", into.municipality_column);
    }
    columns.required_text("population", into.population_column);
}

void load_groups(const Section& section, io::DemandOptions& into) {
    for (auto& [group, column] : section.text_map("groups")) {
        if (group == "population") {
            section.toml().table("groups").bad_value(group, "is columns.population already; choose another name");
        }
        into.groups.emplace(group, column);
    }
}

void load_format_keys(const Section& section, io::DemandOptions& into) {
    switch (into.kind) {
        case DemandKind::table: load_table_format(section, into.table); break;
        case DemandKind::estat_mesh: load_text_format(section, into.table); break;
        case DemandKind::vector:
        case DemandKind::mlit_mesh: load_vector_format(section, into.format); break;
        case DemandKind::osm_places: return;
        case DemandKind::osm_buildings:
            section.number("total_people", into.total_people, {0, 1e10, false});
            if (!section.has("total_people")) {
                section.missing("total_people");
            }
            return;
    }
    load_columns(section, into);
    load_groups(section, into);
}

}  // namespace

void load_demand(const Section& section, std::vector<Scenario::Demand>& into) {
    io::DemandOptions options;
    const auto kind = section.choice("format", demand_formats());
    const auto files = section.files("file");
    section.share("refuse_at_most", options.tolerance.share);
    if (!kind && section.has("format")) {
        section.pass_all_keys();
        return;
    }
    options.kind = kind.value_or(DemandKind::table);
    load_format_keys(section, options);
    for (const auto& file : files) {
        into.push_back({file, options});
    }
}

}  // namespace michinori::scenario
