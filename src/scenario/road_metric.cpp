// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/road_metric.h"

#include <tbb/parallel_for.h>

namespace michinori::scenario {
namespace {

network::TravelModel model_of(const MetricQuestion& question, const Region& region) {
    return question.unit == MetricUnit::kilometres
               ? network::TravelModel::of_lengths(region.network(), question.profile, question.season)
               : network::TravelModel(region.network(), question.profile, question.season);
}

/// The leg off the road counts with its length where lengths are asked for.
network::SnapOptions snapping(const MetricQuestion& question, const Scenario& scenario) {
    auto options = scenario.snapping;
    if (question.unit == MetricUnit::kilometres) {
        options.access_speed = network::length_speed;
    }
    return options;
}

}  // namespace

RoadMetric::RoadMetric(const MetricQuestion& question, const Scenario& scenario, const Region& region,
                       const routing::Engine& like)
    : id_(question.id),
      unit_(question.unit),
      model_(model_of(question, region)),
      components_(network::Components::find(model_)),
      snapper_(model_, components_, snapping(question, scenario)),
      engine_(like.over(model_)) {}

std::vector<network::SnapResult> RoadMetric::snap(const std::vector<geo::Point>& places) const {
    std::vector<network::SnapResult> snaps(places.size(), network::Reason::bad_coordinate);
    tbb::parallel_for(std::size_t{0}, places.size(), [&](std::size_t i) { snaps[i] = snapper_.snap(places[i]); });
    return snaps;
}

access::ServiceAccess RoadMetric::to(const access::Service& service,
                                     const std::vector<network::SnapResult>& facility_snaps) const {
    return {*engine_, components_, service, facility_snaps};
}

access::AccessResult RoadMetric::access(const Inputs& inputs, const std::vector<access::Service>& services) const {
    return compute_access(*engine_, components_, snapper_, inputs.demand, inputs.facilities, services);
}

double metric_value(MetricUnit unit, TravelTime journey) {
    return unit == MetricUnit::kilometres ? network::length_of(journey).value() / 1000 : minutes(journey);
}

}  // namespace michinori::scenario
