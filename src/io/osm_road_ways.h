// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "io/osm_ferry.h"
#include "io/osm_file.h"
#include "io/osm_highway.h"
#include "io/osm_restriction.h"

namespace michinori::io {

using OsmTally = std::map<std::string, std::int64_t, std::less<>>;  ///< how many, by words

/// A way that cars use, or a ferry that was left out but must stay known.
struct OsmRoadWay {
    std::int64_t id = 0;
    AttributeId attributes;
    std::size_t first_node = 0;  ///< into OsmRoadWays::nodes
    std::uint32_t node_count = 0;
    OsmDirections directions;
    std::optional<std::size_t> ferry;  ///< into OsmRoadWays::ferries
};

/// A way of route=ferry; what its relations say fills what it leaves open.
struct OsmFerry {
    enum class Fate { used, excluded, not_for_cars };
    network::RoadAttributes attributes;
    OsmFerryCars cars = OsmFerryCars::unsaid;
    std::optional<double> minutes;
    Fate fate = Fate::used;
};

/// What the ways and relations of a file say about roads for cars.
struct OsmRoadWays {
    std::vector<OsmRoadWay> ways;     ///< file order; ferries of every fate among them
    std::vector<std::int64_t> nodes;  ///< of all ways, one after the other, no node twice in a row
    std::vector<OsmFerry> ferries;
    std::vector<OsmRestriction> restrictions;

    std::int64_t ways_in_file = 0;
    std::int64_t candidates = 0;  ///< ways with a highway or ferry tag
    OsmTally left_out;            ///< of the candidates, by reason
    OsmTally restrictions_ignored;
    std::int64_t maxspeed_unread = 0;
    std::string maxspeed_example;
    std::int64_t conditions_not_seasonal = 0;

    [[nodiscard]] std::span<const std::int64_t> nodes_of(const OsmRoadWay& way) const {
        return std::span(nodes).subspan(way.first_node, way.node_count);
    }
    [[nodiscard]] bool is_used(const OsmRoadWay& way) const {
        return !way.ferry || ferries[*way.ferry].fate == OsmFerry::Fate::used;
    }
};

/// The first pass: reads ways and relations, then settles which ferries carry cars.
/// Ways without tags of their own that only a route=ferry relation knows cost a further pass over the
/// ways, made when there are any.
[[nodiscard]] OsmRoadWays read_osm_road_ways(const InputFile& file, const OsmOptions& options, network::RawRoads& roads,
                                             Progress& progress);

}  // namespace michinori::io
