// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "scenario/analysis.h"
#include "scenario/region.h"
#include "scenario/scenario.h"
#include "server/site_lists.h"

namespace michinori::server {

/// The region on some roads at some speeds, with today's people and facilities, ready to be asked. Immutable; what asks
/// it keeps it alive.
struct PreparedRoads {
    scenario::Scenario scenario;  ///< with the season and profile that are driven
    std::shared_ptr<const scenario::Region> region;
    std::shared_ptr<const routing::Engine> engine;
    scenario::Analysis analysis;
    std::vector<Finding> notes;          ///< changes of roads that do nothing
    std::shared_ptr<SiteLists> lists{};  ///< of these roads
};

}  // namespace michinori::server
