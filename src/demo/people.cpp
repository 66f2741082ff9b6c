// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/people.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "demo/random.h"
#include "geo/mesh_code.h"

namespace michinori::demo {
namespace {

constexpr double cell_lon = 1.0 / 160;  // 22.5 seconds
constexpr double cell_lat = 1.0 / 240;  // 15 seconds

/// Rural ageing: shares move from those of a capital to those of a mountain village.
struct Ages {
    double women_15_49;
    double aged_65;
    double under_15;
    double births_per_woman;
};

Ages ages_of(std::size_t municipality, int years_on) {
    const auto& m = municipalities()[municipality];
    const double size = std::clamp(std::log10(m.population / 2000.0) / std::log10(150.0), 0.0, 1.0);
    const Ages today{0.095 + 0.095 * size, 0.49 - 0.215 * size, 0.065 + 0.055 * size, 0.0285 + 0.004 * size};
    return {today.women_15_49 * (1 - 0.007 * years_on), today.aged_65 * (1 + 0.008 * years_on),
            today.under_15 * (1 - 0.008 * years_on), today.births_per_woman * (1 - 0.004 * years_on)};
}

/// Spreads a settlement's weight over the cells of its municipality around it, thinning outwards.
void spread(const Settlement& s, const std::vector<Cell>& cells, const std::vector<std::size_t>& members,
            std::vector<double>& weights) {
    const double width = std::max(0.32, 0.68 * s.radius_km);
    const auto nearness = [&](std::size_t c) {
        const double d = distance_km(cells[c].middle, s.middle) / width;
        return d < 4 ? std::exp(-d * d) : 0.0;
    };
    double sum = 0;
    for (const auto c : members) {
        sum += nearness(c);
    }
    for (const auto c : members) {
        weights[c] += sum > 0 ? s.weight * nearness(c) / sum : 0;
    }
}

/// Calls set(cell, share) with `total` shared out among the members in proportion to weight(cell).
template <class Weight, class Cap, class Set>
void share_out(const std::vector<std::size_t>& members, std::int64_t total, const Weight& weight, const Cap& cap,
               const Set& set) {
    std::vector<double> weights;
    std::vector<std::int64_t> caps;
    for (const auto c : members) {
        weights.push_back(weight(c));
        caps.push_back(cap(c));
    }
    const auto shares = apportion(weights, total, caps);
    for (std::size_t i = 0; i < members.size(); ++i) {
        set(members[i], shares[i]);
    }
}

std::int64_t share_of(std::int64_t people, double share) {
    return std::llround(static_cast<double>(people) * share);
}

/// Sexes and ages of one municipality's cells, each to a municipal total.
class AgeStructure {
public:
    AgeStructure(std::vector<Cell>& cells, int years_on, const Noise& youth)
        : cells_(cells), years_on_(years_on), youth_(youth) {}

    void settle(const std::vector<std::size_t>& members, std::size_t municipality, std::int64_t population) {
        const Ages ages = ages_of(municipality, years_on_);
        const auto people = [&](std::size_t c) { return static_cast<double>(cells_[c].population); };
        const auto young = [&](std::size_t c) { return 1 + 0.2 * youth_.rough(cells_[c].middle, 3); };
        const auto women = share_of(population, ages.women_15_49);
        share_out(
            members, women, [&](auto c) { return people(c) * young(c); }, [&](auto c) { return cells_[c].population; },
            [&](auto c, auto n) { cells_[c].women_15_49 = n; });
        share_out(
            members, share_of(population, ages.aged_65), [&](auto c) { return people(c) / young(c); },
            [&](auto c) { return cells_[c].population - cells_[c].women_15_49; },
            [&](auto c, auto n) { cells_[c].aged_65 = n; });
        share_out(
            members, share_of(population, ages.under_15), people,
            [&](auto c) { return cells_[c].population - cells_[c].women_15_49 - cells_[c].aged_65; },
            [&](auto c, auto n) { cells_[c].aged_under_15 = n; });
        share_out(
            members, 1000 * share_of(women, ages.births_per_woman),
            [&](auto c) { return static_cast<double>(cells_[c].women_15_49); }, no_cap,
            [&](auto c, auto n) { cells_[c].births_milli = n; });
        share_out(
            members, 1000 * share_of(population, 0.0007 + 0.0083 * ages.aged_65),
            [&](auto c) { return 0.05 * people(c) + static_cast<double>(cells_[c].aged_65); }, no_cap,
            [&](auto c, auto n) { cells_[c].cancer_deaths_milli = n; });
        for (const auto c : members) {
            auto& cell = cells_[c];
            cell.female = std::clamp(share_of(cell.population, 0.515), cell.women_15_49, cell.population);
        }
    }

private:
    static std::int64_t no_cap(std::size_t) { return 1'000'000'000; }
    std::vector<Cell>& cells_;
    int years_on_;
    const Noise& youth_;
};

}  // namespace

std::vector<Cell> inhabited_cells(const geo::PolygonIndex& polygons, const Habitability& habitability,
                                  const PeopleGrid& grid) {
    const auto corner = board_corner;
    const int columns = static_cast<int>(board_width_km / km_per_lon / cell_lon);
    const int rows = static_cast<int>(board_height_km / km_per_lat / cell_lat);
    std::vector<std::pair<double, Cell>> ranked;
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i) {
            const geo::Point middle{corner.lon + (i + 0.5) * cell_lon, corner.lat + (j + 0.5) * cell_lat};
            const auto holders = polygons.covering(middle);
            if (!holders.empty()) {
                const Pos p = to_board(middle);
                ranked.push_back(
                    {-habitability.at(p), {*geo::mesh_code(middle, geo::MeshLevel::half), p, holders.front()}});
            }
        }
    }
    std::ranges::sort(ranked, {}, [](const auto& entry) { return std::pair(entry.first, entry.second.mesh); });
    std::vector<Cell> cells;
    std::size_t finer = 0;
    for (auto& [rank, cell] : ranked) {
        if (cells.size() >= inhabited_cell_count && finer >= grid.cells) {
            break;
        }
        finer += grid.per_side == 1 ? 1 : finer_middles(cell, grid.per_side, polygons).size();
        cells.push_back(std::move(cell));
    }
    std::ranges::sort(cells, {}, &Cell::mesh);
    return cells;
}

std::vector<geo::Point> finer_middles(const Cell& cell, int per_side, const geo::PolygonIndex& municipal_polygons) {
    const auto middle = geo::mesh_centre(cell.mesh).value();
    const auto step = [&](int i, double size) { return (i + 0.5 - per_side / 2.0) * size / per_side; };
    std::vector<geo::Point> middles;
    for (int j = 0; j < per_side; ++j) {
        for (int i = 0; i < per_side; ++i) {
            const geo::Point p{middle.lon + step(i, cell_lon), middle.lat + step(j, cell_lat)};
            const auto holders = municipal_polygons.covering(p);
            if (!holders.empty() && holders.front() == cell.municipality) {
                middles.push_back(p);
            }
        }
    }
    if (middles.empty()) {
        middles.push_back({middle.lon + cell_lon / per_side / 2, middle.lat + cell_lat / per_side / 2});
    }
    return middles;
}

void settle(std::vector<Cell>& cells, const std::vector<Settlement>& settlements, std::uint64_t seed) {
    const Noise farms(seed_for(seed, "farms"), 2);
    const auto members = by_municipality(cells);
    std::vector<double> weights;
    for (const auto& cell : cells) {
        weights.push_back(9 * (1.05 + farms.rough(cell.middle, 3)));
    }
    for (const auto& s : settlements) {
        spread(s, cells, members[s.municipality], weights);
    }
    for (std::size_t m = 0; m < municipality_count; ++m) {
        // Somebody lives in every inhabited cell; the others follow the weights.
        const auto others = municipalities()[m].population - static_cast<std::int64_t>(members[m].size());
        share_out(
            members[m], others, [&](auto c) { return weights[c]; }, [](auto) { return std::int64_t{1'000'000}; },
            [&](auto c, auto n) { cells[c].population = n + 1; });
    }
    give_ages(cells, 0, seed);
}

void give_ages(std::vector<Cell>& cells, int years_on, std::uint64_t seed) {
    const Noise youth(seed_for(seed, "youth"), 5);
    AgeStructure structure(cells, years_on, youth);
    const auto members = by_municipality(cells);
    for (std::size_t m = 0; m < municipality_count; ++m) {
        std::int64_t population = 0;
        for (const auto c : members[m]) {
            population += cells[c].population;
        }
        structure.settle(members[m], m, population);
    }
}

std::vector<std::vector<std::size_t>> by_municipality(const std::vector<Cell>& cells) {
    std::vector<std::vector<std::size_t>> members(municipality_count);
    for (std::size_t c = 0; c < cells.size(); ++c) {
        members[cells[c].municipality].push_back(c);
    }
    return members;
}

std::array<MunicipalTotals, municipality_count> totals(const std::vector<Cell>& cells) {
    std::array<MunicipalTotals, municipality_count> sums{};
    std::array<std::pair<std::int64_t, std::int64_t>, municipality_count> milli{};
    for (const auto& cell : cells) {
        auto& sum = sums[cell.municipality];
        ++sum.cells;
        sum.population += cell.population;
        sum.women_15_49 += cell.women_15_49;
        sum.aged_65 += cell.aged_65;
        milli[cell.municipality].first += cell.births_milli;
        milli[cell.municipality].second += cell.cancer_deaths_milli;
    }
    for (std::size_t m = 0; m < municipality_count; ++m) {
        sums[m].births = milli[m].first / 1000;  // whole by construction
        sums[m].cancer_deaths = milli[m].second / 1000;
    }
    return sums;
}

}  // namespace michinori::demo
