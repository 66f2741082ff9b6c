// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/region.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace michinori::scenario {
namespace {

/// Runs one stage with its progress lines and gives back what it made.
template <class Work, class Words>
auto stage(Progress& progress, std::string_view name, Work&& work, Words&& words) {
    progress.begin(name);
    auto made = std::forward<Work>(work)();
    progress.end(words(made));
    return made;
}

Inputs inputs_with_roads(const Scenario& scenario, Progress& progress) {
    if (scenario.straight_line) {
        throw InputError({FindingCode::needs_roads, {scenario.shown, {}, {}}, {}});
    }
    return load_inputs(scenario, progress);
}

network::RoadNetwork build_network(Inputs& inputs) {
    auto network = network::RoadNetwork::build(inputs.roads);
    inputs.roads = {};  // the network holds what is needed; the raw roads are the largest thing in memory
    return network;
}

std::string network_words(const network::RoadNetwork& network) {
    return fmt::format("{} junctions, {} arcs, {:.0f} km", network.junction_count(), network.arc_count(),
                       network.total_length().value() / 1000);
}

}  // namespace

Region::Roads::Roads(const network::RoadNetwork& network, const network::SpeedProfile& profile,
                     const Scenario& scenario, network::RoadChanges road_changes)
    : changes(std::move(road_changes)),
      model(network, profile, scenario.speed.season, changes),
      components(network::Components::find(model)),
      snapper(model, components, scenario.snapping) {}

Region::Region(const Scenario& scenario, Progress& progress)
    : inputs_(inputs_with_roads(scenario, progress)),
      network_(std::make_shared<const network::RoadNetwork>(stage(
          progress, "network", [&] { return build_network(inputs_); }, network_words))),
      roads_(std::make_shared<const Roads>(*network_, inputs_.profile, scenario, network::RoadChanges())) {
    report_network(scenario);
}

Region::Region(const Region& base, Inputs inputs)
    : inputs_(std::move(inputs)), network_(base.network_), roads_(base.roads_) {}

Region::Region(const Region& base, Inputs inputs, const Scenario& scenario, const network::RoadChanges& changes,
               Progress& progress)
    : inputs_(std::move(inputs)),
      network_(base.network_),
      roads_(stage(
          progress, "roads as changed",
          [&] { return std::make_shared<const Roads>(*network_, inputs_.profile, scenario, changes); },
          [](const auto&) { return std::string(); })) {}

void Region::report_network(const Scenario& scenario) {
    const Place roads{scenario.roads.files.empty() ? std::string() : scenario.roads.files.front().shown, {}, {}};
    std::size_t pieces = 0;
    Metres length;
    for (const auto& component : components().all()) {
        if (component.length < scenario.snapping.smallest_component) {
            ++pieces;
            length += component.length;
        }
    }
    if (pieces > 0) {
        const auto km = fmt::format("{:.1f}", length.value() / 1000);
        inputs_.log.findings.add({FindingCode::small_components, roads, {std::to_string(pieces), km}});
    }
    if (!components().traps().empty()) {
        std::size_t junctions = 0;
        for (const auto& trap : components().traps()) {
            junctions += trap.junctions;
        }
        inputs_.log.findings.add({FindingCode::one_way_traps,
                                  roads,
                                  {std::to_string(components().traps().size()), std::to_string(junctions)}});
    }
    if (network_->unused_restrictions() > 0) {
        inputs_.log.findings.add({FindingCode::restriction_ignored,
                                  roads,
                                  {std::to_string(network_->unused_restrictions()), "their roads do not meet there"}});
    }
}

}  // namespace michinori::scenario
