// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <array>
#include <string_view>

#include "demo/people.h"
#include "demo/random.h"
#include "demo/remote_care.h"

namespace michinori::demo {
namespace {

constexpr std::array<std::string_view, 20> surnames{"青木", "井川", "上島", "江口", "小野寺", "香川", "木村",
                                                    "久保", "桜井", "志村", "須藤", "瀬川",   "曽根", "田代",
                                                    "津田", "戸田", "永井", "橋爪", "平野",   "藤岡"};
constexpr std::array<std::string_view, 4> kinds{"歯科医院", "歯科", "デンタルクリニック", "歯科クリニック"};

/// Villages and the towns about their size have no dentist.
constexpr int fewest_people = 7000;

/// How many each municipality has: by its people.
std::vector<std::int64_t> dentists_by_municipality() {
    std::vector<double> weights;
    for (const auto& m : municipalities()) {
        weights.push_back(m.population < fewest_people ? 0 : m.population);
    }
    constexpr auto all = static_cast<std::int64_t>(dentist_count);
    return apportion(weights, all, std::vector<std::int64_t>(municipality_count, all));
}

/// Most stand in the hall's town, some in other centres.
std::size_t site_of(std::size_t municipality, const std::vector<Settlement>& settlements, Random& random) {
    std::vector<std::size_t> centres{municipality, municipality, municipality, municipality};
    for (std::size_t s = 0; s < settlements.size(); ++s) {
        if (settlements[s].municipality == municipality && settlements[s].rank == Rank::centre) {
            centres.push_back(s);
        }
    }
    return centres[random.below(centres.size())];
}

}  // namespace

std::vector<Facility> place_dentists(const Roads& roads, const std::vector<Settlement>& settlements,
                                     std::uint64_t seed) {
    Random random(seed, "dentists");
    Plots plots(roads);
    std::vector<Facility> all;
    const auto counts = dentists_by_municipality();
    for (std::size_t m = 0; m < municipality_count; ++m) {
        for (std::int64_t k = 0; k < counts[m]; ++k) {
            const auto& municipality = municipalities()[m];
            Facility f;
            f.municipality = m;
            f.id = fmt::format("{}3{}{:06}0", prefecture_code, municipality.code.substr(2), all.size() + 1);
            f.name = fmt::format("{}{}", surnames[random.below(surnames.size())], kinds[random.below(kinds.size())]);
            f.address = fmt::format("{}{}", prefecture_name, full_name(municipality));
            f.departments = {"歯科"};
            f.doctors = random.chance(0.2) ? 2 : 1;
            f.settlement = site_of(m, settlements, random);
            f.place = plots.in(settlements[f.settlement], random);
            all.push_back(std::move(f));
        }
    }
    return all;
}

}  // namespace michinori::demo
