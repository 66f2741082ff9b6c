// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "network/road_network.h"
#include "routing/engine.h"
#include "routing/route.h"

namespace michinori::routing {

/// A journey whose route is wanted.
struct RouteRequest {
    network::Position from;
    std::uint32_t goal = 0;  ///< index into the goals
};

/// Finds the routes of many journeys to few places: times to a place are found once for all journeys there, where
/// Engine::find_route would find them for each.
///
///     find_routes(engine, hospitals, journeys, [&](std::size_t i, const std::optional<Route>& route) { ... });
///
/// `use` is called once for each request, with its index and what find_route would give, in any order and from
/// several threads at once. Cost: a sweep a goal (and one more for each further few thousand journeys to it), then
/// O(arcs asked) a route.
void find_routes(const Engine& engine, std::span<const network::Position> goals, std::span<const RouteRequest> requests,
                 const std::function<void(std::size_t, const std::optional<Route>&)>& use);

}  // namespace michinori::routing
