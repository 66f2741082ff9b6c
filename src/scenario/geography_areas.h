// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <vector>

#include "scenario/geography.h"
#include "scenario/geography_inputs.h"

namespace michinori::scenario {

/// Which homes stand on an island, or in a special heavy-snow area, that has none of the hospitals itself. Areas of
/// snow stand each for itself; island polygons that touch are one island. By home; false where the polygons are not
/// given.
struct WithoutHospital {
    std::vector<char> island;
    std::vector<char> snow;
};
[[nodiscard]] WithoutHospital without_hospital(const GeographyInputs& given, const std::vector<geo::Point>& homes,
                                               const std::vector<geo::Point>& hospitals);

/// People, land and centres of every area of the levels asked for; nothing of hospitals yet.
[[nodiscard]] std::vector<AreaGeography> describe_areas(const GeographySettings& settings, const GeographyInputs& given,
                                                        const Inputs& inputs,
                                                        const std::vector<access::AreaOfDemand>& area_of,
                                                        const std::vector<std::size_t>& levels,
                                                        const WithoutHospital& without);

[[nodiscard]] std::vector<geo::Point> positions_of(const access::DemandSet& demand);
[[nodiscard]] std::vector<geo::Point> positions_of(const access::FacilitySet& facilities,
                                                   const std::vector<FacilityId>& some);

/// Mean position of people (人口重心): latitude weighted by people, longitude by people and the cosine of latitude.
/// Nothing where nobody lives. Source: the census's definition by the Statistics Bureau of Japan.
[[nodiscard]] std::optional<geo::Point> centre_of_people(const access::DemandSet& demand,
                                                         const std::vector<std::uint32_t>& points);

}  // namespace michinori::scenario
