// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <array>
#include <string_view>

#include "demo/facilities.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

struct Hospital {
    std::string_view name;
    std::size_t municipality;
    int general_beds;
    int other_beds;  ///< long-term care, mental health
    int doctors;
    int deliveries;
    std::string_view perinatal_centre;
    bool nerve_block;
    int emergency_tier;
};

constexpr std::array<Hospital, 36> table{{
    {"海野医科大学附属病院", 0, 640, 40, 420, 780, "general", true, 3},
    {"海野県立中央病院", 0, 560, 30, 210, 620, "", true, 3},
    {"海野市立病院", 0, 330, 0, 92, 410, "", false, 2},
    {"海野県立がんセンター", 0, 290, 0, 84, 0, "", true, 0},
    {"海野赤心病院", 0, 260, 40, 58, 0, "", false, 2},
    {"うみの記念病院", 0, 180, 60, 31, 0, "", false, 2},
    {"海野南リハビリテーション病院", 0, 0, 170, 9, 0, "", false, 0},
    {"東海野こころの病院", 0, 0, 240, 12, 0, "", false, 0},
    {"海野港病院", 0, 96, 48, 14, 0, "", false, 0},
    {"緑が浜病院", 0, 60, 120, 11, 0, "", false, 0},
    {"川津総合病院", 1, 210, 40, 42, 0, "", false, 2},
    {"川津浜病院", 1, 56, 90, 9, 0, "", false, 0},
    {"白鷺市民病院", 2, 190, 30, 38, 0, "", false, 2},
    {"白鷺の里病院", 2, 0, 150, 8, 0, "", false, 0},
    {"東浜総合病院", 3, 420, 30, 128, 520, "regional", true, 3},
    {"東浜中央病院", 3, 180, 40, 32, 0, "", false, 2},
    {"東浜海岸病院", 3, 50, 110, 9, 0, "", false, 0},
    {"千鳥市立病院", 4, 170, 40, 29, 190, "", false, 2},
    {"朝霧厚生病院", 5, 150, 50, 24, 0, "", false, 2},
    {"西津総合病院", 6, 380, 40, 105, 450, "regional", true, 3},
    {"西津浜病院", 6, 90, 80, 14, 0, "", false, 0},
    {"西津みなみ病院", 6, 0, 130, 7, 0, "", false, 0},
    {"葦原市民病院", 7, 140, 40, 21, 0, "", false, 2},
    {"盆野市立総合病院", 8, 230, 50, 44, 210, "", false, 2},
    {"盆野中央病院", 8, 60, 80, 9, 0, "", false, 0},
    {"高峰厚生病院", 9, 160, 60, 26, 0, "", true, 2},
    {"浜里病院", 10, 60, 60, 8, 0, "", false, 0},
    {"稲原病院", 11, 50, 90, 8, 0, "", false, 0},
    {"若槻町立病院", 12, 50, 30, 6, 0, "", false, 0},
    {"磯辺病院", 13, 48, 52, 6, 0, "", false, 0},
    {"松ヶ浦町立病院", 14, 55, 30, 6, 0, "", false, 0},
    {"杉沢町国民健康保険病院", 15, 44, 30, 5, 0, "", false, 0},
    {"湯ノ里温泉病院", 18, 30, 100, 7, 0, "", false, 0},
    {"竹森町立病院", 19, 50, 36, 6, 0, "", false, 0},
    {"奥瀬町国民健康保険病院", 21, 40, 20, 4, 0, "", false, 0},
    {"沖波病院", 23, 62, 34, 9, 0, "", false, 2},
}};

std::vector<std::string> departments_of(const Hospital& h) {
    std::vector<std::string> all;
    const auto add = [&](bool offered, std::string_view name) {
        if (offered) {
            all.emplace_back(name);
        }
    };
    add(h.general_beds > 0 || h.doctors < 10, "内科");
    add(h.general_beds >= 40, "外科");
    add(h.general_beds >= 100, "整形外科");
    add(h.general_beds >= 140, "小児科");
    add(h.deliveries > 0, "産婦人科");
    add(h.general_beds >= 180, "脳神経外科");
    add(h.general_beds >= 180 || h.nerve_block, "麻酔科");
    add(h.nerve_block, "ペインクリニック内科");
    add(h.emergency_tier == 3, "救急科");
    add(h.general_beds == 0 && h.other_beds > 200, "精神科");
    add(h.other_beds > 40, "リハビリテーション科");
    return all;
}

Facility built(const Hospital& h, int number) {
    const auto& m = municipalities()[h.municipality];
    Facility f;
    f.id = fmt::format("{}1{}{:06}0", prefecture_code, m.code.substr(2), number);
    f.name = h.name;
    f.hospital = true;
    f.municipality = h.municipality;
    f.general_beds = h.general_beds;
    f.all_beds = h.general_beds + h.other_beds;
    f.doctors = h.doctors;
    f.departments = departments_of(h);
    f.deliveries = h.deliveries;
    f.checkups = h.deliveries > 0;
    f.perinatal_centre = h.perinatal_centre;
    f.nerve_block = h.nerve_block;
    f.emergency_tier = h.emergency_tier;
    return f;
}

}  // namespace

std::vector<Facility> place_hospitals(const Roads& roads, const std::vector<Settlement>& settlements,
                                      std::uint64_t seed) {
    Random random(seed, "hospitals");
    Plots plots(roads);
    std::vector<Facility> all;
    for (const auto& h : table) {
        auto facility = built(h, static_cast<int>(all.size()) + 1);
        facility.settlement = h.municipality;
        facility.place = plots.in(settlements[facility.settlement], random);
        // Two numbers of the stream are passed over: they once made the address, and every hospital keeps its place.
        random.next();
        random.next();
        facility.house_number = 1 + static_cast<int>(random.below(20));
        all.push_back(std::move(facility));
    }
    return all;
}

}  // namespace michinori::demo
