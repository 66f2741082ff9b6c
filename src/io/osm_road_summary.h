// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "io/input_log.h"
#include "io/osm_road_cutter.h"
#include "io/osm_road_ways.h"
#include "network/raw_roads.h"

namespace michinori::io {

/// What there is to tell about the roads of a file, counted while its ways are cut.
struct OsmRoadSummary {
    std::array<std::int64_t, network::road_class_count> ways_by_class{};
    std::int64_t roads = 0;  ///< ways that became roads
    std::int64_t one_way = 0;
    std::int64_t with_maxspeed = 0;
    std::int64_t closed_in_winter = 0;
    std::int64_t ways_with_gaps = 0;  ///< ways some of whose nodes the file does not have
    std::int64_t restrictions = 0;    ///< used
    std::int64_t nodes = 0;
    std::int64_t sections = 0;
    std::int64_t signals = 0;
    double metres = 0;  ///< of roads
    std::vector<std::string> ferries;
    std::vector<Finding> ferries_without_duration;

    void add_way(const InputFile& file, const OsmRoadWays& ways, const OsmRoadWay& way, const OsmCut& cut,
                 const network::RawRoads& roads_so_far);
    /// Counts nodes, sections and lights appended since the roads had this many.
    void add_topology(const network::RawRoads& roads_so_far, std::size_t first_node, std::size_t first_section);
};

[[nodiscard]] std::int64_t total(const OsmTally& tally);
/// "area: 3, closed to cars: 179"
[[nodiscard]] std::string told(const OsmTally& tally);

[[nodiscard]] std::vector<std::pair<std::string, std::string>> osm_road_facts(const OsmRoadWays& ways,
                                                                              const OsmRoadSummary& summary);
/// Notes and warnings, the ferries' capped at 20 (all of them stand in the facts).
void add_osm_road_findings(const InputFile& file, const OsmRoadWays& ways, OsmRoadSummary& summary, InputLog& log);

}  // namespace michinori::io
