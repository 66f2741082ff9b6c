// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/road_network.h"

#include "network/network_builder.h"

namespace michinori::network {

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
    double whole = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        whole += geo::distance(points[i - 1], points[i]).value();
    }
    double left = position.share * whole;
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

}  // namespace michinori::network
