// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "io/osm_tags.h"
#include "io/road_readers.h"
#include "network/raw_roads.h"

namespace michinori::io {

/// Directions in which cars may drive a way.
struct OsmDirections {
    bool forward = true;
    bool backward = true;
};

/// oneway and its more specific forms (oneway:motorcar ...), what motorway, motorway_link and
/// junction=roundabout imply unless oneway=no, and directions closed by access keys. "reversible"
/// (the direction changes by the hour) closes both: nobody can count on it. "alternating" keeps both.
[[nodiscard]] OsmDirections osm_directions(const OsmTags& tags);

/// The carriageway's width class: width or est_width in metres ("4", "4.5 m"; other units and widths
/// of 0 or above 100 m are not used), else from lanes at 3 m each (assumption). One lane of a one-way
/// road says nothing: that is how ramps and halves of expressways are tagged too.
[[nodiscard]] network::WidthClass osm_width(const OsmTags& tags, bool one_way);

/// What a highway way is to cars.
struct OsmHighway {
    network::RoadAttributes attributes;
    OsmDirections directions;
};

/// Either a road or, in a few words, why the way is not one.
struct OsmHighwayVerdict {
    std::optional<OsmHighway> road;
    std::string_view left_out;
    std::string_view maxspeed_unread;  ///< views into the tags
    std::int64_t conditions_not_seasonal = 0;
};

/// Reads the tags of a way that has a highway key.
[[nodiscard]] OsmHighwayVerdict osm_highway(const OsmTags& tags, const OsmOptions& options);

/// Facts that roads and ferries share: toll, bridge, tunnel, level, name, ref.
void osm_common_attributes(const OsmTags& tags, network::RoadAttributes& attributes);

}  // namespace michinori::io
