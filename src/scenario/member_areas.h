// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/area.h"
#include "base/finding.h"
#include "io/place_readers.h"

namespace michinori::scenario {

/// Areas that are made of areas of a lower level by a table member -> area.

/// The areas such a table names, ascending by code, without shapes.
[[nodiscard]] std::vector<access::AreaLevel::Area> areas_of_members(
    const std::map<std::string, io::Membership>& members);

/// The shape of such an area is the shapes of its members put together, for maps.
void borrow_shapes(access::AreaLevel& level, const access::AreaLevel& lower,
                   const std::map<std::string, io::Membership>& members);

/// For each area of the lower level, the area it is a member of; those in none are a finding (members_missing).
[[nodiscard]] std::vector<std::optional<std::uint32_t>> member_indices(
    const access::AreaLevel& lower, const access::AreaLevel& level,
    const std::map<std::string, io::Membership>& members, Findings& findings);

}  // namespace michinori::scenario
