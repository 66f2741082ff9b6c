// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "access/access.h"
#include "access/service_sites.h"

namespace michinori::access {

/// The outcomes of a service for any of its facilities out of lists that are made once: which closures and openings
/// mean what, without the network. The answers are those of ServiceAccess to the last bit.
///
///     const InstantAccess any(engine, components, all_there_could_be, demand_snaps, facility_snaps, cutoff);
///     const auto outcomes = any.with(those_that_stay);
///
/// Memory: 8 bytes a demand point and facility that it reaches. Immutable; safe from several threads.
class InstantAccess {
public:
    /// `facilities`: all that may be open, ascending; those that stand on no road are left out. What is given by
    /// reference must outlive it.
    InstantAccess(const routing::Engine& engine, const network::Components& components,
                  const std::vector<FacilityId>& facilities, const std::vector<network::SnapResult>& demand_snaps,
                  const std::vector<network::SnapResult>& facility_snaps, std::optional<TravelTime> cutoff);

    /// Every point's outcome when exactly these are open (ascending; others than those of the construction are left
    /// out). O(points + entries passed); parallel.
    [[nodiscard]] std::vector<Outcome> with(std::span<const FacilityId> open) const;

    [[nodiscard]] const ServiceSites& sites() const { return sites_; }
    /// By point the sites it reaches, nearest first, the legs off the road counted; without the cut-off.
    [[nodiscard]] const routing::SparseTable& lists() const { return lists_; }

private:
    [[nodiscard]] Outcome outcome(std::size_t point, const std::vector<std::uint8_t>& open,
                                  const ServedPieces& served) const;

    const network::Components& components_;
    const std::vector<network::SnapResult>& demand_snaps_;
    std::optional<TravelTime> cutoff_;
    ServiceSites sites_;
    routing::SparseTable lists_;
};

}  // namespace michinori::access
