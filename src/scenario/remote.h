// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/progress.h"
#include "policy/remote_districts.h"
#include "policy/remote_shortfall.h"
#include "scenario/analysis.h"
#include "scenario/remote_tables.h"

namespace michinori::scenario {

/// Where sessions of a role are held: a facility, or a place that is visited.
struct RemoteInstitution {
    std::optional<FacilityId> facility;
    std::optional<std::uint32_t> visit;  ///< index into the study's visits, where it is no facility
    geo::Point place;
};

/// The institution nearest to a place along a straight line, wherever it is.
struct NearestInstitution {
    std::uint32_t institution = 0;
    Metres distance;
    bool parted = false;  ///< terrain lies between
};

/// Driving minutes to a hub, or why there are none.
using HubJourney = std::variant<TravelTime, network::Reason>;

/// A district found under a rule: one that qualifies, or nearly does.
struct RemoteRow {
    std::uint32_t number = 0;  ///< from 1; those that nearly qualify follow the others
    bool near = false;
    std::uint32_t centre = 0;          ///< demand point
    People people;                     ///< of its own cells
    People circle_people;              ///< in the whole circle, on its side of barriers
    std::vector<std::uint32_t> cells;  ///< its own, demand points, ascending
    policy::Attendance attendance;     ///< of the centre, under the rule or its relaxed form
    std::optional<policy::PublicTransport> transport;
    std::optional<NearestInstitution> nearest;
    policy::RemoteShortfall lacks;      ///< tests of the strict rule that it fails; of near ones at least one
    std::vector<std::uint32_t> visits;  ///< of the rule's role whose circle holds the centre
    std::vector<HubJourney> hubs;       ///< by hub
};

/// Where the people read are: the five parts of `read`.
struct RemoteAccount {
    People read;
    People strict;
    People near;
    People left_over;  ///< in a circle that qualifies, but in no district
    [[nodiscard]] People not_qualifying() const { return read - strict - near - left_over; }
};

/// What a hub reaches within the scenario's limit.
struct HubReach {
    std::uint32_t districts = 0;  ///< that qualify
    std::uint32_t near = 0;
    People people;  ///< of both
};

/// Whom a visiting clinic serves, and what would be a district without visits.
struct VisitReach {
    std::uint32_t visit = 0;
    People people;                ///< within the rule's radius, on its side of barriers
    std::uint32_t districts = 0;  ///< whose centre lies there, found as if nobody held sessions by visit
    People district_people;
};

/// The districts of one rule.
struct RemoteTable {
    policy::RemoteRule rule;
    std::size_t service = 0;  ///< of the analysis
    std::vector<RemoteInstitution> institutions;
    std::vector<RemoteRow> rows;           ///< by number
    std::vector<std::uint32_t> left_over;  ///< demand points, ascending
    RemoteAccount account;
    std::vector<HubReach> hubs;      ///< by hub
    std::vector<VisitReach> visits;  ///< those of the rule's role
};

/// Districts without a doctor and what reaches them.
struct RemoteStudy {
    Date day;
    std::vector<VisitSite> visits;
    std::vector<FacilityId> hubs;
    std::size_t stops = 0;            ///< rows of public transport
    std::vector<RemoteTable> tables;  ///< of the rules in force on the day
    std::optional<std::size_t> municipality_level;
    std::optional<std::size_t> secondary_level;
};

/// Reads what the section [remote] names (rules, barriers, public transport, visits) and looks up the services that the
/// rules speak of: for `check`. Throws InputError with the faults of all of them.
void check_remote(const Scenario& scenario, Region& region, const std::vector<access::Service>& services);

/// What the section [remote] of a scenario asks of a region: nothing without the section. Rules that are not in force
/// on the scenario's day, and rows of public transport that serve nobody, are told as findings. Throws InputError as
/// check_remote does; missing_key without a day; bad_value where a service is cut off before a rule's minutes.
[[nodiscard]] std::optional<RemoteStudy> study_remote(const Scenario& scenario, Region& region,
                                                      const Analysis& analysis, const routing::Engine& engine,
                                                      Progress& progress);

}  // namespace michinori::scenario
