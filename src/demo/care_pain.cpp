// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "demo/care_tables.h"

namespace michinori::demo {
namespace {

constexpr std::string_view hub = "海野医科大学附属病院";

/// A hospital of the pain network, and departments that its general text does not name.
struct Member {
    std::string_view name;
    bool psychosomatic;
    bool psychiatry;
    bool dentistry;
};

/// Psychosomatic medicine is in the east alone: four in five people of the west drive for more than an hour.
constexpr std::array<Member, 15> members{{
    {hub, false, true, true},
    {"海野県立中央病院", false, true, false},
    {"海野市立病院", false, false, true},
    {"海野赤心病院", false, false, false},
    {"東海野こころの病院", false, true, false},
    {"川津総合病院", false, false, false},
    {"白鷺市民病院", false, false, false},
    {"東浜総合病院", true, false, true},
    {"千鳥市立病院", false, false, false},
    {"朝霧厚生病院", true, false, false},
    {"西津総合病院", false, true, true},
    {"葦原市民病院", false, false, false},
    {"盆野市立総合病院", false, false, true},
    {"高峰厚生病院", false, false, false},
    {"沖波病院", false, false, false},
}};

std::vector<std::string> row_of(const Facility& f, const Member& member) {
    return {f.id,
            flag(member.name == hub),
            flag(member.name != hub),
            flag(has_department(f, "整形外科")),
            flag(has_department(f, "麻酔科")),
            flag(has_department(f, "脳神経外科")),
            flag(has_department(f, "内科")),
            flag(member.psychosomatic || has_department(f, "心療内科")),
            flag(member.psychiatry || has_department(f, "精神科")),
            flag(member.dentistry)};
}

}  // namespace

std::vector<CareTable> pain_tables(const CareFacilities& care) {
    CareTable table{"pain",
                    {"ID", "pain_centre", "pain_partner", "orthopaedics", "anaesthesiology", "neurosurgery",
                     "internal_medicine", "psychosomatic_medicine", "psychiatry", "dentistry"},
                    {}};
    CareTable links{"pain_partners", {"from", "to"}, {}};
    const auto centre = std::ranges::find(care.hospitals, hub, &Facility::name);
    for (const auto& hospital : care.hospitals) {
        const auto* member = std::ranges::find(members, std::string_view(hospital.name), &Member::name);
        if (member == members.end()) {
            continue;
        }
        table.rows.push_back(row_of(hospital, *member));
        if (member->name != hub) {
            links.rows.push_back({hospital.id, centre->id});
        }
    }
    return {std::move(table), std::move(links)};
}

}  // namespace michinori::demo
