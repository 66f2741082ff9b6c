// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/units.h"
#include "geo/point.h"

namespace michinori::network {

/// A road line without topology. Lines of different level cross without meeting.
struct LineToNode {
    std::vector<geo::Point> points;
    std::int32_t level = 0;
};

/// A piece of a line between two nodes, in the line's direction. Its first and last points are its
/// nodes' positions.
struct NodedSection {
    std::size_t line = 0;  ///< which of the lines given
    std::size_t from = 0;  ///< into NodedLines::nodes
    std::size_t to = 0;
    std::vector<geo::Point> points;
};

struct NodingSummary {
    std::size_t lines = 0;            ///< given
    std::size_t without_length = 0;   ///< of these, lines whose points all lie in one place: left out
    std::size_t became_one_node = 0;  ///< lines shorter than the tolerance both ends of which went to one place
    std::size_t ends_joined = 0;      ///< line ends that met nothing exactly and meet something now
    std::size_t ends_free = 0;        ///< line ends that meet nothing: dead ends, or gaps in the data
};

struct NodedLines {
    std::vector<geo::Point> nodes;
    std::vector<NodedSection> sections;  ///< by line, then along the line
    NodingSummary summary;
};

/// Gives road lines a topology.
///
///     // ----+----      a road and, 0.4 m short of it, the end of another
///     //     |
///     auto noded = node_lines({{road, 0}, {side_road, 0}}, Metres{1});   // three sections, one node in the middle
///
/// 1. Ends of any level within `tolerance` of each other become one node (nearest pairs first), unless
///    a way of at most twice the tolerance joins them already: a chain of very short lines stays a chain.
/// 2. An end within `tolerance` of the inside of a line of its own level moves onto that line (onto a
///    vertex within reach if there is one), so that a gap closes and an overshoot is trimmed. The nearest
///    line keeps its course; further lines within the tolerance of the same end are led through the node.
///    Nothing else moves: the insides of parallel lines stay apart however near they run.
/// 3. Lines of one level are cut where they still cross or touch (GEOS). No two sections of one level
///    cross afterwards, except in their nodes.
///
/// Distances are taken in a flat map around the middle of the lines' extent. Straight lines stay straight in
/// it, so cuts are exact; only the tolerance itself is off, by the change of a degree of longitude's
/// length: 1.6 % at 110 km north or south of the middle.
/// O(n log n) for n vertices; one thread; the same lines in the same order give the same result.
[[nodiscard]] NodedLines node_lines(const std::vector<LineToNode>& lines, Metres tolerance);

}  // namespace michinori::network
