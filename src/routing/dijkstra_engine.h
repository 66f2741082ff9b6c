// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <span>

#include "routing/engine.h"

namespace michinori::routing {

/// The plain engine: no preparation, a search of the whole network a question. The oracle that every faster one
/// has to equal, and the better choice where a network is asked little.
class DijkstraEngine final : public Engine {
public:
    using Engine::Engine;

    [[nodiscard]] std::unique_ptr<Engine> over(const network::TravelModel& model) const override;

    /// A label-setting search against the arcs' direction from all sites at once. Labels leave the queue
    /// in the order (time, site), so a vertex gets its k nearest distinct sites, lowest id first among
    /// equals, also across arcs of zero length. O(k m log(k m)) time, 8 k bytes a vertex.
    [[nodiscard]] NearestLabels nearest(std::span<const Arrival> arrivals, std::size_t k) const override;

    /// A search a site. O(sites (m log m + origins)); 8 bytes an origin and site.
    [[nodiscard]] SparseTable time_lists(std::span<const Origin> origins, std::span<const Site> sites,
                                         TravelTime cutoff) const override;

    /// A backward search that goes as far as it is asked.
    [[nodiscard]] std::unique_ptr<TimesToGoal> times_to(network::Position goal) const override;
};

}  // namespace michinori::routing
