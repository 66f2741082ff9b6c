// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "access/area.h"
#include "access/demand.h"
#include "network/reason.h"

namespace michinori::access {

/// What one area's people have to travel for one service. Percentiles are over people: p90 is the
/// smallest time t such that people within t are at least 90 % of the people reached.
struct AreaStatistics {
    std::optional<std::uint32_t> area;  ///< index in the level; nothing: people in no area
    std::uint32_t service = 0;
    std::uint32_t group = 0;   ///< population group
    std::uint32_t points = 0;  ///< demand points
    People people;             ///< all
    People reached;
    std::array<People, network::reason_count> unreached;
    std::optional<double> mean_min;  ///< over people reached; nothing when there are none
    std::optional<double> median_min;
    std::optional<double> p90_min;
    std::optional<double> max_min;  ///< over demand points with people of the group
    std::vector<People> within;     ///< by threshold of the service: time <= threshold
    People beyond;                  ///< reached, but beyond the last threshold
};

/// One row per area (and one for points in no area, if any), service and group, in that order.
/// people = reached + sum of unreached, exactly. O(points log points) per service and group.
[[nodiscard]] std::vector<AreaStatistics> statistics(const AccessResult& result, const DemandSet& demand,
                                                     const std::vector<Service>& services, const AreaOfDemand& area_of,
                                                     std::size_t area_count);

/// The same over the whole region (area empty).
[[nodiscard]] std::vector<AreaStatistics> region_statistics(const AccessResult& result, const DemandSet& demand,
                                                            const std::vector<Service>& services);

}  // namespace michinori::access
