// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/network_builder.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace michinori::network {
namespace {

/// A chain may close in one profile and stay open in another; it must do so as a whole.
bool close_alike(const RoadAttributes& a, const RoadAttributes& b) {
    return a.road_class == b.road_class && a.toll == b.toll && a.closed_in_winter == b.closed_in_winter;
}

double measured_length(const RawRoads& roads, const RawSection& section) {
    double metres = 0;
    for (std::uint32_t i = 1; i < section.point_count; ++i) {
        const auto* p = roads.points.data() + section.first_point + i;
        metres += geo::distance(p[-1], p[0]).value();
    }
    return metres;
}

}  // namespace

RoadNetwork NetworkBuilder::build() {
    network_.attributes_ = roads_.attributes;
    take_blocked_nodes_apart();
    list_ends();
    decide_which_nodes_stay();
    trace_all_chains();
    mark_junctions_and_boarding();
    add_base_arcs();
    expand_restrictions();
    number_arcs();
    pack_graphs();
    return std::move(network_);
}

bool NetworkBuilder::is_ferry(std::uint32_t section) const {
    return roads_.attributes[roads_.sections[section].attributes.index()].road_class == RoadClass::ferry;
}

bool NetworkBuilder::allowed(const Link& link) const {
    const auto& section = roads_.sections[link.section];
    return link.along ? section.forward : section.backward;
}

/// No car passes a bollard: every road that meets it ends there on its own.
void NetworkBuilder::take_blocked_nodes_apart() {
    nodes_ = roads_.nodes;
    from_.reserve(roads_.sections.size());
    to_.reserve(roads_.sections.size());
    const auto own_end = [&](NodeId node) {
        if (!nodes_[node.index()].blocked) {
            return node;
        }
        nodes_.push_back({.position = nodes_[node.index()].position});
        return NodeId{nodes_.size() - 1};
    };
    for (const auto& section : roads_.sections) {
        from_.push_back(own_end(section.from));
        to_.push_back(own_end(section.to));
    }
}

void NetworkBuilder::list_ends() {
    ends_start_.assign(nodes_.size() + 1, 0);
    const auto usable = [&](std::size_t s) { return roads_.sections[s].forward || roads_.sections[s].backward; };
    for (std::size_t s = 0; s < roads_.sections.size(); ++s) {
        if (usable(s)) {
            ++ends_start_[from_[s].index() + 1];
            ++ends_start_[to_[s].index() + 1];
        }
    }
    std::partial_sum(ends_start_.begin(), ends_start_.end(), ends_start_.begin());
    ends_.resize(ends_start_.back());
    auto next = ends_start_;
    for (std::size_t s = 0; s < roads_.sections.size(); ++s) {
        if (usable(s)) {
            ends_[next[from_[s].index()]++] = {static_cast<std::uint32_t>(s), true};
            ends_[next[to_[s].index()]++] = {static_cast<std::uint32_t>(s), false};
        }
    }
}

/// True when the node only continues one road: two ends of different sections that are alike in
/// everything that can open or close them, in both directions.
bool NetworkBuilder::joins_through(NodeId node) const {
    if (end_count(node) != 2 || nodes_[node.index()].keep) {
        return false;
    }
    const auto& a = ends_[ends_start_[node.index()]];
    const auto& b = ends_[ends_start_[node.index()] + 1];
    if (a.section == b.section || is_ferry(a.section) || is_ferry(b.section)) {
        return false;
    }
    const Link arrive{a.section, !a.at_start};
    const Link leave{b.section, b.at_start};
    const Link back_arrive{b.section, !b.at_start};
    const Link back_leave{a.section, a.at_start};
    const auto& attributes_a = roads_.attributes[roads_.sections[a.section].attributes.index()];
    const auto& attributes_b = roads_.attributes[roads_.sections[b.section].attributes.index()];
    return allowed(arrive) == allowed(leave) && allowed(back_arrive) == allowed(back_leave) &&
           close_alike(attributes_a, attributes_b);
}

void NetworkBuilder::decide_which_nodes_stay() {
    for (const auto& restriction : roads_.restrictions) {
        nodes_[restriction.via.index()].keep = true;
    }
    for (const auto& link : roads_.excluded_ferries) {
        nodes_[link.from.index()].keep = true;
        nodes_[link.to.index()].keep = true;
    }
    stays_.assign(nodes_.size(), 0);
    junction_of_.resize(nodes_.size());
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        stays_[n] = end_count(NodeId{n}) > 0 && !joins_through(NodeId{n}) ? 1 : 0;
    }
}

std::vector<NetworkBuilder::Link> NetworkBuilder::trace_chain(Link first, NodeId stop_at) {
    std::vector<Link> chain{first};
    traced_[first.section] = 1;
    while (stays_[end_of(chain.back()).index()] == 0 && end_of(chain.back()) != stop_at) {
        const auto node = end_of(chain.back()).index();
        const auto& a = ends_[ends_start_[node]];
        const auto& b = ends_[ends_start_[node] + 1];
        const auto& next = a.section == chain.back().section ? b : a;
        chain.push_back({next.section, next.at_start});
        traced_[next.section] = 1;
    }
    return chain;
}

void NetworkBuilder::trace_all_chains() {
    traced_.assign(roads_.sections.size(), 0);
    const auto trace_from = [&](std::size_t node) {
        for (auto e = ends_start_[node]; e < ends_start_[node + 1]; ++e) {
            if (traced_[ends_[e].section] == 0) {
                add_segment(trace_chain({ends_[e].section, ends_[e].at_start}, NodeId{node}));
            }
        }
    };
    const auto make_junction = [&](std::size_t node) {
        junction_of_[node] = NodeId{network_.positions_.size()};
        network_.positions_.push_back(nodes_[node].position);
    };
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        if (stays_[n] != 0) {
            make_junction(n);
        }
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        if (stays_[n] != 0) {
            trace_from(n);
        }
    }
    // What is left are rings without a junction; the first node of each becomes one.
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        if (end_count(NodeId{n}) > 0 && traced_[ends_[ends_start_[n]].section] == 0) {
            make_junction(n);
            trace_from(n);
        }
    }
    network_.junction_count_ = network_.positions_.size();
    for (const auto& link : roads_.excluded_ferries) {
        const auto from = junction_of_[link.from.index()];
        const auto to = junction_of_[link.to.index()];
        if (from && to) {  // an end without any car road cannot connect anybody
            network_.excluded_ferries_.push_back({*from, *to});
        }
    }
}

void NetworkBuilder::add_segment(const std::vector<Link>& chain) {
    Segment segment;
    segment.from = *junction_of_[start_of(chain.front()).index()];
    segment.to = *junction_of_[end_of(chain.back()).index()];
    segment.first_part = static_cast<std::uint32_t>(network_.parts_.size());
    segment.part_count = static_cast<std::uint32_t>(chain.size());
    segment.forward = allowed(chain.front());
    segment.backward = allowed({chain.front().section, !chain.front().along});
    segment.ferry = is_ferry(chain.front().section);
    for (const auto& link : chain) {
        add_part(link);
    }
    network_.segments_.push_back(segment);
}

void NetworkBuilder::add_part(const Link& link) {
    const auto& section = roads_.sections[link.section];
    Part part;
    part.attributes = link.along ? section.attributes : turned_round(section.attributes);
    part.first_point = static_cast<std::uint32_t>(network_.points_.size());
    part.point_count = section.point_count;
    part.length_m = section.stated_length_m > 0 ? section.stated_length_m : measured_length(roads_, section);
    part.source_id = section.source_id;
    part.signals_at_end = signals_on_arrival(link, true);
    part.signals_at_start = signals_on_arrival(link, false);
    const auto* first = roads_.points.data() + section.first_point;
    const auto* last = first + section.point_count;
    if (link.along) {
        network_.points_.insert(network_.points_.end(), first, last);
    } else {
        network_.points_.insert(network_.points_.end(), std::make_reverse_iterator(last),
                                std::make_reverse_iterator(first));
    }
    network_.parts_.push_back(part);
}

/// The same facts for a road whose direction was turned round.
AttributeId NetworkBuilder::turned_round(AttributeId id) {
    const auto& attributes = network_.attributes_[id.index()];
    if (attributes.maxspeed_forward == attributes.maxspeed_backward) {
        return id;
    }
    const auto [found, is_new] = turned_.try_emplace(id.raw(), AttributeId{network_.attributes_.size()});
    if (is_new) {
        auto copy = attributes;
        std::swap(copy.maxspeed_forward, copy.maxspeed_backward);
        network_.attributes_.push_back(std::move(copy));
    }
    return found->second;
}

std::uint8_t NetworkBuilder::signals_on_arrival(const Link& link, bool at_chain_end) const {
    const auto& node = nodes_[(at_chain_end ? end_of(link) : start_of(link)).index()];
    const bool drives_along_section = at_chain_end == link.along;
    const bool other_way_only = drives_along_section ? node.signal_backward_only : node.signal_forward_only;
    return node.signal && !other_way_only ? 1 : 0;
}

void NetworkBuilder::mark_junctions_and_boarding() {
    std::vector<std::uint32_t> roads(network_.junction_count_, 0);
    for (const auto& segment : network_.segments_) {
        if (!segment.ferry) {
            ++roads[segment.from.index()];
            ++roads[segment.to.index()];
        }
    }
    for (auto& segment : network_.segments_) {
        segment.junction_at_from = roads[segment.from.index()] >= 3;
        segment.junction_at_to = roads[segment.to.index()] >= 3;
        segment.boards_at_from = segment.ferry && roads[segment.from.index()] > 0;
        segment.boards_at_to = segment.ferry && roads[segment.to.index()] > 0;
    }
}

void NetworkBuilder::add_base_arcs() {
    for (std::size_t n = 0; n < network_.junction_count_; ++n) {
        network_.vertex_junction_.emplace_back(n);
    }
    for (std::size_t s = 0; s < network_.segments_.size(); ++s) {
        const auto& segment = network_.segments_[s];
        if (segment.forward) {
            network_.arcs_.push_back({segment.from, segment.to, SegmentId{s}, true});
        }
        if (segment.backward) {
            network_.arcs_.push_back({segment.to, segment.from, SegmentId{s}, false});
        }
    }
}

void NetworkBuilder::number_arcs() {
    auto& arcs = network_.arcs_;
    std::ranges::stable_sort(arcs, {}, [](const Arc& arc) { return arc.tail; });
    const auto slot = [](const Arc& arc) { return 2 * arc.segment.index() + (arc.forward ? 0 : 1); };
    network_.along_start_.assign(2 * network_.segments_.size() + 1, 0);
    for (const auto& arc : arcs) {
        ++network_.along_start_[slot(arc) + 1];
    }
    std::partial_sum(network_.along_start_.begin(), network_.along_start_.end(), network_.along_start_.begin());
    network_.along_arcs_.resize(arcs.size());
    auto next = network_.along_start_;
    for (std::size_t a = 0; a < arcs.size(); ++a) {
        network_.along_arcs_[next[slot(arcs[a])]++] = ArcId{a};
    }
}

void NetworkBuilder::pack_graphs() {
    using Edge = std::pair<std::uint32_t, std::uint32_t>;
    const auto& arcs = network_.arcs_;
    const auto vertices = static_cast<std::uint32_t>(network_.vertex_count());
    std::vector<Edge> edges;
    edges.reserve(arcs.size());
    for (const auto& arc : arcs) {
        edges.emplace_back(arc.tail.raw(), arc.head.raw());
    }
    network_.forward_ = ForwardGraph(boost::edges_are_sorted, edges.begin(), edges.end(), vertices);
    std::vector<std::uint32_t> by_head(arcs.size());
    std::iota(by_head.begin(), by_head.end(), 0U);
    std::ranges::stable_sort(by_head, {}, [&](std::uint32_t a) { return arcs[a].head; });
    edges.clear();
    for (const auto a : by_head) {
        edges.emplace_back(arcs[a].head.raw(), arcs[a].tail.raw());
    }
    network_.reverse_ = ReverseGraph(boost::edges_are_sorted, edges.begin(), edges.end(), by_head.begin(), vertices);
}

}  // namespace michinori::network
