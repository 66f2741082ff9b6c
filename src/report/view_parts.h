// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/view.h"

namespace michinori::report {

// The parts of view.cpp. Each returns what src/web/README.md describes; columns go to `columns`.

/// Degrees in whole 1e-7.
[[nodiscard]] std::int32_t packed_degrees(double degrees);

/// Whom a view counts: the groups of the demand, and births where they are known and no group of it.
struct ViewGroups {
    std::vector<std::string> ids;
    std::optional<std::size_t> births;  ///< which of them
    bool births_added = false;          ///< they are none of the demand's
};
[[nodiscard]] ViewGroups groups_of(const scenario::Side& first);

/// [group][point]. Births of a state that was not studied are those of the first one.
[[nodiscard]] std::vector<std::vector<People>> people_of(const scenario::Side& side, const scenario::Side& first,
                                                         const ViewGroups& groups);
[[nodiscard]] Json people_view(const std::vector<std::vector<People>>& people, Columns& columns);

[[nodiscard]] Json cells_view(const scenario::Side& side, const std::vector<std::vector<People>>& people,
                              Columns& columns);

/// The facilities of a state by their numbers in a view: first those of the view's first state; then those that the
/// state it is held against added, so that what was not changed needs no other numbers; then its own.
struct StateFacilities {
    struct Added {
        const access::FacilitySet::Facility* facility = nullptr;
        std::optional<FacilityId> here;  ///< nothing: the state does not have it any more
    };
    std::vector<std::int32_t> number;  ///< by facility of the state
    std::vector<Added> added;
};
[[nodiscard]] StateFacilities first_facilities(const access::FacilitySet& first);
[[nodiscard]] StateFacilities state_facilities(const access::FacilitySet& first, const StateFacilities& against,
                                               const access::FacilitySet& own);

/// A facility of a state; `here` empty: of none of its services.
[[nodiscard]] Json facility_view(const access::FacilitySet::Facility& facility, const std::optional<FacilityId>& here,
                                 const scenario::Side& side);
[[nodiscard]] Json facilities_view(const scenario::Side& first);
/// The facilities that stand on no road of the state: nobody is counted as reaching them.
[[nodiscard]] Json off_roads_view(const ViewState& state, const StateFacilities& facilities);

/// Adds "levels" and "arcs".
void add_areas(const std::vector<access::AreaLevel>& levels, Columns& columns, Json& view);

/// Motorways, trunk roads, primary roads and ferries; null without any.
[[nodiscard]] Json roads_view(const network::RoadNetwork& network, Columns& columns);

/// Without routes (null for every service).
[[nodiscard]] Json states_view(const ViewInputs& inputs, const ViewGroups& groups, Columns& columns);

/// Puts the quickest ways into the states of a view as far as they fit, the main service first; the ids of the services
/// that did not fit.
[[nodiscard]] std::vector<std::string> add_routes(const std::vector<ViewState>& states, std::size_t main_service,
                                                  Columns& columns, Json& states_json);

[[nodiscard]] Json rules_view(const ViewInputs& inputs);
[[nodiscard]] Json profile_view(const ViewInputs& inputs);
[[nodiscard]] Json tables_view(const ViewInputs& inputs);

/// "delivery", or else the first.
[[nodiscard]] std::size_t main_service(const std::vector<access::Service>& services);

}  // namespace michinori::report
