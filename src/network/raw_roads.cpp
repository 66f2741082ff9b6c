// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/raw_roads.h"

#include <bit>
#include <initializer_list>

namespace michinori::network {
namespace {

std::size_t hash_of(const RoadAttributes& a) {
    std::size_t seed = std::hash<std::string>{}(a.name);
    const auto mix = [&seed](std::size_t value) {
        seed ^= value + 0x9e3779b97f4a7c15ULL + (seed << 6U) + (seed >> 2U);
    };
    mix(std::hash<std::string>{}(a.ref));
    for (const std::uint64_t value : std::initializer_list<std::uint64_t>{
             static_cast<std::uint64_t>(a.road_class), static_cast<std::uint64_t>(a.width),
             static_cast<std::uint64_t>(a.snow), a.maxspeed_forward, a.maxspeed_backward,
             std::bit_cast<std::uint64_t>(a.ferry_kmh), static_cast<std::uint32_t>(a.level)}) {
        mix(value);
    }
    for (const bool flag : {a.dense, a.toll, a.bridge, a.tunnel, a.closed_in_winter, a.no_through}) {
        mix(flag ? 1 : 2);
    }
    return seed;
}

}  // namespace

NodeId RawRoads::add_node(geo::Point position) {
    nodes.push_back({.position = position});
    return NodeId{nodes.size() - 1};
}

AttributeId RawRoads::intern(const RoadAttributes& wanted) {
    const auto hash = hash_of(wanted);
    const auto [first, last] = by_hash_.equal_range(hash);
    for (auto it = first; it != last; ++it) {
        if (attributes[it->second.index()] == wanted) {
            return it->second;
        }
    }
    attributes.push_back(wanted);
    const AttributeId id{attributes.size() - 1};
    by_hash_.emplace(hash, id);
    return id;
}

RawSection& RawRoads::add_section(NodeId from, NodeId to, const std::vector<geo::Point>& line,
                                  const RoadAttributes& wanted) {
    RawSection section;
    section.from = from;
    section.to = to;
    section.first_point = static_cast<std::uint32_t>(points.size());
    section.point_count = static_cast<std::uint32_t>(line.size());
    section.attributes = intern(wanted);
    points.insert(points.end(), line.begin(), line.end());
    sections.push_back(section);
    return sections.back();
}

}  // namespace michinori::network
