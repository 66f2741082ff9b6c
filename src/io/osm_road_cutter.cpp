// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_road_cutter.h"

namespace michinori::io {

OsmRoadCutter::OsmRoadCutter(const OsmRoadWays& ways, const OsmRoadNodes& nodes, network::RawRoads& roads)
    : ways_(ways), nodes_(nodes), roads_(roads), made_(nodes.size()) {}

std::optional<NodeId> OsmRoadCutter::made(std::int64_t osm_node) const {
    const auto index = nodes_.find_index(osm_node);
    return index ? made_[*index] : std::nullopt;
}

NodeId OsmRoadCutter::node(std::size_t index) {
    if (made_[index]) {
        return *made_[index];
    }
    const auto& source = nodes_.at(index);
    const auto id = roads_.add_node(source.position);
    auto& node = roads_.nodes[id.index()];
    node.blocked = source.facts.blocked;
    node.signal = source.facts.signal;
    node.signal_forward_only = source.facts.signal_forward_only;
    node.signal_backward_only = source.facts.signal_backward_only;
    node.keep = source.facts.blocked || source.via || source.landing;
    made_[index] = id;
    return id;
}

void OsmRoadCutter::measure(OsmCut& cut) const {
    for (std::size_t i = 0; i < indices_.size(); ++i) {
        const auto& here = nodes_.at(indices_[i]);
        cut.missing_nodes += here.found ? 0 : 1;
        if (i > 0 && here.found && nodes_.at(indices_[i - 1]).found) {
            cut.length_m += geo::distance(nodes_.at(indices_[i - 1]).position, here.position).value();
        }
    }
}

OsmCut OsmRoadCutter::cut(const OsmRoadWay& way) {
    OsmCut cut;
    indices_.clear();
    for (const auto id : ways_.nodes_of(way)) {
        indices_.push_back(nodes_.index(id));
    }
    measure(cut);
    network::RoadAttributes attributes =
        way.ferry ? ways_.ferries[*way.ferry].attributes : roads_.attributes[way.attributes.index()];
    // A crossing that is partly outside the file has no whole length to set its duration against.
    if (way.ferry && ways_.ferries[*way.ferry].minutes && cut.missing_nodes == 0) {
        attributes.ferry_kmh = cut.length_m * 0.06 / *ways_.ferries[*way.ferry].minutes;
        cut.kmh = attributes.ferry_kmh;
    }
    std::size_t first = 0;
    for (std::size_t i = 0; i <= indices_.size(); ++i) {
        if (i == indices_.size() || !nodes_.at(indices_[i]).found) {
            cut_run(way, first, i, attributes, cut);
            first = i + 1;
        }
    }
    return cut;
}

/// Nodes first ... last - 1 of the way are all in the file.
void OsmRoadCutter::cut_run(const OsmRoadWay& way, std::size_t first, std::size_t last,
                            const network::RoadAttributes& attributes, OsmCut& cut) {
    for (std::size_t i = first + 1; i < last; ++i) {
        if (i + 1 == last || nodes_.at(indices_[i]).cuts()) {
            add_section(way, first, i, attributes);
            ++cut.sections;
            first = i;
        }
    }
}

void OsmRoadCutter::add_section(const OsmRoadWay& way, std::size_t first, std::size_t last,
                                const network::RoadAttributes& attributes) {
    line_.clear();
    for (std::size_t i = first; i <= last; ++i) {
        line_.push_back(nodes_.at(indices_[i]).position);
    }
    const auto from = node(indices_[first]);
    const auto to = node(indices_[last]);
    auto& section = roads_.add_section(from, to, line_, attributes);
    section.forward = way.directions.forward;
    section.backward = way.directions.backward;
    section.source_id = way.id;
}

}  // namespace michinori::io
