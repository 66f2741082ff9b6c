// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/access.h"
#include "access/area.h"
#include "access/facility.h"
#include "base/progress.h"
#include "routing/engine.h"
#include "scenario/region.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// What a scenario asks of a region: who reaches what, and which area each demand point is in.
struct Analysis {
    std::vector<access::Service> services;
    std::vector<access::AreaOfDemand> area_of;  ///< by level
    access::AccessResult result;
};

/// Selects the facilities of each service, assigns demand to areas, computes access. Findings go to
/// the region's log. Throws InputError: service_without_facility, facility_unsnapped (unless the
/// scenario says skip), area_unknown.
[[nodiscard]] Analysis analyse(const Scenario& scenario, Region& region, const routing::Engine& engine,
                               Progress& progress);

/// The area of every demand point, level by level.
[[nodiscard]] std::vector<access::AreaOfDemand> assign_areas(const Scenario& scenario, const Inputs& inputs,
                                                             Findings& findings);

/// The same for places that are no demand points (homes, facilities), by their position.
[[nodiscard]] std::vector<access::AreaOfDemand> assign_places(const Scenario& scenario, const Inputs& inputs,
                                                              const std::vector<geo::Point>& positions);

/// Facilities that a service needs must stand on the network: those that do not are faults
/// (facility_unsnapped), or, where the scenario says skip or a what-if closed the roads around one, are counted by
/// reason in the log. A service with none left is a fault too. Throws InputError with all of them.
void check_placement(const Scenario& scenario, Region& region, const std::vector<access::Service>& services,
                     const std::vector<network::SnapResult>& facility_snaps);

/// The services of a scenario over the facilities of its inputs, what variants changed included. Throws InputError
/// service_without_facility.
[[nodiscard]] std::vector<access::Service> select_services(const Scenario& scenario, const Inputs& inputs);

/// The facilities of one service, which may be none; what variants changed included. Throws InputError: column_missing,
/// unknown_reference.
[[nodiscard]] std::vector<FacilityId> facilities_giving(const Scenario& scenario, const Inputs& inputs,
                                                        const std::string& service);

/// The service of that id. Throws InputError unknown_reference, naming those there are.
[[nodiscard]] const access::Service& service_named(const std::string& id, const std::vector<access::Service>& services);

/// Why a point stands on no road, with the distance to the nearest one: for messages.
[[nodiscard]] std::string why_unsnapped(const Region& region, network::Reason reason, geo::Point position);

}  // namespace michinori::scenario
