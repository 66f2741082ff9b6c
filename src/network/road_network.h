// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "geo/point.h"
#include "network/raw_roads.h"

namespace michinori::network {

/// A stretch of a segment with uniform attributes. Its line is points[first_point ... + point_count),
/// in the segment's direction; neighbouring parts repeat their common point.
struct Part {
    AttributeId attributes;
    std::uint32_t first_point = 0;
    std::uint32_t point_count = 0;
    double length_m = 0;
    std::int64_t source_id = 0;
    std::uint8_t signals_at_end = 0;    ///< met when driven forwards (0 or 1)
    std::uint8_t signals_at_start = 0;  ///< met when driven backwards (0 or 1)
};

/// A physical road between two junctions: a chain of parts.
struct Segment {
    NodeId from;
    NodeId to;
    std::uint32_t first_part = 0;
    std::uint32_t part_count = 0;
    bool forward = true;  ///< may be driven from -> to
    bool backward = true;
    bool ferry = false;
    bool junction_at_from = false;  ///< three or more roads meet there
    bool junction_at_to = false;
    bool boards_at_from = false;  ///< a ferry that is boarded from land there
    bool boards_at_to = false;
};

/// Which way along a segment.
enum class Direction : std::uint8_t { forward, backward };
inline constexpr std::array both_directions{Direction::forward, Direction::backward};
[[nodiscard]] constexpr Direction opposite(Direction direction) {
    return direction == Direction::forward ? Direction::backward : Direction::forward;
}

/// One direction of a segment. With turn restrictions a direction can have several arcs: the same
/// road entered from different copies of its tail.
struct Arc {
    NodeId tail;
    NodeId head;
    SegmentId segment;
    bool forward = true;  ///< in the segment's direction
    [[nodiscard]] constexpr Direction direction() const { return forward ? Direction::forward : Direction::backward; }
};

/// A place on the network: a share of a part of a segment, counted in the segment's direction.
struct Position {
    SegmentId segment;
    std::uint32_t part = 0;  ///< 0 ... segment.part_count - 1
    double share = 0;        ///< 0 at the part's first point, 1 at its last
    friend bool operator==(const Position&, const Position&) = default;
};

using ForwardGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                        boost::no_property, std::uint32_t, std::uint32_t>;
/// Edges reversed; the property is the ArcId's raw value.
using ReverseGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, std::uint32_t,
                                                        boost::no_property, std::uint32_t, std::uint32_t>;

/// The road network of a region: topology and facts, no times. Immutable once built; reading it from
/// several threads is safe. Vertices 0 ... junction_count()-1 are junctions; the vertices after them
/// are copies of junctions made for turn restrictions (turn expansion only where a restriction is).
class RoadNetwork {
public:
    /// Contracts chains of degree two, expands restricted junctions, numbers arcs by tail.
    /// O(sections + points). Sections no direction of which may be driven are left out.
    static RoadNetwork build(const RawRoads& roads);

    [[nodiscard]] std::size_t junction_count() const { return junction_count_; }
    [[nodiscard]] std::size_t vertex_count() const { return vertex_junction_.size(); }
    [[nodiscard]] std::size_t arc_count() const { return arcs_.size(); }
    [[nodiscard]] std::size_t segment_count() const { return segments_.size(); }

    /// The junction that a vertex is, or is a copy of.
    [[nodiscard]] NodeId junction(NodeId vertex) const { return vertex_junction_[vertex.index()]; }
    [[nodiscard]] geo::Point position(NodeId vertex) const { return positions_[junction(vertex).index()]; }
    [[nodiscard]] const Arc& arc(ArcId id) const { return arcs_[id.index()]; }
    [[nodiscard]] std::span<const Arc> arcs() const { return arcs_; }
    [[nodiscard]] const Segment& segment(SegmentId id) const { return segments_[id.index()]; }
    [[nodiscard]] std::span<const Segment> segments() const { return segments_; }
    [[nodiscard]] std::span<const Part> parts(SegmentId id) const;
    /// Of all segments, in their order.
    [[nodiscard]] std::span<const Part> all_parts() const { return parts_; }
    [[nodiscard]] std::span<const geo::Point> line(const Part& part) const;
    [[nodiscard]] const RoadAttributes& attributes(AttributeId id) const { return attributes_[id.index()]; }
    [[nodiscard]] std::span<const RoadAttributes> all_attributes() const { return attributes_; }
    [[nodiscard]] std::span<const ExcludedLink> excluded_ferries() const { return excluded_ferries_; }

    /// The arcs that run along a segment in a direction: none (one-way), one, or more (copies).
    [[nodiscard]] std::span<const ArcId> arcs_along(SegmentId id, Direction direction) const;

    [[nodiscard]] const ForwardGraph& forward_graph() const { return forward_; }
    [[nodiscard]] const ReverseGraph& reverse_graph() const { return reverse_; }

    [[nodiscard]] Metres length(SegmentId id) const;
    /// Sum over all segments of both kinds, roads and ferries.
    [[nodiscard]] Metres total_length() const;
    [[nodiscard]] geo::Box extent() const;
    [[nodiscard]] geo::Point point_at(Position position) const;
    /// The end of a segment from which a driver in the direction comes, and the one he makes for.
    [[nodiscard]] Position start_of(SegmentId id, Direction direction) const;
    [[nodiscard]] Position end_of(SegmentId id, Direction direction) const;
    /// The road from one position of a segment to another of the same segment, no point twice in a
    /// row: one point only when both are the same place. O(points of the parts between).
    [[nodiscard]] std::vector<geo::Point> line_between(Position from, Position to) const;
    [[nodiscard]] std::size_t unused_restrictions() const { return unused_restrictions_; }
    [[nodiscard]] std::size_t used_restrictions() const { return used_restrictions_; }

private:
    friend class NetworkBuilder;
    void append_piece(Position from, Position to, std::vector<geo::Point>& line) const;

    std::size_t junction_count_ = 0;
    std::vector<geo::Point> positions_;    // by junction
    std::vector<NodeId> vertex_junction_;  // by vertex
    std::vector<Arc> arcs_;
    std::vector<Segment> segments_;
    std::vector<Part> parts_;
    std::vector<geo::Point> points_;
    std::vector<RoadAttributes> attributes_;
    std::vector<ExcludedLink> excluded_ferries_;
    std::vector<std::uint32_t> along_start_;  // 2 * segment + direction -> into along_arcs_
    std::vector<ArcId> along_arcs_;
    ForwardGraph forward_;
    ReverseGraph reverse_;
    std::size_t used_restrictions_ = 0;
    std::size_t unused_restrictions_ = 0;
};

}  // namespace michinori::network
