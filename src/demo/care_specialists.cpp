// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "demo/care_tables.h"

namespace michinori::demo {
namespace {

/// As full-time physicians, in tenths.
struct Physicians {
    double dermatologists;
    double ent;
    double ophthalmologists;
};
struct Hospital {
    std::string_view name;
    Physicians physicians;
    bool tele_hub;
};

constexpr std::array<Hospital, 16> table{{
    {"海野医科大学附属病院", {16, 15, 22}, true},
    {"海野県立中央病院", {5, 4, 6}, false},
    {"海野市立病院", {4, 4, 6}, false},
    {"海野県立がんセンター", {2, 3, 1}, false},
    {"海野赤心病院", {1.5, 1, 2}, false},
    {"うみの記念病院", {0, 0, 2}, false},
    {"川津総合病院", {1.5, 1, 2.5}, false},
    {"白鷺市民病院", {1.5, 1, 2.5}, false},
    {"東浜総合病院", {4, 5, 7}, true},
    {"千鳥市立病院", {0, 1, 2}, false},
    {"朝霧厚生病院", {0, 1, 1.5}, false},
    {"西津総合病院", {5.5, 5, 5}, false},
    {"葦原市民病院", {1, 1.5, 1}, false},
    {"盆野市立総合病院", {0.2, 0.5, 0.8}, false},
    {"高峰厚生病院", {0, 0, 0.5}, false},
    {"沖波病院", {0.1, 0.1, 0}, false},
}};

/// A specialist's clinic inland or on the islands: the physician comes from the coast two days a week.
double presence(const Facility& clinic) {
    const bool visited = secondary_of(clinic) == "4804" || secondary_of(clinic) == "4805";
    return visited ? 0.4 : clinic.doctors;
}

std::vector<std::string> row_of(const Facility& f, const Physicians& physicians, bool tele_hub) {
    return {f.id, fmt::format("{:.1f}", physicians.dermatologists), fmt::format("{:.1f}", physicians.ent),
            fmt::format("{:.1f}", physicians.ophthalmologists), flag(tele_hub)};
}

Physicians of_clinic(const Facility& clinic) {
    const auto as = [&](std::string_view department) {
        return has_department(clinic, department) ? presence(clinic) : 0;
    };
    return {as("皮膚科"), as("耳鼻いんこう科"), as("眼科")};
}

}  // namespace

CareTable specialist_table(const CareFacilities& care) {
    CareTable made{"specialists", {"ID", "dermatologists", "ent", "ophthalmologists", "tele_hub"}, {}};
    for (const auto& hospital : care.hospitals) {
        const auto* found = std::ranges::find(table, std::string_view(hospital.name), &Hospital::name);
        if (found != table.end()) {
            made.rows.push_back(row_of(hospital, found->physicians, found->tele_hub));
        }
    }
    for (const auto& clinic : care.clinics) {
        const auto physicians = of_clinic(clinic);
        if (physicians.dermatologists + physicians.ent + physicians.ophthalmologists > 0) {
            made.rows.push_back(row_of(clinic, physicians, false));
        }
    }
    return made;
}

}  // namespace michinori::demo
