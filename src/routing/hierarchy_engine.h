// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "routing/engine.h"
#include "routing/hierarchy.h"
#include "routing/sliced_layout.h"
#include "routing/travel_table.h"
#include "routing/useful_edges.h"

namespace michinori::routing {

/// The fast engine: a hierarchy made once for a network, customised for the model's speeds, swept for every
/// question. Preparation is some microseconds a vertex for the hierarchy and less than one a vertex and
/// profile; a question for all vertices then costs a few nanoseconds a vertex.
class HierarchyEngine final : public Engine {
public:
    /// Customises. The hierarchy is that of graph_of(model.network()); several engines (profiles) may share it.
    HierarchyEngine(const network::TravelModel& model, std::shared_ptr<const Hierarchy> hierarchy);

    [[nodiscard]] std::unique_ptr<Engine> over(const network::TravelModel& model) const override;

    /// One search up from the sites, one sweep down.
    [[nodiscard]] NearestLabels nearest(std::span<const Arrival> arrivals, std::size_t k) const override;

    /// A wide pass for each 32 sites over what the origins need (travel_table.h).
    [[nodiscard]] SparseTable time_lists(std::span<const Origin> origins, std::span<const Site> sites,
                                         TravelTime cutoff) const override;

    /// A sweep to the one goal.
    [[nodiscard]] std::unique_ptr<TimesToGoal> times_to(network::Position goal) const override;

private:
    [[nodiscard]] std::vector<Seed> seeds_of(std::span<const Arrival> arrivals) const;
    [[nodiscard]] DemandExits exits_of(std::span<const Origin> origins) const;

    std::shared_ptr<const Hierarchy> hierarchy_;
    UsefulEdges edges_;
    SlicedLayout to_sites_;
    std::vector<std::uint32_t> slot_of_vertex_;
};

}  // namespace michinori::routing
