// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/route_steps.h"

#include <boost/graph/graph_traits.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

namespace michinori::routing {

using network::both_directions;
using network::Direction;
using network::Position;

RouteSteps::RouteSteps(const network::TravelModel& model, Position goal, TimesToGoal& times)
    : model_(model), net_(model.network()), goal_(goal), times_(times) {
    for (const auto direction : both_directions) {
        last_piece_[static_cast<std::size_t>(direction)] = model.time_from_start(goal, direction);
    }
}

std::optional<RouteSteps::Beginning> RouteSteps::begin(Position from, TravelTime at_most) {
    std::optional<Beginning> best;
    auto best_time = no_way;
    for (const auto direction : both_directions) {
        const auto time = model_.time_between(from, goal_, direction);
        if (time < best_time && time <= at_most) {
            best_time = time;
            best = {time, {from.segment, direction, from, goal_}, std::nullopt};
        }
    }
    for (const auto direction : both_directions) {
        const auto to_end = model_.time_to_end(from, direction);
        const auto arcs = net_.arcs_along(from.segment, direction);
        if (arcs.empty() || to_end >= best_time || to_end > at_most) {
            continue;
        }
        const auto head = net_.arc(arcs.front()).head.raw();
        const auto quicker = std::min(best_time - TravelTime{1}, at_most) - to_end;
        const auto rest = times_.at_most(head, quicker);
        if (rest <= quicker) {
            best_time = to_end + rest;
            best = {
                best_time, {from.segment, direction, from, net_.end_of(from.segment, direction)}, Standing{head, rest}};
        }
    }
    return best;
}

RouteSteps::Step RouteSteps::from(Standing stands) {
    if (const auto direction = last_piece_from(stands)) {
        return *direction;
    }
    if (const auto arc = lowest_arc_from(stands)) {
        return Onward{*arc};
    }
    return over_arcs_of_no_time(stands);
}

RouteSteps::Standing RouteSteps::after(Standing stands, const Onward& arcs) const {
    for (const auto arc : arcs) {
        stands = {net_.arc(arc).head.raw(), stands.left - model_.time(arc)};
    }
    return stands;
}

std::optional<Direction> RouteSteps::last_piece_from(Standing stands) const {
    for (const auto direction : both_directions) {
        const auto begins_here = [&](ArcId arc) { return net_.arc(arc).tail.raw() == stands.vertex; };
        if (last_piece_[static_cast<std::size_t>(direction)] == stands.left &&
            std::ranges::any_of(net_.arcs_along(goal_.segment, direction), begins_here)) {
            return direction;
        }
    }
    return std::nullopt;
}

/// Calls `visit` with the arcs out of a vertex that lie on quickest ways, until it returns true.
template <class Visit>
void RouteSteps::for_tight_arcs(Standing stands, bool of_no_time, Visit visit) {
    const auto& graph = net_.forward_graph();
    for (const auto edge : boost::make_iterator_range(out_edges(stands.vertex, graph))) {
        const ArcId arc{boost::get(boost::edge_index, graph, edge)};
        const auto time = model_.time(arc);
        if (time > stands.left || of_no_time != (time == TravelTime{0})) {
            continue;
        }
        const auto rest = stands.left - time;
        if (times_.at_most(net_.arc(arc).head.raw(), rest) == rest && visit(arc)) {
            return;
        }
    }
}

std::optional<ArcId> RouteSteps::lowest_arc_from(Standing stands) {
    std::optional<ArcId> lowest;
    for_tight_arcs(stands, false, [&](ArcId arc) {
        lowest = arc;
        return true;
    });
    return lowest;
}

/// The arcs up to the nearest vertex where the route ends or spends time, that one's arc included.
RouteSteps::Onward RouteSteps::over_arcs_of_no_time(Standing stands) {
    std::vector<Seen> seen{{stands.vertex, std::nullopt, 0}};
    std::unordered_set<std::uint32_t> met{stands.vertex};
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const Standing here{seen[i].vertex, stands.left};
        const bool ends = last_piece_from(here).has_value();
        const auto onward = ends ? std::nullopt : lowest_arc_from(here);
        if (ends || onward) {
            return way_to(seen, i, onward);
        }
        for_tight_arcs(here, true, [&](ArcId arc) {
            const auto head = net_.arc(arc).head.raw();
            if (met.insert(head).second) {
                seen.push_back({head, arc, i});
            }
            return false;
        });
    }
    throw std::logic_error("the times to the goal do not lead to it");
}

RouteSteps::Onward RouteSteps::way_to(const std::vector<Seen>& seen, std::size_t i, std::optional<ArcId> onward) {
    Onward arcs;
    if (onward) {
        arcs.push_back(*onward);
    }
    for (; seen[i].by_arc; i = seen[i].from) {
        arcs.push_back(*seen[i].by_arc);
    }
    std::ranges::reverse(arcs);
    return arcs;
}

}  // namespace michinori::routing
