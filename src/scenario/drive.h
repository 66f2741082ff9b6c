// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "geo/point.h"
#include "network/road_class.h"
#include "network/speed_profile.h"
#include "routing/route.h"

namespace michinori::scenario {

/// A stretch of a journey on one road, as a person would name it.
struct RoadStretch {
    std::string name;  ///< name or number, else empty
    std::string ref;
    network::RoadClass road_class = network::RoadClass::road;
    Metres length;
    TravelTime time{0};      ///< rounded by itself; the stretches' sum can differ from the whole by their count in ms
    AttributeId attributes;  ///< of its first part
};

/// A route told road by road, in the order of travel. O(parts of the route).
[[nodiscard]] std::vector<RoadStretch> stretches_of(const network::TravelModel& model, const routing::Route& route);

[[nodiscard]] Metres length_of(const std::vector<RoadStretch>& stretches);

/// The line of a route, no point twice in a row.
[[nodiscard]] std::vector<geo::Point> line_of(const network::RoadNetwork& net, const routing::Route& route);

}  // namespace michinori::scenario
