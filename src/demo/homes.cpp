// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/homes.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "demo/home_address.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t ferry_island = municipality_count - 2;
constexpr std::size_t lone_island = municipality_count - 1;

bool is_island(std::size_t municipality) {
    return municipality >= ferry_island;
}

std::size_t homes_in(std::size_t municipality) {
    constexpr std::size_t in_capital = 16;
    constexpr std::size_t in_city = 8;
    constexpr std::size_t in_town = 13;
    constexpr std::size_t on_ferry_island = 28;
    constexpr std::size_t on_lone_island = 15;
    static_assert(in_capital + 9 * in_city + 13 * in_town + on_ferry_island + on_lone_island == home_count);
    return municipality == capital_index                                   ? in_capital
           : municipality == ferry_island                                  ? on_ferry_island
           : municipality == lone_island                                   ? on_lone_island
           : municipalities()[municipality].kind == MunicipalityKind::city ? in_city
                                                                           : in_town;
}

int rounded_yen(double yen, int step) {
    return step * std::max(1, static_cast<int>(yen / step + 0.5));
}

class Drafter {
public:
    Drafter(const std::vector<Cell>& cells, const std::vector<AddressTown>& towns,
            const std::vector<Facility>& hospitals, const std::vector<Facility>& clinics, std::uint64_t seed)
        : random_(seed, "homes") {
        for (const auto& cell : cells) {
            cells_[cell.municipality].push_back(&cell);
        }
        for (const auto& town : towns) {
            towns_[town.municipality].push_back(&town);
        }
        for (const auto* list : {&hospitals, &clinics}) {
            for (const auto& f : *list) {
                if (f.deliveries > 0) {
                    delivering_.push_back(&f);
                }
            }
        }
    }

    Home draw(std::size_t municipality) {
        Home home;
        home.municipality = municipality;
        const auto where = settle(home);
        home.satogaeri = random_.chance(0.25);
        home.high_risk = random_.chance(0.14);
        home.mode = mode_in(municipality);
        const double km = choose_facilities(home, where);
        if (random_.chance(0.9)) {
            home.date = std::chrono::sys_days(2025y / 4 / 1) + std::chrono::days(random_.below(365));
        }
        stay(home, km);
        pay(home, km);
        home.visits = static_cast<int>(random_.below(16));
        home.late_change = random_.chance(0.05);
        return home;
    }

private:
    /// By coordinate, mesh or address, a third each.
    geo::Point settle(Home& home) {
        const auto& cells = cells_[home.municipality];
        const auto& towns = towns_[home.municipality];
        const auto kind = random_.below(3);
        if (kind == 0) {
            const auto& cell = *cells[random_.below(cells.size())];
            home.mesh = cell.mesh;
            return to_earth(cell.middle);
        }
        const auto& town = *towns[random_.below(towns.size())];
        const auto& block = town.blocks[random_.below(town.blocks.size())];
        if (kind == 1) {
            home.place = beside(to_board(block.place), random_);
        } else {
            home.address = spelled_address(town, block, random_);
        }
        return block.place;
    }

    Home::Mode mode_in(std::size_t municipality) {
        const double draw = random_.uniform();
        const double transit = is_island(municipality) ? 0.6 : 0.14;
        return draw < transit ? Home::Mode::transit : draw < transit + 0.16 ? Home::Mode::taxi : Home::Mode::car;
    }

    /// Some name one or two facilities that accepted them; high risk: perinatal centres. Returns the
    /// kilometres to the nearest of these, or of all, as the roads wind.
    double choose_facilities(Home& home, geo::Point where) {
        auto nearest_first = delivering_;
        if (home.high_risk) {
            std::erase_if(nearest_first, [](const Facility* f) { return f->perinatal_centre.empty(); });
        }
        const auto away = [&](const Facility* f) { return geo::distance(f->place, where); };
        std::ranges::sort(nearest_first, {}, away);
        std::size_t first = 0;
        if (random_.chance(0.35)) {
            first = random_.below(std::min<std::size_t>(3, nearest_first.size()));
            home.accepting.push_back(nearest_first[first]->id);
            if (random_.chance(0.3) && first + 1 < nearest_first.size()) {
                home.accepting.push_back(nearest_first[first + 1]->id);
            }
        }
        constexpr double winding = 1.3;
        return winding * away(nearest_first[first]).value() / 1000;
    }

    /// Who lives far off takes a room near the hospital before the day.
    void stay(Home& home, double km) {
        constexpr double far_km = 35;
        if (km < far_km ? random_.chance(0.3) : random_.chance(0.85)) {
            home.nights = km < far_km ? static_cast<int>(random_.below(3)) : 1 + static_cast<int>(random_.below(16));
        }
        if (home.nights.value_or(0) > 0) {
            home.lodging_yen = 5000 + 500 * static_cast<int>(random_.below(15));
        }
    }

    void pay(Home& home, double km) {
        const double both_ways = 2 * std::max(1.0, km);
        if (home.mode == Home::Mode::taxi) {
            home.transport_yen = rounded_yen(1000 + 380 * both_ways, 100);
        } else if (home.mode == Home::Mode::transit) {
            home.fare_yen = rounded_yen(400 + 26 * both_ways, 20);
            home.transport_yen = random_.chance(0.7) ? home.fare_yen : std::nullopt;
        } else if (random_.chance(0.1)) {
            home.transport_yen = rounded_yen(20 * both_ways, 10);
        }
        if (home.mode != Home::Mode::transit && !is_island(home.municipality) && random_.chance(0.3)) {
            home.toll_yen = rounded_yen(20 * both_ways, 20);
        }
    }

    Random random_;
    std::array<std::vector<const Cell*>, municipality_count> cells_;
    std::array<std::vector<const AddressTown*>, municipality_count> towns_;
    std::vector<const Facility*> delivering_;
};

}  // namespace

std::vector<Home> draw_homes(const std::vector<Cell>& cells, const std::vector<AddressTown>& towns,
                             const std::vector<Facility>& hospitals, const std::vector<Facility>& clinics,
                             std::uint64_t seed) {
    Drafter drafter(cells, towns, hospitals, clinics, seed);
    std::vector<Home> homes;
    for (std::size_t m = 0; m < municipality_count; ++m) {
        for (std::size_t k = 0; k < homes_in(m); ++k) {
            homes.push_back(drafter.draw(m));
        }
    }
    return homes;
}

}  // namespace michinori::demo
