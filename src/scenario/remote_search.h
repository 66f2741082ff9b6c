// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <vector>

#include "geo/polygon_index.h"
#include "scenario/remote.h"
#include "scenario/remote_parting.h"
#include "scenario/remote_transport.h"

namespace michinori::scenario {

/// What the search of every rule of a study shares. Everything referred to must outlive it.
struct RemoteGround {
    const Scenario& scenario;
    const Region& region;
    const Analysis& analysis;
    std::vector<std::uint32_t> cells;  ///< demand points with people, ascending
    std::vector<geo::Point> places;    ///< of the cells
    TransportOfCells transport;
    const geo::PolygonIndex* barriers = nullptr;
    std::optional<RemoteParting::ByRoad> by_road;
    const std::vector<VisitSite>& visits;
};

/// Demand points where anybody lives.
[[nodiscard]] std::vector<std::uint32_t> inhabited(const access::DemandSet& demand);

/// The districts of one rule, those that nearly qualify among what is left, and whom visits serve; without hubs.
/// Cost: cells x cells in a circle, for both searches, and again without visits where they count as institutions.
[[nodiscard]] RemoteTable search_districts(const RemoteGround& ground, const policy::RemoteRule& rule,
                                           std::size_t service);

}  // namespace michinori::scenario
