// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/route.h"

#include <array>
#include <boost/graph/graph_traits.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

namespace michinori::routing {
namespace {

using network::both_directions;
using network::Direction;
using network::Position;

/// Follows the rule of the header from the start to the goal.
class Walk {
public:
    Walk(const network::TravelModel& model, Position from, Position to, TimesToGoal& times)
        : model_(model), net_(model.network()), from_(from), to_(to), times_(times) {
        for (const auto direction : both_directions) {
            last_piece_[static_cast<std::size_t>(direction)] = model.time_from_start(to, direction);
        }
    }

    std::optional<Route> walk() {
        stay_on_the_road();
        leave_the_road();
        if (route_.legs.empty()) {
            return std::nullopt;
        }
        if (leaves_at_) {
            while (!finish()) {
                take(first_arc_on());
            }
        }
        return std::move(route_);
    }

private:
    struct Seen {
        std::uint32_t vertex = 0;
        std::optional<ArcId> by_arc;  // nothing: the walk stands here
        std::size_t from = 0;         // into the list
    };

    void stay_on_the_road() {
        for (const auto direction : both_directions) {
            const auto time = model_.time_between(from_, to_, direction);
            if (time < best_) {
                best_ = time;
                route_ = {time, {{from_.segment, direction, from_, to_}}};
            }
        }
    }

    void leave_the_road() {
        for (const auto direction : both_directions) {
            const auto to_end = model_.time_to_end(from_, direction);
            const auto arcs = net_.arcs_along(from_.segment, direction);
            if (arcs.empty() || to_end >= best_) {
                continue;
            }
            const auto head = net_.arc(arcs.front()).head.raw();
            const auto quicker = best_ - to_end - TravelTime{1};
            const auto rest = times_.at_most(head, quicker);
            if (rest <= quicker) {
                best_ = to_end + rest;
                leaves_at_ = {head, rest};
                route_ = {best_, {{from_.segment, direction, from_, net_.end_of(from_.segment, direction)}}};
            }
        }
        if (leaves_at_) {
            vertex_ = leaves_at_->first;
            left_ = leaves_at_->second;
        }
    }

    [[nodiscard]] std::optional<Direction> last_piece_from(std::uint32_t vertex) const {
        for (const auto direction : both_directions) {
            const auto begins_here = [&](ArcId arc) { return net_.arc(arc).tail.raw() == vertex; };
            if (last_piece_[static_cast<std::size_t>(direction)] == left_ &&
                std::ranges::any_of(net_.arcs_along(to_.segment, direction), begins_here)) {
                return direction;
            }
        }
        return std::nullopt;
    }

    bool finish() {
        const auto direction = last_piece_from(vertex_);
        if (direction) {
            route_.legs.push_back({to_.segment, *direction, net_.start_of(to_.segment, *direction), to_});
        }
        return direction.has_value();
    }

    /// Calls `visit` with the arcs out of a vertex that lie on quickest ways, until it returns true.
    template <class Visit>
    void for_tight_arcs(std::uint32_t vertex, bool of_no_time, Visit visit) {
        const auto& graph = net_.forward_graph();
        for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph))) {
            const ArcId arc{boost::get(boost::edge_index, graph, edge)};
            const auto time = model_.time(arc);
            if (time > left_ || of_no_time != (time == TravelTime{0})) {
                continue;
            }
            const auto rest = left_ - time;
            if (times_.at_most(net_.arc(arc).head.raw(), rest) == rest && visit(arc)) {
                return;
            }
        }
    }

    std::optional<ArcId> lowest_arc_from(std::uint32_t vertex) {
        std::optional<ArcId> lowest;
        for_tight_arcs(vertex, false, [&](ArcId arc) {
            lowest = arc;
            return true;
        });
        return lowest;
    }

    /// The arcs up to the nearest vertex where the route ends or spends time, that one's arc included.
    std::vector<ArcId> first_arc_on() {
        std::vector<Seen> seen{{vertex_, std::nullopt, 0}};
        std::unordered_set<std::uint32_t> met{vertex_};
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const auto vertex = seen[i].vertex;
            const bool ends = last_piece_from(vertex).has_value();
            const auto onward = ends ? std::nullopt : lowest_arc_from(vertex);
            if (ends || onward) {
                return way_to(seen, i, onward);
            }
            for_tight_arcs(vertex, true, [&](ArcId arc) {
                const auto head = net_.arc(arc).head.raw();
                if (met.insert(head).second) {
                    seen.push_back({head, arc, i});
                }
                return false;
            });
        }
        throw std::logic_error("the times to the goal do not lead to it");
    }

    static std::vector<ArcId> way_to(const std::vector<Seen>& seen, std::size_t i, std::optional<ArcId> onward) {
        std::vector<ArcId> arcs;
        if (onward) {
            arcs.push_back(*onward);
        }
        for (; seen[i].by_arc; i = seen[i].from) {
            arcs.push_back(*seen[i].by_arc);
        }
        std::ranges::reverse(arcs);
        return arcs;
    }

    void take(const std::vector<ArcId>& arcs) {
        for (const auto id : arcs) {
            const auto& arc = net_.arc(id);
            const auto direction = arc.direction();
            route_.legs.push_back(
                {arc.segment, direction, net_.start_of(arc.segment, direction), net_.end_of(arc.segment, direction)});
            vertex_ = arc.head.raw();
            left_ -= model_.time(id);
        }
    }

    const network::TravelModel& model_;
    const network::RoadNetwork& net_;
    Position from_;
    Position to_;
    TimesToGoal& times_;
    std::array<TravelTime, 2> last_piece_{};  // by direction: from the start of the goal's road to the goal
    TravelTime best_ = no_way;
    Route route_;
    std::optional<std::pair<std::uint32_t, TravelTime>> leaves_at_;  // nothing: the route stays on the road
    std::uint32_t vertex_ = 0;                                       // where the walk stands
    TravelTime left_{0};                                             // from there to the goal
};

}  // namespace

TravelTime TimesToGoal::at_most(std::uint32_t vertex, TravelTime) {
    return at(vertex);
}

std::optional<Route> route_along(const network::TravelModel& model, Position from, Position to, TimesToGoal& times) {
    return Walk(model, from, to, times).walk();
}

}  // namespace michinori::routing
