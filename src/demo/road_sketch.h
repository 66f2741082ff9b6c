// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "demo/plane.h"

namespace michinori::demo {

/// What the national road data say of a section, in their own codes (N13_002 to N13_007), and what
/// they leave to other sources.
struct RoadFacts {
    int kind = 1;        ///< 1 ordinary, 2 garden path, 3 footway, 4 steps
    int road_class = 3;  ///< 1 national, 2 prefectural, 3 municipal, 4 expressway, 5 other, 6 unknown
    int state = 1;       ///< 1 ordinary, 2 bridge, 3 tunnel, 4 snow shelter, 5 under construction
    int level = 0;
    int width = 2;  ///< 1 under 3 m, 2 from 3, 3 from 5.5, 4 from 13, 5 from 19.5, 6 unknown
    bool toll = false;
    bool winter_closed = false;
    std::uint16_t route = 0;  ///< number of the national or prefectural road; 0: none

    friend bool operator==(const RoadFacts&, const RoadFacts&) = default;
};

[[nodiscard]] inline bool carries_cars(const RoadFacts& facts) {
    return facts.kind == 1 && facts.state != 5;
}

/// Roads on the drawing board: a planar jumble of lines between numbered nodes. Nodes keep their
/// numbers while roads are cut at their crossings.
struct RoadSketch {
    struct Line {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::vector<Pos> inner;  ///< vertices between the two nodes
        RoadFacts facts;
    };
    std::vector<Pos> nodes;
    std::vector<Line> lines;

    std::uint32_t add_node(Pos p) {
        nodes.push_back(p);
        return static_cast<std::uint32_t>(nodes.size() - 1);
    }
    /// The whole line with its two nodes.
    [[nodiscard]] std::vector<Pos> points(const Line& line) const {
        std::vector<Pos> all{nodes[line.from]};
        all.insert(all.end(), line.inner.begin(), line.inner.end());
        all.push_back(nodes[line.to]);
        return all;
    }
};

}  // namespace michinori::demo
