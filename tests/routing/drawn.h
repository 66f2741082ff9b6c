// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "network/road_network.h"
#include "network/speed_profile.h"
#include "support/ascii_map.h"
#include "support/located.h"

namespace michinori::test {

/// A drawn map with its network and times, every place a vertex; `no_time` lists roads (two letters
/// each) that take no time.
struct Drawn {
    std::vector<std::string> drawing;
    AsciiMap map;
    network::RoadNetwork net;
    network::TravelModel model;

    explicit Drawn(const std::vector<std::string>& rows, const std::vector<std::string>& no_time = {},
                   const network::SpeedProfile& profile = AsciiMap::profile())
        : drawing(rows),
          map(shortened(AsciiMap(rows), no_time)),
          net(network::RoadNetwork::build(map.roads())),
          model(net, profile, network::Season::summer) {}

    /// On the road a-b, `share` of the way from a.
    [[nodiscard]] network::Position on(const std::string& ends, double share) const {
        const auto section = static_cast<std::size_t>(map.road(ends[0], ends[1])) - 1;
        const auto& roads = map_roads();
        const bool along = roads.sections[section].from == map.node(ends[0]);
        return located(net, roads, section, along ? share : 1 - share);
    }

    [[nodiscard]] bool has(char letter) const {
        return std::ranges::any_of(drawing, [&](const auto& row) { return row.find(letter) != std::string::npos; });
    }

private:
    [[nodiscard]] const network::RawRoads& map_roads() const { return const_cast<AsciiMap&>(map).roads(); }

    static AsciiMap shortened(AsciiMap map, const std::vector<std::string>& no_time) {
        for (const auto& ends : no_time) {
            map.roads().sections[static_cast<std::size_t>(map.road(ends[0], ends[1])) - 1].stated_length_m = 0.001;
        }
        for (auto& node : map.roads().nodes) {
            node.keep = true;
        }
        return map;
    }
};

/// Random roads of few lengths, so that equal ways abound, some of no time; with loops, parallel
/// roads, one-ways, dead ends, chains and turn restrictions.
inline network::RawRoads roads_with_ties() {
    network::RawRoads roads;
    const auto nodes = *rc::gen::inRange(2, 12);
    for (int n = 0; n < nodes; ++n) {
        const auto id = roads.add_node({139 + 0.001 * n, 36 + 0.0007 * ((n * 7) % 5)});
        roads.nodes[id.index()].keep = *rc::gen::arbitrary<bool>();
        roads.nodes[id.index()].signal = *rc::gen::arbitrary<bool>();
    }
    const auto sections = *rc::gen::inRange(1, 26);
    for (int s = 0; s < sections; ++s) {
        const NodeId from{static_cast<std::size_t>(*rc::gen::inRange(0, nodes))};
        const NodeId to{static_cast<std::size_t>(*rc::gen::inRange(0, nodes))};
        const auto middle = geo::Point{139.005, 36.0 + 0.0001 * s};
        auto& section =
            roads.add_section(from, to, {roads.nodes[from.index()].position, middle, roads.nodes[to.index()].position},
                              {.road_class = network::RoadClass::residential});
        section.source_id = s + 1;
        section.stated_length_m = *rc::gen::element(0.001, 0.001, 100.0, 200.0);
        const auto ways = *rc::gen::inRange(0, 5);
        section.forward = ways != 1;
        section.backward = ways != 2;
    }
    for (auto r = *rc::gen::inRange(0, 4); r > 0; --r) {
        roads.restrictions.push_back({*rc::gen::inRange(1, sections + 1),
                                      NodeId{static_cast<std::size_t>(*rc::gen::inRange(0, nodes))},
                                      *rc::gen::inRange(1, sections + 1), *rc::gen::arbitrary<bool>()});
    }
    return roads;
}

inline network::Position random_position(const network::RoadNetwork& net) {
    const SegmentId segment{static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(net.segment_count())))};
    const auto part = static_cast<std::uint32_t>(*rc::gen::inRange(0, static_cast<int>(net.parts(segment).size())));
    return {segment, part, *rc::gen::element(0.0, 0.25, 0.5, 1.0)};
}

/// 36 km/h with signals of 7 s and junctions of 3 s.
inline network::SpeedProfile with_delays() {
    auto profile = AsciiMap::profile();
    profile.signal_delay_s = 7;
    profile.junction_delay_s = 3;
    return profile;
}

}  // namespace michinori::test
