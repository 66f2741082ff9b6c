// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_road_restrictions.h"

#include <algorithm>
#include <unordered_map>

namespace michinori::io {
namespace {

using WayById = std::unordered_map<std::int64_t, const OsmRoadWay*>;

WayById ways_of_restrictions(const OsmRoadWays& ways) {
    WayById found;
    for (const auto& restriction : ways.restrictions) {
        found.emplace(restriction.from_way, nullptr);
        found.emplace(restriction.to_way, nullptr);
    }
    for (const auto& way : ways.ways) {
        const auto wanted = found.find(way.id);
        if (wanted != found.end() && !way.ferry) {
            wanted->second = &way;
        }
    }
    return found;
}

/// How a node lies on a way.
struct Standing {
    std::int64_t inside = 0;
    std::int64_t at_ends = 0;
};

Standing standing(std::span<const std::int64_t> nodes, std::int64_t node) {
    Standing result;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const bool end = i == 0 || i + 1 == nodes.size();
        result.at_ends += nodes[i] == node && end ? 1 : 0;
        result.inside += nodes[i] == node && !end ? 1 : 0;
    }
    return result;
}

std::string_view fault_of_way(const OsmRoadWays& ways, const OsmRoadWay* way, std::int64_t via) {
    if (way == nullptr) {
        return "its ways are not used";
    }
    const auto [inside, at_ends] = standing(ways.nodes_of(*way), via);
    if (inside + at_ends == 0) {
        return "ways do not meet there";
    }
    const bool one_way = way->directions.forward != way->directions.backward;
    return inside > 0 && !one_way ? "ambiguous" : std::string_view{};
}

std::string_view fault_of(const OsmRoadWays& ways, const WayById& by_id, const OsmRestriction& restriction) {
    const auto* const from = by_id.at(restriction.from_way);
    const auto fault = fault_of_way(ways, from, restriction.via_node);
    if (!fault.empty()) {
        return fault;
    }
    if (restriction.from_way != restriction.to_way) {
        return fault_of_way(ways, by_id.at(restriction.to_way), restriction.via_node);
    }
    // Turning back into the same way: where the way passes through, going straight on would look alike.
    const auto [inside, at_ends] = standing(ways.nodes_of(*from), restriction.via_node);
    return inside == 0 && at_ends == 1 ? std::string_view{} : "ambiguous";
}

void ignore(OsmRoadWays& ways, std::string_view why) {
    ++ways.restrictions_ignored.try_emplace(std::string(why)).first->second;
}

}  // namespace

std::vector<OsmRestriction> usable_restrictions(OsmRoadWays& ways, OsmRoadNodes& nodes) {
    std::vector<OsmRestriction> usable;
    const auto by_id = ways_of_restrictions(ways);
    for (const auto& restriction : ways.restrictions) {
        const auto fault = fault_of(ways, by_id, restriction);
        if (!fault.empty()) {
            ignore(ways, fault);
            continue;
        }
        nodes.find(restriction.via_node)->via = true;
        usable.push_back(restriction);
    }
    return usable;
}

std::int64_t add_restrictions(const std::vector<OsmRestriction>& restrictions, OsmRoadWays& ways,
                              const OsmRoadCutter& cutter, network::RawRoads& roads) {
    std::int64_t used = 0;
    for (const auto& restriction : restrictions) {
        const auto via = cutter.made(restriction.via_node);
        if (!via) {
            ignore(ways, "incomplete");
            continue;
        }
        roads.restrictions.push_back({restriction.from_way, *via, restriction.to_way, restriction.only});
        ++used;
    }
    return used;
}

}  // namespace michinori::io
