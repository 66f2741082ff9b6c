// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "network/road_network.h"
#include "network/speed_profile.h"
#include "routing/route.h"

namespace michinori::routing {

/// The rule of route.h one choice at a time, towards one goal:
///
///     RouteSteps steps(model, hospital, times);
///     if (const auto begun = steps.begin(home); begun && begun->stands) {
///         auto next = steps.from(begun->stands->vertex, begun->stands->left);   // and so on
///
/// What a route does at a vertex depends on the vertex alone, whatever way it came: routes to one goal that stand at
/// one vertex go on together (access/route_forest.h lives by it). The model and times must outlive it.
class RouteSteps {
public:
    RouteSteps(const network::TravelModel& model, network::Position goal, TimesToGoal& times);

    /// Where a route stands, and the time it has left.
    struct Standing {
        std::uint32_t vertex = 0;
        TravelTime left{0};
    };
    struct Beginning {
        TravelTime time{0};  ///< of the whole route
        RouteLeg leg;
        std::optional<Standing> stands;  ///< after the leg; nothing: it ended at the goal
    };
    /// Step 1; nothing when there is no way. Who knows how long the route takes says so and saves work: nothing as well
    /// when every way takes longer than `at_most`.
    [[nodiscard]] std::optional<Beginning> begin(network::Position from, TravelTime at_most = no_way);

    /// The arcs to the next vertex to stand at: one, after any number that take no time.
    using Onward = std::vector<ArcId>;
    /// Or the goal's road, driven in this direction up to the goal.
    using Step = std::variant<Onward, network::Direction>;
    /// Steps 2 to 4. Throws std::logic_error when the times do not lead to the goal.
    [[nodiscard]] Step from(Standing stands);

    /// Where a route stands after the arcs.
    [[nodiscard]] Standing after(Standing stands, const Onward& arcs) const;

private:
    struct Seen {
        std::uint32_t vertex = 0;
        std::optional<ArcId> by_arc;  // nothing: the route stands here
        std::size_t from = 0;         // into the list
    };

    [[nodiscard]] std::optional<network::Direction> last_piece_from(Standing stands) const;
    template <class Visit>
    void for_tight_arcs(Standing stands, bool of_no_time, Visit visit);
    [[nodiscard]] std::optional<ArcId> lowest_arc_from(Standing stands);
    [[nodiscard]] Onward over_arcs_of_no_time(Standing stands);
    [[nodiscard]] static Onward way_to(const std::vector<Seen>& seen, std::size_t i, std::optional<ArcId> onward);

    const network::TravelModel& model_;
    const network::RoadNetwork& net_;
    network::Position goal_;
    TimesToGoal& times_;
    std::array<TravelTime, 2> last_piece_{};  // by direction: from the start of the goal's road to the goal
};

}  // namespace michinori::routing
