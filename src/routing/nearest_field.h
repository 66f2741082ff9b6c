// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "routing/engine.h"

namespace michinori::routing {

/// The k nearest of some sites from any position on the network, driving to the site.
///
///     NearestField field(engine, {{position, access_time}, ...}, 2);
///     for (const auto& [site, time] : field.from(home)) ...
///
/// One search at construction (O(n + m) by the hierarchy). The engine must outlive it.
class NearestField {
public:
    NearestField(const Engine& engine, std::vector<Site> sites, std::size_t k);

    /// Up to k distinct sites from a position, nearest first; ties go to the lower site id. Exact for
    /// positions anywhere along a road, also on the road the site stands on. O(k + sites on that
    /// road); safe from several threads.
    [[nodiscard]] std::vector<Reach> from(network::Position start) const;

private:
    const network::TravelModel* model_;
    std::vector<Site> sites_;
    NearestLabels labels_;
    std::vector<std::uint32_t> sites_by_segment_;  // site ids sorted by (segment, id)
};

}  // namespace michinori::routing
