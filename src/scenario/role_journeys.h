// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <string>
#include <vector>

#include "access/access.h"
#include "access/facility.h"
#include "network/snapping.h"
#include "policy/decision.h"
#include "routing/engine.h"
#include "scenario/region.h"

namespace michinori::scenario {

/// Somebody whose way to care is asked for.
struct Traveller {
    network::SnapResult snap;
    /// Facilities that can accept her, ascending. It narrows each service to those of its facilities that are named;
    /// a service none of whose facilities is named stays as it is.
    std::vector<FacilityId> accepting;
};

/// A road of a journey, in short.
struct MainRoad {
    AttributeId attributes;
    Metres length;
};

/// A way to the nearest accepting facility of one service, with its distance and its longest roads.
struct RoleJourney {
    policy::JourneyTo journey = network::Reason::bad_coordinate;
    std::vector<MainRoad> roads;  ///< the longest few, in the order of travel
};

/// The nearest facility of an outcome; its distance is not known yet.
[[nodiscard]] policy::JourneyTo journey_to(const access::Outcome& outcome);

/// For each service the journeys of all travellers: [service][traveller]. Travellers who accept the same facilities
/// share a search; routes to one facility share another. Parallel; an answer depends on nobody else.
[[nodiscard]] std::vector<std::vector<RoleJourney>> journeys_of(std::span<const Traveller> travellers,
                                                                std::span<const access::Service> services,
                                                                const Region& region, const routing::Engine& engine,
                                                                const std::vector<network::SnapResult>& facility_snaps);

/// Distances by road from door to door, and main roads, of journeys whose facilities are known. `journeys`: by
/// home; those unreached stay as they are.
void measure_journeys(std::span<const network::SnapResult> homes, std::vector<RoleJourney>& journeys,
                      const Region& region, const routing::Engine& engine,
                      const std::vector<network::SnapResult>& facility_snaps);

/// Distance by road from door to door between two places on the network; nothing when no way leads there.
[[nodiscard]] std::optional<Metres> distance_between(const network::Snapped& from, const network::Snapped& to,
                                                     const Region& region, const routing::Engine& engine);

}  // namespace michinori::scenario
