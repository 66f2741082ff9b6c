// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "io/osm_road_nodes.h"
#include "io/osm_road_ways.h"
#include "network/raw_roads.h"

namespace michinori::io {

/// What became of a way.
struct OsmCut {
    std::size_t sections = 0;
    std::size_t missing_nodes = 0;  ///< nodes the file does not have
    double length_m = 0;            ///< along the nodes that are there
    double kmh = 0;                 ///< a ferry's speed from its duration; 0: none
};

/// Cuts ways into sections at the nodes where something happens: nodes that ways share, the ends of
/// ways, lights, barriers, via nodes of restrictions, landings of excluded ferries, and gaps where
/// nodes are missing. Topology follows node ids alone, never coordinates. Nodes are numbered by first
/// use, sections follow the order of the calls.
class OsmRoadCutter {
public:
    OsmRoadCutter(const OsmRoadWays& ways, const OsmRoadNodes& nodes, network::RawRoads& roads);

    OsmCut cut(const OsmRoadWay& way);
    /// The road node made for an OpenStreetMap node, if one was.
    [[nodiscard]] std::optional<NodeId> made(std::int64_t osm_node) const;

private:
    NodeId node(std::size_t index);
    void cut_run(const OsmRoadWay& way, std::size_t first, std::size_t last, const network::RoadAttributes& attributes,
                 OsmCut& cut);
    void add_section(const OsmRoadWay& way, std::size_t first, std::size_t last,
                     const network::RoadAttributes& attributes);
    void measure(OsmCut& cut) const;

    const OsmRoadWays& ways_;
    const OsmRoadNodes& nodes_;
    network::RawRoads& roads_;
    std::vector<std::optional<NodeId>> made_;  // by node index
    std::vector<std::size_t> indices_;         // nodes of the way at hand
    std::vector<geo::Point> line_;             // of the section at hand
};

}  // namespace michinori::io
