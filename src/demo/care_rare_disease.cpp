// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "demo/care_tables.h"

namespace michinori::demo {
namespace {

/// A hospital with a part of its own; the secondary area 奥海野 has no cooperating one.
struct Role {
    std::string_view name;
    bool cooperating = false;
    bool base = false;
    std::string_view field = {};  ///< of a base for one field
    bool adult_transfer = false;  ///< takes over from the children's ward
    bool tele = false;
};
constexpr std::array<Role, 6> roles{{
    {.name = "海野医科大学附属病院", .base = true, .adult_transfer = true, .tele = true},
    {.name = "海野県立中央病院", .field = "neurology", .adult_transfer = true, .tele = true},
    {.name = "海野市立病院", .cooperating = true},
    {.name = "東浜総合病院", .cooperating = true, .field = "immunology", .tele = true},
    {.name = "西津総合病院", .cooperating = true, .adult_transfer = true},
    {.name = "沖波病院", .cooperating = true},
}};

Role role_of(const Facility& f) {
    const auto* found = std::ranges::find(roles, std::string_view(f.name), &Role::name);
    return found == roles.end() ? Role{} : *found;
}

bool cares_for_children(const Facility& f) {
    return f.general_beds >= 300 && has_department(f, "小児科");
}

std::vector<std::string> row_of(const Facility& f) {
    const auto role = role_of(f);
    return {f.id,
            flag(has_department(f, "内科")),
            flag(role.cooperating),
            flag(role.base),
            std::string(role.field),
            flag(cares_for_children(f)),
            flag(role.adult_transfer),
            flag(role.tele)};
}

/// Hospitals, and every third clinic with internal medicine.
std::vector<const Facility*> members_of(const CareFacilities& care) {
    std::vector<const Facility*> all;
    for (const auto& f : care.hospitals) {
        if (f.general_beds > 0) {
            all.push_back(&f);
        }
    }
    std::size_t internal = 0;
    for (const auto& f : care.clinics) {
        if (has_department(f, "内科") && internal++ % 3 == 0) {
            all.push_back(&f);
        }
    }
    return all;
}

/// The cooperating hospital of a place's own area; of a cooperating hospital the base. Nothing: who has none.
const Facility* partner_of(const Facility& from, const std::vector<Facility>& hospitals) {
    const bool to_base = role_of(from).cooperating;
    const auto found = std::ranges::find_if(hospitals, [&](const Facility& to) {
        const auto role = role_of(to);
        return to_base ? role.base : role.cooperating && secondary_of(to) == secondary_of(from);
    });
    return found == hospitals.end() || role_of(from).base ? nullptr : &*found;
}

}  // namespace

std::vector<CareTable> rare_disease_tables(const CareFacilities& care) {
    CareTable table{"rare_disease",
                    {"ID", "near", "cooperating", "base", "field_base", "child_care", "adult_transfer", "tele"},
                    {}};
    CareTable links{"rare_disease_partners", {"from", "to"}, {}};
    std::size_t clinics = 0;
    for (const auto* f : members_of(care)) {
        table.rows.push_back(row_of(*f));
        // Every second clinic has settled on a partner; the patients of the others go to the nearest.
        const bool declares = f->hospital || clinics++ % 2 == 0;
        if (const auto* to = partner_of(*f, care.hospitals); declares && to != nullptr) {
            links.rows.push_back({f->id, to->id});
        }
    }
    return {std::move(table), std::move(links)};
}

}  // namespace michinori::demo
