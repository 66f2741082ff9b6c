// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/member_areas.h"

#include <algorithm>

#include "base/text.h"

namespace michinori::scenario {

std::vector<access::AreaLevel::Area> areas_of_members(const std::map<std::string, io::Membership>& members) {
    std::map<std::string, std::string> name_of;
    for (const auto& [member, area] : members) {
        name_of.emplace(area.code, area.name);
    }
    std::vector<access::AreaLevel::Area> areas;
    for (const auto& [code, name] : name_of) {
        areas.push_back({code, name, {}});
    }
    return areas;
}

void borrow_shapes(access::AreaLevel& level, const access::AreaLevel& lower,
                   const std::map<std::string, io::Membership>& members) {
    for (const auto& member : lower.areas) {
        const auto area = members.find(member.code);
        if (area == members.end()) {
            continue;
        }
        const auto into = std::ranges::find(level.areas, area->second.code, &access::AreaLevel::Area::code);
        into->shape.parts.insert(into->shape.parts.end(), member.shape.parts.begin(), member.shape.parts.end());
    }
}

std::vector<std::optional<std::uint32_t>> member_indices(const access::AreaLevel& lower, const access::AreaLevel& level,
                                                         const std::map<std::string, io::Membership>& members,
                                                         Findings& findings) {
    std::vector<std::optional<std::uint32_t>> member_of;
    std::vector<std::string> missing;
    for (const auto& area : lower.areas) {
        const auto membership = members.find(area.code);
        if (membership == members.end()) {
            missing.push_back(area.code);
            member_of.emplace_back();
            continue;
        }
        const auto into =
            std::ranges::lower_bound(level.areas, membership->second.code, {}, &access::AreaLevel::Area::code);
        member_of.emplace_back(static_cast<std::uint32_t>(into - level.areas.begin()));
    }
    if (!missing.empty()) {
        findings.add({FindingCode::members_missing,
                      {level.file, {}, {}},
                      {std::to_string(missing.size()), lower.id, level.id, listed(missing)}});
    }
    return member_of;
}

}  // namespace michinori::scenario
