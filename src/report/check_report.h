// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/area.h"
#include "access/demand.h"
#include "access/facility.h"
#include "base/finding.h"
#include "io/input_log.h"
#include "network/components.h"
#include "network/road_network.h"
#include "network/snapping.h"
#include "network/speed_profile.h"
#include "scenario/scenario.h"

namespace michinori::report {

/// What `michinori check` knows: inputs read, network built, points snapped, nothing computed.
/// Refers to the stages' values; they must outlive it.
struct CheckResults {
    const scenario::Scenario& scenario;
    const network::RoadNetwork& network;
    const network::Components& components;
    const network::SpeedProfile& profile;
    const access::DemandSet& demand;
    const access::FacilitySet& facilities;
    std::vector<access::Service> services;
    const std::vector<access::AreaLevel>& levels;
    const std::vector<access::AreaOfDemand>& area_of;  ///< by level; may be empty
    const std::vector<network::SnapResult>& demand_snaps;
    const std::vector<network::SnapResult>& facility_snaps;
    const io::InputLog& log;
    std::string version;
};

/// The page a planner reads: inputs, network, pieces, traps, distances to the road, services, areas,
/// refused rows, findings. Text from inputs is made harmless for a terminal.
[[nodiscard]] std::string check_report(const CheckResults& results, Language language);

/// The same facts as JSON (check.json), with every refused row.
[[nodiscard]] std::string check_json(const CheckResults& results, Language language);

}  // namespace michinori::report
