// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "io/place_readers.h"

namespace michinori::scenario {

/// The polygons of a layer of which nothing else is asked (islands, barriers, dense districts), in its order. Throws as
/// io::read_zones().
[[nodiscard]] std::vector<geo::MultiPolygon> read_zone_shapes(const io::InputFile& file, const io::VectorFormat& format,
                                                              const std::string& role, io::InputLog& log);

}  // namespace michinori::scenario
