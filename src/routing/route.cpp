// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/route.h"

#include "routing/route_steps.h"

namespace michinori::routing {

using network::Direction;
using network::Position;

TravelTime TimesToGoal::at_most(std::uint32_t vertex, TravelTime) {
    return at(vertex);
}

std::optional<Route> route_along(const network::TravelModel& model, Position from, Position to, TimesToGoal& times) {
    RouteSteps steps(model, to, times);
    const auto begun = steps.begin(from);
    if (!begun) {
        return std::nullopt;
    }
    const auto& net = model.network();
    Route route{begun->time, {begun->leg}};
    for (auto stands = begun->stands; stands;) {
        const auto step = steps.from(*stands);
        if (const auto* last = std::get_if<Direction>(&step)) {
            route.legs.push_back({to.segment, *last, net.start_of(to.segment, *last), to});
            return route;
        }
        const auto& arcs = std::get<RouteSteps::Onward>(step);
        for (const auto id : arcs) {
            const auto segment = net.arc(id).segment;
            const auto direction = net.arc(id).direction();
            route.legs.push_back(
                {segment, direction, net.start_of(segment, direction), net.end_of(segment, direction)});
        }
        stands = steps.after(*stands, arcs);
    }
    return route;
}

}  // namespace michinori::routing
