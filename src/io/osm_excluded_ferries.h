// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/osm_road_cutter.h"
#include "io/osm_road_nodes.h"
#include "io/osm_road_ways.h"

namespace michinori::io {

/// Marks the nodes where an excluded car ferry meets a used way, so that ways are cut there.
void mark_ferry_landings(const OsmRoadWays& ways, OsmRoadNodes& nodes);

/// Links the landings that excluded ferries join, also over several ways that meet at sea: of each
/// connected set of ferry ways, the first landing with every other one.
void add_excluded_ferries(const OsmRoadWays& ways, const OsmRoadCutter& cutter, network::RawRoads& roads);

}  // namespace michinori::io
