// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strong_id.h"
#include "geo/point.h"
#include "network/road_class.h"

namespace michinori::network {

/// What is known of a stretch of road. Equal records are stored once. A reader fills what its
/// source says and leaves the rest at the defaults, which mean "not known" or "no".
struct RoadAttributes {
    RoadClass road_class = RoadClass::road;
    WidthClass width = WidthClass::unknown;
    SnowZone snow = SnowZone::none;  ///< set by annotate(), from polygons
    bool dense = false;              ///< inside a densely inhabited district; set by annotate()
    bool toll = false;
    bool bridge = false;
    bool tunnel = false;
    bool closed_in_winter = false;       ///< 冬期通行止
    bool no_through = false;             ///< access=destination/private: no start or end of a public journey
    std::uint16_t maxspeed_forward = 0;  ///< km/h; 0: not signed
    std::uint16_t maxspeed_backward = 0;
    double ferry_kmh = 0;    ///< from the source's duration over the whole crossing; 0: none given
    std::int32_t level = 0;  ///< vertical level, 0 on the ground
    std::string name{};      ///< for people, UTF-8; may be empty
    std::string ref{};       ///< route number, may be empty

    friend bool operator==(const RoadAttributes&, const RoadAttributes&) = default;
};

/// A stretch of road with uniform attributes between two nodes, as read.
struct RawSection {
    NodeId from;
    NodeId to;
    std::uint32_t first_point = 0;  ///< into RawRoads::points: the whole line, end nodes included
    std::uint32_t point_count = 0;  ///< at least 2
    AttributeId attributes;
    bool forward = true;  ///< may be driven from -> to
    bool backward = true;
    std::int64_t source_id = 0;  ///< OSM way id, feature number: to name the road in messages
    /// Length as the source states it; 0: measured along the line (link tables may state it).
    double stated_length_m = 0;
};

struct RawNode {
    geo::Point position;
    bool signal = false;               ///< traffic lights stand here
    bool signal_forward_only = false;  ///< lights for traffic in the direction of the line only
    bool signal_backward_only = false;
    bool keep = false;     ///< never contracted away (via node of a restriction, barrier)
    bool blocked = false;  ///< no car passes (bollard): roads end here from each side
};

/// A forbidden or the only allowed way through one node.
struct TurnRestriction {
    std::int64_t from_source = 0;  ///< source id of the road on which the driver arrives
    NodeId via;
    std::int64_t to_source = 0;
    bool only = false;  ///< true: every other way out is forbidden
};

/// A car ferry's or other road's stretch that the scenario left out: kept so that a result can say
/// "reachable only by the ferry that was excluded".
struct ExcludedLink {
    NodeId from;
    NodeId to;
};

/// Roads as a reader leaves them: topology, lines and facts, no times. Readers append; build()
/// makes the RoadNetwork.
///
///     RawRoads roads;
///     auto a = roads.add_node({139.0, 35.0});
///     auto b = roads.add_node({139.1, 35.0});
///     roads.add_section(a, b, {{139.0, 35.0}, {139.1, 35.0}}, {.road_class = RoadClass::trunk});
class RawRoads {
public:
    NodeId add_node(geo::Point position);
    /// `line` starts at from's and ends at to's position. Returns the section to set flags on.
    RawSection& add_section(NodeId from, NodeId to, const std::vector<geo::Point>& line,
                            const RoadAttributes& attributes);
    AttributeId intern(const RoadAttributes& attributes);

    std::vector<RawNode> nodes;
    std::vector<RawSection> sections;
    std::vector<geo::Point> points;
    std::vector<RoadAttributes> attributes;
    std::vector<TurnRestriction> restrictions;
    std::vector<ExcludedLink> excluded_ferries;

private:
    std::unordered_multimap<std::size_t, AttributeId> by_hash_;
};

}  // namespace michinori::network
