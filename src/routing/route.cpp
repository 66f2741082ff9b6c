// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>
#include <boost/graph/graph_traits.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <queue>
#include <utility>

#include "routing/dijkstra_engine.h"

namespace michinori::routing {
namespace {

using network::Direction;
using network::Position;
constexpr std::array both_directions{Direction::forward, Direction::backward};

Position segment_start(const network::RoadNetwork& net, SegmentId segment, Direction direction) {
    const auto last = net.segment(segment).part_count - 1;
    return direction == Direction::forward ? Position{segment, 0, 0.0} : Position{segment, last, 1.0};
}

Position segment_end(const network::RoadNetwork& net, SegmentId segment, Direction direction) {
    const auto other = direction == Direction::forward ? Direction::backward : Direction::forward;
    return segment_start(net, segment, other);
}

/// One search from a position; remembers by which arc each vertex was reached.
class RouteSearch {
public:
    RouteSearch(const network::TravelModel& model, Position from, Position to)
        : model_(model),
          net_(model.network()),
          from_(from),
          to_(to),
          time_(net_.vertex_count(), no_way),
          by_arc_(net_.vertex_count()) {}

    std::optional<Route> find() {
        consider_staying_on_the_road();
        start();
        while (!queue_.empty() && queue_.top().time < best_) {
            const auto entry = queue_.top();
            queue_.pop();
            if (entry.time == time_[entry.vertex]) {
                consider_arriving_from(entry);
                expand(entry);
            }
        }
        return best_ == no_way ? std::nullopt : std::optional(unpack());
    }

private:
    struct Entry {
        TravelTime time;
        std::uint32_t vertex;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    void consider_staying_on_the_road() {
        if (from_.segment != to_.segment) {
            return;
        }
        for (const auto direction : both_directions) {
            const auto time = model_.time_between(from_, to_, direction);
            if (time < best_) {
                best_ = time;
                direct_ = direction;
            }
        }
    }

    void start() {
        for (const auto direction : both_directions) {
            const auto arcs = net_.arcs_along(from_.segment, direction);
            if (!arcs.empty()) {
                reach(net_.arc(arcs.front()).head.raw(), model_.time_to_end(from_, direction), std::nullopt);
            }
        }
    }

    void reach(std::uint32_t vertex, TravelTime time, std::optional<ArcId> arc) {
        if (time < time_[vertex]) {
            time_[vertex] = time;
            by_arc_[vertex] = arc;
            queue_.push({time, vertex});
        }
    }

    void consider_arriving_from(const Entry& entry) {
        for (const auto direction : both_directions) {
            const auto last_leg = model_.time_from_start(to_, direction);
            for (const auto arc : net_.arcs_along(to_.segment, direction)) {
                const auto time = saturating_add(entry.time, last_leg);
                if (net_.arc(arc).tail.raw() == entry.vertex && time < best_) {
                    best_ = time;
                    direct_.reset();
                    last_ = {entry.vertex, direction};
                }
            }
        }
    }

    void expand(const Entry& entry) {
        const auto& graph = net_.forward_graph();
        for (const auto edge : boost::make_iterator_range(out_edges(entry.vertex, graph))) {
            const ArcId arc{boost::get(boost::edge_index, graph, edge)};
            reach(net_.arc(arc).head.raw(), saturating_add(entry.time, model_.time(arc)), arc);
        }
    }

    Route unpack() const {
        Route route{best_, {}};
        if (direct_) {
            route.legs.push_back({from_.segment, *direct_, from_, to_});
            return route;
        }
        route.legs.push_back({to_.segment, last_.second, segment_start(net_, to_.segment, last_.second), to_});
        auto vertex = last_.first;
        while (by_arc_[vertex]) {
            const auto& arc = net_.arc(*by_arc_[vertex]);
            const auto direction = arc.forward ? Direction::forward : Direction::backward;
            route.legs.push_back({arc.segment, direction, segment_start(net_, arc.segment, direction),
                                  segment_end(net_, arc.segment, direction)});
            vertex = arc.tail.raw();
        }
        route.legs.push_back(first_leg(vertex));
        std::ranges::reverse(route.legs);
        return route;
    }

    RouteLeg first_leg(std::uint32_t vertex) const {
        for (const auto direction : both_directions) {
            const auto arcs = net_.arcs_along(from_.segment, direction);
            if (!arcs.empty() && net_.arc(arcs.front()).head.raw() == vertex &&
                model_.time_to_end(from_, direction) == time_[vertex]) {
                return {from_.segment, direction, from_, segment_end(net_, from_.segment, direction)};
            }
        }
        throw std::logic_error("a route does not lead back to its start");
    }

    const network::TravelModel& model_;
    const network::RoadNetwork& net_;
    Position from_;
    Position to_;
    std::vector<TravelTime> time_;
    std::vector<std::optional<ArcId>> by_arc_;  // nothing: reached straight from the start
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
    TravelTime best_ = no_way;
    std::optional<Direction> direct_;
    std::pair<std::uint32_t, Direction> last_{};
};

}  // namespace

std::optional<Route> find_route(const network::TravelModel& model, Position from, Position to) {
    return RouteSearch(model, from, to).find();
}

}  // namespace michinori::routing
