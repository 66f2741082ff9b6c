// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>

#include "demo/projection.h"
#include "demo/writers.h"
#include "geo/mesh_code.h"
#include "io/demo_shapefile.h"

namespace michinori::demo {
namespace {

using File = io::DemoShapefile;
using Type = File::Type;

constexpr std::array<int, 10> years{2025, 2030, 2035, 2040, 2045, 2050, 2055, 2060, 2065, 2070};
constexpr double hidden_below = 3;  // people: smaller cells are hidden and added to a neighbour

std::vector<File::Column> projection_columns() {
    std::vector<File::Column> columns{
        {"MESH_ID", Type::text, 9}, {"SHICODE", Type::text, 5}, {"PTN_2020", Type::real, 14, 4}};
    for (const int year : years) {
        columns.push_back({fmt::format("HITOKU{}", year), Type::text, 1});
        columns.push_back({fmt::format("GASSAN{}", year), Type::text, 9});
        for (const char* group : {"PTN", "PT00", "PTA", "PTB", "PTC"}) {
            columns.push_back({fmt::format("{}_{}", group, year), Type::real, 14, 4});
        }
    }
    return columns;
}

/// Which cell hides which in one year.
struct Merged {
    std::vector<std::size_t> receiver;  // by cell; itself when not hidden
    std::vector<double> shown;          // people after merging, by cell
    std::vector<bool> receives;
};

Merged merge(const std::vector<Cell>& cells, const std::vector<double>& people) {
    std::map<std::pair<std::string, std::size_t>, std::size_t> largest;  // in the same 1 km cell and municipality
    const auto group = [&](std::size_t c) { return std::pair(cells[c].mesh.substr(0, 8), cells[c].municipality); };
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto [it, fresh] = largest.try_emplace(group(c), c);
        if (!fresh && people[c] > people[it->second]) {
            it->second = c;
        }
    }
    Merged merged{{}, people, std::vector<bool>(cells.size(), false)};
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto to = largest.at(group(c));
        const bool hidden = people[c] < hidden_below && people[to] >= hidden_below;
        merged.receiver.push_back(hidden ? to : c);
        if (hidden) {
            merged.shown[to] += people[c];
            merged.shown[c] = 0;
            merged.receives[to] = true;
        }
    }
    return merged;
}

geo::MultiPolygon square(const std::string& mesh) {
    const auto box = geo::mesh_cell(mesh).value();
    return {{{{{{box.west, box.south},
                {box.west, box.north},
                {box.east, box.north},
                {box.east, box.south},
                {box.west, box.south}}}}}};
}

void add_year(const std::vector<Cell>& cells, std::size_t c, double people, const Merged& merged, double later,
              std::vector<File::Value>& values) {
    const auto& cell = cells[c];
    const bool hidden = merged.receiver[c] != c;
    const double all = static_cast<double>(cell.population);
    const double old_share = std::min(0.7, static_cast<double>(cell.aged_65) / all * (1 + 0.012 * later));
    const double young_share = static_cast<double>(cell.aged_under_15) / all * (1 - 0.008 * later);
    const double shown = merged.shown[c];
    values.emplace_back(std::string(hidden ? "*" : merged.receives[c] ? "@" : ""));
    values.emplace_back(hidden ? cells[merged.receiver[c]].mesh : std::string());
    values.emplace_back(people);
    values.emplace_back(to_four(shown));
    values.emplace_back(to_four(shown * young_share));
    values.emplace_back(to_four(shown * (1 - young_share - old_share)));
    values.emplace_back(to_four(shown * old_share));
}

}  // namespace

void write_projection(const Prefecture& made, std::uint64_t seed, io::OutputFolder& out) {
    const Projection projection(seed);
    std::vector<std::vector<double>> people;
    std::vector<Merged> merged;
    for (const int year : years) {
        people.emplace_back();
        for (const auto& cell : made.cells) {
            people.back().push_back(projection.people(cell, year));
        }
        merged.push_back(merge(made.cells, people.back()));
    }
    File file("500m_mesh_2024_48", File::Shape::polygon, projection_columns());
    for (std::size_t c = 0; c < made.cells.size(); ++c) {
        const auto& cell = made.cells[c];
        std::vector<File::Value> values{cell.mesh, std::string(municipalities()[cell.municipality].code),
                                        projection.people(cell, 2020)};
        for (std::size_t y = 0; y < years.size(); ++y) {
            add_year(made.cells, c, people[y][c], merged[y], years[y] - 2025, values);
        }
        file.add(square(cell.mesh), values);
    }
    out.write_text("population/500m_mesh_2024_48_SHP.zip", io::zip_archive(file.finish()));
}

}  // namespace michinori::demo
