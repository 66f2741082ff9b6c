// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <vector>

#include "geo/line_buffer.h"
#include "routing/reachable.h"

namespace michinori::routing {

/// Where one gets to from places, or gets to places from, within limits:
///
///     const std::vector<Site> hospitals = ...;
///     const std::array limits{from_minutes(15), from_minutes(30), from_minutes(60)};
///     auto times = VertexSearch(model, Journey::to_places, hospitals).run(limits.back());
///     for (const auto& ring : isochrones(model, {Journey::to_places, hospitals, times}, limits)) {
///         layer.add(ring.limit, ring.area);                       // degrees
///         for (const auto& piece : ring.roads) {
///             roads.add(ring.limit, net.line_between(piece.from, piece.to));
///         }
///     }

struct Isochrone {
    TravelTime limit{0};
    std::vector<RoadPiece> roads;  ///< all of them: as reachable_roads() gives
    geo::MultiPolygon area;        ///< the land along those of them on which one may stop
};

/// One for each limit, in their order; each area holds the area before. Land is claimed within the
/// options' width of a reached road on which a journey may begin or end, not along ferries, tunnels,
/// motorways and private roads (as Snapper has it), and not where no road leads.
/// Throws std::invalid_argument when the limits do not ascend, and as nested_buffers() does.
/// Cost: reachable_roads() and nested_buffers() over the last limit's pieces.
[[nodiscard]] std::vector<Isochrone> isochrones(const network::TravelModel& model, const TimesAround& times,
                                                std::span<const TravelTime> limits,
                                                const geo::BufferOptions& options = {});

}  // namespace michinori::routing
