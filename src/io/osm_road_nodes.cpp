// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_road_nodes.h"

#include <tbb/parallel_sort.h>

#include <algorithm>

namespace michinori::io {
namespace {

class NodeFiller final : public OsmVisitor {
public:
    explicit NodeFiller(OsmRoadNodes& nodes) : nodes_(nodes) {}

    void node(std::int64_t id, geo::Point position, const OsmTags& tags) override {
        auto* const node = nodes_.find(id);
        if (node == nullptr) {
            return;
        }
        node->position = position;
        node->found = true;
        if (!tags.empty()) {
            node->facts = osm_node_facts(tags);
        }
    }

private:
    OsmRoadNodes& nodes_;
};

}  // namespace

OsmRoadNodes::OsmRoadNodes(const OsmRoadWays& ways) {
    for (const auto& way : ways.ways) {
        if (ways.is_used(way)) {
            const auto own = ways.nodes_of(way);
            ids_.insert(ids_.end(), own.begin(), own.end());
        }
    }
    tbb::parallel_sort(ids_.begin(), ids_.end());
    std::vector<std::int64_t> shared;
    for (std::size_t i = 1; i < ids_.size(); ++i) {
        if (ids_[i] == ids_[i - 1] && (shared.empty() || shared.back() != ids_[i])) {
            shared.push_back(ids_[i]);
        }
    }
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    nodes_.resize(ids_.size());
    for (const auto id : shared) {
        nodes_[index(id)].shared = true;
    }
}

std::size_t OsmRoadNodes::index(std::int64_t id) const {
    return static_cast<std::size_t>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin());
}

std::optional<std::size_t> OsmRoadNodes::find_index(std::int64_t id) const {
    const auto place = index(id);
    return place < ids_.size() && ids_[place] == id ? std::optional{place} : std::nullopt;
}

OsmRoadNodes::Node* OsmRoadNodes::find(std::int64_t id) {
    const auto place = find_index(id);
    return place ? &nodes_[*place] : nullptr;
}

void read_osm_road_nodes(const InputFile& file, OsmRoadNodes& nodes, Progress& progress) {
    NodeFiller filler(nodes);
    visit_osm(file, {.nodes = true}, filler, progress);
}

}  // namespace michinori::io
