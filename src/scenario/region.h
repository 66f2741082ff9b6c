// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>

#include "base/progress.h"
#include "network/components.h"
#include "network/road_network.h"
#include "network/snapping.h"
#include "network/speed_profile.h"
#include "scenario/inputs.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// A region ready to be asked: inputs read, network built, speeds applied, snapping prepared.
/// Immutable but for the log of its inputs; queries from several threads are safe.
class Region {
public:
    /// Throws InputError with every fault of the inputs.
    Region(const Scenario& scenario, Progress& progress);
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;

    [[nodiscard]] const Inputs& inputs() const { return inputs_; }
    [[nodiscard]] io::InputLog& log() { return inputs_.log; }
    [[nodiscard]] const network::RoadNetwork& network() const { return network_; }
    [[nodiscard]] const network::TravelModel& model() const { return model_; }
    [[nodiscard]] const network::Components& components() const { return components_; }
    [[nodiscard]] const network::Snapper& snapper() const { return snapper_; }

private:
    void report_network(const Scenario& scenario);

    Inputs inputs_;
    network::RoadNetwork network_;
    network::TravelModel model_;
    network::Components components_;
    network::Snapper snapper_;
};

}  // namespace michinori::scenario
