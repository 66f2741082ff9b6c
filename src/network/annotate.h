// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <vector>

#include "geo/point.h"
#include "geo/polygon_index.h"
#include "network/raw_roads.h"

namespace michinori::network {

/// Polygons that change how roads are driven.
struct RoadZones {
    std::vector<geo::MultiPolygon> dense;                      ///< densely inhabited districts
    std::vector<std::pair<geo::MultiPolygon, SnowZone>> snow;  ///< the harsher zone wins in an overlap
    std::vector<std::vector<geo::Point>> winter_closures;      ///< lines along roads that close in winter
    Metres closure_match{30};                                  ///< how near a road must run to such a line
};

/// Writes dense, snow and closed_in_winter into the roads' attributes. A section is cut where the
/// zone of its pieces changes (a piece belongs to the zone of its middle), so that each remaining
/// section lies in one zone. A section closes in winter when its middle and both its ends lie within
/// closure_match of one closure line and it runs along that line (a side road that starts there does not). Ferries are
/// never in a zone. O(points log polygons), parallel over sections, result independent of the number of threads.
void annotate(RawRoads& roads, const RoadZones& zones);

}  // namespace michinori::network
