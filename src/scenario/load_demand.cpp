// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
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

bool are_rows_named(const io::DemandOptions& options) {
    const bool by_column = !options.id_column.empty() || !options.mesh_column.empty();
    return by_column || options.kind == DemandKind::estat_mesh || options.kind == DemandKind::mlit_mesh;
}

/// A file for each of the entry's, in the order of names.
std::vector<io::InputFile> files_of_year(const Section& row, const std::vector<io::InputFile>& today,
                                         const io::DemandOptions& options) {
    std::string written;
    row.text("file", written);
    if (!row.has("file")) {
        return today;
    }
    auto files = row.files("file");
    if (!files.empty() && !today.empty() && files.size() != today.size()) {
        row.bad_value("file",
                      fmt::format("stands for {} files, file of the [[demand]] entry for {}; a year needs as many",
                                  files.size(), today.size()));
        return {};
    }
    if (!files.empty() && !are_rows_named(options)) {
        row.bad_value("file",
                      "has rows without names; give columns.id (or mesh) in the [[demand]] entry, so that its "
                      "rows can be told");
    }
    return files;
}

/// All groups of the entry and no other; its own without any.
void load_groups_of_year(const Section& row, io::DemandOptions& into) {
    const auto today = std::exchange(into.groups, {});
    load_groups(row, into);
    if (!row.has("groups")) {
        into.groups = today;
        return;
    }
    std::vector<std::string> names;
    for (const auto& [group, column] : today) {
        names.push_back(group);
        if (!into.groups.contains(group)) {
            row.fault(FindingCode::missing_key, "groups", {row.toml().path("groups"), group});
        }
    }
    for (const auto& [group, column] : into.groups) {
        if (!today.contains(group)) {
            row.fault(FindingCode::unknown_reference, "groups",
                      {"group", group, names.empty() ? "(none stands above)" : listed(names)});
        }
    }
}

/// Each year stands once in an entry.
int load_year_number(const Section& row, const std::vector<Scenario::Demand>& entries) {
    int year = 0;
    row.count("year", year, 9999);
    if (!row.has("year")) {
        row.missing("year");
    }
    if (!entries.empty() &&
        std::ranges::find(entries[0].years, year, &Scenario::Demand::Year::year) != entries[0].years.end()) {
        row.bad_value("year", "stands there already");
    }
    return year;
}

void load_year(const Section& row, io::DemandOptions options, std::vector<Scenario::Demand>& entries) {
    const int year = load_year_number(row, entries);
    std::vector<io::InputFile> today;
    std::ranges::transform(entries, std::back_inserter(today), &Scenario::Demand::file);
    const auto files = files_of_year(row, today, options);
    row.text("population", options.population_column);
    if (!row.has("file") && !row.has("population")) {
        row.missing("file (or population)");
    }
    load_groups_of_year(row, options);
    for (std::size_t i = 0; i < std::min(files.size(), entries.size()); ++i) {
        entries[i].years.push_back({year, files[i], options});
    }
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
    std::vector<Scenario::Demand> entries;
    for (const auto& file : files) {
        entries.push_back({file, options, {}});
    }
    if (options.kind != DemandKind::osm_places && options.kind != DemandKind::osm_buildings) {
        for (const auto& row : section.tables("years")) {
            load_year(row, options, entries);
        }
    }
    std::ranges::move(entries, std::back_inserter(into));
}

}  // namespace michinori::scenario
