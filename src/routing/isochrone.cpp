// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/isochrone.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "network/snapping.h"

namespace michinori::routing {
namespace {

using network::Position;

/// The lines of those parts of a piece on which one may stop.
void append_lines(const network::RoadNetwork& net, const RoadPiece& piece, std::vector<geo::Line>& lines) {
    const auto segment = piece.from.segment;
    const auto parts = net.parts(segment);
    const auto end_within = [&](std::uint32_t part) {
        return part == piece.to.part ? piece.to : Position{segment, part, 1};
    };
    for (std::uint32_t part = piece.from.part; part <= piece.to.part; ++part) {
        if (!network::may_start_from(net.attributes(parts[part].attributes))) {
            continue;
        }
        const auto begin = part == piece.from.part ? piece.from : Position{segment, part, 0};
        while (part < piece.to.part && network::may_start_from(net.attributes(parts[part + 1].attributes))) {
            ++part;
        }
        lines.push_back(net.line_between(begin, end_within(part)));
    }
}

auto sort_key(const RoadPiece& piece) {
    const auto key = [](Position p) { return std::tuple(p.segment, p.part, p.share); };
    return std::pair(key(piece.from), key(piece.to));
}

/// What a limit adds to the one before: pieces that are the same in both need no second buffer.
std::vector<geo::Line> added_lines(const network::RoadNetwork& net, std::span<const RoadPiece> before,
                                   std::span<const RoadPiece> now) {
    std::vector<RoadPiece> added;
    std::ranges::set_difference(now, before, std::back_inserter(added), {}, sort_key, sort_key);
    std::vector<geo::Line> lines;
    for (const auto& piece : added) {
        append_lines(net, piece, lines);
    }
    return lines;
}

}  // namespace

std::vector<Isochrone> isochrones(const network::TravelModel& model, const TimesAround& times,
                                  std::span<const TravelTime> limits, const geo::BufferOptions& options) {
    if (!std::ranges::is_sorted(limits)) {
        throw std::invalid_argument("the limits of isochrones have to ascend");
    }
    auto roads = reachable_roads(model, times, limits);
    std::vector<std::vector<geo::Line>> steps;
    for (std::size_t i = 0; i < roads.size(); ++i) {
        const auto before = i > 0 ? std::span<const RoadPiece>(roads[i - 1]) : std::span<const RoadPiece>();
        steps.push_back(added_lines(model.network(), before, roads[i]));
    }
    auto areas = geo::nested_buffers(steps, options);
    std::vector<Isochrone> result;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        result.push_back({limits[i], std::move(roads[i]), std::move(areas[i])});
    }
    return result;
}

}  // namespace michinori::routing
