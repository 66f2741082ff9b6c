// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/demand.h"
#include "base/finding.h"
#include "base/units.h"
#include "geo/polygon_index.h"

namespace michinori::access {

/// One level of areas (municipality, secondary, perinatal ...): codes are text and unique.
struct AreaLevel {
    struct Area {
        std::string code;
        std::string name;
        geo::MultiPolygon shape;  ///< empty when the level has no polygons (a table of members only)
    };
    std::string id;  ///< "municipality", "secondary" ...
    std::string title_en;
    std::string title_ja;
    std::string file;         ///< for messages
    std::vector<Area> areas;  ///< ascending by code
    Metres snap_limit{0};     ///< points off every polygon go to the nearest area within it
};

/// Index into AreaLevel::areas for each demand point, or nothing.
using AreaOfDemand = std::vector<std::optional<std::uint32_t>>;

/// The border rule: a point belongs to the area whose polygon holds it (its cell's centre decides);
/// on a shared border or in an overlap, to the lowest area code; off every polygon, to the nearest
/// within snap_limit; else to none. Overlaps and unassigned points are reported. Parallel over
/// points; the result does not depend on the number of threads.
[[nodiscard]] AreaOfDemand assign_by_polygon(const AreaLevel& level, const DemandSet& demand, Findings& findings);

/// Areas that are unions of areas of another level (perinatal areas out of municipalities):
/// `member_of[i]` is the index in `level` of the lower level's area i.
[[nodiscard]] AreaOfDemand assign_by_members(const AreaOfDemand& lower,
                                             const std::vector<std::optional<std::uint32_t>>& member_of);

/// By the municipality code the demand rows carry; unknown codes are an error naming the row.
[[nodiscard]] AreaOfDemand assign_by_code(const AreaLevel& level, const DemandSet& demand);

}  // namespace michinori::access
