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

/// That a facility gives a service, or does not, whatever its columns say: what a variant changes.
struct Offer {
    FacilityId facility;
    std::string service;
    bool given = false;
    friend bool operator==(const Offer&, const Offer&) = default;
};

/// Everything a scenario names, read: the state before any network is built.
struct Inputs {
    network::RawRoads roads;  ///< annotated with zones
    network::SpeedProfile profile;
    access::DemandSet demand;
    access::FacilitySet facilities;
    std::vector<Offer> offers;              ///< in the order in which they were decided: the last one counts
    std::vector<access::AreaLevel> levels;  ///< in the scenario's order
    /// For levels made of another level: member code -> area; else empty. By level.
    std::vector<std::map<std::string, io::Membership>> members;
    io::InputLog log;
};

/// Reads the areas of a level that are put together from those of a lower one, in the place of what it held.
void read_members_of_level(const io::InputFile& file, const io::MemberOptions& options, std::size_t level,
                           const std::string& lower_level, Inputs& inputs);

/// Reads every input. Faults of all inputs are collected before InputError is thrown, so that one
/// run shows a user all that is to be mended. Without roads where the scenario measures straight lines.
[[nodiscard]] Inputs load_inputs(const Scenario& scenario, Progress& progress);

}  // namespace michinori::scenario
