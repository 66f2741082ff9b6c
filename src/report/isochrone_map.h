// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "scenario/isochrones.h"

namespace michinori::report {

/// What a map of isochrones is about, for the descriptions of its layers.
struct IsochroneMap {
    const network::RoadNetwork& network;
    const std::vector<scenario::MeasuredIsochrone>& isochrones;
    std::string subject;  ///< "--service birth": as asked for
    Language language = Language::english;
};

/// Writes isochrones.gpkg: the layer `isochrone` (a feature per limit: limit_min, area_km2; without geometry where
/// there is no land) and the layer `roads` (a line per limit and stretch: limit_min, length_m, ferry). Every limit
/// is whole, so a road within 15 minutes stands under 30 too; the widest limit comes first, so that on a
/// map the nearer ones lie on top. Both layers have a QGIS symbology by limit. Throws InputError output_unwritable.
void write_isochrones(const IsochroneMap& map, const std::filesystem::path& file);

/// A line per limit for a terminal: minutes, km of road, km² of land.
[[nodiscard]] std::string isochrone_table(const IsochroneMap& map);

}  // namespace michinori::report
