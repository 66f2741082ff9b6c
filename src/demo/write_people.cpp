// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "demo/projection.h"
#include "demo/writers.h"
#include "io/csv_writer.h"

namespace michinori::demo {
namespace {

constexpr int estat_columns = 34;
constexpr int visible_when_suppressed = 3;  // people and sexes are never hidden, nor are households
constexpr std::int64_t suppressed_below = 4;

constexpr std::array<const char*, 11> estat_groups{
    "人口（総数）",   "０～１４歳人口", "１５歳以上人口", "１５～６４歳人口", "１８歳以上人口", "２０歳以上人口",
    "６５歳以上人口", "７５歳以上人口", "８５歳以上人口", "９５歳以上人口",   "外国人人口"};

using Row = std::array<std::int64_t, estat_columns>;

std::int64_t part(std::int64_t people, double share) {
    return static_cast<std::int64_t>(static_cast<double>(people) * share);
}

/// The columns T001141001 to 034 of one cell: eleven groups of people by sex, and households.
Row census_row(const Cell& cell) {
    const auto all = cell.population;
    const auto adults = all - cell.aged_under_15;
    const std::array<std::int64_t, 11> groups{all,
                                              cell.aged_under_15,
                                              adults,
                                              adults - cell.aged_65,
                                              adults - part(adults - cell.aged_65, 0.045),
                                              adults - part(adults - cell.aged_65, 0.08),
                                              cell.aged_65,
                                              part(cell.aged_65, 0.54),
                                              part(cell.aged_65, 0.19),
                                              part(cell.aged_65, 0.02),
                                              part(all, 0.012)};
    const double female_share = all > 0 ? static_cast<double>(cell.female) / static_cast<double>(all) : 0;
    Row row{};
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto female = g == 0 ? cell.female : part(groups[g], female_share);
        row[3 * g] = groups[g];
        row[3 * g + 1] = groups[g] - female;
        row[3 * g + 2] = female;
    }
    row[estat_columns - 1] = std::max<std::int64_t>(1, part(all, 0.43));
    return row;
}

/// Cells with very few people are hidden and added to a neighbour in the same 1 km cell.
struct Suppression {
    std::map<std::string, std::string> receiver_of;
    std::map<std::string, std::vector<std::string>> hidden_in;
};

Suppression suppress(const std::vector<const Cell*>& cells) {
    std::map<std::string, std::vector<const Cell*>> by_kilometre;
    for (const auto* cell : cells) {
        by_kilometre[cell->mesh.substr(0, 8)].push_back(cell);
    }
    Suppression out;
    for (const auto& [mesh, group] : by_kilometre) {
        const auto* largest = *std::ranges::max_element(group, {}, &Cell::population);
        for (const auto* cell : group) {
            if (cell->population < suppressed_below && largest->population >= suppressed_below) {
                out.receiver_of[cell->mesh] = largest->mesh;
                out.hidden_in[largest->mesh].push_back(cell->mesh);
            }
        }
    }
    return out;
}

std::string headers() {
    std::string codes = "KEY_CODE,HTKSYORI,HTKSAKI,GASSAN";
    std::string labels = ",,,";
    for (int c = 1; c <= estat_columns; ++c) {
        codes += fmt::format(",T001141{:03}", c);
        const auto group = static_cast<std::size_t>((c - 1) / 3);
        const auto* sex = (c - 1) % 3 == 0 ? "　総数" : (c - 1) % 3 == 1 ? "　男" : "　女";
        labels += c == estat_columns ? ",世帯総数" : fmt::format(",{}{}", estat_groups[group], sex);
    }
    return codes + "\r\n" + labels + "\r\n";
}

std::string joined(const std::vector<std::string>& meshes) {
    std::string out;
    for (const auto& mesh : meshes) {
        out += (out.empty() ? "" : ";") + mesh;
    }
    return out;
}

std::string line_of(const Cell& cell, const Suppression& suppression, const std::map<std::string, Row>& rows) {
    const auto receiver = suppression.receiver_of.find(cell.mesh);
    const auto received = suppression.hidden_in.find(cell.mesh);
    const bool hidden = receiver != suppression.receiver_of.end();
    const bool receives = received != suppression.hidden_in.end();
    std::string line = fmt::format("{},{},{},{}", cell.mesh,
                                   hidden     ? 2
                                   : receives ? 1
                                              : 0,
                                   hidden ? receiver->second : "", receives ? joined(received->second) : "");
    Row row = rows.at(cell.mesh);
    const auto always_shown = [](int c) { return c < visible_when_suppressed || c == estat_columns - 1; };
    for (int c = 0; c < estat_columns; ++c) {
        auto value = row[static_cast<std::size_t>(c)];
        if (receives && !always_shown(c)) {
            for (const auto& mesh : received->second) {
                value += rows.at(mesh)[static_cast<std::size_t>(c)];
            }
        }
        line += hidden && !always_shown(c) ? ",*" : value == 0 ? ",-" : fmt::format(",{}", value);
    }
    return line + "\r\n";
}

io::CsvWriter cell_table(int year, io::OutputFolder& out) {
    return {out.stage(fmt::format("population/mesh500_{}.csv", year)),
            {"mesh_code", "municipality_code", "population", "male", "female", "women_15_49", "births",
             "population_65plus", "cancer_deaths"}};
}

void write_cells_of(const std::vector<Cell>& cells, int year, io::OutputFolder& out) {
    auto csv = cell_table(year, out);
    for (const auto& cell : cells) {
        csv.text(cell.mesh).text(municipalities()[cell.municipality].code).integer(cell.population);
        csv.integer(cell.population - cell.female).integer(cell.female).integer(cell.women_15_49);
        csv.people(People::from_micro(cell.births_milli * 1000)).integer(cell.aged_65);
        csv.people(People::from_micro(cell.cancer_deaths_milli * 1000)).end_row();
    }
    csv.close();
}

/// In the same file as the 500 m cells, so that the same scenario reads them.
void write_finer_of(const std::vector<Cell>& cells, const std::vector<FinerCell>& finer, int year,
                    io::OutputFolder& out) {
    auto csv = cell_table(year, out);
    const auto people = share_out(cells, finer);
    for (std::size_t f = 0; f < finer.size(); ++f) {
        const auto& p = people[f];
        csv.text(finer[f].mesh).text(municipalities()[cells[finer[f].cell].municipality].code);
        csv.people(p.population).people(p.population - p.female).people(p.female).people(p.women_15_49);
        csv.people(p.births).people(p.aged_65).people(p.cancer_deaths).end_row();
    }
    csv.close();
}

}  // namespace

void write_estat(const Prefecture& made, io::OutputFolder& out) {
    std::map<std::string, std::vector<const Cell*>> by_mesh;
    for (const auto& cell : made.cells) {
        by_mesh[cell.mesh.substr(0, 4)].push_back(&cell);
    }
    for (const auto& [mesh, cells] : by_mesh) {
        const auto suppression = suppress(cells);
        std::map<std::string, Row> rows;
        for (const auto* cell : cells) {
            rows.emplace(cell->mesh, census_row(*cell));
        }
        std::string text = headers();
        for (const auto* cell : cells) {
            text += line_of(*cell, suppression, rows);
        }
        out.write_text("population/tblT001141H" + mesh + ".txt", io::to_cp932(text));
    }
}

void write_cells(const Prefecture& made, std::uint64_t seed, io::OutputFolder& out) {
    const auto write = [&](const std::vector<Cell>& cells, int year) {
        made.finer.empty() ? write_cells_of(cells, year, out) : write_finer_of(cells, made.finer, year, out);
    };
    write(made.cells, 2025);
    const Projection projection(seed);
    for (const int year : {2030, 2040, 2050}) {
        write(projection.cells(made.cells, year), year);
    }
}

}  // namespace michinori::demo
