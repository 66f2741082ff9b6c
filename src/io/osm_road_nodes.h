// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/point.h"
#include "io/osm_file.h"
#include "io/osm_node_facts.h"
#include "io/osm_road_ways.h"

namespace michinori::io {

/// The nodes of all ways to be used, found by OpenStreetMap id. Sized once; filled by the second pass.
class OsmRoadNodes {
public:
    struct Node {
        geo::Point position;
        OsmNodeFacts facts;
        bool found = false;    ///< in the file
        bool shared = false;   ///< used more than once by ways that are used
        bool via = false;      ///< a turn restriction stands here
        bool landing = false;  ///< a ferry that was left out lands here
        /// Ways are cut here wherever they pass.
        [[nodiscard]] bool cuts() const { return shared || facts.any() || via || landing; }
    };

    /// Takes the nodes of the ways that are used, with how often each is used.
    explicit OsmRoadNodes(const OsmRoadWays& ways);

    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    /// O(log n); nothing when no used way has the node.
    [[nodiscard]] std::optional<std::size_t> find_index(std::int64_t id) const;
    [[nodiscard]] Node* find(std::int64_t id);
    /// The index of a node that surely is here. O(log n).
    [[nodiscard]] std::size_t index(std::int64_t id) const;
    [[nodiscard]] Node& at(std::size_t index) { return nodes_[index]; }
    [[nodiscard]] const Node& at(std::size_t index) const { return nodes_[index]; }

private:
    std::vector<std::int64_t> ids_;  // ascending
    std::vector<Node> nodes_;        // alike
};

/// The second pass: places and what stands there.
void read_osm_road_nodes(const InputFile& file, OsmRoadNodes& nodes, Progress& progress);

}  // namespace michinori::io
