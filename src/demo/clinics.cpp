// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "demo/facilities.h"
#include "demo/people.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr std::array<std::string_view, 40> surnames{
    "浜田", "海野", "岡村", "中西", "松浦", "北川", "寺田", "小池", "水谷", "沢田", "高瀬", "磯部", "山根", "野口",
    "宮下", "大倉", "秋山", "杉本", "荒井", "島津", "森川", "原口", "池上", "桑原", "稲葉", "湯浅", "竹下", "奥田",
    "深見", "霧島", "石橋", "川端", "長岡", "早瀬", "藤代", "西尾", "東野", "南雲", "若林", "千賀"};

struct Kind {
    std::string_view suffix;
    std::string_view departments;  ///< separated by ";"
    double share;
};
constexpr std::array<Kind, 10> kinds{{{"医院", "内科;小児科", 0.20},
                                      {"クリニック", "内科;消化器内科", 0.17},
                                      {"内科クリニック", "内科;循環器内科", 0.16},
                                      {"医院", "内科;外科", 0.10},
                                      {"整形外科", "整形外科;リハビリテーション科", 0.09},
                                      {"こどもクリニック", "小児科", 0.06},
                                      {"眼科", "眼科", 0.07},
                                      {"耳鼻咽喉科", "耳鼻いんこう科", 0.05},
                                      {"皮膚科", "皮膚科", 0.05},
                                      {"こころのクリニック", "心療内科;精神科", 0.05}}};

struct Maternity {
    std::string_view name;
    std::size_t municipality;
    int deliveries;  ///< 0: check-ups only
    int beds;
};
constexpr std::array<Maternity, 15> maternity{{{"岡村レディースクリニック", 0, 480, 19},
                                               {"海野マタニティクリニック", 0, 420, 19},
                                               {"中西産婦人科", 0, 300, 15},
                                               {"うみかぜ産科", 0, 230, 12},
                                               {"川津ウィメンズクリニック", 1, 260, 14},
                                               {"東浜レディースクリニック", 3, 310, 17},
                                               {"西津産婦人科", 6, 280, 16},
                                               {"白鷺レディースクリニック", 2, 0, 0},
                                               {"朝霧産婦人科", 5, 0, 0},
                                               {"葦原レディースクリニック", 7, 0, 0},
                                               {"高峰産婦人科", 9, 0, 0},
                                               {"浜里婦人クリニック", 10, 0, 0},
                                               {"千賀婦人科", 0, 0, 0},
                                               {"早瀬ウィメンズクリニック", 0, 0, 0},
                                               {"沖波診療所", 23, 0, 0}}};

Facility maternity_clinic(const Maternity& m) {
    Facility f;
    f.name = m.name;
    f.municipality = m.municipality;
    f.departments = {"産婦人科"};
    f.deliveries = m.deliveries;
    f.checkups = true;
    f.general_beds = f.all_beds = m.beds;
    f.doctors = m.deliveries > 0 ? 3 : 1;
    return f;
}

Facility ordinary_clinic(std::size_t municipality, Random& random) {
    Facility f;
    double draw = random.uniform();
    const auto kind = std::ranges::find_if(kinds, [&](const Kind& k) { return (draw -= k.share) < 0; });
    const auto& chosen = kind == kinds.end() ? kinds.front() : *kind;
    f.name = fmt::format("{}{}", surnames[random.below(surnames.size())], chosen.suffix);
    f.municipality = municipality;
    f.departments = split_list(chosen.departments, ';');
    f.doctors = random.chance(0.15) ? 2 : 1;
    f.general_beds = f.all_beds = random.chance(0.06) ? 19 : 0;
    return f;
}

/// How many clinics each municipality has besides the maternity clinics: by its people, at least one.
std::vector<std::int64_t> clinics_by_municipality() {
    std::vector<double> weights;
    for (const auto& m : municipalities()) {
        weights.push_back(m.population);
    }
    constexpr auto others = static_cast<std::int64_t>(clinic_count - maternity.size() - municipality_count);
    auto shares = apportion(weights, others, std::vector<std::int64_t>(municipality_count, others));
    for (auto& share : shares) {
        ++share;
    }
    return shares;
}

/// Most clinics stand in the hall's town, some in the other centres of the municipality.
std::size_t site_of(std::size_t municipality, const std::vector<Settlement>& settlements, Random& random) {
    std::vector<std::size_t> centres;
    for (std::size_t s = 0; s < settlements.size(); ++s) {
        if (settlements[s].municipality == municipality && settlements[s].rank == Rank::centre) {
            centres.push_back(s);
        }
    }
    const bool outside = random.chance(0.3) && !centres.empty();
    return outside ? centres[random.below(centres.size())] : municipality;
}

}  // namespace

std::vector<Facility> place_clinics(const Roads& roads, const std::vector<Settlement>& settlements,
                                    std::uint64_t seed) {
    Random random(seed, "clinics");
    Plots plots(roads);
    std::vector<Facility> all;
    for (const auto& m : maternity) {
        all.push_back(maternity_clinic(m));
    }
    const auto counts = clinics_by_municipality();
    for (std::size_t m = 0; m < municipality_count; ++m) {
        for (std::int64_t k = 0; k < counts[m]; ++k) {
            all.push_back(ordinary_clinic(m, random));
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& f = all[i];
        const auto& m = municipalities()[f.municipality];
        f.id = fmt::format("{}2{}{:06}0", prefecture_code, m.code.substr(2), i + 1);
        f.settlement = site_of(f.municipality, settlements, random);
        f.place = plots.in(settlements[f.settlement], random);
        random.next();  // passed over, as in hospitals.cpp
        f.house_number = 1 + static_cast<int>(random.below(20));
    }
    return all;
}

}  // namespace michinori::demo
