// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "geo/point.h"

namespace michinori::io {

/// A way to write: its nodes by id, its tags in order.
struct OsmWay {
    std::vector<std::int64_t> nodes;
    std::vector<std::pair<std::string, std::string>> tags;
};

/// Writes an OpenStreetMap PBF without any time stamp: node i has the id i + 1, way i the id i + 1.
/// Coordinates keep seven decimals. The same calls give the same bytes. Throws InputError
/// output_unwritable.
void write_osm_pbf(const std::filesystem::path& file, const std::vector<geo::Point>& nodes,
                   const std::vector<OsmWay>& ways);

}  // namespace michinori::io
