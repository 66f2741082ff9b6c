// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/polygon_index.h"
#include "network/speed_profile.h"
#include "scenario/inputs.h"
#include "scenario/rurality_scale.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// What the section [geography] names, read.
struct GeographyInputs {
    struct Land {
        double km2 = 0;
        std::optional<double> inhabitable_km2;
    };
    std::optional<std::vector<geo::MultiPolygon>> islands;  ///< nothing: not given
    std::optional<std::vector<geo::MultiPolygon>> snow;     ///< special heavy-snow areas of [speed.snow_areas]
    std::map<std::string, geo::Point> offices;              ///< by area code
    std::map<std::string, Land> land;                       ///< by area code
    std::vector<network::SpeedProfile> profiles;            ///< further ones
    std::vector<RuralityScale> scales;
};

/// Throws InputError with the faults of all of them: those of the readers, area_unknown for a code that no level has,
/// duplicate_id, bad_coordinate, bad_value (land).
[[nodiscard]] GeographyInputs read_geography_inputs(const GeographySettings& settings,
                                                    const std::optional<Scenario::ZoneFile>& snow, const Inputs& inputs,
                                                    io::InputLog& log);

}  // namespace michinori::scenario
