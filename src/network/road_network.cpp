// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/road_network.h"

#include <algorithm>
#include <tuple>

#include "network/network_builder.h"

namespace michinori::network {
namespace {

double length_along(std::span<const geo::Point> points) {
    double whole = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        whole += geo::distance(points[i - 1], points[i]).value();
    }
    return whole;
}

void add_unless_repeated(std::vector<geo::Point>& line, geo::Point point) {
    if (line.empty() || line.back() != point) {
        line.push_back(point);
    }
}

}  // namespace

RoadNetwork RoadNetwork::build(const RawRoads& roads) {
    return NetworkBuilder(roads).build();
}

std::span<const Part> RoadNetwork::parts(SegmentId id) const {
    const auto& segment = segments_[id.index()];
    return {parts_.data() + segment.first_part, segment.part_count};
}

std::span<const geo::Point> RoadNetwork::line(const Part& part) const {
    return {points_.data() + part.first_point, part.point_count};
}

std::span<const ArcId> RoadNetwork::arcs_along(SegmentId id, Direction direction) const {
    const auto slot = 2 * id.index() + static_cast<std::size_t>(direction);
    return {along_arcs_.data() + along_start_[slot], along_start_[slot + 1] - along_start_[slot]};
}

Metres RoadNetwork::length(SegmentId id) const {
    double metres = 0;
    for (const auto& part : parts(id)) {
        metres += part.length_m;
    }
    return Metres{metres};
}

Metres RoadNetwork::total_length() const {
    double metres = 0;
    for (const auto& part : parts_) {
        metres += part.length_m;
    }
    return Metres{metres};
}

geo::Box RoadNetwork::extent() const {
    geo::Box box;
    for (const auto point : points_) {
        box.extend(point);
    }
    return box;
}

geo::Point RoadNetwork::point_at(Position position) const {
    const auto points = line(parts(position.segment)[position.part]);
    double left = position.share * length_along(points);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double piece = geo::distance(points[i - 1], points[i]).value();
        if (left <= piece && piece > 0) {
            const double s = left / piece;
            return {points[i - 1].lon + s * (points[i].lon - points[i - 1].lon),
                    points[i - 1].lat + s * (points[i].lat - points[i - 1].lat)};
        }
        left -= piece;
    }
    return points.back();
}

Position RoadNetwork::start_of(SegmentId id, Direction direction) const {
    const auto last = segment(id).part_count - 1;
    return direction == Direction::forward ? Position{id, 0, 0.0} : Position{id, last, 1.0};
}

Position RoadNetwork::end_of(SegmentId id, Direction direction) const {
    return start_of(id, opposite(direction));
}

std::vector<geo::Point> RoadNetwork::line_between(Position from, Position to) const {
    const bool forward = std::tie(from.part, from.share) <= std::tie(to.part, to.share);
    std::vector<geo::Point> line;
    while (from.part != to.part) {
        append_piece(from, {from.segment, from.part, forward ? 1.0 : 0.0}, line);
        from = {from.segment, forward ? from.part + 1 : from.part - 1, forward ? 0.0 : 1.0};
    }
    append_piece(from, to, line);
    return line;
}

/// Both positions are on the same part.
void RoadNetwork::append_piece(Position from, Position to, std::vector<geo::Point>& line) const {
    const auto points = this->line(parts(from.segment)[from.part]);
    const double whole = length_along(points);
    const auto [low, high] = std::minmax(from.share, to.share);
    std::vector<geo::Point> between;
    double at = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        at += geo::distance(points[i - 1], points[i]).value();
        if (at > low * whole && at < high * whole) {
            between.push_back(points[i]);
        }
    }
    if (from.share > to.share) {
        std::ranges::reverse(between);
    }
    add_unless_repeated(line, point_at(from));
    for (const auto point : between) {
        add_unless_repeated(line, point);
    }
    add_unless_repeated(line, point_at(to));
}

}  // namespace michinori::network
