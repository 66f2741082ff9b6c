// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "access/service_access.h"
#include "network/components.h"
#include "network/snapping.h"
#include "network/speed_profile.h"
#include "routing/engine.h"
#include "scenario/region.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// What a number of a metric counts.
enum class MetricUnit { minutes, kilometres };

/// Which speeds, which season, and whether time or length is measured.
struct MetricQuestion {
    std::string id;  ///< "road_km", "minutes_summer", "minutes_winter", "minutes_measured_summer"
    MetricUnit unit = MetricUnit::minutes;
    const network::SpeedProfile& profile;
    network::Season season = network::Season::summer;
};

/// One way to measure journeys over the roads of a region: everything that changes with speeds, season or unit.
/// Immutable; safe from several threads. The region, and the engine it was made from, must outlive it.
///
///     const RoadMetric winter({"minutes_winter", MetricUnit::minutes, profile, Season::winter}, scenario, region,
///     engine); const auto access = winter.to(service, winter.snap(positions_of(facilities))); const auto from_here =
///     access.from(winter.snapper().snap(home));
class RoadMetric {
public:
    RoadMetric(const MetricQuestion& question, const Scenario& scenario, const Region& region,
               const routing::Engine& like);
    RoadMetric(const RoadMetric&) = delete;
    RoadMetric& operator=(const RoadMetric&) = delete;

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] MetricUnit unit() const { return unit_; }
    [[nodiscard]] const network::Snapper& snapper() const { return snapper_; }
    [[nodiscard]] const routing::Engine& engine() const { return *engine_; }

    /// Places put on the network, in their order; parallel.
    [[nodiscard]] std::vector<network::SnapResult> snap(const std::vector<geo::Point>& places) const;

    /// The nearest facility of a service from anywhere, by this metric. `facility_snaps` must outlive it.
    [[nodiscard]] access::ServiceAccess to(const access::Service& service,
                                           const std::vector<network::SnapResult>& facility_snaps) const;

    /// Nearest facilities of services for every demand point.
    [[nodiscard]] access::AccessResult access(const Inputs& inputs, const std::vector<access::Service>& services) const;

private:
    std::string id_;
    MetricUnit unit_;
    network::TravelModel model_;
    network::Components components_;
    network::Snapper snapper_;
    std::unique_ptr<routing::Engine> engine_;
};

/// Minutes, or the kilometres that a journey over TravelModel::of_lengths stands for.
[[nodiscard]] double metric_value(MetricUnit unit, TravelTime journey);

}  // namespace michinori::scenario
