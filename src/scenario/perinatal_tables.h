// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "policy/perinatal_areas.h"
#include "scenario/ward_context.h"

namespace michinori::scenario {

/// The services that perinatal areas are described by, as roles: a scenario names its services after them or says
/// which of its services stand for them. Only the first is needed.
inline constexpr std::string_view delivery_role = "delivery";
inline constexpr std::string_view checkup_role = "checkup";
inline constexpr std::string_view centre_role = "perinatal_centre";  ///< of either kind
inline constexpr std::string_view general_centre_role = "perinatal_general";

/// A proposal beside today's areas.
struct PerinatalRedraw {
    access::AreaLevel level;
    std::vector<policy::PerinatalArea> areas;
    std::vector<policy::Move> moves;                     ///< by municipality of the municipality level
    std::vector<std::optional<People>> births_of_moves;  ///< beside moves
};

struct PerinatalTables {
    std::size_t level = 0;               ///< today's, into the region's levels
    std::size_t municipality_level = 0;  ///< only with a redraw
    TravelTime limit{0};
    bool births_known = false;
    std::vector<policy::PerinatalArea> areas;
    std::optional<PerinatalRedraw> redraw;
};

/// Describes the perinatal areas of a scenario, and those of the proposal if there is one. `births`: a year, by demand
/// point; empty: not known. Nothing when the scenario has no level of perinatal areas or no service of deliveries.
///
/// Today's area of a municipality: by the table of members; where the areas are polygons, the area of most of its
/// people (a tie: the lower code).
[[nodiscard]] std::optional<PerinatalTables> perinatal_tables(const WardContext& context,
                                                              std::span<const People> births,
                                                              TravelTime limit = from_minutes(60));

}  // namespace michinori::scenario
