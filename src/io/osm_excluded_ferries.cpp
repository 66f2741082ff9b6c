// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_excluded_ferries.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <vector>

namespace michinori::io {
namespace {

std::vector<const OsmRoadWay*> excluded_ways(const OsmRoadWays& ways) {
    std::vector<const OsmRoadWay*> excluded;
    for (const auto& way : ways.ways) {
        if (way.ferry && ways.ferries[*way.ferry].fate == OsmFerry::Fate::excluded) {
            excluded.push_back(&way);
        }
    }
    return excluded;
}

/// Sets of ferry ways that share nodes; ways are numbered as in the list.
class FerrySets {
public:
    explicit FerrySets(std::size_t ways) : parent_(ways) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t root(std::size_t way) {
        while (parent_[way] != way) {
            way = parent_[way] = parent_[parent_[way]];
        }
        return way;
    }
    void join(std::size_t a, std::size_t b) { parent_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

private:
    std::vector<std::size_t> parent_;
};

}  // namespace

void mark_ferry_landings(const OsmRoadWays& ways, OsmRoadNodes& nodes) {
    for (const auto* const way : excluded_ways(ways)) {
        for (const auto id : ways.nodes_of(*way)) {
            if (auto* const node = nodes.find(id)) {
                node->landing = true;
            }
        }
    }
}

void add_excluded_ferries(const OsmRoadWays& ways, const OsmRoadCutter& cutter, network::RawRoads& roads) {
    const auto excluded = excluded_ways(ways);
    FerrySets sets(excluded.size());
    std::map<std::int64_t, std::size_t> way_of_node;
    for (std::size_t i = 0; i < excluded.size(); ++i) {
        for (const auto id : ways.nodes_of(*excluded[i])) {
            sets.join(i, way_of_node.try_emplace(id, i).first->second);
        }
    }
    std::map<std::size_t, NodeId> first_landing;
    std::set<NodeId> linked;
    for (std::size_t i = 0; i < excluded.size(); ++i) {
        for (const auto id : ways.nodes_of(*excluded[i])) {
            const auto landing = cutter.made(id);
            if (!landing) {
                continue;
            }
            const auto first = first_landing.try_emplace(sets.root(i), *landing).first->second;
            if (first != *landing && linked.insert(*landing).second) {
                roads.excluded_ferries.push_back({first, *landing});
            }
        }
    }
}

}  // namespace michinori::io
