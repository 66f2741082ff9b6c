// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/group_guard.h"

#include <algorithm>

namespace michinori::location {

GroupGuard::GroupGuard(const Case& wanted, const Flags& open) : alone_in_(open.size()) {
    for (std::uint32_t group = 0; group < wanted.groups.size(); ++group) {
        members_.push_back(flags_of(wanted.groups[group], open.size()));
        auto open_members = members_.back();
        std::ranges::transform(open_members, open, open_members.begin(),
                               [](auto member, auto is_open) { return static_cast<std::uint8_t>(member & is_open); });
        if (const auto sites = sites_of(open_members); sites.size() == 1) {
            alone_in_[sites.front()].push_back(group);
        }
    }
}

bool GroupGuard::may_swap(std::uint32_t opened, std::uint32_t closed) const {
    return std::ranges::all_of(alone_in_[closed], [&](auto group) { return members_[group][opened] != 0; });
}

}  // namespace michinori::location
