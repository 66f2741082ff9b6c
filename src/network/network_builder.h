// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "network/raw_roads.h"
#include "network/road_network.h"

namespace michinori::network {

/// Turns RawRoads into a RoadNetwork; one use per object. The steps of build() in order:
/// blocked nodes are taken apart, chains are traced between the nodes that must stay, segments and
/// their parts are laid out, arcs are made, restricted junctions are expanded, graphs are packed.
class NetworkBuilder {
public:
    explicit NetworkBuilder(const RawRoads& roads) : roads_(roads) {}
    [[nodiscard]] RoadNetwork build();

private:
    /// One end of a section at a node.
    struct End {
        std::uint32_t section = 0;
        bool at_start = true;  ///< the section's first point is at the node
    };
    /// A section in the order and direction in which a chain runs through it.
    struct Link {
        std::uint32_t section = 0;
        bool along = true;  ///< in the section's own direction
    };

    void take_blocked_nodes_apart();
    void list_ends();
    void decide_which_nodes_stay();
    [[nodiscard]] bool joins_through(NodeId node) const;
    void trace_all_chains();
    [[nodiscard]] std::vector<Link> trace_chain(Link first, NodeId stop_at);
    void add_segment(const std::vector<Link>& chain);
    void add_part(const Link& link);
    [[nodiscard]] AttributeId turned_round(AttributeId id);
    [[nodiscard]] std::uint8_t signals_on_arrival(const Link& link, bool at_chain_end) const;
    void mark_junctions_and_boarding();
    void add_base_arcs();
    void expand_restrictions();
    struct Ways {
        std::vector<std::uint32_t> in;   ///< base arcs that enter the junction
        std::vector<std::uint32_t> out;  ///< base arcs that leave it
    };
    [[nodiscard]] bool forbid(const TurnRestriction& restriction, const Ways& ways);
    void add_junction_copies(const std::unordered_map<std::uint32_t, Ways>& ways_at);
    [[nodiscard]] std::int64_t source_at_head(const Arc& arc) const;
    [[nodiscard]] std::int64_t source_at_tail(const Arc& arc) const;
    void number_arcs();
    void pack_graphs();

    [[nodiscard]] bool is_ferry(std::uint32_t section) const;
    [[nodiscard]] bool allowed(const Link& link) const;
    [[nodiscard]] NodeId start_of(const Link& link) const {
        return link.along ? from_[link.section] : to_[link.section];
    }
    [[nodiscard]] NodeId end_of(const Link& link) const { return link.along ? to_[link.section] : from_[link.section]; }
    [[nodiscard]] std::uint32_t end_count(NodeId node) const {
        return ends_start_[node.index() + 1] - ends_start_[node.index()];
    }

    const RawRoads& roads_;
    RoadNetwork network_;
    std::vector<NodeId> from_;  // by section, after blocked nodes are taken apart
    std::vector<NodeId> to_;
    std::vector<RawNode> nodes_;
    std::vector<std::uint32_t> ends_start_;
    std::vector<End> ends_;
    std::vector<char> stays_;                         // by raw node
    std::vector<char> traced_;                        // by section
    std::vector<std::optional<NodeId>> junction_of_;  // by raw node
    std::unordered_map<std::uint32_t, AttributeId> turned_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> forbidden_;  // base arc in -> base arcs out
};

}  // namespace michinori::network
