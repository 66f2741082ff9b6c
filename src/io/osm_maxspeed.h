// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "io/osm_tags.h"

namespace michinori::io {

/// A maxspeed value in km/h, 1 to 300; 0 when the value says that no fixed limit is signed ("none",
/// "signals", "variable"); nothing when it cannot be read.
/// Read are: km/h ("60", "60 km/h"), "30 mph", "10 knots", "walk" (5 km/h), legal defaults by name
/// ("JP:urban", "MT:rural"; table in the .cpp), zones ("DE:30", "DE:zone:30") and lists, of which the
/// smallest limit counts ("50;40" -> 40).
[[nodiscard]] std::optional<std::uint16_t> osm_speed(std::string_view value);

/// The limits of a way in both directions, 0 where none is signed.
struct OsmMaxspeed {
    std::uint16_t forward = 0;
    std::uint16_t backward = 0;
    std::string_view unread;  ///< the first value that could not be read, or empty
};
/// maxspeed, overridden by maxspeed:forward and maxspeed:backward.
[[nodiscard]] OsmMaxspeed osm_maxspeed(const OsmTags& tags);

}  // namespace michinori::io
