// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>

#include "base/progress.h"
#include "network/components.h"
#include "network/road_changes.h"
#include "network/road_network.h"
#include "network/snapping.h"
#include "network/speed_profile.h"
#include "scenario/inputs.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// A region ready to be asked: inputs read, network built, speeds applied, snapping prepared.
/// Immutable but for the log of its inputs; queries from several threads are safe.
///
///     Region today(scenario, progress);
///     Region later(today, inputs_with_changes);                                 // same roads
///     Region flooded(today, today.inputs(), scenario, closed_roads, progress);  // same network, other times
///
/// What regions share is held together: a region may be used when the one it was made from is gone.
class Region {
public:
    /// Throws InputError with every fault of the inputs, needs_roads where the scenario has straight lines instead.
    Region(const Scenario& scenario, Progress& progress);
    /// Other people, facilities or areas on the same roads. O(inputs).
    Region(const Region& base, Inputs inputs);
    /// The same network driven at the speeds of `inputs.profile` in the scenario's season, with some roads changed.
    Region(const Region& base, Inputs inputs, const Scenario& scenario, const network::RoadChanges& changes,
           Progress& progress);
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;

    [[nodiscard]] const Inputs& inputs() const { return inputs_; }
    [[nodiscard]] io::InputLog& log() { return inputs_.log; }
    [[nodiscard]] const network::RoadNetwork& network() const { return *network_; }
    [[nodiscard]] const network::TravelModel& model() const { return roads_->model; }
    [[nodiscard]] const network::Components& components() const { return roads_->components; }
    [[nodiscard]] const network::Snapper& snapper() const { return roads_->snapper; }
    [[nodiscard]] const network::RoadChanges& road_changes() const { return roads_->changes; }
    /// Whether both drive the same roads at the same speeds, so that one engine serves both.
    [[nodiscard]] bool same_roads_as(const Region& other) const { return roads_ == other.roads_; }

private:
    /// The network as it is driven.
    struct Roads {
        Roads(const network::RoadNetwork& network, const network::SpeedProfile& profile, const Scenario& scenario,
              network::RoadChanges changes);
        network::RoadChanges changes;
        network::TravelModel model;
        network::Components components;
        network::Snapper snapper;
    };
    void report_network(const Scenario& scenario);

    Inputs inputs_;
    std::shared_ptr<const network::RoadNetwork> network_;
    std::shared_ptr<const Roads> roads_;
};

}  // namespace michinori::scenario
