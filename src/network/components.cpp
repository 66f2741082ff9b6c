// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/components.h"

#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/disjoint_sets.h"

namespace michinori::network {
namespace {

bool is_open(const TravelModel& model, SegmentId segment) {
    return model.is_open(segment, Direction::forward) || model.is_open(segment, Direction::backward);
}

std::vector<std::uint32_t> labels_of_segments(const RoadNetwork& network, DisjointSets& sets) {
    std::vector<std::uint32_t> labels;
    labels.reserve(network.segment_count());
    for (const auto& segment : network.segments()) {
        labels.push_back(sets.find(segment.from.index()));
    }
    return labels;
}

/// Adds a road's length to the pieces at its ends; what is closed in the middle belongs to neither.
void add_cut_length(std::span<const Part> parts, const OpenEnds& ends, Component& at_from, Component& at_to) {
    for (std::uint32_t p = 0; p < parts.size(); ++p) {
        if (ends.at_an_end(p)) {
            (ends.at_from(p) ? at_from : at_to).length += Metres{parts[p].length_m};
        }
    }
}

/// Strongly connected parts of the junctions over open arcs, turn restrictions left out of account
/// (a forbidden turn alone is no trap: the driver turns at the next junction).
std::vector<std::uint32_t> strong_parts(const TravelModel& model, std::size_t& count) {
    const auto& network = model.network();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::size_t s = 0; s < network.segment_count(); ++s) {
        const auto& segment = network.segment(SegmentId{s});
        if (model.is_open(SegmentId{s}, Direction::forward)) {
            edges.emplace_back(segment.from.raw(), segment.to.raw());
        }
        if (model.is_open(SegmentId{s}, Direction::backward)) {
            edges.emplace_back(segment.to.raw(), segment.from.raw());
        }
    }
    const auto junctions = static_cast<std::uint32_t>(network.junction_count());
    const ForwardGraph graph(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), junctions);
    std::vector<std::uint32_t> part(junctions);
    const auto index = boost::get(boost::vertex_index, graph);
    count = boost::strong_components(graph, boost::make_iterator_property_map(part.begin(), index),
                                     boost::vertex_index_map(index));
    return part;
}

/// Length of the roads that lie wholly inside each strong part.
std::vector<Metres> lengths_of(const RoadNetwork& network, const std::vector<std::uint32_t>& part, std::size_t count) {
    std::vector<Metres> lengths(count);
    for (std::size_t s = 0; s < network.segment_count(); ++s) {
        const auto& segment = network.segment(SegmentId{s});
        if (part[segment.from.index()] == part[segment.to.index()]) {
            lengths[part[segment.from.index()]] += network.length(SegmentId{s});
        }
    }
    return lengths;
}

/// For each junction: does it lie in the strong part of its component that holds most road?
std::vector<char> in_main_part(const TravelModel& model, DisjointSets& component) {
    std::size_t count = 0;
    const auto part = strong_parts(model, count);
    const auto lengths = lengths_of(model.network(), part, count);
    std::map<std::uint32_t, std::uint32_t> main_of;  // component -> strong part; ties: lowest junction
    for (std::size_t j = 0; j < part.size(); ++j) {
        const auto [found, is_new] = main_of.try_emplace(component.find(j), part[j]);
        if (!is_new && lengths[part[j]] > lengths[found->second]) {
            found->second = part[j];
        }
    }
    std::vector<char> in_main(part.size());
    for (std::size_t j = 0; j < part.size(); ++j) {
        in_main[j] = main_of.at(component.find(j)) == part[j] ? 1 : 0;
    }
    return in_main;
}

std::vector<OneWayTrap> find_traps(const TravelModel& model, DisjointSets& component) {
    const auto& network = model.network();
    const auto in_main = in_main_part(model, component);
    DisjointSets traps(network.junction_count());
    for (std::size_t s = 0; s < network.segment_count(); ++s) {
        const auto& segment = network.segment(SegmentId{s});
        if (is_open(model, SegmentId{s}) && in_main[segment.from.index()] == 0 && in_main[segment.to.index()] == 0) {
            traps.join(segment.from.index(), segment.to.index());
        }
    }
    std::map<std::uint32_t, OneWayTrap> found;  // by lowest junction
    for (std::size_t j = 0; j < network.junction_count(); ++j) {
        if (in_main[j] == 0) {
            auto& trap = found[traps.find(j)];
            if (trap.junctions++ == 0) {
                trap.somewhere = network.position(NodeId{j});
            }
        }
    }
    std::vector<OneWayTrap> list;
    for (const auto& [first, trap] : found) {
        list.push_back(trap);
    }
    std::ranges::stable_sort(list, std::greater{}, &OneWayTrap::junctions);
    return list;
}

}  // namespace

Components Components::find(const TravelModel& model) {
    const auto& network = model.network();
    Components result;
    DisjointSets open(network.junction_count());
    DisjointSets all_roads(network.junction_count());
    for (std::size_t s = 0; s < network.segment_count(); ++s) {
        const auto& segment = network.segment(SegmentId{s});
        all_roads.join(segment.from.index(), segment.to.index());
        if (is_open(model, SegmentId{s})) {
            open.join(segment.from.index(), segment.to.index());
        } else {
            result.find_cut_segment(model, SegmentId{s});
        }
    }
    result.with_closed_ = labels_of_segments(network, all_roads);
    result.list_components(network, open);
    result.traps_ = find_traps(model, open);
    for (const auto& link : network.excluded_ferries()) {
        all_roads.join(link.from.index(), link.to.index());
    }
    result.with_ferries_ = labels_of_segments(network, all_roads);
    return result;
}

ComponentId Components::of(Position place) const {
    const auto cut = cut_.find(place.segment);
    return cut != cut_.end() && cut->second.at_to(place.part) ? cut_to_.at(place.segment)
                                                              : of_segment_[place.segment.index()];
}

void Components::find_cut_segment(const TravelModel& model, SegmentId segment) {
    const auto ends = open_ends(model, segment);
    const auto last = model.network().segment(segment).part_count - 1;
    if (ends.at_an_end(0) || ends.at_an_end(last)) {
        cut_.emplace(segment, ends);
    }
}

void Components::list_components(const RoadNetwork& network, DisjointSets& sets) {
    std::map<std::uint32_t, Component> by_first;
    for (std::size_t j = 0; j < network.junction_count(); ++j) {
        auto& component = by_first[sets.find(j)];
        if (component.junctions++ == 0) {
            component.somewhere = network.position(NodeId{j});
        }
    }
    for (std::size_t s = 0; s < network.segment_count(); ++s) {
        const auto& segment = network.segment(SegmentId{s});
        if (segment.ferry) {
            continue;
        }
        auto& at_from = by_first[sets.find(segment.from.index())];
        if (const auto cut = cut_.find(SegmentId{s}); cut != cut_.end()) {
            add_cut_length(network.parts(cut->first), cut->second, at_from, by_first[sets.find(segment.to.index())]);
        } else {
            at_from.length += network.length(SegmentId{s});
        }
    }
    std::vector<std::pair<std::uint32_t, Component>> order(by_first.begin(), by_first.end());
    std::ranges::stable_sort(order, std::greater{}, [](const auto& entry) { return entry.second.length; });
    std::map<std::uint32_t, ComponentId> id_of;
    for (const auto& [first, component] : order) {
        id_of.emplace(first, ComponentId{all_.size()});
        all_.push_back(component);
    }
    for (const auto& segment : network.segments()) {
        of_segment_.push_back(id_of.at(sets.find(segment.from.index())));
    }
    for (const auto& [id, ends] : cut_) {
        cut_to_.emplace(id, id_of.at(sets.find(network.segment(id).to.index())));
    }
}

}  // namespace michinori::network
