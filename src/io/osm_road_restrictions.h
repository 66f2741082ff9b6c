// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "io/osm_road_cutter.h"
#include "io/osm_road_nodes.h"
#include "io/osm_road_ways.h"

namespace michinori::io {

/// The restrictions whose ways are roads for cars and meet at the via node so that the turn is
/// unambiguous: the node is an end of each way, or the way is one-way there. Marks their via nodes;
/// counts the others by reason in ways.restrictions_ignored.
[[nodiscard]] std::vector<OsmRestriction> usable_restrictions(OsmRoadWays& ways, OsmRoadNodes& nodes);

/// Writes them into the roads once the ways are cut. Returns how many.
std::int64_t add_restrictions(const std::vector<OsmRestriction>& restrictions, OsmRoadWays& ways,
                              const OsmRoadCutter& cutter, network::RawRoads& roads);

}  // namespace michinori::io
