// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <vector>

#include "geo/polygon_index.h"
#include "policy/rule_versions.h"
#include "scenario/remote.h"

namespace michinori::scenario {

/// The remote rules a scenario names, read and grouped by family.
struct RemoteRules {
    std::vector<policy::RemoteRule> rules;
    std::vector<policy::RuleFamily> families;  ///< indices into rules
    std::vector<std::size_t> services;         ///< by rule, index into the scenario's services
};

/// What the section [remote] names, read.
struct RemoteTables {
    RemoteRules book;
    std::optional<geo::PolygonIndex> barriers;
    std::vector<TransportStop> stops;
    std::vector<VisitSite> visits;
    std::vector<FacilityId> hubs;
};

/// Reads everything and looks up the services of roles and hubs; what was read is in the region's log. Throws
/// InputError with the faults of all of it: those of rules (load_remote_rule.h, another kind of rule is a bad_value),
/// of layers and tables, unknown_reference, bad_value where a service is cut off before the modelled minutes of a rule.
[[nodiscard]] RemoteTables read_remote(const RemoteSettings& settings, Region& region,
                                       const std::vector<access::Service>& services);

}  // namespace michinori::scenario
