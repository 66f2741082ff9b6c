// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "access/demand.h"
#include "access/facility.h"
#include "base/strong_id.h"
#include "base/units.h"
#include "network/components.h"
#include "network/reason.h"
#include "network/snapping.h"
#include "network/speed_profile.h"
#include "routing/engine.h"

namespace michinori::access {

/// A facility and the whole journey to it: access leg, drive, access leg.
struct Journey {
    FacilityId facility;
    TravelTime time{0};
    friend bool operator==(const Journey&, const Journey&) = default;
};

/// A demand point that reaches a service.
struct Reached {
    Journey nearest;
    std::optional<Journey> second;  ///< second-nearest facility, if one is reachable
};
using Outcome = std::variant<Reached, network::Reason>;

/// Outcomes of every demand point for every service, with how each point met the network.
struct AccessResult {
    std::vector<network::SnapResult> demand_snaps;    ///< by demand point
    std::vector<network::SnapResult> facility_snaps;  ///< by facility
    std::vector<std::vector<Outcome>> outcomes;       ///< [service][demand point]
};

/// Puts every demand point, and every facility, on the network. Parallel; by place in the list.
[[nodiscard]] std::vector<network::SnapResult> snap_demand(const network::Snapper& snapper, const DemandSet& demand);
[[nodiscard]] std::vector<network::SnapResult> snap_facilities(const network::Snapper& snapper,
                                                               const FacilitySet& facilities);

/// Nearest and second-nearest facility of each service for each demand point. Services run in
/// parallel, then points; the result does not depend on the number of threads.
[[nodiscard]] AccessResult compute_access(const routing::Engine& engine, const network::Components& components,
                                          const network::Snapper& snapper, const DemandSet& demand,
                                          const FacilitySet& facilities, const std::vector<Service>& services);

}  // namespace michinori::access
