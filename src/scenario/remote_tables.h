// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/facility.h"
#include "base/strong_id.h"
#include "base/units.h"
#include "geo/point.h"
#include "io/input_log.h"
#include "scenario/remote_settings.h"

namespace michinori::scenario {

/// A stop of public transport, as a planner can list it: columns lon, lat, round_trips; and where known minutes,
/// reach_m, role.
struct TransportStop {
    geo::Point place;
    std::uint32_t round_trips = 0;   ///< a day
    std::optional<TravelTime> ride;  ///< one way from the stop to an institution's door, its walk included
    Metres reach;                    ///< people so far from the stop use it
    std::string role;                ///< of a rule; empty: of every one
    std::int64_t row = 0;
};

/// A place where a mobile clinic or a visiting doctor holds sessions: columns id, lon, lat, role, sessions; and where
/// known name, hub.
struct VisitSite {
    std::string id;
    std::string name;
    geo::Point place;
    std::string role;               ///< of a rule
    double sessions = 0;            ///< a month, above 0
    std::optional<FacilityId> hub;  ///< who holds them
    std::int64_t row = 0;
};

/// What the readers of a table compare it with.
struct VisitContext {
    const access::FacilitySet& facilities;
    std::vector<FacilityId> hubs;    ///< ascending
    std::vector<std::string> roles;  ///< of the rules
};

/// Both record the table in the log and tell of columns they do not know. Throw InputError with every fault of the
/// table: column_missing, empty_value, bad_number, bad_integer, negative_number, bad_value, zero_coordinate,
/// bad_coordinate, swapped_coordinates, duplicate_id, bad_choice (a role that no rule has), unknown_facility.
[[nodiscard]] std::vector<TransportStop> read_stops(const RemoteSettings::Transport& settings,
                                                    const std::vector<std::string>& roles, io::InputLog& log);
[[nodiscard]] std::vector<VisitSite> read_visits(const RemoteSettings::Visits& settings, const VisitContext& context,
                                                 io::InputLog& log);

}  // namespace michinori::scenario
