// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/statistics.h"
#include "report/run_outputs.h"
#include "scenario/find_level.h"

namespace michinori::report {

/// Statistics of every level and the region, all with the same thresholds, so that one table holds
/// them all.
struct Summary {
    std::vector<double> thresholds;  ///< ascending: 15, 30, 45, 60, 90 and those of every service
    std::vector<std::vector<access::AreaStatistics>> levels;  ///< by level; see access::statistics()
    std::vector<access::AreaStatistics> region;

    /// People reached within a threshold, which must be one of `thresholds`.
    [[nodiscard]] People within(const access::AreaStatistics& row, double threshold) const;
    [[nodiscard]] People beyond(const access::AreaStatistics& row, double threshold) const {
        return row.reached - within(row, threshold);
    }
};
[[nodiscard]] Summary summarise(const RunResults& results);

/// The level people mean when they say "area": "secondary", or else the first. Nothing without levels.
[[nodiscard]] std::optional<std::size_t> main_level(const std::vector<access::AreaLevel>& levels);
using scenario::find_level;

/// The code of the area that holds a demand point, "" when none does.
[[nodiscard]] std::string area_code(const RunResults& results, std::size_t level, std::size_t demand);

/// "reached", or the reason's name.
[[nodiscard]] std::string status(const access::Outcome& outcome);

/// Distance to the road; nothing when the point is not on the network.
[[nodiscard]] std::optional<double> snap_metres(const network::SnapResult& snap);

/// People (of the first group) for whom each facility is the nearest of a service: [service][facility].
[[nodiscard]] std::vector<std::vector<People>> nearest_people(const RunResults& results);

}  // namespace michinori::report
