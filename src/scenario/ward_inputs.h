// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "access/area.h"
#include "scenario/facility_facts.h"
#include "scenario/region.h"

namespace michinori::scenario {

/// A proposal to redraw the perinatal areas, read.
struct ProposedAreas {
    access::AreaLevel level;                                         ///< shapes put together from municipalities
    std::vector<std::optional<std::uint32_t>> area_of_municipality;  ///< by municipality of the scenario's level
};

/// What wards and perinatal areas are judged by, besides roads, people and services.
struct WardInputs {
    std::vector<FacilityFacts> facts;  ///< by FacilityId
    /// The island of each facility, as a number, inner nothing: on none; nothing at all without a file of islands.
    std::optional<std::vector<std::optional<std::uint32_t>>> island_of;
    std::optional<ProposedAreas> proposal;
};

/// Reads the facility columns, the islands and the proposal that the section [maternity] names; inputs and findings
/// go to the region's log. Throws InputError with all faults: those of the readers and of read_facility_facts(),
/// unknown_reference (a proposal without the level of municipalities), municipality_unknown.
[[nodiscard]] WardInputs read_ward_inputs(const MaternitySettings& settings, Region& region);

/// Where the facilities stand, by FacilityId.
[[nodiscard]] std::vector<geo::Point> positions_of(const access::FacilitySet& facilities);

}  // namespace michinori::scenario
