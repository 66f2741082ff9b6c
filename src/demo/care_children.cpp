// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <string_view>

#include "demo/care_tables.h"

namespace michinori::demo {
namespace {

struct Ward {
    std::string_view name;
    int picu_beds = 0;
    bool candidate = false;  ///< could be the regional centre of its tertiary area
    bool regional_centre = false;
    int physicians = 0;  ///< able to begin intensive care and to go with the child
};

/// The unit stands in the middle, the one regional centre in the east; the west has to choose.
constexpr std::array<Ward, 8> wards{{
    {.name = "海野医科大学附属病院", .picu_beds = 8, .physicians = 7},
    {.name = "海野県立中央病院", .candidate = true, .physicians = 3},
    {.name = "海野市立病院", .physicians = 1},
    {.name = "東浜総合病院", .candidate = true, .regional_centre = true, .physicians = 3},
    {.name = "千鳥市立病院", .candidate = true, .physicians = 1},
    {.name = "西津総合病院", .candidate = true, .physicians = 2},
    {.name = "葦原市民病院", .candidate = true, .physicians = 1},
    {.name = "盆野市立総合病院", .candidate = true, .physicians = 1},
}};

Ward ward_of(const Facility& f) {
    const auto* found = std::ranges::find(wards, std::string_view(f.name), &Ward::name);
    return found == wards.end() ? Ward{} : *found;
}

}  // namespace

CareTable children_table(const CareFacilities& care) {
    constexpr int children_a_bed = 45;  // a year: eight days a child
    CareTable table{"children",
                    {"ID", "picu_beds", "picu_cases_a_year", "picu", "regional_candidate", "regional_centre",
                     "first_care_physicians"},
                    {}};
    for (const auto& hospital : care.hospitals) {
        if (has_department(hospital, "小児科")) {
            const auto ward = ward_of(hospital);
            table.rows.push_back({hospital.id, std::to_string(ward.picu_beds),
                                  std::to_string(ward.picu_beds * children_a_bed), flag(ward.picu_beds > 0),
                                  flag(ward.candidate), flag(ward.regional_centre), std::to_string(ward.physicians)});
        }
    }
    return table;
}

}  // namespace michinori::demo
