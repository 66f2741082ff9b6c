// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "network/road_network.h"
#include "network/speed_profile.h"
#include "routing/kernels.h"

namespace michinori::routing {

/// A destination: where it stands on the network and the time of the last leg off the road.
struct Site {
    network::Position position;
    TravelTime access_time{0};
};

/// Where journeys begin: on the network, after a first leg off the road; nothing for a place that is on no road.
using Origin = std::optional<Site>;

/// A site reached and the time from the asking position, the site's access leg included.
struct Reach {
    SiteId site;
    TravelTime time{0};
    friend bool operator==(const Reach&, const Reach&) = default;
};

/// A vertex from which a site's own road is entered: the label holds the site's number and the time
/// from the vertex to the site's door.
struct Arrival {
    std::uint32_t vertex = 0;
    Label label = no_label;
};

/// The arrivals of all sites, by site: the start of every search to them. A site on a road that no open way
/// enters has none.
[[nodiscard]] std::vector<Arrival> arrivals(const network::TravelModel& model, std::span<const Site> sites);

}  // namespace michinori::routing
