// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <stdexcept>

#include "network/raw_roads.h"
#include "network/road_network.h"

namespace michinori::test {

/// Where a share of a section as read came to lie in the built network.
inline network::Position located(const network::RoadNetwork& net, const network::RawRoads& roads, std::size_t section,
                                 double share) {
    const auto& raw = roads.sections[section];
    for (std::size_t s = 0; s < net.segment_count(); ++s) {
        const auto parts = net.parts(SegmentId{s});
        for (std::uint32_t p = 0; p < parts.size(); ++p) {
            if (parts[p].source_id != raw.source_id) {
                continue;
            }
            const auto line = net.line(parts[p]);
            bool along = true;
            for (std::uint32_t i = 0; i < raw.point_count; ++i) {
                along = along && line[i] == roads.points[raw.first_point + i];
            }
            // A loop out and back over the same points is the same both ways round; the segment then
            // was traced from the section's first end.
            return {SegmentId{s}, p, along ? share : 1 - share};
        }
    }
    throw std::invalid_argument("the section is not in the network");
}

inline network::Position located_at_node(const network::RoadNetwork& net, const network::RawRoads& roads, NodeId node) {
    for (std::size_t s = 0; s < roads.sections.size(); ++s) {
        if (roads.sections[s].from == node) {
            return located(net, roads, s, 0);
        }
        if (roads.sections[s].to == node) {
            return located(net, roads, s, 1);
        }
    }
    throw std::invalid_argument("no road at the node");
}

}  // namespace michinori::test
