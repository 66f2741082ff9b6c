// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/route_tree.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "routing/route_steps.h"

namespace michinori::access {
namespace {

using network::Direction;
using network::Position;
using routing::RouteSteps;

/// A road driven in one direction, to its end or to the goal on it.
struct Lane {
    SegmentId segment;
    Direction direction = Direction::forward;
    bool to_goal = false;
    std::vector<std::uint32_t> journeys;  ///< that begin on it
    std::vector<std::uint32_t> feeders;   ///< into the list of steps: routes that come to its beginning
};

/// What routes do at a vertex they stand at.
struct TakenStep {
    std::uint32_t vertex = 0;
    RouteSteps::Onward before;  ///< arcs of no time, driven before the lane
};

/// Which roads the routes use and how they hang together, from the journeys to the goal.
class Roads {
public:
    Roads(const network::TravelModel& model, Position goal, std::span<const Drive> journeys,
          routing::TimesToGoal& times)
        : net_(model.network()), goal_(goal), steps_(model, goal, times) {
        for (std::uint32_t j = 0; j < journeys.size(); ++j) {
            add(journeys[j], j);
        }
    }

    [[nodiscard]] const std::vector<Lane>& lanes() const { return lanes_; }
    [[nodiscard]] const TakenStep& taken(std::uint32_t step) const { return taken_[step]; }
    [[nodiscard]] std::span<const std::uint32_t> lanes_to_goal() const { return lanes_to_goal_; }
    [[nodiscard]] std::span<const std::uint32_t> lanes_into(std::uint32_t vertex) const {
        const auto known = lanes_into_.find(vertex);
        return known == lanes_into_.end() ? std::span<const std::uint32_t>() : known->second;
    }

private:
    void add(const Drive& drive, std::uint32_t journey) {
        const auto begun = steps_.begin(drive.from, drive.time);
        if (!begun) {
            throw std::logic_error("a journey to grow a tree of has no way to the goal");
        }
        lane(begun->leg.segment, begun->leg.direction, !begun->stands).journeys.push_back(journey);
        for (auto stands = begun->stands; stands && stood_at_.insert(stands->vertex).second;) {
            stands = go_on(*stands);
        }
    }

    std::optional<RouteSteps::Standing> go_on(RouteSteps::Standing stands) {
        const auto number = static_cast<std::uint32_t>(taken_.size());
        auto step = steps_.from(stands);
        if (const auto* last = std::get_if<Direction>(&step)) {
            taken_.push_back({stands.vertex, {}});
            lane(goal_.segment, *last, true).feeders.push_back(number);
            return std::nullopt;
        }
        auto& arcs = std::get<RouteSteps::Onward>(step);
        const auto next = steps_.after(stands, arcs);
        const auto& arc = net_.arc(arcs.back());
        lane(arc.segment, arc.direction(), false).feeders.push_back(number);
        arcs.pop_back();
        taken_.push_back({stands.vertex, std::move(arcs)});
        return next;
    }

    Lane& lane(SegmentId segment, Direction direction, bool to_goal) {
        const auto key =
            std::uint64_t{segment.raw()} * 4 + static_cast<std::uint64_t>(direction) * 2 + (to_goal ? 1 : 0);
        const auto [known, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(lanes_.size()));
        if (is_new) {
            auto& siblings =
                to_goal ? lanes_to_goal_ : lanes_into_[net_.arc(net_.arcs_along(segment, direction)[0]).head.raw()];
            siblings.push_back(known->second);
            lanes_.push_back({segment, direction, to_goal, {}, {}});
        }
        return lanes_[known->second];
    }

    const network::RoadNetwork& net_;
    Position goal_;
    RouteSteps steps_;
    std::vector<Lane> lanes_;
    std::vector<TakenStep> taken_;
    std::unordered_set<std::uint32_t> stood_at_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> lanes_into_;  // by vertex at their end
    std::vector<std::uint32_t> lanes_to_goal_;
};

/// Draws the roads from the goal back to the journeys.
class Drawing {
public:
    Drawing(const network::RoadNetwork& net, Position goal, std::span<const Drive> journeys, const Roads& roads)
        : net_(net), goal_(goal), journeys_(journeys), roads_(roads) {
        tree_.start.resize(journeys.size());
    }

    RouteTree draw() {
        tree_.nodes.push_back({net_.point_at(goal_), 0, false});
        push(roads_.lanes_to_goal(), 0);
        while (!open_.empty()) {
            const auto [lane, node] = open_.back();
            open_.pop_back();
            draw_lane(roads_.lanes()[lane], node);
        }
        return std::move(tree_);
    }

private:
    /// The first of the lanes is drawn next.
    void push(std::span<const std::uint32_t> lanes, std::uint32_t node) {
        for (std::size_t i = lanes.size(); i-- > 0;) {
            open_.emplace_back(lanes[i], node);
        }
    }

    void draw_lane(const Lane& lane, std::uint32_t node) {
        auto at = lane.to_goal ? goal_ : net_.end_of(lane.segment, lane.direction);
        for (const auto j : backwards(lane)) {
            node = draw_back(at, journeys_[j].from, node);
            at = journeys_[j].from;
            tree_.nodes[node].entry = true;
            tree_.start[j] = node;
        }
        if (lane.feeders.empty()) {
            return;
        }
        node = draw_back(at, net_.start_of(lane.segment, lane.direction), node);
        for (const auto f : lane.feeders) {
            const auto& step = roads_.taken(f);
            push(roads_.lanes_into(step.vertex), draw_arcs(step.before, node));
        }
    }

    /// Journeys of a lane from its end to its beginning.
    [[nodiscard]] std::vector<std::uint32_t> backwards(const Lane& lane) const {
        auto journeys = lane.journeys;
        std::ranges::stable_sort(journeys, [&](std::uint32_t i, std::uint32_t j) {
            const auto a = std::tie(journeys_[i].from.part, journeys_[i].from.share);
            const auto b = std::tie(journeys_[j].from.part, journeys_[j].from.share);
            return lane.direction == Direction::forward ? a > b : a < b;
        });
        return journeys;
    }

    /// Adds the road between two positions of a segment, without its first point, which is the node's. A node that
    /// carries an entry already is used again when the positions are one.
    std::uint32_t draw_back(Position from, Position to, std::uint32_t node) {
        const auto line = net_.line_between(from, to);
        for (std::size_t i = 1; i < line.size(); ++i) {
            tree_.nodes.push_back({line[i], node, false});
            node = static_cast<std::uint32_t>(tree_.nodes.size() - 1);
        }
        return node;
    }

    std::uint32_t draw_arcs(const RouteSteps::Onward& arcs, std::uint32_t node) {
        for (std::size_t i = arcs.size(); i-- > 0;) {
            const auto& arc = net_.arc(arcs[i]);
            node =
                draw_back(net_.end_of(arc.segment, arc.direction()), net_.start_of(arc.segment, arc.direction()), node);
        }
        return node;
    }

    const network::RoadNetwork& net_;
    Position goal_;
    std::span<const Drive> journeys_;
    const Roads& roads_;
    RouteTree tree_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open_;  // lanes to draw, and from which node
};

std::vector<bool> root_entries_and_forks(const RouteTree& tree) {
    std::vector<std::uint32_t> children(tree.nodes.size());
    for (std::size_t n = 1; n < tree.nodes.size(); ++n) {
        ++children[tree.nodes[n].parent];
    }
    std::vector<bool> fixed(tree.nodes.size());
    for (std::size_t n = 0; n < tree.nodes.size(); ++n) {
        fixed[n] = n == 0 || tree.nodes[n].entry || children[n] != 1;
    }
    return fixed;
}

/// The point of a chain's inner nodes farthest from the straight line between its ends, if beyond the tolerance.
std::optional<std::size_t> farthest(const RouteTree& tree, std::span<const std::uint32_t> chain, Metres tolerance) {
    const geo::LocalPlane plane(tree.nodes[chain.front()].place);
    const auto end = plane.to_plane(tree.nodes[chain.back()].place);
    std::optional<std::size_t> found;
    auto worst = tolerance;
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
        const auto [x, y] = plane.to_plane(tree.nodes[chain[i]].place);
        const auto off = geo::nearest_on_piece({-x, -y}, {end.x - x, end.y - y}).distance;
        if (off > worst) {
            worst = off;
            found = i;
        }
    }
    return found;
}

/// Marks the nodes of a chain that stay.
void mark(const RouteTree& tree, const std::vector<std::uint32_t>& chain, Metres tolerance, std::vector<bool>& stays) {
    std::vector<std::span<const std::uint32_t>> open{chain};
    while (!open.empty()) {
        const auto piece = open.back();
        open.pop_back();
        if (const auto middle = farthest(tree, piece, tolerance)) {
            stays[piece[*middle]] = true;
            open.push_back(piece.first(*middle + 1));
            open.push_back(piece.subspan(*middle));
        }
    }
}

}  // namespace

RouteTree grow_route_tree(const network::TravelModel& model, Position goal, std::span<const Drive> journeys,
                          routing::TimesToGoal& times) {
    const Roads roads(model, goal, journeys, times);
    return Drawing(model.network(), goal, journeys, roads).draw();
}

RouteTree thinned(const RouteTree& tree, Metres tolerance) {
    const auto fixed = root_entries_and_forks(tree);
    auto stays = fixed;
    std::vector<std::uint32_t> chain;
    for (std::uint32_t n = 1; n < tree.nodes.size(); ++n) {
        if (fixed[n]) {
            chain.assign(1, n);
            do {
                chain.push_back(tree.nodes[chain.back()].parent);
            } while (!fixed[chain.back()]);
            mark(tree, chain, tolerance, stays);
        }
    }
    RouteTree thin;
    std::vector<std::uint32_t> number(tree.nodes.size());  // of the node, or of the next one that stays on the way
    for (std::size_t n = 0; n < tree.nodes.size(); ++n) {
        number[n] = number[tree.nodes[n].parent];
        if (stays[n]) {
            const auto parent = number[n];
            number[n] = static_cast<std::uint32_t>(thin.nodes.size());
            thin.nodes.push_back({tree.nodes[n].place, parent, tree.nodes[n].entry});
        }
    }
    for (const auto n : tree.start) {
        thin.start.push_back(number[n]);
    }
    return thin;
}

}  // namespace michinori::access
