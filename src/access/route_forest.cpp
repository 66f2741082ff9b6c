// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/route_forest.h"

#include <tbb/parallel_for.h>

#include <cmath>
#include <memory>
#include <stdexcept>
#include <variant>

#include "access/route_tree.h"
#include "routing/kernels.h"

namespace michinori::access {
namespace {

constexpr double per_degree = 1e7;

/// Journeys to one facility.
struct Goal {
    routing::Site site;
    std::vector<std::uint32_t> demand;  ///< by journey
    std::vector<Drive> drives;
};

const network::Snapped& on_road(const network::SnapResult& snap) {
    if (const auto* snapped = std::get_if<network::Snapped>(&snap)) {
        return *snapped;
    }
    throw std::logic_error("a journey of the outcomes begins or ends off the network");
}

Drive drive_of(const network::Snapped& home, const network::Snapped& site, TravelTime journey) {
    const auto legs = saturating_add(home.access_time, site.access_time);
    if (journey < legs) {
        throw std::logic_error("a journey of the outcomes takes less than its access legs");
    }
    return {home.position, journey - legs};
}

/// Those that anybody goes to, ascending by facility.
std::vector<Goal> goals_of(const std::vector<network::SnapResult>& demand_snaps,
                           const std::vector<network::SnapResult>& facility_snaps,
                           const std::vector<Outcome>& outcomes) {
    std::vector<Goal> goals(facility_snaps.size());
    for (std::uint32_t d = 0; d < outcomes.size(); ++d) {
        if (const auto* reached = std::get_if<Reached>(&outcomes[d])) {
            const auto facility = reached->nearest.facility.index();
            auto& goal = goals.at(facility);
            const auto& site = on_road(facility_snaps[facility]);
            goal.site = {site.position, site.access_time};
            goal.demand.push_back(d);
            goal.drives.push_back(drive_of(on_road(demand_snaps[d]), site, reached->nearest.time));
        }
    }
    std::erase_if(goals, [](const Goal& goal) { return goal.demand.empty(); });
    return goals;
}

/// Times to one facility out of one search for the nearest of all. On the way of a home to its nearest facility no
/// place has a nearer one, else the home had it too; so the search knows the times that a route asks for,
/// but where another facility is exactly as near: then the facility is asked for alone.
class TimesToNearest final : public routing::TimesToGoal {
public:
    TimesToNearest(const routing::Engine& engine, const routing::NearestLabels& nearest, std::uint32_t number,
                   routing::Site site)
        : engine_(engine), nearest_(nearest), number_(number), site_(site) {}

    TravelTime at(std::uint32_t vertex) override { return at_most(vertex, no_way); }

    TravelTime at_most(std::uint32_t vertex, TravelTime limit) override {
        const auto label = nearest_.of(vertex)[0];
        if (label == routing::no_label) {
            return no_way;
        }
        const TravelTime to_door{routing::time_of(label)};
        if (routing::site_of(label) == number_) {
            return to_door - site_.access_time;
        }
        return to_door > saturating_add(limit, site_.access_time) ? no_way : alone().at_most(vertex, limit);
    }

private:
    routing::TimesToGoal& alone() {
        if (!alone_) {
            alone_ = engine_.times_to(site_.position);
        }
        return *alone_;
    }

    const routing::Engine& engine_;
    const routing::NearestLabels& nearest_;
    std::uint32_t number_;
    routing::Site site_;
    std::unique_ptr<routing::TimesToGoal> alone_;
};

routing::NearestLabels nearest_of(const routing::Engine& engine, const std::vector<Goal>& goals) {
    std::vector<routing::Site> sites;
    sites.reserve(goals.size());
    for (const auto& goal : goals) {
        sites.push_back(goal.site);
    }
    return engine.nearest(routing::arrivals(engine.model(), sites), 1);
}

std::int32_t in_grid(double degrees) {
    return static_cast<std::int32_t>(std::lround(degrees * per_degree));
}

void append(const RouteTree& tree, const Goal& goal, RouteForest& forest) {
    const auto first = static_cast<std::int32_t>(forest.parent.size());
    for (std::size_t n = 0; n < tree.nodes.size(); ++n) {
        const auto& node = tree.nodes[n];
        forest.parent.push_back(n == 0 ? -1 : first + static_cast<std::int32_t>(node.parent));
        forest.lon.push_back(in_grid(node.place.lon));
        forest.lat.push_back(in_grid(node.place.lat));
    }
    for (std::size_t j = 0; j < goal.demand.size(); ++j) {
        forest.start[goal.demand[j]] = first + static_cast<std::int32_t>(tree.start[j]);
    }
}

}  // namespace

RouteForest route_forest(const routing::Engine& engine, const std::vector<network::SnapResult>& demand_snaps,
                         const std::vector<network::SnapResult>& facility_snaps, const std::vector<Outcome>& outcomes,
                         Metres tolerance) {
    const auto goals = goals_of(demand_snaps, facility_snaps, outcomes);
    std::vector<RouteTree> trees(goals.size());
    const auto nearest = nearest_of(engine, goals);
    tbb::parallel_for(std::size_t{0}, goals.size(), [&](std::size_t g) {
        const auto& [site, demand, drives] = goals[g];
        TimesToNearest times(engine, nearest, static_cast<std::uint32_t>(g), site);
        trees[g] = thinned(grow_route_tree(engine.model(), site.position, drives, times), tolerance);
    });
    RouteForest forest;
    forest.start.assign(outcomes.size(), -1);
    for (std::size_t g = 0; g < goals.size(); ++g) {
        append(trees[g], goals[g], forest);
    }
    return forest;
}

}  // namespace michinori::access
