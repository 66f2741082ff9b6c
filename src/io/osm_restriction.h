// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "io/osm_file.h"

namespace michinori::io {

/// A turn restriction as the file words it, by OpenStreetMap ids.
struct OsmRestriction {
    std::int64_t from_way = 0;
    std::int64_t via_node = 0;
    std::int64_t to_way = 0;
    bool only = false;
};

/// Either a restriction or, in a few words, why the relation is not used.
struct OsmRestrictionVerdict {
    std::optional<OsmRestriction> restriction;
    std::string_view ignored;
};

/// Reads a relation of type=restriction: restriction:motorcar, restriction:motor_vehicle or
/// restriction, no_* or only_*, with one way from, one node via and one way to.
[[nodiscard]] OsmRestrictionVerdict osm_restriction(std::span<const OsmMember> members, const OsmTags& tags);

}  // namespace michinori::io
