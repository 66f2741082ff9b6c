// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/area.h"
#include "access/facility.h"
#include "base/strong_id.h"

namespace michinori::report {

/// The area people name a demand point by: that of the level "municipality", or else of the main one. Null: in none.
[[nodiscard]] const access::AreaLevel::Area* place_of(const std::vector<access::AreaLevel>& levels,
                                                      const std::vector<access::AreaOfDemand>& area_of, DemandId point);
/// Its name, "" in none.
[[nodiscard]] std::string place_name(const std::vector<access::AreaLevel>& levels,
                                     const std::vector<access::AreaOfDemand>& area_of, DemandId point);

/// Thresholds of several services, ascending, each once: one table holds them all.
[[nodiscard]] std::vector<double> thresholds_of(const std::vector<const access::Service*>& services);

}  // namespace michinori::report
