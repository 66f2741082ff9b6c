// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/ward_context.h"

#include <algorithm>
#include <utility>

namespace michinori::scenario {
namespace {

template <class Item>
std::optional<std::size_t> place_of(const std::vector<Item>& items, const std::string& id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - items.begin()));
}

}  // namespace

WardContext::WardContext(const Scenario& scenario, const MaternitySettings& settings, const Region& region,
                         const Analysis& analysis, const routing::Engine& engine, WardInputs inputs)
    : scenario_(scenario),
      settings_(settings),
      region_(region),
      analysis_(analysis),
      engine_(engine),
      inputs_(std::move(inputs)),
      area_of_facility_(assign_places(scenario, region.inputs(), positions_of(region.inputs().facilities))) {}

std::optional<std::size_t> WardContext::level(const std::string& id) const {
    return place_of(region_.inputs().levels, id);
}

std::optional<std::size_t> WardContext::service_of(const std::string& role) const {
    return place_of(analysis_.services, settings_.service_of(role));
}

std::optional<std::vector<bool>> WardContext::givers_of(const std::string& role) const {
    const auto service = service_of(role);
    if (!service) {
        return std::nullopt;
    }
    std::vector<bool> gives(region_.inputs().facilities.size(), false);
    for (const auto id : analysis_.services[*service].facilities) {
        gives[id.index()] = true;
    }
    return gives;
}

}  // namespace michinori::scenario
