// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "network/raw_roads.h"
#include "network/road_network.h"
#include "network/speed_profile.h"

namespace michinori::test {

/// A small road map drawn in characters, one step = 100 m of road:
///
///     A-B>C     capital letters and + are places; - and | two-way roads; > < ^ v one-way roads;
///     | # |     ~ and : a ferry across and down; # a bridge: the two roads cross without meeting.
///     D-+-E
///
/// Every stretch is driven at 36 km/h (10 s a step), so that hand-computed times are whole seconds.
class AsciiMap {
public:
    explicit AsciiMap(const std::vector<std::string>& drawing) : drawing_(drawing) {
        for (std::size_t y = 0; y < drawing_.size(); ++y) {
            for (std::size_t x = 0; x < drawing_[y].size(); ++x) {
                if (is_place(at(x, y))) {
                    node_[{x, y}] = roads_.add_node(point(x, y));
                }
            }
        }
        for (const auto& [where, node] : node_) {
            trace(where.first, where.second, 1, 0);
            trace(where.first, where.second, 0, 1);
        }
    }

    [[nodiscard]] network::RawRoads& roads() { return roads_; }
    [[nodiscard]] NodeId node(char letter) const {
        for (const auto& [where, node] : node_) {
            if (at(where.first, where.second) == letter) {
                return node;
            }
        }
        throw std::invalid_argument("no such place on the map");
    }
    [[nodiscard]] geo::Point place(char letter) const { return roads_.nodes[node(letter).index()].position; }
    /// The source id of the road between two places.
    [[nodiscard]] std::int64_t road(char a, char b) const {
        for (const auto& s : roads_.sections) {
            if ((s.from == node(a) && s.to == node(b)) || (s.from == node(b) && s.to == node(a))) {
                return s.source_id;
            }
        }
        throw std::invalid_argument("no road between these places");
    }

    /// 36 km/h on everything, no delays.
    static network::SpeedProfile profile() {
        network::SpeedProfile p;
        p.id = "test";
        for (auto& speed : p.speeds) {
            speed = {KmPerHour{36}, KmPerHour{36}};
        }
        return p;
    }

private:
    [[nodiscard]] char at(std::size_t x, std::size_t y) const {
        return y < drawing_.size() && x < drawing_[y].size() ? drawing_[y][x] : ' ';
    }
    static bool is_place(char c) { return (c >= 'A' && c <= 'Z') || c == '+'; }
    static geo::Point point(std::size_t x, std::size_t y) {
        return {139.0 + 0.0011 * static_cast<double>(x), 36.0 - 0.0009 * static_cast<double>(y)};
    }

    void trace(std::size_t x, std::size_t y, std::size_t dx, std::size_t dy) {
        const std::string_view allowed = dx > 0 ? "-><~#" : "|v^:#";
        std::size_t steps = 1;
        char kind = '-';
        while (allowed.find(at(x + steps * dx, y + steps * dy)) != std::string_view::npos) {
            const char c = at(x + steps * dx, y + steps * dy);
            kind = c == '-' || c == '|' || c == '#' ? kind : c;
            ++steps;
        }
        const auto end = node_.find({x + steps * dx, y + steps * dy});
        if (steps > 1 && end != node_.end()) {
            add_road(node_[{x, y}], end->second, static_cast<double>(steps), kind);
        }
    }

    void add_road(NodeId from, NodeId to, double steps, char kind) {
        network::RoadAttributes attributes{.road_class = network::RoadClass::residential};
        if (kind == '~' || kind == ':') {
            attributes.road_class = network::RoadClass::ferry;
        }
        auto& section = roads_.add_section(
            from, to, {roads_.nodes[from.index()].position, roads_.nodes[to.index()].position}, attributes);
        section.source_id = static_cast<std::int64_t>(roads_.sections.size());
        section.stated_length_m = steps * 100;
        section.forward = kind != '<' && kind != '^';
        section.backward = kind != '>' && kind != 'v';
    }

    std::vector<std::string> drawing_;
    network::RawRoads roads_;
    std::map<std::pair<std::size_t, std::size_t>, NodeId> node_;
};

}  // namespace michinori::test
