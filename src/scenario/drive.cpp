// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/drive.h"

#include <cmath>

namespace michinori::scenario {
namespace {

using network::Direction;
using network::Position;

/// The pieces of one leg, part by part in the order of travel, as positions on the segment.
struct PartStretch {
    const network::Part* part;
    Position from;
    Position to;
};

std::vector<PartStretch> parts_of_leg(const network::RoadNetwork& net, const routing::RouteLeg& leg) {
    const auto parts = net.parts(leg.segment);
    const bool forward = leg.direction == Direction::forward;
    const int step = forward ? 1 : -1;
    std::vector<PartStretch> stretches;
    for (int p = static_cast<int>(leg.from.part);; p += step) {
        const auto index = static_cast<std::uint32_t>(p);
        const double begin = index == leg.from.part ? leg.from.share : (forward ? 0.0 : 1.0);
        const double end = index == leg.to.part ? leg.to.share : (forward ? 1.0 : 0.0);
        stretches.push_back({&parts[index], {leg.segment, index, begin}, {leg.segment, index, end}});
        if (index == leg.to.part) {
            return stretches;
        }
    }
}

/// Legs meet at junctions: their common point stands in the line once.
void append_line(const network::RoadNetwork& net, const routing::RouteLeg& leg, std::vector<geo::Point>& line) {
    const auto piece = net.line_between(leg.from, leg.to);
    const bool repeated = !line.empty() && line.back() == piece.front();
    line.insert(line.end(), piece.begin() + (repeated ? 1 : 0), piece.end());
}

/// Boarding a ferry belongs to the stretch where it happens, delays at a junction to the stretch that
/// enters it; `arrives` is set on the last leg, which ends on the road and enters no junction.
TravelTime stretch_time(const network::TravelModel& model, const PartStretch& stretch, Direction direction,
                        bool arrives) {
    const auto segment = stretch.from.segment;
    const bool from_start = stretch.from == model.network().start_of(segment, direction);
    const bool to_end = !arrives && stretch.to == model.network().end_of(segment, direction);
    return to_end       ? model.time_to_end(stretch.from, direction)
           : from_start ? model.time_from_start(stretch.to, direction)
                        : model.time_between(stretch.from, stretch.to, direction);
}

void append_stretch(const network::TravelModel& model, const PartStretch& stretch, Direction direction, bool arrives,
                    std::vector<RoadStretch>& stretches) {
    const auto& road = model.network().attributes(stretch.part->attributes);
    const Metres length{stretch.part->length_m * std::abs(stretch.to.share - stretch.from.share)};
    const auto time = stretch_time(model, stretch, direction, arrives);
    if (stretch.from.share == stretch.to.share) {
        return;  // a home at the very end of its road
    }
    if (!stretches.empty() && stretches.back().name == road.name && stretches.back().ref == road.ref &&
        stretches.back().road_class == road.road_class) {
        stretches.back().length += length;
        stretches.back().time = saturating_add(stretches.back().time, time);
    } else {
        stretches.push_back({road.name, road.ref, road.road_class, length, time, stretch.part->attributes});
    }
}

}  // namespace

std::vector<RoadStretch> stretches_of(const network::TravelModel& model, const routing::Route& route) {
    std::vector<RoadStretch> stretches;
    for (const auto& leg : route.legs) {
        for (const auto& stretch : parts_of_leg(model.network(), leg)) {
            append_stretch(model, stretch, leg.direction, &leg == &route.legs.back(), stretches);
        }
    }
    return stretches;
}

Metres length_of(const std::vector<RoadStretch>& stretches) {
    Metres sum;
    for (const auto& stretch : stretches) {
        sum += stretch.length;
    }
    return sum;
}

std::vector<geo::Point> line_of(const network::RoadNetwork& net, const routing::Route& route) {
    std::vector<geo::Point> line;
    for (const auto& leg : route.legs) {
        append_line(net, leg, line);
    }
    return line;
}

}  // namespace michinori::scenario
