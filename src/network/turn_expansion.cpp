// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
//
// Turn restrictions by expansion of the junctions that have them, and of no other: an arc on which a
// driver may not turn as he likes ends in a copy of the junction, from which only the allowed ways
// lead on. A node-based search on the result is exact. Cost: for each such arc one vertex and as many
// arcs as it has allowed ways on (a few per restriction).
#include <algorithm>

#include "network/network_builder.h"

namespace michinori::network {

std::int64_t NetworkBuilder::source_at_head(const Arc& arc) const {
    const auto parts = network_.parts(arc.segment);
    return arc.forward ? parts.back().source_id : parts.front().source_id;
}

std::int64_t NetworkBuilder::source_at_tail(const Arc& arc) const {
    const auto parts = network_.parts(arc.segment);
    return arc.forward ? parts.front().source_id : parts.back().source_id;
}

/// Notes what one restriction forbids; false when its roads do not meet at the junction.
bool NetworkBuilder::forbid(const TurnRestriction& restriction, const Ways& ways) {
    const auto leads_on = [&](std::uint32_t out) {
        return source_at_tail(network_.arcs_[out]) == restriction.to_source;
    };
    if (std::ranges::none_of(ways.out, leads_on)) {
        return false;
    }
    bool used = false;
    for (const auto in : ways.in) {
        if (source_at_head(network_.arcs_[in]) != restriction.from_source) {
            continue;
        }
        used = true;
        auto& forbidden = forbidden_[in];
        std::ranges::copy_if(ways.out, std::back_inserter(forbidden),
                             [&](std::uint32_t out) { return leads_on(out) != restriction.only; });
    }
    return used;
}

void NetworkBuilder::expand_restrictions() {
    std::unordered_map<std::uint32_t, Ways> ways_at;
    for (const auto& restriction : roads_.restrictions) {
        if (const auto via = junction_of_[restriction.via.index()]) {
            ways_at.try_emplace(via->raw());
        }
    }
    for (std::uint32_t a = 0; a < network_.arcs_.size(); ++a) {
        if (const auto at = ways_at.find(network_.arcs_[a].head.raw()); at != ways_at.end()) {
            at->second.in.push_back(a);
        }
        if (const auto at = ways_at.find(network_.arcs_[a].tail.raw()); at != ways_at.end()) {
            at->second.out.push_back(a);
        }
    }
    for (const auto& restriction : roads_.restrictions) {
        const auto via = junction_of_[restriction.via.index()];
        const bool used = via && forbid(restriction, ways_at.at(via->raw()));
        ++(used ? network_.used_restrictions_ : network_.unused_restrictions_);
    }
    add_junction_copies(ways_at);
}

void NetworkBuilder::add_junction_copies(const std::unordered_map<std::uint32_t, Ways>& ways_at) {
    std::vector<std::uint32_t> restricted;
    for (const auto& [in, forbidden] : forbidden_) {
        restricted.push_back(in);
    }
    std::ranges::sort(restricted);
    // All heads first: the copies of arcs made below must lead to the final heads.
    std::vector<NodeId> junctions;
    for (const auto in : restricted) {
        junctions.push_back(network_.arcs_[in].head);
        network_.arcs_[in].head = NodeId{network_.vertex_count()};
        network_.vertex_junction_.push_back(junctions.back());
    }
    for (std::size_t i = 0; i < restricted.size(); ++i) {
        const auto& forbidden = forbidden_[restricted[i]];
        for (const auto out : ways_at.at(junctions[i].raw()).out) {
            if (std::ranges::find(forbidden, out) == forbidden.end()) {
                auto copy = network_.arcs_[out];
                copy.tail = network_.arcs_[restricted[i]].head;
                network_.arcs_.push_back(copy);
            }
        }
    }
}

}  // namespace michinori::network
