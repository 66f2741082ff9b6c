// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <optional>
#include <vector>

#include "routing/dijkstra_engine.h"
#include "routing/hierarchy_engine.h"
#include "routing/nearest_field.h"
#include "routing/nested_dissection.h"

namespace michinori::test {

inline std::shared_ptr<const routing::Hierarchy> hierarchy_of(const network::RoadNetwork& network) {
    const auto graph = routing::graph_of(network);
    return std::make_shared<const routing::Hierarchy>(graph, routing::nested_dissection(graph));
}

/// Every engine on one model: asks all and requires one answer.
class Engines {
public:
    explicit Engines(const network::TravelModel& model) : plain_(model), fast_(model, hierarchy_of(model.network())) {}

    [[nodiscard]] std::vector<routing::Reach> nearest(const std::vector<routing::Site>& sites, std::size_t k,
                                                      network::Position from) const {
        const auto reaches = routing::NearestField(plain_, sites, k).from(from);
        REQUIRE(routing::NearestField(fast_, sites, k).from(from) == reaches);
        return reaches;
    }

    [[nodiscard]] std::optional<routing::Route> find_route(network::Position from, network::Position to) const {
        auto route = plain_.find_route(from, to);
        REQUIRE(fast_.find_route(from, to) == route);
        return route;
    }

    [[nodiscard]] const routing::Engine& plain() const { return plain_; }
    [[nodiscard]] const routing::Engine& fast() const { return fast_; }

private:
    routing::DijkstraEngine plain_;
    routing::HierarchyEngine fast_;
};

inline std::optional<routing::Route> find_route(const network::TravelModel& model, network::Position from,
                                                network::Position to) {
    return Engines(model).find_route(from, to);
}

}  // namespace michinori::test
