// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "access/area.h"
#include "access/demand.h"
#include "access/facility.h"
#include "base/progress.h"
#include "io/input_log.h"
#include "io/place_readers.h"
#include "network/raw_roads.h"
#include "network/speed_profile.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// Everything a scenario names, read: the state before any network is built.
struct Inputs {
    network::RawRoads roads;  ///< annotated with zones
    network::SpeedProfile profile;
    access::DemandSet demand;
    access::FacilitySet facilities;
    std::vector<access::AreaLevel> levels;  ///< in the scenario's order
    /// For levels made of another level: member code -> area; else empty. By level.
    std::vector<std::map<std::string, io::Membership>> members;
    io::InputLog log;
};

/// Reads every input. Faults of all inputs are collected before InputError is thrown, so that one
/// run shows a user all that is to be mended.
[[nodiscard]] Inputs load_inputs(const Scenario& scenario, Progress& progress);

}  // namespace michinori::scenario
