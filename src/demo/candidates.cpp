// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <array>
#include <string_view>

#include "demo/facilities.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

/// A ward that could be built. In the towns that have none, and in two quarters of the capital.
struct Site {
    std::string_view name;
    std::size_t municipality;
    bool in_the_hall_town;
    int deliveries;  ///< expected a year
    int capacity;
    int obstetricians;
};

constexpr std::array<Site, 12> sites{{
    {"海野周産期センター", 0, false, 500, 700, 8},
    {"海野みらい産科病院", 0, false, 300, 400, 4},
    {"白鷺産科病院", 2, true, 280, 350, 4},
    {"朝霧産科病院", 5, true, 180, 250, 3},
    {"葦原産科病院", 7, true, 160, 250, 3},
    {"高峰産科病院", 9, true, 130, 200, 3},
    {"浜里産科病院", 10, true, 110, 150, 2},
    {"若槻産科病院", 12, true, 60, 100, 2},
    {"松ヶ浦産科病院", 14, true, 40, 100, 2},
    {"竹森産科病院", 19, true, 50, 100, 2},
    {"奥瀬産科病院", 21, true, 30, 60, 2},
    {"沖波産科病院", 23, true, 40, 60, 2},
}};
constexpr int first_number = 900001;  // far from those of the hospitals

Facility planned(const Site& site, int number) {
    const auto& m = municipalities()[site.municipality];
    Facility f;
    f.id = fmt::format("{}1{}{:06}0", prefecture_code, m.code.substr(2), number);
    f.name = fmt::format("{}（候補地）", site.name);
    f.hospital = true;
    f.municipality = site.municipality;
    f.address = fmt::format("{}{}（未定）", prefecture_name, full_name(m));
    f.general_beds = f.all_beds = 10 + site.capacity / 20;
    f.doctors = site.obstetricians + 2;
    f.departments = {"産婦人科"};
    f.deliveries = site.deliveries;
    f.delivery_capacity = site.capacity;
    f.delivery_fee_yen = 500000;
    f.obstetricians = site.obstetricians;
    f.checkups = true;
    return f;
}

/// The hall's town, or the centres of the municipality in turn.
std::size_t settlement_of(const Site& site, const std::vector<Settlement>& settlements, std::size_t turn) {
    std::vector<std::size_t> centres;
    for (std::size_t s = 0; s < settlements.size(); ++s) {
        if (settlements[s].municipality == site.municipality && settlements[s].rank == Rank::centre) {
            centres.push_back(s);
        }
    }
    return site.in_the_hall_town || centres.empty() ? site.municipality : centres[turn % centres.size()];
}

}  // namespace

std::vector<Facility> place_candidates(const Roads& roads, const std::vector<Settlement>& settlements,
                                       std::uint64_t seed) {
    Random random(seed, "candidates");
    Plots plots(roads);
    std::vector<Facility> all;
    for (const auto& site : sites) {
        auto facility = planned(site, first_number + static_cast<int>(all.size()));
        facility.settlement = settlement_of(site, settlements, all.size());
        facility.place = plots.in(settlements[facility.settlement], random);
        all.push_back(std::move(facility));
    }
    return all;
}

}  // namespace michinori::demo
