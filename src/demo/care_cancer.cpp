// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <string_view>

#include "demo/care_tables.h"

namespace michinori::demo {
namespace {

/// Operations on the pancreas, liver and gullet.
struct Surgery {
    std::string_view name;
    int a_year;
};
constexpr std::array<Surgery, 7> complex_surgery{{{"海野医科大学附属病院", 62},
                                                  {"海野県立中央病院", 41},
                                                  {"海野市立病院", 11},
                                                  {"海野県立がんセンター", 88},
                                                  {"東浜総合病院", 26},
                                                  {"西津総合病院", 19},
                                                  {"盆野市立総合病院", 7}}};
constexpr std::string_view rare_cancer_centre = "海野県立がんセンター";
constexpr int beds_for_support = 100;

int surgeries_of(const Facility& f) {
    const auto* found = std::ranges::find(complex_surgery, std::string_view(f.name), &Surgery::name);
    return found == complex_surgery.end() ? 0 : found->a_year;
}

std::vector<std::string> hospital_row(const Facility& f) {
    const int surgeries = surgeries_of(f);
    return {f.id,
            flag(gives_home_care(f) || f.general_beds >= beds_for_support),
            flag(is_designated(f)),
            flag(gives_radiotherapy(f)),
            flag(surgeries > 0),
            std::to_string(surgeries),
            flag(f.name == rare_cancer_centre),
            flag(f.emergency_tier >= 2 && has_department(f, "外科"))};
}

}  // namespace

CareTable cancer_table(const CareFacilities& care) {
    CareTable table{"cancer",
                    {"ID", "support", "area_hospital", "radiotherapy", "complex_surgery", "surgeries_a_year",
                     "rare_cancer", "emergency"},
                    {}};
    for (const auto& hospital : care.hospitals) {
        table.rows.push_back(hospital_row(hospital));
    }
    for (const auto* clinic : home_care_clinics(care.clinics)) {
        table.rows.push_back({clinic->id, "1", "0", "0", "0", "0", "0", "0"});
    }
    return table;
}

}  // namespace michinori::demo
