// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <string_view>

#include "demo/facilities.h"

namespace michinori::demo {
namespace {

/// A facility with deliveries, by its name in hospitals.cpp or clinics.cpp.
struct Unit {
    std::string_view name;
    int obstetricians;
    int fee_yen;
    int deliveries_5_years_ago;
    std::string_view plan_consistent;
    bool takes_over;
};

constexpr std::array<Unit, 14> units{{
    {"海野医科大学附属病院", 20, 560000, 860, "1", false},
    {"海野県立中央病院", 6, 530000, 580, "1", false},
    {"海野市立病院", 5, 505000, 560, "1", false},
    {"東浜総合病院", 10, 540000, 610, "1", false},
    {"千鳥市立病院", 2, 485000, 300, "0", false},
    {"西津総合病院", 8, 535000, 540, "1", false},
    {"盆野市立総合病院", 3, 500000, 240, "1", true},
    {"岡村レディースクリニック", 2, 620000, 560, "1", false},
    {"海野マタニティクリニック", 2, 610000, 400, "1", false},
    {"中西産婦人科", 2, 570000, 390, "", false},
    {"うみかぜ産科", 1, 590000, 410, "0", false},
    {"川津ウィメンズクリニック", 1, 545000, 350, "1", false},
    {"東浜レディースクリニック", 2, 580000, 330, "", false},
    {"西津産婦人科", 2, 555000, 420, "1", false},
}};

/// Hospitals that see expectant mothers and deliver none.
constexpr std::array<std::string_view, 5> checkups_only{"高峰厚生病院", "若槻町立病院", "松ヶ浦町立病院",
                                                        "竹森町立病院", "奥瀬町国民健康保険病院"};

/// Rounded up to ten.
int capacity_of(const Facility& f) {
    const int could = f.deliveries * 115 / 100 + 20 * f.obstetricians;
    return f.deliveries > 0 ? (could + 9) / 10 * 10 : 0;
}

void describe(Facility& f) {
    if (f.hospital && std::ranges::count(checkups_only, f.name) > 0) {
        f.checkups = true;
        f.departments.emplace_back("産婦人科");
    }
    f.obstetricians = f.checkups ? 1 : 0;
    const auto* unit = std::ranges::find(units, std::string_view(f.name), &Unit::name);
    if (unit != units.end()) {
        f.obstetricians = unit->obstetricians;
        f.delivery_fee_yen = unit->fee_yen;
        f.deliveries_5_years_ago = unit->deliveries_5_years_ago;
        f.plan_consistent = unit->plan_consistent;
        f.takes_over = unit->takes_over;
    }
    f.delivery_capacity = capacity_of(f);
}

}  // namespace

void describe_maternity(std::vector<Facility>& hospitals, std::vector<Facility>& clinics) {
    std::ranges::for_each(hospitals, describe);
    std::ranges::for_each(clinics, describe);
}

}  // namespace michinori::demo
