// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "io/gpkg_writer.h"
#include "report/staged_table.h"
#include "report/summary.h"
#include "report/words.h"

namespace michinori::report {

/// Writes results.gpkg: access (demand points, minutes per service), unreached (a point per service
/// it does not reach, with the reason), areas_<level> for each level that has polygons, facilities,
/// roads (a line per stretch with uniform facts). Each layer has a symbology by the minutes of each
/// service, the first one applied.
std::vector<LayerCount> write_map(const RunResults& results, const Summary& summary, const std::filesystem::path& file,
                                  Language language);

// One function a layer, for write_map.
LayerCount add_access_layer(const RunResults& results, const Summary& summary, Language language, io::GpkgWriter& map);
LayerCount add_unreached_layer(const RunResults& results, Language language, io::GpkgWriter& map);
LayerCount add_area_layer(const RunResults& results, const Summary& summary, std::size_t level, Language language,
                          io::GpkgWriter& map);
LayerCount add_facility_layer(const RunResults& results, Language language, io::GpkgWriter& map);
LayerCount add_road_layer(const RunResults& results, Language language, io::GpkgWriter& map);

/// A label of a column that belongs to a service: "Minutes: Delivery".
[[nodiscard]] std::string label(Word w, const access::Service& service, Language language);

}  // namespace michinori::report
